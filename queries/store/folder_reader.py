"""The reader of a store in a folder: it opens the newest generation and never a live store."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.namespaces import PREFIXES
from queries.errors import QuerySyntax
from queries.index.reader import SideIndex
from queries.store import lookups, withdrawals
from queries.store.answers import Dataset
from queries.store.embedded import QuadStore
from queries.store.excerpt import Excerpt
from queries.store.generations import StoreFolder, newest, stamp
from queries.store.serialising import Triples, graph_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from queries.store.reader import Generation
    from queries.terms import Rows

_TRIPLES: Final = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGeneration:
    """A generation with its stores opened; those who hold it may finish on it.

    Args:
        pointer: what told that it was the newest.
        generation: which one it is.
        public, work, index: what is in it.
    """

    pointer: tuple[int, int]
    generation: Generation
    public: QuadStore
    work: QuadStore
    index: SideIndex


class FolderReader:
    """Reads the newest generation of a store in a folder. Safe for threads.

    Args:
        root: folder of the store.

    Raises:
        StoreError: at the first call, when nothing has been published.
    """

    def __init__(self, root: Path) -> None:
        self._folder = StoreFolder(root=root)
        self._opening = threading.Lock()
        self._open: OpenGeneration | None = None

    def opened(self) -> OpenGeneration:
        """Return the newest generation, opened."""
        held, pointer = self._open, stamp(self._folder)
        if held is not None and held.pointer == pointer:
            return held
        latest = newest(self._folder)
        with self._opening:
            if self._open is None or self._open.pointer != pointer:
                self._open = OpenGeneration(
                    pointer=pointer,
                    generation=latest,
                    public=QuadStore.read_only(latest.public),
                    work=QuadStore.read_only(latest.work),
                    index=SideIndex(latest.index, self._folder.passages),
                )
            return self._open

    def generation(self) -> Generation:
        """Return the newest generation."""
        return newest(self._folder)

    def index(self) -> SideIndex:
        """Return the side index of the newest generation."""
        return self.opened().index

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the public default graph."""
        return self.opened().public.select(query)

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings (name the graph)."""
        return self.opened().work.select(query)

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK."""
        answer = self.opened().public.evaluate(query, Dataset())
        if not isinstance(answer, bool):
            raise QuerySyntax("An ASK is expected here.")
        return answer

    def construct(self, query: str, media_type: str) -> bytes:
        """Return the triples of a CONSTRUCT or DESCRIBE in a graph format."""
        answer = self.opened().public.evaluate(query, Dataset())
        if not isinstance(answer, Triples):
            raise QuerySyntax("A CONSTRUCT or DESCRIBE is expected here.")
        return graph_bytes(answer, media_type, _TRIPLES, PREFIXES).body

    def graph(self, graph_iri: str, media_type: str) -> bytes:
        """Return a public graph in a graph format; without triples where it is not held."""
        triples = self.opened().public.graph_triples(graph_iri)
        return graph_bytes(triples, media_type, _TRIPLES, PREFIXES).body

    def merged(self) -> bytes:
        """Return the merge of all public graphs as N-Triples."""
        return self.opened().public.graph("")

    def holds(self, graph_iri: str) -> bool:
        """Tell whether a public graph is held."""
        return self.opened().public.holds(graph_iri)

    def graph_version(self, graph_iri: str) -> str | None:
        """Return the version that a public graph states of itself, or None."""
        return lookups.graph_version(self.opened().public, graph_iri)

    def excerpt(self, graphs: Iterable[str]) -> Excerpt:
        """Return public graphs in memory, with what their rules look at around them."""
        return Excerpt(self.opened().public, graphs)

    def checked(self, graphs: Iterable[str]) -> frozenset[str]:
        """Return those of some graphs of findings that are held."""
        return frozenset(filter(self.opened().work.holds, graphs))

    def withdrawn(self, path: str) -> str | None:
        """Return what took the place of a withdrawn document, or nothing; None where it was not.

        Args:
            path: of the document, as "id/vn/ct/ttg/2019/12".
        """
        return withdrawals.read(self._folder.withdrawn).get(path)

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the public graphs, sorted."""
        return tuple(sorted(self.opened().public.graphs()))

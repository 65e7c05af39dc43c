"""Keep what was read of documents, and resolve earlier ones again.

The raw graph of a document depends on its text and the registers alone. Its effective graph
depends on what else is stored too, so when a document comes, those that cite it and those with
open citations are made again from their raw graphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from loaders.graph.nodes import Nodes
from loaders.graph.provenance import tables_version
from luocdo import __version__
from luocdo.loading.papers import ArrivingPapers, numbers_that_mean
from luocdo.loading.work import linker, raw_shelf
from luocdo.registers import keep_registers
from luocdo.upkeep import renew_findings
from ontology.namespaces import LDO, graph_iri
from queries.store.lines import n_triples
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from luocdo.loading.papers import ReadPaper
    from luocdo.loading.work import Linker
    from luocdo.settings import Settings
    from ontology.registry import Registry
    from queries.store.folder_writer import FolderWriter

_NUMBERS: Final = 400
"""Numbers that one question asks about; a longer one would take long to parse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """Keeps documents in a store.

    Args:
        settings: limits, base and what is allowed.
        registry: the registers.
        writer: the store.
    """

    settings: Settings
    registry: Registry
    writer: FolderWriter

    def is_kept(self, paper: ReadPaper) -> bool:
        """Tell whether the store has a document from the same text, tables and program.

        A load asks it of each file that it knows, so it is looked up: a query costs ten times as
        much.
        """
        base = self.settings.base_iri
        nodes = Nodes(base=base, path=paper.path, text_sha256=paper.text_sha256)
        made = (
            (nodes.text, LDO.sha256, paper.text_sha256),
            (nodes.run, LDO.softwareVersion, __version__),
            (nodes.run, LDO.tablesVersion, tables_version(self.registry.sha256)),
        )
        return self.writer.states(str(graph_iri(base, "doc", paper.path)), made)

    def linker(self, arriving: Iterable[ReadPaper]) -> Linker:
        """Return who links papers in this process, with all that is kept a moment ago."""
        base = self.settings.base_iri
        papers = ArrivingPapers(arriving, base)
        return linker(self.settings, self.registry, self.writer, papers)

    def graphs(self, paper: ReadPaper, effective: bytes) -> DocumentGraphs:
        """Return the graphs of a document, to be kept by the writer.

        Args:
            paper: what was read.
            effective: its effective graph as N-Triples.
        """
        base = self.settings.base_iri
        return DocumentGraphs(
            document_path=paper.path,
            raw_iri=str(graph_iri(base, "raw", paper.path)),
            raw=raw_shelf(self.settings, self.registry).get(paper.file_sha256),
            effective_iri=str(graph_iri(base, "doc", paper.path)),
            effective=effective,
        )

    def resolve_again(self, arrived: AbstractSet[str], linked: AbstractSet[str]) -> int:
        """Resolve again what new documents concern; return how many documents changed.

        Args:
            arrived: paths of documents that were not stored before.
            linked: paths of documents that were linked knowing of them.
        """
        concerned = self._concerned(arrived) - linked
        again = self.linker(())
        return sum(self._resolve_again(path, again) for path in sorted(concerned))

    def withdraw(self, path: str, successor: str) -> int | None:
        """Take a document out, resolve again what cites it, and show readers the result.

        Args:
            path: the document.
            successor: path of the document that takes its place; empty for none.

        Returns:
            How many other documents changed; None where there was nothing to take out.
        """
        concerned = self._concerned({path}) - {path}
        if not self.writer.remove(path, successor):
            return None
        again = self.linker(())
        changed = sum(self._resolve_again(each, again) for each in sorted(concerned))
        self.publish(set())
        return changed

    def keep_decision(self, graph: str, triples: bytes) -> None:
        """Add what a reviewer decided to the graph of reviews, which only grows."""
        held = n_triples(self.writer.graph(graph))
        self.writer.replace_fixed(graph, held + triples)

    def make_again(self, path: str) -> bool:
        """Make the effective graph of a stored document again and tell whether it changed."""
        return self._resolve_again(path, self.linker(()))

    def publish(self, arrived: AbstractSet[str]) -> None:
        """Show readers what is stored, with the registers beside it.

        Args:
            arrived: paths of documents that were not stored before.
        """
        keep_registers(self.writer, self.registry, self.settings.base_iri, arrived)
        renew_findings(self.writer, self.settings)
        self.writer.publish()

    def _concerned(self, arrived: AbstractSet[str]) -> set[str]:
        """Return the paths of the stored documents whose citations may mean new ones."""
        citing = {path for new in arrived for path in self.writer.citing(new)}
        prints = [printed for new in arrived for printed in self.writer.printed_numbers(new)]
        numbers = numbers_that_mean(prints)
        for start in range(0, len(numbers), _NUMBERS):
            citing |= set(self.writer.undecided(numbers[start : start + _NUMBERS]))
        return citing

    def _resolve_again(self, path: str, again: Linker) -> bool:
        raw = self.writer.raw_triples(path)
        if raw is None:
            return False
        graph = str(graph_iri(self.settings.base_iri, "doc", path))
        return self.writer.replace_fixed(graph, again.resolve(raw)).changed

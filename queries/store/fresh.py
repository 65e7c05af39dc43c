"""Graphs that were just loaded in bulk, kept as text until the side index has taken them in.

To read a graph back from a store costs ten times what it costs to parse it, and the more the
larger the store is, as every word is looked up in another place.
"""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

import pyoxigraph as ox

from queries.store.embedded import statement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.index.nodes import Statement, TripleSource

MOST_BYTES: Final = 4_000_000_000
"""How much is kept at most; graphs beyond it are read from the store."""


class FreshGraphs:
    """A store whose latest graphs are read from text.

    What it keeps lasts as long as the process: after a crash every graph is read from the store.

    Args:
        file: where the text is kept.
        store: which holds all graphs.
    """

    def __init__(self, file: Path, store: TripleSource) -> None:
        self._path = file
        self._store = store
        self._file: IO[bytes] | None = None
        self._size = 0
        self._places: dict[str, tuple[int, int]] = {}

    def keep(self, graph: str, triples: bytes) -> None:
        """Keep the N-Triples of a graph that the store will hold.

        Those with blank nodes are not kept, as the store gives these names of its own.
        """
        if self._size + len(triples) > MOST_BYTES or b"_:" in triples:
            return
        with suppress(OSError):  # what is not kept is read from the store
            file = self._file = self._file or self._opened()
            file.seek(self._size)
            self._places[graph] = self._size, file.write(triples)
            self._size += len(triples)

    def forget(self, graph: str) -> None:
        """Read a graph from the store from now on, as it has changed there."""
        self._places.pop(graph, None)

    def graphs(self) -> Iterator[str]:
        """Go through the names of the graphs of the store."""
        return self._store.graphs()

    def triples(self, graph: str) -> Iterator[Statement]:
        """Go through the triples of a graph."""
        if self._file is None or graph not in self._places:
            return self._store.triples(graph)
        start, length = self._places[graph]
        self._file.seek(start)
        return map(statement, ox.parse(self._file.read(length), ox.RdfFormat.N_TRIPLES))

    def _opened(self) -> IO[bytes]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return self._path.open("w+b")

    def clear(self) -> None:
        """Forget all graphs, and take the text away."""
        self._places.clear()
        self._size = 0
        if self._file is not None:
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)

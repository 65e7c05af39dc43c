"""What came, went and changed from one generation to the next.

The table outlives a new layout of the side index, as it cannot be made again from the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

_EDGES: Final = "SELECT source, relation, target FROM edges WHERE graph = ?"
_IS_HELD: Final = "SELECT 1 FROM document_facts WHERE graph = ? AND own = 1"
_ADD: Final = "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)"

Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a graph held: whether its document was described, and the relations that it stated."""

    is_held: bool
    edges: frozenset[Edge]


NOTHING: Final = Held(is_held=False, edges=frozenset())
"""What a graph held that was not there."""


def held(index: sqlite3.Connection, graph: str) -> Held:
    """Return what a graph holds at this moment.

    Args:
        index: the side index, open for writing.
        graph: name of the graph.
    """
    return Held(
        is_held=index.execute(_IS_HELD, (graph,)).fetchone() is not None,
        edges=frozenset(index.execute(_EDGES, (graph,)).fetchall()),
    )


def record(index: sqlite3.Connection, document: str, before: Held, after: Held, at: str) -> None:
    """Keep what changed in the graph of a document; relations only where it was there before.

    Args:
        index: the side index, open for writing.
        document: IRI of the document whose graph it is.
        before, after: what the graph held.
        at: when, in ISO 8601.
    """
    if before.is_held != after.is_held:
        change = "added" if after.is_held else "removed"
        index.execute(_ADD, (at, document, change, None, None, None))
        return
    gone, new = sorted(before.edges - after.edges), sorted(after.edges - before.edges)
    rows: list[tuple[str | None, ...]] = [
        (at, source, "changed", relation, None, target) for source, relation, target in gone
    ]
    rows += [(at, source, "changed", relation, target, None) for source, relation, target in new]
    index.executemany(_ADD, rows)

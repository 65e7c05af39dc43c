"""How much the side index holds: numbers that are carried on, never counted anew.

A change touches the rows of its own graphs and documents. What these made up before it is taken
from the totals and what they make up after it is added, so that publishing one document costs the
same in a collection of any size.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_STATUSES: Final = ("resolved", "notInRegistry", "ambiguous", "unresolved")
_PRESENCES: Final = ("fullText", "metadataOnly", "citedOnly")
NAMES: Final = (
    "documents",
    *_PRESENCES,
    "citations",
    *_STATUSES,
    "edges",
    "obligations",
    "agencies",
)
"""What is counted; each has a row, be it zero."""
_CITATIONS: Final = (  # those without a start come from the registers and not from print
    "SELECT status, COUNT(*) FROM citations WHERE graph = ? AND start IS NOT NULL GROUP BY status"
)
_ALL_CITATIONS: Final = (
    "SELECT status, COUNT(*) FROM citations WHERE start IS NOT NULL GROUP BY status"
)
_ALL_DOCUMENTS: Final = "SELECT type, presence, COUNT(*) FROM documents GROUP BY type, presence"
_IN_ALL: Final = {
    "obligations": "SELECT COUNT(*) FROM obligations",
    "edges": "SELECT COUNT(*) FROM (SELECT DISTINCT source, relation, target FROM edges)",
    "agencies": "SELECT COUNT(DISTINCT iri) FROM names WHERE kind = 'agency'",
}
_IN_THE_GRAPH: Final = {
    "obligations": "SELECT COUNT(*) FROM obligations WHERE graph = ?",
    "edges": """
SELECT COUNT(*) FROM (SELECT DISTINCT source, relation, target FROM edges WHERE graph = ?1) AS own
WHERE NOT EXISTS (
  SELECT 1 FROM edges WHERE source = own.source AND relation = own.relation
  AND target = own.target AND graph <> ?1
)""",
    "agencies": """
SELECT COUNT(*) FROM (SELECT DISTINCT iri FROM names WHERE graph = ?1 AND +kind = 'agency') AS own
WHERE NOT EXISTS (SELECT 1 FROM names WHERE iri = own.iri AND +kind = 'agency' AND graph <> ?1)
""",
}
"""What several graphs say counts with the first that says it, so only what it alone says here.

The plus keeps SQLite from looking through all bodies (its documentation, "The Query Planner", 6.1).
"""


def of_graph(index: sqlite3.Connection, graph: str) -> Counter[str]:
    """Return what a graph adds to the totals at this moment, as other graphs stand.

    Args:
        index: the side index, open for writing.
        graph: name of the graph.
    """
    found = _citations(index.execute(_CITATIONS, (graph,)))
    for name, question in _IN_THE_GRAPH.items():
        (found[name],) = index.execute(question, (graph,)).fetchone()
    return found


def of_documents(index: sqlite3.Connection, documents: Iterable[str]) -> Counter[str]:
    """Return what the merged rows of documents add to the totals at this moment.

    Args:
        index: the side index, open for writing.
        documents: their IRIs, each once.
    """
    question = "SELECT type, presence, 1 FROM documents WHERE iri = ?"
    return _documents(row for iri in documents for row in index.execute(question, (iri,)))


def of_all(index: sqlite3.Connection) -> Counter[str]:
    """Return the totals, counted anew: for an index that was just filled."""
    found = _citations(index.execute(_ALL_CITATIONS)) + _documents(index.execute(_ALL_DOCUMENTS))
    for name, question in _IN_ALL.items():
        (found[name],) = index.execute(question).fetchone()
    return found


def _citations(rows: Iterable[tuple[str | None, int]]) -> Counter[str]:
    found = Counter[str]()
    for status, number in rows:
        found["citations"] += number
        if status in _STATUSES:
            found[status] += number
    return found


def _documents(rows: Iterable[tuple[str | None, str | None, int]]) -> Counter[str]:
    found = Counter[str]()
    for kind, presence, number in rows:
        found["documents"] += number * (kind is not None and kind != "Clause")
        if presence in _PRESENCES:
            found[presence] += number
    return found


def carry_on(index: sqlite3.Connection, before: Counter[str], after: Counter[str]) -> None:
    """Bring the totals from what some rows made up to what they make up now.

    Args:
        index: the side index, open for writing.
        before, after: what the changed graphs and documents added to the totals.
    """
    index.executemany(
        "INSERT INTO counts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + ?2",
        ((name, after[name] - before[name]) for name in NAMES),
    )

"""Whether a document is in force, as far as the collection knows: what ended or changed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import read_nodes

if TYPE_CHECKING:
    from datetime import date

    from queries.index.reader import SideIndex
    from webui.facts.asking import Node
    from webui.ports import Reader

ENDING: Final = ("replaces", "repeals")
CHANGING: Final = ("amends", "supplements", "corrects", "suspends")
_CHANGES: Final = """
SELECT e.relation, e.source, d.date, e.target <> :work FROM edges e
LEFT JOIN documents d ON d.iri = e.source
WHERE e.relation IN ('replaces', 'repeals', 'suspends', 'amends', 'supplements', 'corrects')
  AND e.target IN (SELECT :work UNION SELECT iri FROM documents WHERE part_of = :work AND type = 'Clause')
GROUP BY e.source, e.relation ORDER BY d.date DESC, e.source, e.relation = 'repeals'
"""  # noqa: E501  # one condition a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A document that ends or changes another.

    Args:
        relation: local name ("replaces").
        document: IRI of who makes the change.
        date: ISO date of that document, empty where unknown.
        partial: only a clause is meant.
    """

    relation: str
    document: str
    date: str
    partial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFact:
    """What the collection knows of the force of a document.

    Args:
        name: local name of a status: "inForce", "partlyInForce", "notInForce", "suspended" or
            "unknown".
        ended_by, changed_by: documents that ended it, or changed it, the newest first.
        until: its last day where that is stated.
    """

    name: str
    ended_by: tuple[Change, ...]
    changed_by: tuple[Change, ...]
    until: date | None

    @property
    def things(self) -> set[str]:
        """The documents to be named with it."""
        return {change.document for change in (*self.ended_by, *self.changed_by)}


def read_status(reader: Reader, index: SideIndex, document: str, today: date) -> StatusFact:
    """Return the status of a document on a day.

    Args:
        reader: the store.
        index: side index of the same generation.
        document: its IRI.
        today: the day that is asked about; changes dated later do not count.
    """
    node = read_nodes(reader, [document]).get(document)
    until = node.date("effectiveUntil") if node else None
    changes = _changes(index, document, today)
    ended = tuple(c for c in changes if c.relation in ENDING)
    return StatusFact(
        name=_name(node, ended, until, today),
        ended_by=ended,
        changed_by=tuple(c for c in changes if c.relation in CHANGING),
        until=until,
    )


def _changes(index: SideIndex, document: str, today: date) -> tuple[Change, ...]:
    found: dict[str, Change] = {}
    for relation, source, day, partial in index.rows(_CHANGES, {"work": document}):
        change = Change(
            relation=str(relation), document=str(source), date=str(day or ""), partial=bool(partial)
        )
        if change.date <= today.isoformat() and change.document != document:
            found.setdefault(change.document, change)
    return tuple(found.values())


def _name(node: Node | None, ended: tuple[Change, ...], until: date | None, today: date) -> str:
    if any(not change.partial for change in ended) or (until is not None and until < today):
        return "notInForce"
    stated = {value.rpartition("#")[2] for value in node.all("forceStatus")} if node else set()
    stated.discard("unknown")
    if ended and stated <= {"inForce"}:
        return "partlyInForce"
    return min(stated, default="unknown")

"""Whose tasks are whose today: bodies that took over from others, and by which document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from queries.index.reader import SideIndex, Value

_LONGEST_CHAIN: Final = 12
_MANY: Final = 500
_EVENTS: Final = "SELECT DISTINCT event, day, former, heir, by_document FROM successions WHERE "


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What became of one body.

    Args:
        event: IRI of the reorganisation.
        day: ISO date from which it holds.
        former: IRI of the body that ended.
        heir: IRI of the body that took over; empty where it was abolished and nobody did.
        by_document: IRI of the document that decided it; empty where it is not known.
    """

    event: str
    day: str
    former: str
    heir: str
    by_document: str


def successions(index: SideIndex, agency: str, as_of: date) -> tuple[Succession, ...]:
    """Return what became of a body up to a day, step by step.

    Args:
        index: side index of a generation.
        agency: IRI of the body.
        as_of: changes after this day do not count.

    Returns:
        Nothing where the body still is what it was; bodies that several took over have several
        steps of one day.
    """
    found: dict[Succession, None] = {}
    bodies: tuple[str, ...] = (agency,)
    for _ in range(_LONGEST_CHAIN):
        steps = [step for step in _steps(index, "former", bodies) if step.day <= as_of.isoformat()]
        new = [step for step in steps if step not in found]
        found.update(dict.fromkeys(new))
        bodies = tuple(dict.fromkeys(step.heir for step in new if step.heir))
        if not bodies:
            break
    return tuple(found)


def whose_today(index: SideIndex, agency: str, as_of: date) -> tuple[str, ...]:
    """Return the IRIs of the bodies that a body's tasks belong to on a day.

    Args:
        index: side index of a generation.
        agency: IRI of the body that a document names.
        as_of: the day.

    Returns:
        The body itself where it lives on; nothing where it was abolished and nobody took over.
    """
    steps = successions(index, agency, as_of)
    ended = {step.former for step in steps}
    last = [step.heir for step in steps if step.heir and step.heir not in ended]
    return tuple(dict.fromkeys(last)) if steps else (agency,)


def predecessors(index: SideIndex, agency: str) -> tuple[str, ...]:
    """Return the IRIs of a body and of all whose tasks it took over, itself first."""
    found: dict[str, None] = {agency: None}
    bodies: tuple[str, ...] = (agency,)
    for _ in range(_LONGEST_CHAIN):
        new = [s.former for s in _steps(index, "heir", bodies) if s.former not in found]
        if not new:
            break
        found.update(dict.fromkeys(new))
        bodies = tuple(new)
    return tuple(found)


def acting_for(index: SideIndex, bodies: Iterable[str]) -> tuple[str, ...]:
    """Return bodies with the posts that head them and the groups they are known members of.

    Args:
        index: side index of a generation.
        bodies: IRIs.
    """
    named = tuple(dict.fromkeys(bodies))
    posts = _column(index, "SELECT iri FROM names WHERE kind = 'post' AND parent IN", named)
    groups = _column(index, 'SELECT "group" FROM members WHERE member IN', (*named, *posts))
    return tuple(dict.fromkeys((*named, *posts, *groups)))


def _steps(index: SideIndex, column: str, bodies: tuple[str, ...]) -> tuple[Succession, ...]:
    rows = _rows(index, f"{_EVENTS}{column} IN", bodies)
    told = (
        Succession(**dict(zip(Succession.__slots__, map(_text, row), strict=True))) for row in rows
    )
    return tuple(sorted(told, key=lambda step: (step.day, step.event, step.former, step.heir)))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _column(index: SideIndex, sql: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row[0]) for row in _rows(index, sql, values)))


def _rows(index: SideIndex, sql: str, values: tuple[str, ...]) -> list[tuple[Value, ...]]:
    """Return the rows of a query that ends with `IN`, for all values."""
    rows: list[tuple[Value, ...]] = []
    for start in range(0, len(values), _MANY):
        some = values[start : start + _MANY]
        rows.extend(index.rows(f"{sql} ({', '.join('?' * len(some))})", some))
    return rows

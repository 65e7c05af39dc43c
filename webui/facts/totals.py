"""Counts and lists over the whole collection, from the side index of the generation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from queries.index.reader import SideIndex

_BODIES: Final = """
SELECT assignee, COUNT(DISTINCT obligation), COUNT(DISTINCT CASE WHEN role = 'lead' THEN obligation END)
FROM assignments WHERE assignee IS NOT NULL GROUP BY assignee ORDER BY 2 DESC, 1
"""  # noqa: E501  # one line a clause
_CITED_MOST: Final = """
SELECT c.cited, COUNT(DISTINCT c.document) FROM citations c
WHERE c.cited IS NOT NULL AND c.document <> c.cited GROUP BY c.cited ORDER BY 2 DESC, 1 LIMIT ?
"""
_TYPES: Final = """
SELECT type, COUNT(*) FROM documents WHERE type IS NOT NULL AND type <> 'Clause'
GROUP BY type ORDER BY 2 DESC, 1
"""
_PLACES: Final = """
SELECT place, COUNT(*) FROM documents WHERE place IS NOT NULL GROUP BY place ORDER BY 2 DESC, 1
"""
_YEARS: Final = """
SELECT substr(date, 1, 4), COUNT(*) FROM documents WHERE date IS NOT NULL GROUP BY 1 ORDER BY 1 DESC
"""
STATUSES: Final = ("resolved", "notInRegistry", "ambiguous", "unresolved")
"""Statuses of citations, the surest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Something with how often it occurs, and how often in a special way where that is asked."""

    value: str
    count: int
    special: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole, to be drawn as a bar: start and width in per cent."""

    value: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What a list of documents can be narrowed to."""

    types: tuple[Counted, ...]
    places: tuple[Counted, ...]
    years: tuple[Counted, ...]


def assigned_bodies(index: SideIndex) -> tuple[Counted, ...]:
    """Return who is given tasks: how many, and how many as lead; the most burdened first."""
    return _counted(index, _BODIES)


def cited_most(index: SideIndex, limit: int) -> tuple[Counted, ...]:
    """Return the documents that most other documents cite."""
    return _counted(index, _CITED_MOST, limit)


def facets(index: SideIndex) -> Facets:
    """Return types, places and years of the documents."""
    return Facets(
        types=_counted(index, _TYPES),
        places=_counted(index, _PLACES),
        years=_counted(index, _YEARS),
    )


def citation_shares(index: SideIndex) -> tuple[Share, ...]:
    """Return how the citations part by status; nothing where there are none."""
    counts = index.counts()
    found = [(name, counts.get(name, 0)) for name in STATUSES]
    total = sum(count for _, count in found)
    shares, start = [], 0.0
    for name, count in found:
        width = 100 * count / total if total else 0.0
        shares.append(Share(value=name, count=count, start=round(start, 2), width=round(width, 2)))
        start += width
    return tuple(shares) if total else ()


def _counted(index: SideIndex, sql: str, *values: int) -> tuple[Counted, ...]:
    return tuple(
        Counted(value=str(row[0]), count=_whole(row[1]), special=_whole(row[2]) if row[2:] else 0)
        for row in index.rows(sql, values)
    )


def _whole(value: str | float | None) -> int:
    return int(value or 0)

"""Which documents of which provinces carry out what the centre issued, and how soon."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from queries.index.ladders import standings
from queries.index.links import quoted
from queries.index.relations import LINEAGE
from queries.lineage import reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.index.reader import DocumentRow, SideIndex

_CARRIED: Final = f"""
SELECT COALESCE(part.part_of, e.target) AS central, COUNT(DISTINCT s.place), COUNT(DISTINCT s.iri)
FROM edges e JOIN documents s ON s.iri = e.source AND s.place IS NOT NULL
LEFT JOIN documents part ON part.iri = e.target AND part.type = 'Clause'
WHERE e.relation IN ({quoted(LINEAGE)}) GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT ?
"""  # noqa: S608  # fixed names
_CENTRAL: Final = 2
_LEAST: Final = 2
_STEPS: Final = 3
_TRIED: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryingFact:
    """A document of a province that rests on a central one.

    Args:
        document, place: IRIs.
        date: of issue, None where unknown.
        steps: how many relations lie between, from 1.
        days: from the day of the central document; None where either day is unknown.
    """

    document: str
    place: str
    date: date | None
    steps: int
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A central document with what carries it out, by place, the nearest and first ones first."""

    document: str
    date: date | None
    carried: Mapping[str, tuple[CarryingFact, ...]]

    @property
    def all(self) -> tuple[CarryingFact, ...]:
        """All documents that carry it out, the first place first."""
        return tuple(fact for facts in self.carried.values() for fact in facts)


def first_of(row: CoverageRow, most: int, place: str = "") -> CoverageRow:
    """Return a row with the first documents of each place, about so many together.

    Args:
        row: it is not changed.
        most: documents together; each place keeps two at least.
        place: IRI of the one place that is wanted; all where empty.
    """
    places = {place: row.carried[place]} if place in row.carried else row.carried
    size = max(_LEAST, most // max(1, len(places)))
    if sum(map(len, places.values())) <= most:
        size = most
    return replace(row, carried={iri: facts[:size] for iri, facts in places.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A row of the table of centre and provinces.

    Args:
        row: the central document with the first documents of each place.
        sizes: how many documents there are, by place.
    """

    row: CoverageRow
    sizes: Mapping[str, int]


def read_matrix(index: SideIndex, count: int) -> tuple[MatrixRow, ...]:
    """Return the rows of the central documents that most provinces carry out; read once."""

    def read() -> tuple[MatrixRow, ...]:
        rows = (read_coverage(index, iri) for iri in central_documents(index, count))
        return tuple(
            MatrixRow(
                row=first_of(row, 0),
                sizes={place: len(facts) for place, facts in row.carried.items()},
            )
            for row in rows
        )

    return index.once(("matrix", count), read)


def central_documents(index: SideIndex, count: int) -> tuple[str, ...]:
    """Return the central documents that documents of most provinces rest on; looked for once."""
    return index.once(("central", count), lambda: _central(index, count))


def _central(index: SideIndex, count: int) -> tuple[str, ...]:
    rows = index.rows(_CARRIED, (count * _TRIED,))
    known = index.documents([str(row[0]) for row in rows])
    stands = standings(index, known.values())
    central = [
        iri
        for iri, row in known.items()
        if row.place is None and (stands[iri].rank or _CENTRAL + 1) <= _CENTRAL
    ]
    return tuple(central[:count])


def read_coverage(index: SideIndex, document: str) -> CoverageRow:
    """Return the documents of provinces that rest on a central one, within three steps."""
    reached = reach(index, document, "down", depth=_STEPS)
    rows = index.documents([document, *(found.iri for found in reached)])
    own = rows.get(document)
    start = _day(own)
    by_place: dict[str, list[CarryingFact]] = defaultdict(list)
    for found in reached:
        row = rows.get(found.iri)
        if row is not None and row.place and row.type != "Clause":
            day = _day(row)
            by_place[row.place].append(
                CarryingFact(
                    document=row.iri,
                    place=row.place,
                    date=day,
                    steps=found.step,
                    days=(day - start).days if day and start else None,
                )
            )
    return CoverageRow(
        document=document,
        date=start,
        carried={place: _ordered(facts) for place, facts in sorted(by_place.items())},
    )


def steps_from(index: SideIndex, document: str) -> dict[str, int]:
    """Return how far documents are that rest on a central one, within three steps; itself 0."""
    reached = reach(index, document, "down", depth=_STEPS)
    return {document: 0} | {found.iri: found.step for found in reached}


def _ordered(facts: Iterable[CarryingFact]) -> tuple[CarryingFact, ...]:
    return tuple(sorted(facts, key=lambda f: (f.steps, f.date or date.max, f.document)))


def _day(row: DocumentRow | None) -> date | None:
    try:
        return date.fromisoformat(row.date or "") if row else None
    except ValueError:
        return None


def places_of(rows: Sequence[CoverageRow]) -> tuple[str, ...]:
    """Return the places that occur in rows, those with most documents first."""
    counted: dict[str, int] = defaultdict(int)
    for row in rows:
        for place in row.carried:
            counted[place] += 1
    return tuple(sorted(counted, key=lambda place: (-counted[place], place)))

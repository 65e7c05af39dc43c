"""Centre and provinces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from queries.index.reader import SideIndex
from webui.facts.coverage import (
    CarryingFact,
    CoverageRow,
    central_documents,
    first_of,
    places_of,
    read_coverage,
    read_matrix,
)

if TYPE_CHECKING:
    from types import ModuleType

    import pytest


def test_a_central_document_is_covered_by_place(reader: Any, sample: ModuleType) -> None:
    """The directive of the province carries the conclusion out, at one step."""
    row = read_coverage(reader.index(), str(sample.of(sample.CONCLUSION)))
    place = str(sample.of("vn/place/song-may"))
    assert [(fact.document, fact.steps) for fact in row.carried[place]] == [
        (str(sample.of(sample.DIRECTIVE)), 1)
    ]
    assert row.carried[place][0].days is None  # nobody knows the day of the conclusion
    assert places_of([row]) == (place,)


def test_documents_of_provinces_are_no_central_ones(reader: Any, sample: ModuleType) -> None:
    """Only what bodies of the centre issued stands in the first column."""
    found = central_documents(reader.index(), 5)
    assert str(sample.of(sample.DIRECTIVE)) not in found


def test_of_many_the_first_of_each_place_are_kept() -> None:
    """Each place keeps some, one that is asked for keeps more, and few are all kept."""
    facts = tuple(
        CarryingFact(document=f"urn:{n}", place="p", date=None, steps=1, days=None)
        for n in range(50)
    )
    row = CoverageRow(document="urn:d", date=None, carried={"a": facts, "b": facts[:1]})
    assert [len(kept) for kept in first_of(row, 20).carried.values()] == [10, 1]
    assert {place: len(kept) for place, kept in first_of(row, 20, "a").carried.items()} == {"a": 20}
    assert first_of(row, 51).carried == row.carried
    assert [len(kept) for kept in first_of(row, 1).carried.values()] == [2, 1]


def test_the_table_tells_how_many_there_are_of_each_place(
    reader: Any, sample: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row is the first documents of each place with the number of all; it is read once."""
    index = SideIndex(reader.generation().index)
    conclusion, place = str(sample.of(sample.CONCLUSION)), str(sample.of("vn/place/song-may"))
    monkeypatch.setattr("webui.facts.coverage.central_documents", lambda *_: (conclusion,))
    rows = read_matrix(index, 5)
    assert [(line.row.document, line.sizes) for line in rows] == [(conclusion, {place: 1})]
    assert read_matrix(index, 5) is rows

"""Centre and provinces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.coverage import central_documents, places_of, read_coverage

if TYPE_CHECKING:
    from types import ModuleType


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

"""What the records themselves promise."""

from __future__ import annotations

import pytest

from loaders.records import CitationForm, PartialDate, Status
from ontology.namespaces import LDO


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (PartialDate(year=2024), "2024"),
        (PartialDate(year=2024, month=7), "2024-07"),
        (PartialDate(year=2024, month=7, day=1), "2024-07-01"),
    ],
)
def test_a_date_is_as_precise_as_its_print(date: PartialDate, iso: str) -> None:
    """ISO 8601 with reduced precision: an unknown part is left out."""
    assert date.iso() == iso


def test_closed_lists_are_terms_of_the_vocabulary() -> None:
    """Statuses and forms enter the graph under their own names."""
    assert all(value in LDO for value in (*Status, *CitationForm))

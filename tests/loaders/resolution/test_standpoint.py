"""A paper stands in one province, on one day, as far as it says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from loaders.records import PartialDate
from loaders.resolution.standpoint import standpoint, whole_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata
    from ontology.registry import Registry


def test_an_unknown_part_is_no_day() -> None:
    """A month alone is no day, and 31 February is none either."""
    assert whole_day(PartialDate(year=2030, month=2)) is None
    assert whole_day(PartialDate(year=2030, month=2, day=31)) is None
    assert whole_day(PartialDate(year=2030, month=2, day=3)) == date(2030, 2, 3)
    assert whole_day(None) is None


def test_the_province_is_that_of_the_day(said: Callable[..., Metadata], registry: Registry) -> None:
    """The same name is the merged body from 1 July 2025."""
    for day, slug in (("2025-06-30", "an-giang"), ("2025-07-01", "an-giang-2025")):
        metadata = said("CT", "01/CT-UBND", "Ủy ban nhân dân tỉnh An Giang", "An Giang", day)
        found = standpoint(metadata, registry)
        assert found.province is not None
        assert found.province.slug == slug


def test_without_a_day_two_bodies_of_one_name_leave_it_open(
    said: Callable[..., Metadata], registry: Registry
) -> None:
    """Nothing is guessed; a name that never changed is sure."""
    assert standpoint(said("CT", "", "", "An Giang"), registry).province is None
    assert standpoint(said("CT", "", "", "Nghệ An"), registry).province is not None

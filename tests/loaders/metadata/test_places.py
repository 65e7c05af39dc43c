"""Provinces at the end of a name, and their kind at the time of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.bodies import in_kind_of
from loaders.metadata.places import place_in, spellings

if TYPE_CHECKING:
    from ontology.registry import Registry


@pytest.mark.parametrize(
    ("name", "province", "kind"),
    [
        ("Ủy ban nhân dân tỉnh Tiền Giang", "Tiền Giang", "province"),
        ("TP. Hồ Chí\nMinh", "Hồ Chí Minh", "municipality"),
        ("Tỉnh ủy Thừa Thiên Huế", "Thừa Thiên Huế", "province"),
        ("Thành ủy Huế", "Huế", "municipality"),
        ("Ủy ban nhân dân tỉnh Sông Mây", "Sông Mây", "province"),
    ],
)
def test_place_at_the_end(registry: Registry, name: str, province: str, kind: str) -> None:
    """A name that the province has laid down keeps the kind which it had then."""
    found = place_in(name, spellings(registry).provinces)
    assert found is not None
    assert (found.name, found.kind) == (province, kind)


def test_a_person_is_no_province(registry: Registry) -> None:
    """The youth union bears the name of a man."""
    known = spellings(registry).provinces
    assert place_in("Đoàn Thanh niên Cộng sản Hồ Chí Minh", known) is None


def test_the_kind_of_the_place_is_taken(registry: Registry) -> None:
    """The register names the committee of a province; a city has its own."""
    place = place_in("Cần Thơ", spellings(registry).provinces)
    assert in_kind_of("Ủy ban nhân dân tỉnh", place) == "Ủy ban nhân dân thành phố"
    assert in_kind_of("Bộ Y tế", place) == "Bộ Y tế"
    assert in_kind_of("Ủy ban nhân dân tỉnh", None) == "Ủy ban nhân dân tỉnh"

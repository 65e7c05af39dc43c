"""A code names a body, and a province's own body has the province in its name."""

from __future__ import annotations

import pytest

from ontology.agency_instances import agency_instance
from ontology.registry import load_registry


@pytest.mark.parametrize(
    ("code", "name", "rank", "parent"),
    [
        ("bca", "Bộ Công an", 2, "cp"),
        ("ubnd-tien-giang", "Ủy ban nhân dân tỉnh Tiền Giang", 3, "hdnd-tien-giang"),
        ("cat-ha-noi", "Công an thành phố Hà Nội", 4, "bca"),
        ("btv-tu-tien-giang", "Ban Thường vụ Tỉnh ủy Tiền Giang", 3, "tu-tien-giang"),
        ("so-y-te-an-giang-2025", "Sở Y tế tỉnh An Giang", 4, "ubnd-an-giang-2025"),
    ],
)
def test_names_of_bodies(code: str, name: str, rank: int, parent: str) -> None:
    """The generic name takes the province's, as printed papers write it."""
    found = agency_instance(load_registry(), code)
    assert found is not None
    assert (found.name_vi, found.rank, found.parent) == (name, rank, parent)


def test_an_unknown_code_is_no_body() -> None:
    """Neither the code nor a part of it is in the registers."""
    assert agency_instance(load_registry(), "khong-co-co-quan-nay") is None

"""The province of a commune that its heading leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.locality import is_commune, province_around
from loaders.normalisation.normaliser import normalise

if TYPE_CHECKING:
    from ontology.registry import Registry


@pytest.mark.parametrize(
    ("words", "province"),
    [
        ("Thực hiện Kế hoạch số 5/KH-UBND của UBND thành phố Đà Nẵng", "Đà Nẵng"),
        ("Trạm Y tế đặt tại phường Sông Trà, tỉnh Quảng Ngãi.", "Quảng Ngãi"),
        ("Học tập UBND tỉnh Lai Châu và UBND tỉnh Sơn La", None),
        ("Theo đề nghị của Trạm Y tế phường", None),
    ],
)
def test_one_province_named_is_the_commune_s(
    words: str, province: str | None, registry: Registry
) -> None:
    """Two that are named leave it open."""
    found = province_around(normalise(words), registry)
    assert (found.name if found else None) == province


def test_a_name_that_ends_with_its_commune_is_one_of_it() -> None:
    """A province is none."""
    assert is_commune("Ủy ban nhân dân phường Sông Trà")
    assert not is_commune("Ủy ban nhân dân tỉnh Quảng Ngãi")

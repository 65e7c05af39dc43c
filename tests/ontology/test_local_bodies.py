"""Bodies of districts and communes."""

from __future__ import annotations

import pytest

from ontology.local_bodies import local_code, local_parts
from ontology.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return the registers."""
    return load_registry()


@pytest.mark.parametrize(
    ("kind", "unit", "code"),
    [
        ("ubnd-huyen", "huyện Châu Thành", "ubnd-huyen-chau-thanh-ben-tre"),
        ("ubnd-huyen", "thị xã Ba Tri", "ubnd-huyen-thi-xa-ba-tri-ben-tre"),
        ("ubnd-xa", "phường 5", "ubnd-xa-phuong-5-ben-tre"),
        ("hu", "Huyện ủy Ba Tri", "hu-huyen-uy-ba-tri-ben-tre"),
    ],
)
def test_a_code_tells_kind_and_province(
    kind: str, unit: str, code: str, registry: Registry
) -> None:
    """And is read back."""
    row = registry.agency(kind)
    assert row is not None
    assert local_code(row, unit, "ben-tre") == code
    assert local_parts(code, registry) == (row, registry.province("ben-tre"))


@pytest.mark.parametrize(
    "code", ["ubnd-ben-tre", "ubnd-huyen", "ubnd-huyen-ben-tre", "ubnd-huyen-x-nowhere", "bca"]
)
def test_other_codes_are_not_theirs(code: str, registry: Registry) -> None:
    """A province's own body, a generic one, one without a place or province."""
    assert local_parts(code, registry) is None

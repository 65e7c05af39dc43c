"""Whether another term may have reached a number."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from loaders.resolution.other_terms import may_be_another

if TYPE_CHECKING:
    from ontology.registry import KnownDocument, Registry

ROWS = (
    ("id/vn/ct/tw/k11/20", date(2013, 1, 1)),
    ("id/vn/ct/tw/k12/30", date(2019, 1, 1)),
    ("id/vn/ct/tw/k13/10", date(2022, 1, 1)),
    ("id/vn/nq/cp/2021/68", date(2021, 7, 1)),
    ("id/vn/qd/ttg/2022/6/annex", date(2022, 1, 6)),
)


def row(path: str, day: date | None = None) -> KnownDocument:
    """Return a known document of the type that its path names."""
    kind = path.split("/")[2]
    return cast("KnownDocument", SimpleNamespace(path=path, type_code=kind, issued_on=day))


@pytest.fixture
def registry() -> Registry:
    """Return a register of a few numbers."""
    rows = [row(path, day) for path, day in ROWS]
    return cast("Registry", SimpleNamespace(sha256="other-terms", documents=rows))


@pytest.mark.parametrize(
    ("path", "day", "expected"),
    [
        ("id/vn/ct/tw/k11/20", date(2023, 1, 1), True),  # k12 has reached 30
        ("id/vn/ct/tw/k11/20", date(2015, 1, 1), False),  # not yet
        ("id/vn/ct/tw/k12/30", date(2023, 1, 1), False),  # no other term is known to reach 30
        ("id/vn/ct/tw/k12/9", None, True),
        ("id/vn/ct/tw/k13/10", None, False),  # nothing later
        ("id/vn/nq/cp/2021/68", date(2021, 9, 1), True),  # State numbers restart every year
        ("id/vn/qd/ttg/2022/6/annex", None, True),
    ],
)
def test_a_number_is_doubted_where_another_term_has_reached_it(
    registry: Registry, path: str, day: date | None, *, expected: bool
) -> None:
    """The register shows how far each term had come by the day of the citing paper."""
    assert may_be_another(row(path), day, registry) is expected

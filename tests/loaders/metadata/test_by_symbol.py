"""The body that a symbol means, where no heading names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata


@pytest.mark.parametrize(
    ("symbol", "place", "issuer"),
    [
        ("KH-BYT", "Hà Nội", "Bộ Y tế"),
        ("KH-UBND", "Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        ("KH-XYZT", "Hà Nội", None),
    ],
)
def test_symbol_and_place(
    read: Callable[[str], Metadata], symbol: str, place: str, issuer: str | None
) -> None:
    """A symbol of provinces takes the one whose seat is printed; an unknown one names nobody."""
    found = read(
        f"Số: 12/{symbol}\n\n{place}, ngày 10 tháng 3 năm 2020\n\nKẾ HOẠCH\n\nTrồng cây năm 2020\n"
        "\nI. MỤC ĐÍCH\n\n1. Giữ đất.\n"
    )
    assert (found.issuing_body.value if found.issuing_body else None) == issuer

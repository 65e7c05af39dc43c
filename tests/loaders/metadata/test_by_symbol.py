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


def test_the_symbol_of_a_letter_begins_with_its_body(read: Callable[[str], Metadata]) -> None:
    """A letter's symbol names no type: its second part is the unit that wrote it."""
    found = read(
        "Số: 17986/BTC-CT\nV/v phát sổ tay\n\nHà Nội, ngày 19 tháng 11 năm 2025\n\n"
        "Kính gửi: Ủy ban nhân dân các tỉnh.\n\nSổ tay đã in xong.\n"
    )
    assert found.issuing_body is not None
    assert (found.issuing_body.value, found.province) == ("Bộ Tài chính", None)

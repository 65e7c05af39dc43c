"""Whose will a paper is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

TITLE = "Về việc tăng cường trồng và chăm sóc cây xanh trên địa bàn tỉnh"


@pytest.mark.parametrize(
    ("subject", "decided"),
    [
        (
            "Kết luận của Phó Chủ tịch UBND tỉnh Lê Văn Nam tại cuộc họp về cây xanh",
            "Phó Chủ tịch Ủy ban nhân dân tỉnh Sông Mây",
        ),
        (
            "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ MAI VĂN AN VỀ CÂY XANH",
            "Phó Thủ tướng Chính phủ",
        ),
    ],
)
def test_the_title_names_whose_conclusion_it_is(
    read: Callable[[str], Metadata], directive: str, subject: str, decided: str
) -> None:
    """The office issues, the person in the title decided."""
    text = directive.replace("CHỈ THỊ", "THÔNG BÁO").replace(TITLE, subject)
    found = read(text.replace("ỦY BAN NHÂN DÂN\nTỈNH", "VĂN PHÒNG ỦY BAN NHÂN DÂN\nTỈNH"))
    assert found.decided_by is not None
    assert found.decided_by.value == decided


def test_by_order_of_the_chairman(read: Callable[[str], Metadata], directive: str) -> None:
    """TL. CHỦ TỊCH: the Committee's number, the Chairman's will."""
    signed = "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"
    found = read(directive.replace("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", signed))
    assert found.decided_by is not None
    assert found.decided_by.value == "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây"


def test_nobody_else_decided(read: Callable[[str], Metadata], directive: str) -> None:
    """Where the issuer decided, the field stays empty."""
    assert read(directive).decided_by is None

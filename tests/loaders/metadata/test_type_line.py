"""The word that says of what type a paper is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.type_line import printed_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata
    from ontology.registry import Registry


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("QUYẾT ĐỊNH", "QĐ"),
        ("CHỈ THỊ CỦA BAN BÍ THƯ", "CT"),
        ("KẾ HOẠCH (bổ sung)", "KH"),
        ("KẾ HOẠCH trồng cây", ""),
        ("Về việc trồng cây", ""),
    ],
)
def test_a_type_line_says_little_else(registry: Registry, line: str, code: str) -> None:
    """Who decided, a number or a remark may follow the word, a subject may not."""
    found = printed_type(line, registry)
    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("number", "line", "title"),
    [
        ("12-HD/VPTW", "HƯỚNG DẪN VỀ TRỒNG CÂY XANH", "VỀ TRỒNG CÂY XANH"),
        ("12-QĐ/VPTW", "QUY ĐỊNH VỀ TRỒNG CÂY XANH", "QUY ĐỊNH VỀ TRỒNG CÂY XANH"),
    ],
)
def test_a_subject_on_the_line_of_its_type(
    read: Callable[[str], Metadata], number: str, line: str, title: str
) -> None:
    """The word is the type's only where the symbol means the same type."""
    printed = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        f"Số: {number}\n\nHà Nội, ngày 02 tháng 4 năm 2024\n\n{line}\n\n"
        "Căn cứ Điều lệ Đảng, các cơ quan thực hiện như sau:\n1. Rà soát vườn ươm.\n"
    )
    found = read(printed).title
    assert found is not None
    assert found.value == title

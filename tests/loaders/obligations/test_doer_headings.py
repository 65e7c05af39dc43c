"""Headings that consist of names."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.doer_headings import heading_names
from loaders.records import Span


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Khoa học và Công nghệ", ["Sở Khoa học và Công nghệ"]),
        (
            "Đề nghị: Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh",
            ["Hội Nông dân tỉnh", "Liên minh Hợp tác xã tỉnh"],
        ),
        ("SỞ TÀI CHÍNH", ["SỞ TÀI CHÍNH"]),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO, UBND CÁC XÃ", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "UBND CÁC XÃ"]),
        ("CÔNG AN TỈNH", ["CÔNG AN TỈNH"]),
        ("Các hộ nuôi cá vận hành lồng bè có trách nhiệm", ["Các hộ nuôi cá vận hành lồng bè"]),
        ("Các cơ quan đầu mối (Sở Tài chính, Sở Xây dựng)", ["Sở Tài chính", "Sở Xây dựng"]),
    ],
)
def test_headings_of_names(words: str, names: list[str]) -> None:
    """A heading that is a name gives its doers; members in brackets stand for their group."""
    text = normalise(words)
    found = heading_names(text, Span(start=0, end=len(text.text)))
    assert found is not None
    assert [name.agency for name in found.doers] == names


def test_other_headings_name_nobody() -> None:
    """A heading with a topic names nobody."""
    text = normalise("Hoàn thiện cơ chế, chính sách")
    assert heading_names(text, Span(start=0, end=len(text.text))) is None
    capitals = normalise("TỔ CHỨC THỰC HIỆN")
    assert heading_names(capitals, Span(start=0, end=len(capitals.text))) is None

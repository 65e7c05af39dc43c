"""To whom a paper is addressed."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.records import SectionKind
from loaders.segments import segment

HEAD = "SỞ Y TẾ\nSố: 5/SYT-VP\nBắc Sơn, ngày 02 tháng 4 năm 2024\n\n"


@pytest.mark.parametrize(
    ("listed", "entries"),
    [
        ("Kính gửi: Sở Nội vụ\n\nTrong quý, các sở", ["Sở Nội vụ"]),
        ("Kính gửi: Sở Nội vụ\nTrong quá trình thực hiện, các sở", ["Sở Nội vụ"]),
        ("Kính gửi: Sở Nội vụ\nSở Y tế nhận được Công văn số 5/SNV", ["Sở Nội vụ"]),
        ("Kính gửi: Sở Nội vụ tỉnh\nBắc Sơn\n\nCác sở", ["Sở Nội vụ tỉnh\nBắc Sơn"]),
        ("Kính gửi:\n- Sở Nội vụ;\n- Công an tỉnh.\n", ["Sở Nội vụ", "Công an tỉnh"]),
        ("Kính gửi:\n- Sở Nội vụ.\n- Căn cứ Luật Cư trú, các sở", ["Sở Nội vụ"]),
    ],
)
def test_entries_end_where_the_body_begins(listed: str, entries: list[str]) -> None:
    """A sentence and a basis with a dash are none."""
    text = normalise(HEAD + listed)
    found = [
        text.text[section.span.start : section.span.end]
        for section in segment(text)
        if section.kind is SectionKind.ADDRESSEES
    ]
    assert found[1:] == entries

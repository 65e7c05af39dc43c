"""Where the clauses of an item end."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.clauses import clauses_of
from loaders.records import Span


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Sở Nội vụ chủ trì, phối hợp với Sở Y tế; Công an tỉnh; các xã rà soát", 1),
        ("Sở Nội vụ phối hợp với Sở Y tế; UBND các xã rà soát, báo cáo", 1),
        ("Giao Sở Nội vụ đôn đốc các sở, ngành; các xã, phường thực hiện", 1),
        ("Công an tỉnh tuần tra, phối hợp với Sở Y tế; Sở Xây dựng kiểm tra", 2),
        ("Sở Nội vụ rà soát biên chế; Sở Tài chính cân đối vốn", 2),
        ("Sở Nội vụ (phòng A; phòng B) rà soát. Sở Y tế báo cáo", 2),
    ],
)
def test_a_list_goes_on_behind_a_semicolon(words: str, count: int) -> None:
    """Only a semicolon outside of brackets and lists ends a clause."""
    text = normalise(words)
    clauses = clauses_of(text, Span(start=0, end=len(text.text)))
    assert len(clauses) == count
    assert "".join(text.text[c.start : c.end] for c in clauses) == text.text

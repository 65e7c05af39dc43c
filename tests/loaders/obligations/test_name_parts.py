"""Pieces of a run of names: which belong to one name, and which lost what parts them."""

from __future__ import annotations

import pytest

from loaders.obligations.name_parts import Part, goes_on_with, joined, unglued


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bộ Tài chính Bộ Nội vụ", ["Bộ Tài chính", "Bộ Nội vụ"]),
        ("Sở Y tế Sở Nội vụ Sở Tư pháp", ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"]),
        ("Bộ Tư lệnh Bộ đội Biên phòng", ["Bộ Tư lệnh Bộ đội Biên phòng"]),
        ("Thanh tra Bộ Nội vụ", ["Thanh tra Bộ Nội vụ"]),
    ],
)
def test_names_that_lost_a_line_end(words: str, expected: list[str]) -> None:
    """A second ministry inside the name of one begins a name of its own."""
    parts = unglued(words, Part(kind="body", start=0, end=len(words)))
    assert [words[part.start : part.end] for part in parts] == expected


def test_places_go_on_with_a_group_of_places() -> None:
    """Behind a group that is named by its places a bare place is one more of them."""
    words = "các địa phương Sơn La, Lai Châu, Sở Y tế"
    second = words.index("Lai")
    group = Part(kind="group", start=0, end=second - 2)
    assert goes_on_with(words, [group], second, None) == words.index(", Sở")
    body = Part(kind="body", start=words.index("Sở"), end=len(words))
    assert goes_on_with(words, [body], second, None) == 0


def test_a_piece_without_a_head_stays_with_the_name_before_it() -> None:
    """Pieces without a head word of their own are joined to the name that they go on with."""
    words = "Sở Khoa học và Công nghệ, Sở Y tế"
    parts = [
        Part(kind="body", start=0, end=12),
        Part(kind="", start=15, end=24),
        Part(kind="body", start=26, end=33),
    ]
    assert [(part.start, part.end) for part in joined(words, parts)] == [(0, 24), (26, 33)]

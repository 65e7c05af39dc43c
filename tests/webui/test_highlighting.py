"""Words of a search lit in what was found."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webui.highlighting import lit


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Phòng, chống tội phạm", "TOI PHAM", ["tội", "phạm"]),
        ("09/CT-UBND", "9 ct ubnd", ["09", "CT", "UBND"]),
        ("Đường thủy nội địa", "duong thuy noi d", ["Đường", "thủy", "nội"]),
        ("tuyên truyền", "tuy", ["tuyên"]),
        ("an toàn", "", []),
    ],
)
def test_words_are_found_without_marks(text: str, query: str, found: list[str]) -> None:
    """Letter case, marks and leading zeros do not count; the last word may go on."""
    marked = str(lit(text, query))
    assert [piece.split("</mark>")[0] for piece in marked.split("<mark>")[1:]] == found


@given(st.text(max_size=60), st.text(max_size=12))
def test_nothing_of_the_text_is_lost_and_nothing_becomes_html(text: str, query: str) -> None:
    """Whatever is printed and typed: the words come back whole, and no tag but ours is there."""
    marked = str(lit(text, query))
    bare = marked.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare
    assert unescape(bare) == text

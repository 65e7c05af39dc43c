"""Passages that two texts share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.passages import LEAST, passages_of, reused

LEFT = """KẾ HOẠCH
1. Tăng cường tuyên truyền, phổ biến pháp luật về an toàn giao thông đến từng thôn, bản.
2. Rà soát các tuyến đường có nguy cơ mất an toàn và đề xuất biện pháp khắc phục kịp thời.
"""
RIGHT = """CHƯƠNG TRÌNH
a) Mở rộng hợp tác với các tỉnh bạn trong đào tạo nghề cho lao động nông thôn hằng năm.
b) Tăng cường tuyên truyền, phổ biến pháp luật về an toàn giao thông đến từng thôn, buôn.
"""


def test_a_passage_is_found_where_a_word_differs() -> None:
    """Both spans lead to the words in their own text; nothing else is shared."""
    (reuse,) = reused(LEFT, RIGHT)
    assert LEFT[reuse.left.start : reuse.left.end].startswith("1. Tăng cường")
    assert RIGHT[reuse.right.start : reuse.right.end].startswith("b) Tăng cường")
    assert LEAST <= reuse.likeness <= 100


def test_short_lines_are_no_passages() -> None:
    """Headings and formulas of a few words are not compared."""
    assert [p.words[:2] for p in passages_of(LEFT)] == ["1.", "2."]


def test_what_a_text_repeats_is_told_once() -> None:
    """A passage of the other text belongs to one passage at most."""
    line = LEFT.splitlines()[1]
    assert len(reused(f"{line}\n{line}\n", RIGHT)) == 1


@given(st.lists(st.sampled_from(LEFT.split() + RIGHT.split()), max_size=60))
def test_spans_lie_in_their_texts(words: list[str]) -> None:
    """Whatever is compared, spans are inside and not empty."""
    text = " ".join(words)
    for reuse in reused(text, RIGHT):
        assert 0 <= reuse.left.start < reuse.left.end <= len(text)
        assert 0 <= reuse.right.start < reuse.right.end <= len(RIGHT)


def test_a_phrase_inside_a_long_passage_is_not_that_passage() -> None:
    """All words of the one stand in the other, which says three times as much."""
    phrase = LEFT.splitlines()[1]
    longer = f"{phrase} {RIGHT.splitlines()[1]} {LEFT.splitlines()[2]} {RIGHT.splitlines()[1]}"
    assert reused(phrase, phrase)
    assert not reused(phrase, longer)

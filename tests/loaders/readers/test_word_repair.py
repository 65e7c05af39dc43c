"""Misread marks are set right by neighbours; letters, figures and names never change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.tesseract import ReadWord
from loaders.readers.word_repair import repaired, repaired_words, word_pairs
from ontology.vietnamese_text import place_tones, strip_marks


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("các thành phó trực thuộc", "các thành phố trực thuộc"),
        ("sửa đối, bồ sung", "sửa đổi, bổ sung"),
        ("chuyên đôi số quôc gia", "chuyển đổi số quốc gia"),
        ("CỘNG HÒA XÃ HỌI CHỦ NGHĨA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
    ],
)
def test_marks_follow_the_word_beside(read: str, right: str) -> None:
    """What the recogniser confuses most is set right, in the printed case."""
    assert " ".join(repaired_words(read.split())) == right


@pytest.mark.parametrize(
    "kept",
    [
        "tổ chức đã bàn mỗi năm",
        "Nguyễn Thị Hồng Phúc",
        "số 15/KH-UBND ngày 05/6/2024",
        "dân cư; tố cáo",
    ],
)
def test_what_is_right_or_unknown_stays(kept: str) -> None:
    """Names, figures and words that are known as they stand are not touched."""
    assert " ".join(repaired_words(kept.split())) == kept


@given(
    st.lists(st.text(alphabet="aàảâấbcdđeêghiklmnoôốơpqrstuưvxy 0123456789/-.,;:XÃHỘI", max_size=8))
)
def test_only_marks_change(words: list[str]) -> None:
    """Whatever is read, its letters without marks and its length stay."""
    read = [word for word in "".join(words).split() if word]
    right = repaired_words(read)
    assert [strip_marks(place_tones(w)) for w in right] == [
        strip_marks(place_tones(w)) for w in read
    ]


def test_a_repaired_word_is_less_sure() -> None:
    """The graph can tell what the picture alone did not say."""
    line = tuple(
        ReadWord(text=text, confidence=0.9, left=0, top=0, right=1, bottom=1)
        for text in ("thành", "phó")
    )
    ((first, second),) = repaired([line])
    assert (first.text, second.text) == ("thành", "phố")
    assert second.confidence < first.confidence == 0.9


def test_the_table_is_in_order() -> None:
    """Pairs are small letters of Vietnamese, and none is listed twice."""
    pairs = word_pairs()
    assert len(pairs.known) > 4000
    assert all(word == word.lower() and word.isalpha() for pair in pairs.known for word in pair)


def test_the_opening_of_a_title_is_set_right_below_a_line_in_capitals() -> None:
    """The same words within a sentence are what they seem."""

    def line(text: str) -> tuple[ReadWord, ...]:
        return tuple(
            ReadWord(text=word, confidence=0.9, left=0, top=0, right=1, bottom=1)
            for word in text.split()
        )

    lines = repaired([line("QUYẾT ĐỊNH"), line("và việc tổ chức"), line("và việc sau")])
    texts = [" ".join(word.text for word in each) for each in lines]
    assert texts[1:] == ["Về việc tổ chức", "và việc sau"]

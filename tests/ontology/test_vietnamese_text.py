"""Texts that people take for the same fold to the same key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.vietnamese_text import fold, fold_words, place_tones, slug, strip_marks

VIETNAMESE = st.text(
    alphabet="aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵdđĐÁỦ bcn-,/",
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khoá", "khóa"),
        ("Uỷ ban", "ỦY BAN"),
        ("Hoà Bình", "hòa  bình"),
        ("QÐ-UBND", "QĐ–UBND"),
        ("Đắk\u00a0Lắk", "dak lak"),
    ],
)
def test_fold_joins_spellings(one: str, other: str) -> None:
    """Case, marks, tone placement, dashes and blanks do not tell texts apart."""
    assert fold(one) == fold(other)


@given(VIETNAMESE)
def test_fold_does_not_see_the_normal_form(text: str) -> None:
    """NFC and NFD of one text have one key, and folding again changes nothing."""
    key = fold(unicodedata.normalize("NFC", text))
    assert key == fold(unicodedata.normalize("NFD", text))
    assert fold(key) == key
    assert key.isascii()


@given(VIETNAMESE)
def test_strip_marks_keeps_offsets(text: str) -> None:
    """Each character of an NFC text gives exactly one."""
    normal = unicodedata.normalize("NFC", text)
    assert len(strip_marks(normal)) == len(normal)


@pytest.mark.parametrize(
    ("printed", "placed"),
    [
        ("khoá XIII", "khóa XIII"),
        ("HOÀ", "HÒA"),
        ("Uỷ", "Ủy"),
        ("khoẻ", "khỏe"),
        ("quý IV, quỹ", "quý IV, quỹ"),
        ("hoàn thành, thuỷ", "hoàn thành, thủy"),
        ("khóa", "khóa"),
    ],
)
def test_place_tones(printed: str, placed: str) -> None:
    """Tones of open oa, oe, uy go to the first vowel; closed syllables and qu stay."""
    assert place_tones(printed) == placed


@given(VIETNAMESE)
def test_place_tones_is_stable(text: str) -> None:
    """Placing twice is placing once, and the key does not change."""
    placed = place_tones(text)
    assert place_tones(placed) == placed
    assert fold(placed) == fold(text)


def test_words_and_slug() -> None:
    """Signs between words do not count; a slug is lower-case ASCII."""
    assert fold_words("Bà Rịa-Vũng Tàu") == fold_words("BÀ RỊA – VŨNG TÀU") == "ba ria vung tau"
    assert slug("Đề án 06/CP!") == "de-an-06-cp"

"""Texts in the font encodings of the age before Unicode."""

from __future__ import annotations

import pytest

from loaders.errors import UnreadableDocument
from loaders.readers import read
from loaders.readers.font_encoding import is_font_encoded
from loaders.records import SourceFile

TCVN3 = "ñy ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh tæ chøc thùc hiÖn nghiªm chØ thÞ nµy. "
VNI = "Uûy ban nhaân daân tænh yeâu caàu caùc sôû, ban, ngaønh toå chöùc thöïc hieän chæ thò naøy. "
UNICODE = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tổ chức thực hiện nghiêm chỉ thị này. "


@pytest.mark.parametrize("text", [TCVN3, VNI, TCVN3 * 50, "CHI THI " + VNI * 3])
def test_fonts_are_told(text: str) -> None:
    """Letters that stand for others are no words that could be read."""
    assert is_font_encoded(text)


@pytest.mark.parametrize(
    "text",
    [UNICODE, "", "abc", "Điều 5 © 2024 § 3, 25° ± 2", "à la carte, naïve café", UNICODE + "ä ö ü"],
)
def test_real_words_are_left_alone(text: str) -> None:
    """Vietnamese in Unicode, other tongues, and signs of Latin-1 among words."""
    assert not is_font_encoded(text)


def test_such_a_file_is_refused_by_name() -> None:
    """The message names the file and tells to convert it."""
    file = SourceFile(
        name="cu.txt", media_type="text/plain", content=TCVN3.encode(), sha256="0" * 64
    )
    with pytest.raises(UnreadableDocument, match=r"cu\.txt") as refused:
        read(file)
    assert refused.value.code == "not-text"

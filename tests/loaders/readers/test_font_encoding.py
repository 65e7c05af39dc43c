"""Texts in the font encodings of the age before Unicode."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from loaders.readers import read
from loaders.readers.font_encoding import (
    converted,
    font_encodings,
    in_font,
    is_font_encoded,
)
from loaders.records import SourceFile

TCVN3 = "ñy ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh tæ chøc thùc hiÖn nghiªm chØ thÞ nµy. "
VNI = "Uûy ban nhaân daân tænh yeâu caàu caùc sôû, ban, ngaønh toå chöùc thöïc hieän nghieâm chæ thò naøy. "
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


def test_each_example_is_converted_by_its_own_entry() -> None:
    """The table proves itself: what an entry shows becomes what it says, and no other's does."""
    table = tomllib.loads(files("loaders.readers").joinpath("font_encodings.toml").read_text())
    for entry in table["encoding"]:
        (kind,) = (kind for kind in font_encodings() if kind.name == entry["id"])
        for example in entry["examples"]:
            assert kind.converted(example["text"]) == example["becomes"]
            assert converted(example["text"] * 3) == (example["becomes"] * 3, entry["id"])


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "tcvn3"), (VNI, "vni")])
def test_such_a_file_is_read_in_unicode(text: str, encoding: str) -> None:
    """The words come right, and a remark says how."""
    file = SourceFile(
        name="cu.txt", media_type="text/plain", content=text.encode(), sha256="0" * 64
    )
    said = read(file)
    assert said.text.casefold() == UNICODE.casefold()
    assert [(r.code, r.detail) for r in said.remarks] == [("font-encoding-converted", encoding)]


def test_lines_in_unicode_stay() -> None:
    """A text of two ages keeps what is right already."""
    assert converted(UNICODE + "\n" + VNI)[0].casefold() == (UNICODE + "\n" + UNICODE).casefold()


@pytest.mark.parametrize(
    ("text", "font", "becomes"),
    [
        ("ViÖt Nam", ".VnTime", "Việt Nam"),
        ("ViÖt Nam", ".VnArialH", "VIỆT NAM"),
        ("Vieät Nam", "VNI-Times", "Việt Nam"),
        ("Việt Nam", "VNI-Times", "Việt Nam"),
        ("déjà vu", "Times New Roman", "déjà vu"),
    ],
)
def test_runs_are_converted_by_their_font(text: str, font: str, becomes: str) -> None:
    """A name of a font says what its letters are, unless they are Unicode after all."""
    assert in_font(text, font) == becomes

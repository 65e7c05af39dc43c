"""Footnotes of scans."""

from __future__ import annotations

from loaders.readers.ruled_tables import Line as Ruling
from loaders.readers.scanned_notes import parted_notes
from loaders.readers.tesseract import ReadWord

DOT = 72 / 200
SIZE = (1654, 2339)
RULE = Ruling((2339 - 1900) * DOT, 50, 194)


def line(text: str, top: int, height: int) -> tuple[ReadWord, ...]:
    """Return a line as Tesseract reads it."""
    left, found = 150, []
    for word in text.split():
        right = left + 14 * len(word)
        edges = {"left": left, "top": top, "right": right, "bottom": top + height}
        found.append(ReadWord(text=word, confidence=0.9, **edges))
        left = right + 10
    return tuple(found)


TEXT = tuple(line("Theo Nghị định của Chính phủ các sở", 600 + 60 * at, 30) for at in range(4))


def read(*below: tuple[ReadWord, ...]) -> tuple[list[str], list[tuple[int, str]]]:
    """Return the lines of a page and its notes."""
    lines, notes = parted_notes((*TEXT, *below), [RULE], SIZE)
    said = [(number, " ".join(word.text for word in words)) for number, words in notes]
    return [" ".join(word.text for word in one) for one in lines[len(TEXT) :]], said


def test_small_print_below_a_short_rule() -> None:
    """The number of the page stays; a note may have several lines."""
    rest, notes = read(
        line("1 Được sửa đổi năm", 1950, 20),
        line("2023 và 2024", 1980, 20),
        line("2Gồm mười sở", 2010, 20),
        line("- 7 -", 2200, 30),
    )
    assert rest == ["- 7 -"]
    assert notes == [(1, "Được sửa đổi năm 2023 và 2024"), (2, "Gồm mười sở")]


def test_a_misread_number_begins_a_note() -> None:
    """A raised figure is often read as a sign."""
    assert read(line("! Được sửa đổi", 1950, 20)) == ([], [(1, "Được sửa đổi")])
    lost = "Được sửa đổi theo quy định tại khoản 1 Điều 2"
    assert read(line(lost, 1950, 20), line("? Mới", 1980, 20))[1] == [(1, lost), (2, "Mới")]


def test_recipients_and_large_print_stay() -> None:
    """They begin with no number, or are no small print."""
    assert read(line("Nơi nhận:", 1950, 20), line("- Như trên;", 1980, 20))[1] == []
    assert read(line("- Như trên;", 1950, 20))[1] == []
    assert read(line("1 Được sửa đổi", 1950, 30))[1] == []
    assert parted_notes((), [RULE], SIZE) == ((), ())

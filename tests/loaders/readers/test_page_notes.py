"""Footnotes of printed pages."""

from __future__ import annotations

from loaders.readers.page_notes import (
    Glyph,
    Note,
    is_note_rule,
    may_have_notes,
    whole_notes,
    without_notes,
)
from loaders.readers.ruled_tables import Box

RULE = Box(50, 199, 194, 200)


def printed(text: str, foot: float, size: float) -> list[Glyph]:
    """Return the signs of a line; figures in angle brackets stand raised."""
    found: list[Glyph] = []
    left, raised = 50.0, False
    for letter in text:
        if letter in "<>":
            raised = letter == "<"
            continue
        left += size / 2
        if letter.isspace():
            found.append(Glyph(letter))
        elif raised:
            found.append(Glyph(letter, left, left + 3, foot + 0.4 * size, 0.6 * size))
        else:
            found.append(Glyph(letter, left, left + size / 2, foot, size))
    return [*found, Glyph("\n")]


BODY = (
    *printed("Theo Nghị định số 12/2020/NĐ-CP<1> của Chính", 400, 14),
    *printed("phủ, các sở khẩn trương<2>", 380, 14),
)
NOTES = (
    *printed("<1> Đã được sửa đổi năm 2023.", 180, 11),
    *printed("<2> Gồm mười hai sở của", 160, 11),
    *printed("tỉnh.", 150, 11),
)


def read(glyphs: list[Glyph], before: Note | None = None) -> tuple[str, tuple[Note, ...]]:
    """Return what is left of a page, and its notes."""
    found = without_notes(glyphs, [RULE], 595, before)
    assert found is not None
    said = (found.signs.get(at, glyphs[at].letter) for at in found.kept)
    return "".join(said), found.notes


def note_lines(notes: tuple[Note, ...] | list[Note]) -> tuple[str, ...]:
    """Return the notes of a document as its text gives them."""
    return tuple(f"[{note.number}] {note.text}" for note in whole_notes(notes))


def test_notes_leave_the_sentence() -> None:
    """Their numbers stay in brackets, so that none is taken for a figure of the text."""
    page_number = printed("7", 30, 14)
    text, notes = read([*BODY, *NOTES, *page_number])
    assert text == ("Theo Nghị định số 12/2020/NĐ-CP[1] của Chính\nphủ, các sở khẩn trương[2]\n7\n")
    assert note_lines(notes) == (
        "[1] Đã được sửa đổi năm 2023.",
        "[2] Gồm mười hai sở của tỉnh.",
    )


def test_no_rule_is_needed_where_the_number_stands_raised() -> None:
    """A note may also be known by the number in the text that leads to it."""
    assert without_notes([*BODY, *NOTES], [], 595, None) is not None


def test_a_note_goes_on_on_the_next_page() -> None:
    """Small print below a rule without a number ends the note before, if that has no end."""
    page = [*printed("phủ ban hành kế hoạch này.", 400, 14), *printed("nhiều xã.", 150, 11)]
    first = Note(number=2, text="Gồm mười hai sở của")
    _, notes = read(page, before=first)
    assert note_lines([first, *notes]) == ("[2] Gồm mười hai sở của nhiều xã.",)


def test_pages_that_count_their_notes_anew_are_counted_on() -> None:
    """Each note of a document has a number of its own."""
    text, notes = read([*BODY, *NOTES], before=Note(number=5, text="Hết."))
    assert [note.number for note in notes] == [6, 7]
    assert "CP[6]" in text


def test_a_power_of_a_metre_leads_to_no_note() -> None:
    """Areas stay what they are on a page with notes."""
    area = printed("Giao 120 m<2> đất và 3 km<2> rừng", 420, 14)
    text, _ = read([*area, *BODY, *NOTES])
    assert text.startswith("Giao 120 m2 đất và 3 km2 rừng\n")
    assert "trương[2]" in text


def test_small_print_without_a_raised_number_stays() -> None:
    """Recipients, rows of a table and items are no notes."""
    recipients = [*printed("Nơi nhận:", 180, 11), *printed("- Như trên; Lưu: VT.", 170, 11)]
    items = [*printed("1. Sở Y tế thực hiện", 180, 11), *printed("2. Sở Nội vụ", 170, 11)]
    for glyphs in ([*BODY, *recipients], [*BODY[:20], Glyph("\n"), *items], [*NOTES]):
        assert without_notes(glyphs, [RULE], 595, None) is None


def test_pages_worth_a_look() -> None:
    """Most pages are told by their text alone."""
    assert may_have_notes("Luật số 47/2014/QH131.\n1 Luật này", [], 595, None)
    assert not may_have_notes("Theo Luật số 47/2014.\n1. Các sở", [RULE], 595, None)
    assert not may_have_notes("Theo Luật.\n12 để tổng hợp", [], 595, None)
    assert not is_note_rule(Box(50, 199, 540, 200), 595, None)
    assert is_note_rule(Box(50, 199, 540, 200), 595, Note(number=1, text="Hết."))

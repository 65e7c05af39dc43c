"""Footnotes of a printed page: they are taken out of the sentence that goes on behind them.

A note is print smaller than the page's, at its foot, that begins with a number: below a short rule,
or with a number that stands raised in the text above. Lists of recipients are small print at the
foot too, but bear no such number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from loaders.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaders.readers.ruled_tables import Box
    from loaders.source_text import PrintedWord

_SMALL: Final = 0.95
"""Size of the print of notes, in sizes of the text's."""
_RAISED_SIZE: Final = 0.85
"""Size of a raised sign, in sizes of its neighbour's."""
_RAISED_BY: Final = (0.1, 0.8)
"""How far above its neighbour's a raised sign has its foot, in sizes of the neighbour."""
_SHORT_RULE: Final = (40.0, 0.5)
"""Length of the rule above notes: at least so many points, at most this share of the page."""
_LEFT: Final = 0.35
"""Share of the page's width in which that rule begins."""
_TELLING: Final = 8
"""Signs of a line from which its size tells something."""
_NEAR: Final = 4
"""Signs behind the number of a note among which its words begin."""
_LONGEST: Final = 3
"""Figures of the number of a note."""
_MARK: Final = re.compile(r"[\[(]?([0-9]{1,3})[\])]?[.:]?(?=\s|[^\W\d_]|[\"\u201c(]|\Z)")
_BEGINS: Final = re.compile(r"\n[ \t]*[\[(]?([0-9]{1,3})[\])]?:?\s*[^\W\d_]")
_GLUED: Final = re.compile(r"[^\s\d/(-](?:\n(?=[0-9]{1,3}\n))?([0-9]{1,4})(?![\w/-])")
"""What the number of a note may look like at the beginning of its line, and behind a word."""
_OPEN: Final = re.compile(r"[\w,\u2013-]\s*\Z")
"""The end of a note that goes on on the next page."""
_METRE: Final = re.compile(r"(?:\A|[^\w]|[0-9])[kcdh]?m\Z")
"""A measure of length, behind which a raised number is its power."""


class Glyph(NamedTuple):
    """A sign of a text layer: its edges, its foot and size; blanks have no size."""

    letter: str
    left: float = 0.0
    right: float = 0.0
    foot: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote.

    Args:
        number: its number, or 0 where it goes on from the page before.
        text: what it says.
        words: place and confidence of each word, where they were recognised; spans count in `text`.
    """

    number: int
    text: str
    words: tuple[PrintedWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPage:
    """What is left of a page without its notes, and these.

    Args:
        kept: the index of each sign that is left.
        signs: what stands for the first figure of a number that leads to a note, by its index.
        notes: the notes in order.
    """

    kept: tuple[int, ...]
    signs: Mapping[int, str]
    notes: tuple[Note, ...]


class _Line(NamedTuple):
    """A line of a text layer: where it starts and ends among the signs, its size and its foot."""

    start: int
    end: int
    size: float
    foot: float
    signs: int


_Marks: TypeAlias = "dict[int, tuple[int, int]]"
"""Numbers that stand raised in the text: for the index of the first figure number and length."""


def may_have_notes(text: str, rules: Iterable[Box], width: float, before: Note | None) -> bool:
    """Tell whether it is worth looking for notes on a page.

    Args:
        text: of the page.
        rules: its level rules.
        width: of the page, in points.
        before: the last note of the pages before; None where they have none.
    """
    begun = set(_BEGINS.findall(text))
    if not begun and (before is None or not _OPEN.search(before.text)):
        return False
    if any(is_note_rule(rule, width, before) for rule in rules):
        return True
    glued = _GLUED.findall(text)
    return any(figures[at:] in begun for figures in glued for at in range(len(figures)))


def is_note_rule(rule: Box, width: float, before: Note | None) -> bool:
    """Tell whether a level rule is like the one above notes.

    Args:
        rule: its box, in points.
        width: of the page, in points.
        before: the last note of the pages before; None where they have none.

    Source: word processors draw one of two inches, at the left, and one over the whole page above
    notes that go on from the page before.
    """
    shortest, share = _SHORT_RULE
    longest = share * width if before is None else width
    return shortest <= rule.right - rule.left <= longest and rule.left <= _LEFT * width


def without_notes(
    glyphs: Sequence[Glyph], rules: Iterable[Box], width: float, before: Note | None
) -> NotedPage | None:
    """Return a page without its notes; None where it has none.

    Args:
        glyphs: its signs in the order of the text layer.
        rules: its level rules.
        width: of the page, in points.
        before: the last note of the pages before; None where they have none.
    """
    lines = list(_lines(glyphs))
    raised = _raised(glyphs)
    last = before.number if before else 0
    numbers = {number for number, _ in raised.values()}
    below = sorted((one.top for one in rules if is_note_rule(one, width, before)), reverse=True)
    goes_on = before is not None and _OPEN.search(before.text) is not None
    for high in below:
        inside = _foot_of_page(glyphs, lines, high)
        if notes := _notes(glyphs, inside, numbers, goes_on=goes_on):
            return _parted(glyphs, inside, raised, notes, last)
    for line in lines:
        if (number := _number(glyphs, line, numbers)) and number in numbers:
            inside = _foot_of_page(glyphs, lines, line.foot + line.size / 2)
            if inside and inside[0] is line and (notes := _notes(glyphs, inside, numbers)):
                return _parted(glyphs, inside, raised, notes, last)
    return None


def _lines(glyphs: Sequence[Glyph]) -> Iterator[_Line]:
    """Give the lines with a sign."""
    start = 0
    for end, glyph in enumerate([*glyphs, Glyph("\n")]):
        if glyph.letter != "\n":
            continue
        placed = [one for one in glyphs[start:end] if one.size]
        if placed:
            size, foot = median(one.size for one in placed), median(one.foot for one in placed)
            yield _Line(start, end, size, foot, len(placed))
        start = end + 1


def _raised(glyphs: Sequence[Glyph]) -> _Marks:
    """Return the numbers that stand raised behind a word."""
    marks: _Marks = {}
    last, at = -1, 0
    while at < len(glyphs):
        if glyphs[at].letter.isdigit() and last >= 0 and _is_raised(glyphs[at], glyphs[last]):
            figures = _figures(glyphs, at)
            behind = glyphs[last].left < glyphs[at].left and not _is_unit(glyphs, last)
            if len(figures) <= _LONGEST and behind:
                marks[at] = (int(figures), len(figures))
            at += len(figures)
            continue
        last = at if glyphs[at].size else last
        at += 1
    return marks


def _is_unit(glyphs: Sequence[Glyph], at: int) -> bool:
    """Tell whether a word is a metre or a multiple of it, whose power stands raised."""
    return _METRE.search(_words(glyphs, max(0, at - _LONGEST), at + 1)) is not None


def _is_raised(sign: Glyph, beside: Glyph) -> bool:
    """Tell whether a sign is smaller than another and stands higher, but on the same line."""
    if not sign.size or sign.size > _RAISED_SIZE * beside.size:
        return False
    low, high = (share * beside.size for share in _RAISED_BY)
    return low <= sign.foot - beside.foot <= high


def _figures(glyphs: Sequence[Glyph], at: int) -> str:
    """Return the figures from an index on that are of one size."""
    end = at
    while end < len(glyphs) and glyphs[end].letter.isdigit() and glyphs[end].size:
        end += 1
    return "".join(glyph.letter for glyph in glyphs[at:end])


def _foot_of_page(glyphs: Sequence[Glyph], lines: list[_Line], high: float) -> list[_Line]:
    """Return the lines below a height if they are small print, without the number of the page."""
    inside = [line for line in lines if line.foot < high]
    while inside and _is_page_number(glyphs, inside):
        inside.pop()
    small = [line.size for line in inside if line.signs >= _TELLING]
    text = [line.size for line in lines if line.foot >= high and line.signs >= _TELLING]
    if not small or not text or max(small) > _SMALL * median(text):
        return []
    return inside


def _is_page_number(glyphs: Sequence[Glyph], lines: list[_Line]) -> bool:
    """Tell whether the last of some lines is a number alone, which no words follow."""
    line = lines[-1]
    return _words(glyphs, line.start, line.end).strip("- ").isdigit()


def _words(glyphs: Sequence[Glyph], start: int, end: int) -> str:
    return "".join(glyph.letter for glyph in glyphs[start:end])


def _number(glyphs: Sequence[Glyph], line: _Line, numbers: set[int]) -> int:
    """Return the number that a line begins with as notes do; 0 where it does not.

    It is one of those that stand raised in the text, or it is raised itself.
    """
    start = next(at for at in range(line.start, line.end) if glyphs[at].size)
    mark = _MARK.match(_words(glyphs, start, line.end))
    if mark is None:
        return 0
    behind = range(start + mark.end(), min(start + mark.end() + _NEAR, len(glyphs)))
    following = next((glyphs[at] for at in behind if glyphs[at].size), None)
    number = int(mark.group(1))
    is_raised = following is not None and _is_raised(glyphs[start], following)
    return number if is_raised or number in numbers else 0


def _notes(
    glyphs: Sequence[Glyph], lines: list[_Line], numbers: set[int], *, goes_on: bool = False
) -> tuple[Note, ...]:
    """Return the notes that small print holds; none where it begins with no number.

    Each note has the number after the one before; print that only looks like a number has not.
    """
    notes: list[tuple[int, list[str]]] = [(0, [])] if goes_on else []
    for line in lines:
        number = _number(glyphs, line, numbers)
        words = _words(glyphs, line.start, line.end).strip()
        if number and _follows(number, [known for known, _ in notes if known]):
            notes.append((number, []))
            words = _MARK.sub("", words, count=1)
        if not notes:
            return ()
        notes[-1][1].append(words)
    found = [Note(number=number, text=" ".join(" ".join(said).split())) for number, said in notes]
    return tuple(note for note in found if note.text)


def _follows(number: int, known: list[int]) -> bool:
    """Tell whether a note with a number may follow those known on its page."""
    return not known or number == known[-1] + 1


def _parted(
    glyphs: Sequence[Glyph],
    lines: list[_Line],
    raised: _Marks,
    notes: tuple[Note, ...],
    last: int,
) -> NotedPage:
    """Return a page without the lines of its notes, their numbers in square brackets.

    Where each page numbers its notes from 1 on, they are counted on, so that each has its own.
    """
    gone = {at for line in lines for at in range(line.start, line.end + 1)}
    known = {note.number for note in notes if note.number}
    by = last if known and min(known) <= last else 0
    signs: dict[int, str] = {}
    for at, (number, length) in raised.items():
        if number in known and at not in gone:
            signs[at] = f"[{number + by}]"
            gone.update(range(at + 1, at + length))
            gone.update(_broken(glyphs, at, length))
    return NotedPage(
        kept=tuple(at for at in range(len(glyphs)) if at not in gone),
        signs=signs,
        notes=tuple(
            Note(number=note.number + by if note.number else 0, text=note.text) for note in notes
        ),
    )


def _broken(glyphs: Sequence[Glyph], at: int, length: int) -> Iterator[int]:
    """Give the line feeds that a text layer puts round a raised number within a line."""
    before = at - 1
    while before >= 0 and not glyphs[before].size:
        if glyphs[before].letter == "\n":
            yield before
        before -= 1
    end = at + length
    following = next((one for one in glyphs[end + 1 : end + 3] if one.size), None)
    if end == len(glyphs) or glyphs[end].letter != "\n" or following is None:
        return
    if _is_raised(glyphs[at], following) and following.left > glyphs[at].left:
        yield end


def whole_notes(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes of all pages, those that go on over a page as one, each with its own number.

    Args:
        notes: those of each page, in order.
    """
    whole: list[Note] = []
    for note in notes:
        last = whole[-1] if whole else Note(number=0, text="")
        if note.number or not whole:
            whole.append(replace(note, number=max(note.number, last.number + 1)))
        else:
            by = len(last.text) + 1
            words = (*last.words, *(moved(word, by) for word in note.words))
            whole[-1] = replace(last, text=f"{last.text} {note.text}", words=words)
    return tuple(whole)


def moved(word: PrintedWord, by: int) -> PrintedWord:
    """Return a word that stands so many characters later in its text."""
    return replace(word, span=Span(start=word.span.start + by, end=word.span.end + by))

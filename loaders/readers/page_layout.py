"""The words of a page in the order in which a person reads them, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.readers.page_notes import Note
    from loaders.readers.tesseract import ReadWord
    from loaders.source_text import PrintedWord

Line: TypeAlias = "tuple[ReadWord, ...]"
"""Words from left to right."""

BAR: Final = "|"
"""What stands between the cells of a row; no word of a page is read so."""
_GAP: Final = 1.0
"""Blank between columns, in heights of a word; justified lines stretch their blanks to less."""
_SAME_ROW: Final = 0.5
"""Share of the lower word's height in which two words on one row overlap."""
_NEAR: Final = 3.5
"""Rows further apart, in heights of a word, belong to no common columns."""
_UNSURE: Final = 0.35
"""A line below this confidence is no print: a signature, a seal, dirt."""
_SURE: Final = 0.6
"""A line with one word above this confidence is print, however faint the rest."""
_SIGN_UNSURE: Final = 0.6
"""A sign without letter or figure below this confidence is a ruled line or a fold."""
_SIGNS: Final = frozenset(".,;:!?()[]/&%*+=-\u2013\u2014\"'\u201c\u201d\u2022\u2026")
"""Signs that stand alone in print."""
_HALVES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLines:
    """The lines of a page in the order of reading.

    Args:
        lines: the lines, those of the left column before those of the right one.
        head: how many of them stand above or in the first columns of the page; 0 without columns.
    """

    lines: tuple[Line, ...]
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands at one height of a page: its stretches of words, from left to right."""

    parts: tuple[Line, ...]
    top: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What a page says.

    Args:
        text: its words, line by line.
        words: place and confidence of each, where they were recognised; spans count in `text`.
        confidence: mean confidence of the recognised words, 0 to 1; None for a printed text layer.
        picture: the page as a JPEG, empty where it needed no recognition.
        failed: whether it could not be recognised.
        notes: its footnotes, which are no part of its text.
    """

    text: str
    words: tuple[PrintedWord, ...] = ()
    confidence: float | None = None
    picture: bytes = b""
    failed: bool = False
    notes: tuple[Note, ...] = ()


def lines_of(words: Sequence[ReadWord]) -> PageLines:
    """Return the lines of a page: of columns the left one first, then the right one.

    Args:
        words: what was recognised on a page, in any order.

    Source: Decree 30/2020/NĐ-CP, annex I: head and signature stand in two columns.
    """
    print_only = [word for word in words if _is_print(word)]
    if not print_only:
        return PageLines(lines=(), head=0)
    height = median(word.bottom - word.top for word in print_only)
    rows = [_row(words_of_row, height) for words_of_row in _rows(print_only)]
    lines: list[Line] = []
    at = head = 0
    while at < len(rows):
        end, border = _columns(rows, at, height)
        if end > at:
            lines += filter(_is_readable, _by_columns(rows[at:end], border))
            head = head or len(lines)
        else:
            lines += filter(_is_readable, [_whole(rows[at])])
        at = max(end, at + 1)
    return PageLines(lines=tuple(lines), head=head)


def _whole(row: Row) -> Line:
    """Return all words of a row."""
    return tuple(word for part in row.parts for word in part)


def _is_print(word: ReadWord) -> bool:
    """Tell whether a word is more than a ruled line, a fold or dirt."""
    if any(map(str.isalnum, word.text)):
        return True
    is_known = set(word.text) <= _SIGNS and len(set(word.text)) == len(word.text)
    return is_known and word.confidence >= _SIGN_UNSURE


def _is_readable(line: Line) -> bool:
    """Tell whether a line was read surely enough to be print."""
    spoken = [word for word in line if any(map(str.isalnum, word.text))]
    if any(word.confidence >= _SURE and len(word.text) > 1 for word in spoken):
        return True
    letters = sum(len(word.text) for word in spoken)
    sure = sum(word.confidence * len(word.text) for word in spoken)
    return letters > 0 and sure >= _UNSURE * letters


def _rows(words: Iterable[ReadWord]) -> list[list[ReadWord]]:
    """Return the words by the height at which they stand, from top to bottom.

    The lines that Tesseract found are kept together; those at one height become one row.
    """
    found: dict[tuple[int, ...], list[ReadWord]] = {}
    for word in words:
        found.setdefault(word.line, []).append(word)
    rows: list[list[ReadWord]] = []
    for line in sorted(found.values(), key=_middle):
        if rows and _overlap(rows[-1], line):
            rows[-1] += line
        else:
            rows.append(list(line))
    return rows


def _middle(line: Sequence[ReadWord]) -> float:
    return median(word.top + word.bottom for word in line)


def _overlap(row: Sequence[ReadWord], line: Sequence[ReadWord]) -> bool:
    """Tell whether a line stands beside a row and not below it."""
    top = max(median(w.top for w in row), median(w.top for w in line))
    bottom = min(median(w.bottom for w in row), median(w.bottom for w in line))
    lower = min(median(w.bottom - w.top for w in each) for each in (row, line))
    beside = not any(a.left < b.right and b.left < a.right for a in row for b in line)
    return beside and bottom - top >= _SAME_ROW * lower


def _row(words: list[ReadWord], height: float) -> Row:
    """Return a row with its words parted where a blank is wide."""
    words.sort(key=lambda word: word.left)
    parts: list[list[ReadWord]] = [[words[0]]]
    for word in words[1:]:
        if word.left - max(w.right for w in parts[-1]) > _GAP * height:
            parts.append([])
        parts[-1].append(word)
    return Row(
        parts=tuple(map(tuple, parts)),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
    )


def _columns(rows: Sequence[Row], at: int, height: float) -> tuple[int, float]:
    """Return where the two columns that begin at a row end, and the border between them.

    The end is the row itself where no columns begin. Rows go on in columns while a blank stays
    free between them and a later row still has words on both sides.
    """
    start = next(
        (i for i in range(at, min(at + 3, len(rows))) if len(rows[i].parts) == _HALVES), None
    )
    if start is None or any(_far(rows, i, height) for i in range(at + 1, start + 1)):
        return at, 0.0
    left, right = _blank(rows[start])
    end, border = at, 0.0
    for i in range(at, len(rows)):
        if i > at and _far(rows, i, height):
            break
        left, right = _narrowed(rows[i], left, right)
        if right - left < _GAP * height:
            break
        both = _sides(rows[i], left, right) == _HALVES
        if (i > start and both) or (end > start and i == end):
            end, border = i + 1, (left + right) / 2
    return (end, border) if end > start + 1 else (at, 0.0)


def _far(rows: Sequence[Row], i: int, height: float) -> bool:
    """Tell whether a row stands too far below the one before it."""
    return rows[i].top - rows[i - 1].bottom > _NEAR * height


def _blank(row: Row) -> tuple[float, float]:
    """Return the blank between the two parts of a row."""
    return float(row.parts[0][-1].right), float(row.parts[1][0].left)


def _narrowed(row: Row, left: float, right: float) -> tuple[float, float]:
    """Return what of a blank a row leaves free; nothing where its words cross it."""
    for part in row.parts:
        start, end = part[0].left, max(word.right for word in part)
        if start < left and end > right:
            return 0.0, 0.0
        middle = (left + right) / 2
        if (start + end) / 2 < middle:
            left = max(left, min(end, right))
        else:
            right = min(right, max(start, left))
    return left, right


def _sides(row: Row, left: float, right: float) -> int:
    """Return on how many sides of a blank a row has words."""
    middle = (left + right) / 2
    return len({(part[0].left + part[-1].right) / 2 < middle for part in row.parts})


def _by_columns(rows: Sequence[Row], border: float) -> list[Line]:
    """Return the lines left of a border, then those right of it."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for row in rows:
        for side, is_right in enumerate((False, True)):
            line = tuple(
                word
                for part in row.parts
                for word in part
                if ((part[0].left + part[-1].right) / 2 >= border) == is_right
            )
            if line:
                sides[side].append(line)
    return [*sides[0], *sides[1]]

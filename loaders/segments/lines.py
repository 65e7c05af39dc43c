"""The printed lines of a text: where they stand, what they begin with, what is only frame."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from loaders.records import Span
from loaders.segments.cues import cues

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WORDS = re.compile(r"[^\W_]")
_MARK = re.compile(r"\w{1,4}\)|\w[./]")
_STAMP = re.compile(r"[^\W\d_][^\n:]{1,24}:")
BARS = 2
"""Bars of a line that make it a row of a table."""
_ENDING = ".;:!?…"
_CLOSERS = "\"')]”’ "
_ENOUGH = 4
_STAMP_LENGTH = 80
_MOSTLY = 0.8
_PRINTED_WIDTH = 130
"""A page line of Times 14 holds 70 to 100 letters; longer lines are whole paragraphs."""


class Line(NamedTuple):
    """A printed line without the blanks round it; a tuple, as a text has thousands.

    Args:
        start, end: where it stands.
        gap: True where a blank line stands before it.
        broken: True where the frame of a page stands before it.
        cue: id of the table entry that its start matches; empty for none.
        cue_end: where that match ends.
        closed: True where it ends a sentence, a clause or a list entry.
        lower: True where it begins with a small letter.
        figure: True where it begins with a figure that is no marker.
    """

    start: int
    end: int
    gap: bool
    broken: bool
    cue: str
    cue_end: int
    closed: bool
    lower: bool
    figure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A text as lines.

    Args:
        text: the normalised text.
        lines: lines with words, without the frame of the pages.
        noise: running heads, page numbers, stamps.
        wrapped: True where lines are those of a printed page, False where a line is a paragraph.
        separated: True where blank lines stand between paragraphs.
        width: letters that fit on a line of the page.
        has_bars: True where the text holds bars, as tables do.
        first_width: letters that the first line of an item takes before it runs on; markup or an
            indent can make it much shorter than the width.
    """

    text: str
    lines: tuple[Line, ...]
    noise: tuple[Span, ...]
    wrapped: bool
    separated: bool
    width: int
    first_width: int
    has_bars: bool


def read_sheet(text: str) -> Sheet:
    """Return the lines of a text and how its paragraphs are set.

    Args:
        text: normalised text.
    """
    noise: list[Span] = []
    lines = tuple(_lines(text, noise))
    wrapped, separated, width = _setting(_plain(text, lines))
    return Sheet(
        text=text,
        lines=lines,
        noise=tuple(noise),
        wrapped=wrapped,
        separated=separated,
        width=width,
        first_width=_first_width(lines, width),
        has_bars="|" in text,
    )


def _lines(text: str, noise: list[Span]) -> Iterator[Line]:
    """Give the lines with words; the frame goes into `noise`."""
    match_cue = cues().body.match
    last, broken, stamped, in_table = 0, False, False, False
    for found in _LINE.finditer(text):
        start, end = found.span()
        letter = text[start]
        lower = letter.islower()
        cue = None if lower and not _MARK.match(text, start) else match_cue(text, start)
        name = (cue.lastgroup or "") if cue else ""
        if not name and not letter.isalnum() and not _WORDS.search(text, start, end):
            continue
        gap = start - last > 1 and text.find("\n", text.find("\n", last, start) + 1, start) > 0
        last = end
        if (name or stamped) and _is_frame(
            text, start, end, name, stamped=stamped, numbers=not in_table or broken
        ):
            stamped = name == "running_head" or stamped
            noise.append(Span(start=start, end=end))
            broken = True
            continue
        in_table = in_table or name == "table_head"
        stamped = False
        yield Line(
            start,
            end,
            gap,
            broken,
            name,
            cue.end() if cue else start,
            not text[end - 1].isalnum() and is_closed(text, start, end),
            lower,
            not name and letter.isdigit(),
        )
        broken = False


def _is_frame(text: str, start: int, end: int, name: str, *, stamped: bool, numbers: bool) -> bool:
    """Tell whether a line belongs to the page and not to the paper."""
    if name == "running_head":
        return True
    if name == "page_number":
        return numbers
    return stamped and end - start < _STAMP_LENGTH and _STAMP.match(text, start, end) is not None


def is_closed(text: str, start: int, end: int) -> bool:
    """Tell whether the words of a line end in punctuation that closes a sentence or an entry."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > start and text[end - 1] in _ENDING


def _plain(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines that are no rows of tables: these tell how paragraphs are set."""
    if "|" not in text:
        return lines
    return tuple(one for one in lines if text.count("|", one.start, one.end) < BARS) or lines


def _setting(lines: tuple[Line, ...]) -> tuple[bool, bool, int]:
    """Return whether lines are printed lines, whether blank lines part paragraphs, the width."""
    lengths = sorted(line.end - line.start for line in lines)
    if not lengths:
        return False, True, _PRINTED_WIDTH
    longest = lengths[-1 - len(lengths) // 20]
    wrapped = longest <= _PRINTED_WIDTH
    closed = parted = 0
    for line, following in itertools.pairwise(lines):
        if following.cue == "recipients":
            break
        if line.closed and not following.lower and line.cue_end < line.end:
            closed += 1
            parted += following.gap
    return wrapped, parted >= closed * _MOSTLY, longest


def _first_width(lines: tuple[Line, ...], width: int) -> int:
    """Return the length that one in four first lines of items, running on, stays below."""
    styles = cues().styles
    lengths = sorted(
        line.end - line.start
        for line, following in pairwise(lines)
        if line.cue in styles and following.lower and not following.gap
    )
    usual = lengths[len(lengths) // 4] if len(lengths) >= _ENOUGH else width
    return min(usual, width * 9 // 10)

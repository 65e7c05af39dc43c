"""Blocks: the paragraphs, items and lines of the frame that printed lines make together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from loaders.records import SectionKind
from loaders.segments.cues import cues
from loaders.segments.lines import BARS

if TYPE_CHECKING:
    from loaders.segments.lines import Line, Sheet

_TAIL = re.compile(r"(?:[\s.,;:…!?|\-]|(?<!\.vn)/\.|\.l\b)+\Z")
_SCRIBBLE = re.compile(r"[.!?]\s+\w{1,5}\s*\Z")
_WORD = re.compile(r"\S+")
_TAIL_REACH = 24
_SCRIBBLE_REACH = 7
_STUB = 4
"""Letters of a line in capitals that is only the first word of a heading."""


class Marker(NamedTuple):
    """A printed marker: its style, its value ("2", "b", "IV"), as printed, and where it stands."""

    style: str
    value: str
    printed: str
    start: int
    end: int


class Block(NamedTuple):
    """A stretch of the text with one purpose, before numbering.

    Args:
        kind: what it is for; for stretches of the body, paragraph.
        start, end: its words, without marker and closing punctuation.
        marker: its marker, if it has one.
        closing: punctuation after the words.
        cell: number of the table cell, from 1; 0 outside tables.
    """

    kind: SectionKind
    start: int
    end: int
    marker: Marker | None = None
    closing: str = ""
    cell: int = 0


def block(sheet: Sheet, kind: SectionKind, start: int, end: int, marker: Marker | None) -> Block:
    """Return the block of some words, without punctuation at its ends.

    Args:
        sheet: the text.
        kind: what it is for.
        start, end: words with their punctuation, marker left out.
        marker: the marker before them; a marker without words is its own block.
    """
    text = sheet.text
    while start < end and text[start] in " \n|":
        start += 1
    words_end = _words_end(text, start, end)
    if words_end <= start:
        if marker is None:
            return Block(kind, start, end)
        return Block(kind, marker.start, marker.end, marker, "")
    return Block(kind, start, words_end, marker, text[words_end:end].strip())


def _words_end(text: str, start: int, end: int) -> int:
    """Return where the words end: before closing punctuation and what is scribbled after it."""
    last = text[end - 1] if end > start else ""
    if last.isalnum():
        if text.find(" ", max(start, end - _SCRIBBLE_REACH), end) < 0:
            return end
        scribble = _SCRIBBLE.search(text, max(start, end - _TAIL_REACH), end)
        if not scribble:
            return end
        end = scribble.start() + 1
    tail = _TAIL.search(text, max(start, end - _TAIL_REACH), end)
    return tail.start() if tail else end


def marker_of(sheet: Sheet, line: Line) -> Marker | None:
    """Return the marker that a line begins with, or None."""
    if line.cue not in cues().styles:
        return None
    end = line.cue_end
    while sheet.text[end - 1].isspace():
        end -= 1
    printed = " ".join(sheet.text[line.start : end].split())
    return Marker(line.cue, _value(line.cue, printed), printed, line.start, end)


_EDGES = " .:)(/-[]"


def _value(style: str, printed: str) -> str:
    """Return the value of a marker: what is left without words and signs."""
    if style in {"part", "chapter", "division", "article"}:
        return printed.split("[", maxsplit=1)[0].strip(_EDGES).split()[-1]
    if style in {"dash", "plus", "bullet", "damaged_number"}:
        return ""
    value = printed.strip(_EDGES)
    return cues().damaged_roman.get(value, value) if style == "roman" else value


def next_block(sheet: Sheet, at: int) -> tuple[Block, int]:
    """Return the paragraph or item that begins at a line, and the line after it.

    Args:
        sheet: the text.
        at: index of its first line.
    """
    lines = sheet.lines
    first = lines[at]
    marker = marker_of(sheet, first)
    last = at
    while last + 1 < len(lines) and _goes_on(sheet, first, last):
        last += 1
    start = marker.end if marker else first.start
    end = lines[last].end
    return block(sheet, SectionKind.PARAGRAPH, start, end, marker), last + 1


def _goes_on(sheet: Sheet, first: Line, last: int) -> bool:
    """Tell whether the block goes on in the line after its last one."""
    line, following = sheet.lines[last], sheet.lines[last + 1]
    if sheet.has_bars and sheet.text.count("|", following.start, following.end) >= BARS:
        return False
    if following.cue and _opens(sheet, line, following) and not _is_worded(sheet, line, following):
        return False
    if first.cue in cues().styles and first.cue_end >= line.end:
        return not (following.gap and first.cue == "article")
    if following.gap or following.broken:
        return not line.closed and (
            following.lower or (following.broken and _is_full(sheet, line, following))
        )
    if not sheet.wrapped:
        return not line.closed and (following.lower or following.figure)
    return _wraps(sheet, first, last, following)


def _wraps(sheet: Sheet, first: Line, at: int, following: Line) -> bool:
    """Tell whether a printed line without a blank line before it belongs to the block above."""
    line = sheet.lines[at]
    if following.lower:
        return True
    if _is_capital(sheet.text, line):
        return _is_capital(sheet.text, following) or line.end - line.start < _STUB
    if sheet.separated or following.figure:
        return True
    if _may_be_heading(first, line):
        return _fills(sheet, line, following, sheet.first_width * 9 // 10)
    if not line.closed:
        return True
    return _is_full(sheet, line, following) and not _is_indented(sheet, at + 1)


def _may_be_heading(first: Line, line: Line) -> bool:
    """Tell whether a line may be a whole heading: one with a marker and without an end."""
    return line is first and not line.closed and first.cue in cues().styles


def _is_capital(text: str, line: Line) -> bool:
    return text[line.start : line.end].isupper()


def _is_indented(sheet: Sheet, at: int) -> bool:
    """Tell whether a line runs on to the next although it is short: the first of a paragraph."""
    if at + 1 >= len(sheet.lines):
        return False
    line, following = sheet.lines[at], sheet.lines[at + 1]
    if line.closed or following.gap or following.cue:
        return False
    return not _is_full(sheet, line, following)


def _is_full(sheet: Sheet, line: Line, following: Line) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    return _fills(sheet, line, following, sheet.width * 9 // 10)


def _fills(sheet: Sheet, line: Line, following: Line, width: int) -> bool:
    """Tell whether line and next word together are longer than a width."""
    word = _WORD.match(sheet.text, following.start)
    length = word.end() - word.start() if word else 0
    return (line.end - line.start) + 1 + length > width


_DANGLING_REACH = 12
_WORDED = frozenset({"article", "chapter", "part", "roman", "number"})
_BASES = frozenset({"basis", "possible_basis"})
_HARD = frozenset({"recipients", "addressees", "formula", "type_line", "table_head", "annex"})


def _opens(sheet: Sheet, line: Line, following: Line) -> bool:
    """Tell whether the cue at the start of a line is one, not words that fell there."""
    cue = following.cue
    if following.gap or line.closed or not sheet.wrapped:
        return cue != "possible_basis" or following.gap or line.closed
    if cue in _BASES or cue in {"signature", "annex"}:
        return False
    if cue in _HARD:
        return True
    if cue == "dash":
        text = sheet.text
        after = following.cue_end
        if after < following.end and not text[after].isupper():
            return False
    if cue == "letter" or (cue in _WORDED and not sheet.separated):
        return not _dangles(sheet, line)
    return not _is_full(sheet, line, following)


def _is_worded(sheet: Sheet, line: Line, following: Line) -> bool:
    """Tell whether words like those of a legal basis go on with a full line."""
    in_line = sheet.separated and sheet.wrapped and not following.gap
    return following.cue in _BASES and in_line and _is_full(sheet, line, following)


def _dangles(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line ends in words whose number stands on the next line."""
    start = max(line.start, line.end - _DANGLING_REACH)
    return cues().dangling.search(sheet.text, start, line.end) is not None


_QUOTE = '"'
_QUOTED_REACH = 200


def without_quoted_markers(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks; those inside a quotation of several paragraphs lose their markers.

    An amending paper quotes the new wording of clauses; their numbers are not its own.

    Args:
        text: the normalised text.
        blocks: blocks in the order of the text.
    """
    plain = list(blocks)
    at = 0
    while at < len(plain):
        found = plain[at]
        if text.startswith(_QUOTE, found.start) and _is_uneven(text, found):
            end = max(_quotation_end(text, plain, at), at + 1)
            plain[at + 1 : end] = map(_as_words, plain[at + 1 : end])
            at = end
        else:
            at += 1
    return plain


def _is_uneven(text: str, found: Block) -> bool:
    return text.count(_QUOTE, found.start, found.end) % 2 == 1


def _quotation_end(text: str, blocks: list[Block], at: int) -> int:
    """Return the block after a quotation, or the next one where the quotation never ends.

    A closing quote may have been lost: then the words that introduce the next quotation end it.
    """
    for end in range(at + 1, min(at + _QUOTED_REACH, len(blocks))):
        found = blocks[end]
        if text.startswith(_QUOTE, found.start):
            return end - 1 if blocks[end - 1].closing.startswith(":") else at + 1
        if text[found.end - 1] == _QUOTE and _is_uneven(text, found):
            return end + 1
    return at + 1


def _as_words(found: Block) -> Block:
    """Return a block whose marker is part of its words."""
    if found.marker is None or found.kind is not SectionKind.PARAGRAPH:
        return found
    return Block(found.kind, found.marker.start, found.end, None, found.closing)

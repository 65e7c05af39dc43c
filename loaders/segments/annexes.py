"""Annexes: their head lines, which open a numbering of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.blocks import Block, Marker, block
from loaders.segments.cues import cues
from loaders.segments.heading import head_sign

if TYPE_CHECKING:
    from loaders.segments.lines import Sheet

_HEAD_LINES = 14
_TITLES = frozenset({"annex", "form", "type_line"})


def opens_annex(sheet: Sheet, at: int, *, ended: bool) -> bool:
    """Tell whether an annex begins with a line.

    Args:
        sheet: the text.
        at: index of the line.
        ended: True where the paper itself has ended, so that a type line opens an attachment.
    """
    line = sheet.lines[at]
    if line.cue == "annex":
        return ended or line.gap or line.broken or at == 0
    if not ended:
        return False
    return (
        line.cue in {"type_line", "form"}
        or head_sign(sheet, line) == "motto"
        or _is_tied(sheet, at)
    )


def _is_tied(sheet: Sheet, at: int) -> bool:
    """Tell whether a line soon after this one ties what follows to the paper."""
    for line in sheet.lines[at : at + _HEAD_LINES]:
        if cues().attached.match(sheet.text, line.start):
            return True
        if line.closed or line.cue in cues().styles:
            return False
    return False


def read_annex(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append the head of an annex and return the line where its content begins.

    One section of kind annex holds the title, from the first line after "PHỤ LỤC" to the line
    that ties it to its paper; issuer and motto printed again above it are heading.

    Args:
        sheet: the text.
        at: index of its first line.
        blocks: where the blocks go.
    """
    title = at
    bound = min(at + _HEAD_LINES, len(sheet.lines))
    while title < bound and sheet.lines[title].cue not in _TITLES and _is_above(sheet, title):
        title += 1
    if title >= bound or sheet.lines[title].cue not in _TITLES:
        if _is_tied(sheet, at):
            return _read_title(sheet, at, blocks)
        title = max(title, at + 1)
    blocks += (
        block(sheet, SectionKind.HEADING, line.start, line.end, None)
        for line in sheet.lines[at:title]
    )
    is_title = title < bound and sheet.lines[title].cue in _TITLES
    return _read_title(sheet, title, blocks) if is_title else title


def _is_above(sheet: Sheet, at: int) -> bool:
    """Tell whether a line is part of issuer and motto printed above an attachment."""
    line = sheet.lines[at]
    if line.cue in cues().styles:
        return False
    return sheet.text[line.start : line.end].isupper() or bool(head_sign(sheet, line))


def _read_title(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append the annex itself: marker, title, tie."""
    line = sheet.lines[at]
    is_numbered = line.cue in {"annex", "form"}
    end = min(line.cue_end, line.end)
    printed = sheet.text[line.start : end].strip(" :.")
    marker = (
        Marker(line.cue, printed.split()[-1], printed, line.start, end) if is_numbered else None
    )
    start = last_end = end if is_numbered else line.start
    if line.end > end:
        last_end = line.end
    if not is_numbered:
        last_end = line.end
    at += 1
    opened = at
    tied = False
    while at < min(opened + _HEAD_LINES, len(sheet.lines)) and not tied:
        if _ends_title(sheet, at, opened):
            break
        tied, at, last_end = _take(sheet, at)
    blocks.append(block(sheet, SectionKind.ANNEX, start, max(last_end, start), marker))
    return at


def _take(sheet: Sheet, at: int) -> tuple[bool, int, int]:
    """Return whether a line tied the annex to its paper, the line after it, and its end."""
    line = sheet.lines[at]
    if sheet.text[line.start] != "(":
        return False, at + 1, line.end
    close = sheet.text.find(")", line.start, line.start + 400)
    end = line.end
    at += 1
    while at < len(sheet.lines) and sheet.lines[at].start < close:
        end = sheet.lines[at].end
        at += 1
    return bool(cues().attached.match(sheet.text, line.start)), at, end


def _ends_title(sheet: Sheet, at: int, opened: int) -> bool:
    """Tell whether a line belongs to the content of the annex."""
    line, above = sheet.lines[at], sheet.lines[at - 1]
    text = sheet.text
    if line.cue in cues().styles or line.cue in {"table_head", "basis", "page_number"}:
        return True
    if "|" in text[line.start : line.end]:
        return True
    if text[line.start] == "(" or at == opened:
        return False
    is_capital = text[line.start : line.end].isupper()
    return (above.closed and not is_capital) or (line.gap and not is_capital and not line.lower)

"""Tables: rows printed with bars, and rows printed cell by cell below each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.blocks import Block, Marker, block, next_block
from loaders.segments.cues import cues
from loaders.segments.distribution_list import closes
from loaders.segments.heading import cells
from loaders.segments.lines import BARS
from loaders.segments.nesting import follows

if TYPE_CHECKING:
    from loaders.segments.lines import Line, Sheet

_NUMBER = re.compile(r"(\d{1,3}|[IVXL]{1,6}|[A-H])[ ]*[.)]?[ ]*\Z")
_GROUPS = frozenset({"roman", "capital"})
_ITEMS = frozenset({"roman", "capital", "number", "letter"})
_STUB = 4
_NUMBER_LENGTH = 6
_OTHER = frozenset({"article", "annex", "form", "footnote", "chapter", "part"})


def is_bar_row(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is a table row printed with bars."""
    return sheet.text.count("|", line.start, line.end) >= BARS


def read_bar_row(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append a row printed with bars: its main cell, then the others; return the line after it.

    The main cell is the first after the row's number, or the first; the label of another cell
    adds its place after a bar. A row with a Roman number or a letter heads a group of rows.
    """
    line = sheet.lines[at]
    found = cells(sheet, line, SectionKind.TABLE_ROW)
    marker = None
    if len(found) > 1:
        head = found[0]
        numbered = _NUMBER.match(sheet.text[head.start : head.end])
        if numbered:
            marker = _row(numbered, head.start, head.end)
            del found[0]
    for place, cell in enumerate(found, start=1):
        blocks.append(_cell(cell, marker, place))
    return at + 1


def read_cell_table(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append a table printed cell by cell, from its first column head; return the line after it.

    Args:
        sheet: the text.
        at: index of the line with the head of the first column.
        blocks: where the blocks go.
    """
    annexed = any(found.kind is SectionKind.ANNEX for found in blocks)
    marker: Marker | None = None
    place, group, rows = 1, "", 0
    while at < len(sheet.lines) and not _leaves(sheet, at, annexed=annexed):
        line = sheet.lines[at]
        if line.cue == "table_head":
            marker, place = None, 1
        numbered = _row_number(sheet, line)
        worded = None if numbered else _worded_number(sheet, line, rows)
        if worded:
            marker, place, rows = worded, 1, rows + 1
            found, at = _next_cell(sheet, at, worded.end)
            blocks.append(_cell(found, marker, place))
            place = 2
        elif numbered and _is_head(sheet, at, numbered, group):
            marker, place, at = numbered, 1, at + 1
            rows = int(numbered.value) if numbered.style == "row" else rows
            group = numbered.value if numbered.style == "group" else group
        elif line.cue in _GROUPS:
            found, at = next_block(sheet, at)
            if found.marker:
                marker = found.marker._replace(style="group")
            blocks.append(_cell(found, marker, 1))
            marker, place = None, 1
        else:
            found, at = _next_cell(sheet, at)
            blocks.append(_cell(found, marker, place))
            place += 1
    return at


def _cell(found: Block, marker: Marker | None, place: int) -> Block:
    """Return the block of a cell; the first one carries the marker of its row."""
    kept = marker if place == 1 else None
    return Block(SectionKind.TABLE_ROW, found.start, found.end, kept, "", place)


def _row(numbered: re.Match[str], start: int, end: int) -> Marker:
    """Return the marker of a row, or of a group of rows where it is no figure."""
    value = numbered.group(1)
    style = "row" if value.isdecimal() else "group"
    return Marker(style, value, numbered.group(), start, end)


def _is_head(sheet: Sheet, at: int, marker: Marker, group: str) -> bool:
    """Tell whether a number alone on a line opens a row or group, not a cell that holds it."""
    if marker.style == "row":
        return True
    if marker.value in {"I", "A"} or follows(group, marker.value):
        return True
    following = sheet.lines[at + 1] if at + 1 < len(sheet.lines) else None
    return following is not None and sheet.text[following.start : following.end].isupper()


def _leaves(sheet: Sheet, at: int, *, annexed: bool) -> bool:
    """Tell whether a line is no longer part of the table."""
    line = sheet.lines[at]
    if line.cue in _OTHER or closes(sheet, at):
        return True
    return not annexed and line.cue in _ITEMS and line.cue_end < line.end


def _row_number(sheet: Sheet, line: Line) -> Marker | None:
    """Return the marker of the row that a line with nothing but a number opens."""
    if line.end - line.start > _NUMBER_LENGTH or (line.cue == "roman" and line.cue_end < line.end):
        return None
    found = _NUMBER.match(sheet.text[line.start : line.end])
    if not found or (line.cue in cues().styles and line.cue not in {"roman", "number"}):
        return None
    return _row(found, line.start, line.end)


def _worded_number(sheet: Sheet, line: Line, rows: int) -> Marker | None:
    """Return the marker of a row whose first cell goes on behind its number: the next row's."""
    if line.cue != "number" or line.cue_end >= line.end:
        return None
    printed = sheet.text[line.start : line.cue_end]
    value = printed.strip(" .)")
    if not value.isdecimal() or int(value) != rows + 1:
        return None
    return Marker("row", value, printed, line.start, line.cue_end)


def _next_cell(sheet: Sheet, at: int, begins: int | None = None) -> tuple[Block, int]:
    """Return the cell that begins at a line, or in it behind a number, and the line after it."""
    lines = sheet.lines
    start = at
    widest = 0
    while True:
        line = lines[at]
        widest = max(widest, line.end - line.start)
        at += 1
        if at == len(lines) or not _fills_cell(sheet, lines[at]):
            break
        if not lines[start].gap and _is_next_cell(sheet, line, lines[at], widest):
            break
    first = lines[start].start if begins is None else begins
    return block(sheet, SectionKind.TABLE_ROW, first, lines[at - 1].end, None), at


def _fills_cell(sheet: Sheet, following: Line) -> bool:
    """Tell whether a line may go on with the cell above it."""
    return not (following.gap or following.broken or following.cue or _row_number(sheet, following))


def _is_next_cell(sheet: Sheet, line: Line, following: Line, widest: int) -> bool:
    """Tell whether a cell begins with a line that no blank line parts from the one above."""
    if following.lower or line.end - line.start < _STUB:
        return False
    word = sheet.text[following.start : following.end].split(" ", 1)[0]
    return line.closed or line.end - line.start + 1 + len(word) <= widest

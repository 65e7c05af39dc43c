"""Tables: rows printed with bars, and rows printed cell by cell below each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.blocks import Block, Marker, block, next_block
from loaders.segments.cues import cues
from loaders.segments.distribution_list import closes
from loaders.segments.heading import cells

if TYPE_CHECKING:
    from loaders.segments.lines import Line, Sheet

_NUMBER = re.compile(r"(\d{1,3}|[IVXL]{1,6})[ ]*[.)]?[ ]*\Z")
_BARS = 2
_STUB = 4
_NUMBER_LENGTH = 6
_OTHER = frozenset({"article", "annex", "form", "footnote", "chapter", "part"})


def is_bar_row(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is a table row printed with bars."""
    return sheet.text.count("|", line.start, line.end) >= _BARS


def read_bar_row(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append a row printed with bars: its main cell, then the others; return the line after it.

    The main cell is the first after the row's number, or the first; the label of another cell
    adds its place after a bar.
    """
    line = sheet.lines[at]
    found = cells(sheet, line, SectionKind.TABLE_ROW)
    if not found:
        return at + 1
    marker = None
    numbered = _NUMBER.match(sheet.text[found[0].start : found[0].end])
    if numbered and len(found) > 1:
        head = found.pop(0)
        value = numbered.group(1)
        marker = Marker("row", value, sheet.text[head.start : head.end], head.start, head.end)
    for place, cell in enumerate(found, start=1):
        blocks.append(
            Block(cell.kind, cell.start, cell.end, marker if place == 1 else None, "", place)
        )
    return at + 1


def read_cell_table(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append a table printed cell by cell, from its first column head; return the line after it.

    Args:
        sheet: the text.
        at: index of the line with the head of the first column.
        blocks: where the blocks go.
    """
    place = 1
    marker: Marker | None = None
    while at < len(sheet.lines):
        line = sheet.lines[at]
        if _leaves(sheet, at):
            break
        numbered = _row_number(sheet, line)
        if numbered:
            marker, place, at = numbered, 1, at + 1
            continue
        if line.cue in {"roman", "capital"}:
            grouped, at = next_block(sheet, at)
            blocks.append(grouped)
            marker, place = None, 1
            continue
        cell, at = _next_cell(sheet, at)
        if (
            marker
            and place == 1
            and sheet.text[cell.start : cell.end].isupper()
            and _is_roman(marker)
        ):
            group = Marker("roman", marker.value, marker.printed, marker.start, marker.end)
            blocks.append(Block(SectionKind.PARAGRAPH, cell.start, cell.end, group))
            marker = None
            continue
        blocks.append(
            Block(
                SectionKind.TABLE_ROW,
                cell.start,
                cell.end,
                marker if place == 1 else None,
                "",
                place,
            )
        )
        place += 1
    return at


def _is_roman(marker: Marker) -> bool:
    return not marker.value.isdigit()


def _leaves(sheet: Sheet, at: int) -> bool:
    """Tell whether a line is no longer part of the table."""
    return sheet.lines[at].cue in _OTHER or closes(sheet, at)


def _row_number(sheet: Sheet, line: Line) -> Marker | None:
    """Return the marker of the row that a line with nothing but a number opens."""
    if line.end - line.start > _NUMBER_LENGTH or (line.cue == "roman" and line.cue_end < line.end):
        return None
    found = _NUMBER.match(sheet.text[line.start : line.end])
    if not found or (line.cue in cues().styles and line.cue not in {"roman", "number"}):
        return None
    return Marker("row", found.group(1), found.group(), line.start, line.end)


def _next_cell(sheet: Sheet, at: int) -> tuple[Block, int]:
    """Return the cell that begins at a line, and the line after it."""
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
    return block(sheet, SectionKind.TABLE_ROW, lines[start].start, lines[at - 1].end, None), at


def _fills_cell(sheet: Sheet, following: Line) -> bool:
    """Tell whether a line may go on with the cell above it."""
    return not (following.gap or following.broken or following.cue or _row_number(sheet, following))


def _is_next_cell(sheet: Sheet, line: Line, following: Line, widest: int) -> bool:
    """Tell whether a cell begins with a line that no blank line parts from the one above."""
    if following.lower or line.end - line.start < _STUB:
        return False
    word = sheet.text[following.start : following.end].split(" ", 1)[0]
    return line.closed or line.end - line.start + 1 + len(word) <= widest

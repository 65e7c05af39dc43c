"""To whom a paper is addressed: the opening words of the list, and its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.blocks import Block, block, marker_of
from loaders.segments.cues import cues

if TYPE_CHECKING:
    from loaders.segments.lines import Line, Sheet


def is_basis(sheet: Sheet, line: Line) -> bool:
    """Tell whether a dash opens a line of the legal basis, with which the body begins.

    Args:
        sheet: the text.
        line: one of its lines.
    """
    if line.cue != "dash":
        return False
    found = cues().body.match(sheet.text, line.cue_end)
    return found is not None and found.lastgroup == "basis"


def read_addressees(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append the opening words of a list of addressees and each entry; return the line after it.

    Args:
        sheet: the text.
        at: index of the line of the opening words.
        blocks: where the blocks go.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.9.
    """
    line = sheet.lines[at]
    called = sheet.text.find(":", line.start, line.end) + 1 or line.end
    opening_end = line.cue_end if line.cue == "addressees" else called
    colon = sheet.text.find(":", opening_end - 1, max(line.end, opening_end) + 2)
    blocks.append(block(sheet, SectionKind.ADDRESSEES, line.start, opening_end, None))
    at += 1
    while at < len(sheet.lines) and sheet.lines[at].start < opening_end:
        at += 1
    line = sheet.lines[at - 1]
    after = max(opening_end, colon + 1)
    if after < line.end:
        at = _read_first_entry(sheet, after, at, blocks)
    return read_entries(sheet, at, blocks)


def _read_first_entry(sheet: Sheet, start: int, at: int, blocks: list[Block]) -> int:
    """Append the entry that stands on the opening line."""
    end = sheet.lines[at - 1].end
    while at < len(sheet.lines) and _continues_entry(sheet, at):
        end = sheet.lines[at].end
        at += 1
    while start < end and sheet.text[start] in " -:+":
        start += 1
    if start < end:
        blocks.append(block(sheet, SectionKind.ADDRESSEES, start, end, None))
    return at


def read_entries(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append the dashed entries that follow the opening words, and return the line after them.

    Args:
        sheet: the text.
        at: index of the line of the first entry.
        blocks: where the blocks go.
    """
    while at < len(sheet.lines) and _opens_entry(sheet, sheet.lines[at]):
        marker = marker_of(sheet, sheet.lines[at])
        end = sheet.lines[at].end
        at += 1
        while at < len(sheet.lines) and _continues_entry(sheet, at):
            end = sheet.lines[at].end
            at += 1
        start = marker.end if marker else end
        blocks.append(block(sheet, SectionKind.ADDRESSEES, start, end, marker))
    return at


def _opens_entry(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line opens an entry, not the legal basis with a dash."""
    return line.cue in {"dash", "plus", "bullet"} and not is_basis(sheet, line)


def _continues_entry(sheet: Sheet, at: int) -> bool:
    """Tell whether a line goes on with the entry above it."""
    line, above = sheet.lines[at], sheet.lines[at - 1]
    if line.gap or line.cue or above.closed:
        return False
    opens = cues().opening.match(sheet.text, line.start)
    return not opens or sheet.text[above.end - 1] == ","

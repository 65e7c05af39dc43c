"""The walk through a text: head, opening, body, end, annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.addressees import read_addressees
from loaders.segments.annexes import opens_annex, read_annex
from loaders.segments.blocks import Block, next_block, without_quoted_markers
from loaders.segments.cues import cues
from loaders.segments.distribution_list import closes, read_end
from loaders.segments.heading import read_head
from loaders.segments.legal_basis import is_dashed_basis, opening_kind
from loaders.segments.lines import Sheet, read_sheet
from loaders.segments.numbering import number
from loaders.segments.tables import is_bar_row, read_bar_row, read_cell_table

if TYPE_CHECKING:
    from loaders.records import NormalisedText, Section


def segment(text: NormalisedText) -> tuple[Section, ...]:
    """Return the parts of a paper in the order of the print; () for a text without words.

    Spans leave out markers and the punctuation at the ends. A section of kind noise inside
    another section (a page break in a sentence) has that section as its parent; apart from these,
    sections do not overlap. `lead_in` is True for headings and for words that end in a colon
    before items. Paragraphs before the first item are preamble where items follow.

    Args:
        text: the normalised text.
    """
    sheet = read_sheet(text.text)
    blocks = read_blocks(sheet)
    return number(blocks, sheet.noise)


def read_blocks(sheet: Sheet) -> list[Block]:
    """Return the blocks of a sheet in order.

    Args:
        sheet: the lines of a text.
    """
    blocks: list[Block] = []
    at = read_head(sheet, 0, blocks) if sheet.lines else 0
    opening, ended = True, False
    while at < len(sheet.lines):
        after = at
        if ended or sheet.has_bars or sheet.lines[at].cue in _SPECIAL:
            after = _read_special(sheet, at, blocks, ended=ended)
        if after > at:
            kind = blocks[-1].kind if blocks else SectionKind.NOISE
            ended = ended or kind in _END
            opening = kind is SectionKind.ANNEX or (opening and kind in _OPENING)
            at = after
            continue
        found, after = next_block(sheet, at)
        if opening:
            found = _opened(sheet, found, at, after, blocks)
            opening = found.kind in _OPENING
        blocks.append(found)
        at = after
    return without_quoted_markers(sheet.text, _without_opening(blocks))


def _read_special(sheet: Sheet, at: int, blocks: list[Block], *, ended: bool) -> int:
    """Append what is no paragraph or item of the body; return the line after it, or the same."""
    line = sheet.lines[at]
    if closes(sheet, at):
        return read_end(sheet, at, blocks)
    if opens_annex(sheet, at, ended=ended):
        return read_annex(sheet, at, blocks)
    if line.cue == "table_head":
        return read_cell_table(sheet, at, blocks)
    if is_bar_row(sheet, line):
        return read_bar_row(sheet, at, blocks)
    if line.cue == "addressees":
        return read_addressees(sheet, at, blocks)
    return at


_SPECIAL = frozenset({"recipients", "signature", "annex", "table_head", "addressees"})
_END = frozenset({SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE})
_OPENING = frozenset(
    {
        SectionKind.PREAMBLE,
        SectionKind.LEGAL_BASIS,
        SectionKind.DECISION_FORMULA,
        SectionKind.ADDRESSEES,
    }
)


def _opened(sheet: Sheet, found: Block, at: int, after: int, blocks: list[Block]) -> Block:
    """Return a block before the first item with what it is for."""
    if found.marker is not None:
        is_basis = is_dashed_basis(sheet, found)
        return found._replace(kind=SectionKind.LEGAL_BASIS) if is_basis else found
    above = blocks[-1] if blocks else None
    next_cue = sheet.lines[after].cue if after < len(sheet.lines) else ""
    return found._replace(kind=opening_kind(sheet, found, sheet.lines[at].cue, above, next_cue))


def _without_opening(blocks: list[Block]) -> list[Block]:
    """Return the blocks; where no item follows, paragraphs of the preamble are paragraphs."""
    if any(
        found.marker and found.marker.style in cues().styles and found.kind is SectionKind.PARAGRAPH
        for found in blocks
    ):
        return blocks
    return [
        found._replace(kind=SectionKind.PARAGRAPH) if found.kind is SectionKind.PREAMBLE else found
        for found in blocks
    ]

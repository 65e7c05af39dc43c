"""Legal-basis lines and the decision formula, in the paragraphs before the first item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.cues import cues

if TYPE_CHECKING:
    from loaders.segments.blocks import Block
    from loaders.segments.lines import Sheet

_FORMULA_LENGTH = 120
_BASIS = frozenset({"basis", "possible_basis"})


def opening_kind(
    sheet: Sheet, block: Block, cue: str, above: Block | None, next_cue: str
) -> SectionKind:
    """Return what a paragraph before the first item is.

    Args:
        sheet: the text.
        block: the paragraph.
        cue: cue of its first line.
        above: the block before it.
        next_cue: cue of the line after it.
    """
    if cue == "formula" or _is_formula(sheet, block):
        return SectionKind.DECISION_FORMULA
    if cue not in _BASIS or block.closing.startswith(":"):
        return SectionKind.PREAMBLE
    after_basis = above is not None and above.kind is SectionKind.LEGAL_BASIS
    if block.closing.startswith(";") or after_basis:
        return SectionKind.LEGAL_BASIS
    if cue == "basis" and next_cue in {"basis", "formula", "type_line"}:
        return SectionKind.LEGAL_BASIS
    return SectionKind.PREAMBLE


def _is_formula(sheet: Sheet, block: Block) -> bool:
    """Tell whether a short line names who decides and ends in the order."""
    if block.end - block.start > _FORMULA_LENGTH or not block.closing.startswith(":"):
        return False
    found = cues().order.search(sheet.text, block.start, block.end)
    return found is not None


def is_dashed_basis(sheet: Sheet, block: Block) -> bool:
    """Tell whether an item before the body is a legal basis behind a dash, as the Party prints."""
    if block.marker is None or block.marker.style != "dash":
        return False
    found = cues().body.match(sheet.text, block.start)
    return found is not None and found.lastgroup == "basis"

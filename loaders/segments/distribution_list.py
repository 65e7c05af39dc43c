"""The end of a paper: to whom copies go, and who signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.blocks import Block, block, marker_of
from loaders.segments.cues import cues
from loaders.segments.heading import cells, head_sign, is_split

if TYPE_CHECKING:
    from loaders.segments.lines import Line, Sheet

_NAME_LENGTH = 60
_ENTRY_LENGTH = 220
_POST_WORDS = 3
_NOTE_LENGTH = 45
_NAME_WORDS = (2, 8)
_OPENING = frozenset({"basis", "possible_basis", "formula", "type_line"})
_CONTENT = frozenset(
    {
        "article",
        "roman",
        "chapter",
        "part",
        "number",
        "letter",
        "annex",
        "form",
        "footnote",
        "table_head",
        "type_line",
        "capital",
        "addressees",
    }
)


def closes(sheet: Sheet, at: int) -> bool:
    """Tell whether the end of a paper begins with the line of this index."""
    line = sheet.lines[at]
    if line.cue == "recipients":
        return True
    if line.cue != "signature" and sheet.text.find("|", line.start, line.end) < 0:
        return False
    text = sheet.text[line.start : line.end]
    if "|" in text:
        return any(
            found.lastgroup in {"recipients", "signature"}
            for found in map(cues().body.match, (cell.strip() for cell in text.split("|")))
            if found
        )
    if line.cue != "signature" or not text.isupper() or len(text) > _NAME_LENGTH:
        return False
    return at + 1 >= len(sheet.lines) or sheet.lines[at + 1].cue not in _OPENING


def read_end(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append the distribution list and the signatures; return the line after them.

    The words "Nơi nhận" are a section of their own, which introduces the entries; each entry is
    one, and so is each line of the signature.

    Args:
        sheet: the text.
        at: index of the line that opens it.
        blocks: where the blocks go.
    """
    first, seen, listed = at, len(blocks), False
    while at < len(sheet.lines):
        line = sheet.lines[at]
        if at > first and _leaves(sheet, at, blocks[-1]):
            break
        if is_split(sheet, line):
            listed |= any(one.kind is SectionKind.DISTRIBUTION_LIST for one in blocks[seen:])
            seen = len(blocks)
            blocks += _row(sheet, line, listed=listed)
            at += 1
        elif line.cue == "recipients":
            at = _read_opening(sheet, at, blocks)
        elif line.cue in {"dash", "plus", "bullet"} or _is_bare_entry(sheet, line, blocks[-1:]):
            at = _read_entry(sheet, at, blocks)
        else:
            at = _read_signature(sheet, at, blocks)
    return at


def _read_signature(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append a line of the signature with a last word that was printed below it."""
    line = sheet.lines[at]
    end = line.end
    at += 1
    if at < len(sheet.lines) and _is_rest(sheet, line, sheet.lines[at]):
        end = sheet.lines[at].end
        at += 1
    blocks.append(block(sheet, SectionKind.SIGNATURE, line.start, end, None))
    return at


def _is_rest(sheet: Sheet, line: Line, following: Line) -> bool:
    """Tell whether the next line only ends the body or the name that this one begins."""
    if following.gap or following.cue:
        return False
    text, rest = sheet.text[line.start : line.end], sheet.text[following.start : following.end]
    if text.isupper():
        return line.cue == "signature" and rest.isupper() and rest.count(" ") <= 1
    return " " not in text and not rest.isupper()


def _leaves(sheet: Sheet, at: int, above: Block) -> bool:
    """Tell whether a line is no longer part of the end of the paper."""
    line = sheet.lines[at]
    if line.cue in _CONTENT or line.end - line.start > _ENTRY_LENGTH:
        return True
    text = sheet.text
    if text[line.start] == "(" and (
        line.end - line.start > _NOTE_LENGTH or cues().attached.match(text, line.start)
    ):
        return True
    if head_sign(sheet, line) in {"motto", "number_line"}:
        return True
    return (line.gap or line.broken) and _is_signed(text, above) and not _is_end(sheet, line)


def _is_signed(text: str, above: Block) -> bool:
    """Tell whether the block is the name of a signer."""
    words = text[above.start : above.end]
    return above.kind is SectionKind.SIGNATURE and not words.isupper() and words[0] not in "(["


def _is_end(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line after a name is still part of the end of the paper."""
    return line.cue in {"signature", "recipients", "dash"} or _is_name(sheet, line)


def _is_name(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line may be the name of a person, with a rank or title before it."""
    text = sheet.text[line.start : line.end]
    words = text.split()
    if text.isupper() or line.closed or not _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1]:
        return False
    return all(word[0].isupper() for word in (words[0], words[-2], words[-1]))


def _is_bare_entry(sheet: Sheet, line: Line, above: list[Block]) -> bool:
    """Tell whether a line without a dash is an entry of the list."""
    if not above or above[0].kind is not SectionKind.DISTRIBUTION_LIST or line.cue == "signature":
        return False
    text = sheet.text[line.start : line.end]
    return text[-1] in ";,:" or (text[-1] == "." and not text.isupper())


def _read_opening(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append "Nơi nhận" and what stands on its line: an entry, or the signer's post beside it."""
    line = sheet.lines[at]
    end = line.cue_end
    blocks.append(block(sheet, SectionKind.DISTRIBUTION_LIST, line.start, end, None))
    at += 1
    while at < len(sheet.lines) and sheet.lines[at].start < end:
        at += 1
    last = sheet.lines[at - 1]
    rest = sheet.text[end : last.end].strip(" :")
    if rest:
        kind = SectionKind.SIGNATURE if rest.isupper() else SectionKind.DISTRIBUTION_LIST
        start = sheet.text.index(rest, end)
        while start < line.end and sheet.text[start] in "- ":
            start += 1
        blocks.append(block(sheet, kind, start, last.end, None))
    return at


def _read_entry(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append an entry with the lines it runs on to; words in capitals after it are a signature."""
    line = sheet.lines[at]
    marker = marker_of(sheet, line)
    end = line.end
    at += 1
    while at < len(sheet.lines) and _runs_on(sheet, at):
        end = sheet.lines[at].end
        at += 1
    start = marker.end if marker else line.start
    beside = _post_beside(sheet.text, start, end)
    blocks.append(block(sheet, SectionKind.DISTRIBUTION_LIST, start, beside, marker))
    if beside < end:
        blocks.append(block(sheet, SectionKind.SIGNATURE, beside, end, None))
    return at


def _post_beside(text: str, start: int, end: int) -> int:
    """Return where the signer's post, in capitals, was read as the end of an entry's line."""
    words = text[start:end].split(" ")
    at = end
    count = 0
    while count < len(words) and words[-1 - count].isupper() and words[-1 - count].isalpha():
        at -= len(words[-1 - count]) + 1
        count += 1
    return at + 1 if _POST_WORDS <= count < len(words) else end


def _runs_on(sheet: Sheet, at: int) -> bool:
    """Tell whether a line goes on with the entry above it."""
    line, above = sheet.lines[at], sheet.lines[at - 1]
    if line.cue or line.gap or "|" in sheet.text[line.start : line.end]:
        return False
    text = sheet.text[line.start : line.end]
    if text.isupper():
        return " " not in text and not above.closed and line.closed
    return line.lower or line.figure or text[0] == "(" or not above.closed


def _row(sheet: Sheet, line: Line, *, listed: bool) -> list[Block]:
    """Return the cells of a line that shows list and signature side by side."""
    found = []
    for cell in cells(sheet, line, SectionKind.SIGNATURE):
        text = sheet.text[cell.start : cell.end]
        kind = cell.kind
        start = cell.start
        opening = cues().body.match(text)
        name = opening.lastgroup if opening else None
        before = sheet.text[line.start : start].replace("-", "").strip(" |")
        first = not before and sheet.text[line.start : start].count("|") <= 1
        if name in {"dash", "recipients"} or (listed and first and not text.isupper()):
            listed = True
            kind = SectionKind.DISTRIBUTION_LIST
        if name == "dash" and opening:
            start += opening.end()
        found.append(block(sheet, kind, start, cell.end, None))
    return found

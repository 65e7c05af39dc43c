"""The head of a paper: issuer, motto, number, place and date, type, subject, addressees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.records import SectionKind
from loaders.segments.addressees import is_basis, read_addressees, read_entries
from loaders.segments.blocks import Block, block
from loaders.segments.cues import cues

if TYPE_CHECKING:
    from loaders.segments.lines import Line, Sheet

_HEAD_REACH = 45
"""Lines in which the head of a paper ends, two columns and a long title included."""
_TITLE_LINES = 16
_BLANK_RULE = re.compile(r"\n {5,}(?=\n)")
"""A rule of signs that normalising takes for marks of emphasis."""
_PARAGRAPHS = 8
"""Paragraphs of a subject above a rule."""
_LONG_LINE = 120
_SHORTEST_LAST = 20
"""Letters of a line below which a subject hardly ends before a line that may be the basis."""
_OPEN_LINES = 5
"""Lines of a subject of several paragraphs above the line that ends it, that line included."""
_LAST_WORD = 5
_STUB = 3
_WORDS = re.compile(r"[^\W_]")
_CELL = re.compile(r"[^|\n]*[^|\s]")
_COLUMN = re.compile(r"[^|\s]+(?: {1,3}[^|\s]+)*")
_GAP = " " * 4
"""Blanks between two columns that stand on one line."""
_BODY = frozenset(
    {"article", "roman", "chapter", "part", "recipients", "basis", "formula", "annex", "form"}
)
_SIGNS = frozenset({"motto", "motto_beside", "number_line", "place_date", "type_line"})
_ENDS = frozenset({"motto", "number_line", "place_date", "urgency", "telegram"})


def read_head(sheet: Sheet, at: int, blocks: list[Block], reach: int = _HEAD_REACH) -> int:
    """Append the blocks of a head and return the line where the body begins.

    Args:
        sheet: the text.
        at: index of its first line.
        blocks: where the blocks go.
        reach: lines in which a head may stand.
    """
    sure = _last_sign(sheet, at, reach)
    typed = False
    while at < len(sheet.lines):
        line = sheet.lines[at]
        sign = head_sign(sheet, line)
        if line.cue == "addressees" or sign == "telegram":
            at = read_addressees(sheet, at, blocks)
        elif _awaits_entries(sheet, line, blocks):
            at = read_entries(sheet, at, blocks)
        elif line.cue == "type_line" and not typed:
            typed = True
            blocks.append(block(sheet, SectionKind.TITLE, line.start, line.end, None))
            at = _read_subject(sheet, at + 1, blocks)
        elif sign == "subject" and not typed and at <= sure + _TITLE_LINES and blocks:
            at = _read_subject(sheet, at, blocks)
        elif is_split(sheet, line) and (at <= sure or sign):
            blocks += cells(sheet, line, SectionKind.HEADING)
            at += 1
        elif at <= sure or _is_head_line(sheet, line, sign) or _is_remark(sheet, at):
            at = _read_line(sheet, at, blocks)
        else:
            break
    return at


def head_sign(sheet: Sheet, line: Line) -> str:
    """Return what a line of the head is (motto, number_line ...), or nothing."""
    if line.cue in {"type_line", "addressees"}:
        return line.cue
    found = cues().head.match(sheet.text, line.start)
    return (found.lastgroup or "") if found else ""


def _last_sign(sheet: Sheet, at: int, reach: int) -> int:
    """Return the last line, before the body begins, that only a head can have; -1 for none."""
    last = -1
    for index in range(at, min(at + reach, len(sheet.lines))):
        line = sheet.lines[index]
        if line.cue in _BODY or is_basis(sheet, line):
            break
        signs = {head_sign(sheet, line)}
        if is_split(sheet, line):
            columns = _COLUMN.finditer(sheet.text, line.start, line.end)
            signs |= {_cell_sign(cell) for cell in columns}
        if signs & _SIGNS:
            last = index
    return last


def _cell_sign(cell: re.Match[str]) -> str:
    """Return what the words of a table cell are in a head."""
    found = cues().head.match(cell.group().strip())
    return (found.lastgroup or "") if found else ""


def _is_head_line(sheet: Sheet, line: Line, sign: str) -> bool:
    """Tell whether a line after the sure part of the head still belongs to it."""
    if line.cue in cues().styles or line.cue in _BODY:
        return False
    return sign in {"urgency", "motto"} or (
        sheet.text[line.start : line.end].isupper() and line.end - line.start > _STUB
    )


def _read_line(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append a line of the head with the lines that its words run on to."""
    line = sheet.lines[at]
    end = line.end
    found = cues().head.match(sheet.text, line.start)
    reach = max(found.end() if found else end, end)
    following = at + 1
    while following < len(sheet.lines):
        candidate = sheet.lines[following]
        runs_on = candidate.start < reach or (
            not candidate.gap
            and not candidate.cue
            and (candidate.lower or sheet.text[end - 1] in ":," or _is_last_word(sheet, candidate))
        )
        if not runs_on:
            break
        end = candidate.end
        following += 1
    blocks.append(block(sheet, SectionKind.HEADING, line.start, end, None))
    return following


def _is_last_word(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is one word in capitals, left over from the line above."""
    text = sheet.text[line.start : line.end]
    return text.isupper() and " " not in text and len(text) <= _LAST_WORD


def _read_subject(sheet: Sheet, at: int, blocks: list[Block]) -> int:
    """Append the subject of a paper, one to ten lines, and return the line after it."""
    start = at
    if at < len(sheet.lines) and not _is_body(sheet.lines[at]):
        bound = _subject_bound(sheet, start)
        subject = _Subject(
            sheet=sheet,
            start=start,
            is_bound=bound < len(sheet.lines),
            is_ruled=bound in _paragraph_bounds(sheet, start),
        )
        at += 1
        while at < bound and not subject.ends_before(at):
            at += 1
        first, last = sheet.lines[start], sheet.lines[at - 1]
        blocks.append(block(sheet, SectionKind.TITLE, first.start, last.end, None))
    return at


def _is_body(line: Line) -> bool:
    """Tell whether a line belongs to what follows the subject."""
    return line.cue in _BODY or line.cue in {"addressees", "type_line"}


def _subject_bound(sheet: Sheet, start: int) -> int:
    """Return the line before which a rule or blank line ends the subject, or the text's end."""
    lines = sheet.lines
    ruled = next(filter(None, _paragraph_bounds(sheet, start)), 0)
    if ruled:
        return ruled
    for at in range(start + 1, min(start + _TITLE_LINES, len(lines))):
        line, above = lines[at], lines[at - 1]
        parted = line.gap or _is_ruled(sheet.text, above.end, line.start)
        if parted and not line.lower:
            return len(lines) if above.closed else at
        if _is_body(line):
            break
    return len(lines)


def _paragraph_bounds(sheet: Sheet, start: int) -> tuple[int, ...]:
    """Return the lines that end a subject of several paragraphs; 0 for each that is not there."""
    return (
        _rule_below(sheet, start),
        _motto_below(sheet, start),
        _authority_below(sheet, start),
    )


def _motto_below(sheet: Sheet, start: int) -> int:
    """Return the line above which the subject of a letter of several paragraphs ends; 0 for none.

    It is the motto where a web page prints the left column of the head above the right one, or the
    opening words of the addressees.
    """
    if head_sign(sheet, sheet.lines[start]) != "subject":
        return 0
    at = _unclosed_until(sheet, start)
    ends = at < len(sheet.lines) and head_sign(sheet, sheet.lines[at]) in {"motto", "addressees"}
    return at if ends and at > start + 1 else 0


def _authority_below(sheet: Sheet, start: int) -> int:
    """Return the line in capitals above the basis that ends a subject of paragraphs; 0 for none."""
    at = _unclosed_until(sheet, start)
    if at <= start + 1 or at + 1 >= len(sheet.lines):
        return 0
    line, below = sheet.lines[at], sheet.lines[at + 1]
    named = sheet.text[line.start : line.end].isupper() and line.gap
    return at if named and (below.cue == "basis" or is_basis(sheet, below)) else 0


def _unclosed_until(sheet: Sheet, start: int) -> int:
    """Return the first line below a subject's first that is none of its short, open lines."""
    text, lines = sheet.text, sheet.lines
    for at in range(start, min(start + _OPEN_LINES, len(lines))):
        line = lines[at]
        short = line.end - line.start <= _LONG_LINE and not line.closed
        if not short or (at > start and (line.cue or head_sign(sheet, line))):
            return at
        if at > start and text[line.start : line.end].isupper():
            return at
    return min(start + _OPEN_LINES, len(lines))


def _rule_below(sheet: Sheet, start: int) -> int:
    """Return the line above which a rule ends a subject of several paragraphs; 0 for none.

    Web pages part each line of a subject by a blank line from the next.
    """
    lines = sheet.lines
    for at in range(start + 1, min(start + _PARAGRAPHS, len(lines))):
        line, above = lines[at], lines[at - 1]
        if above.end - above.start > _LONG_LINE:
            return 0
        if _is_ruled(sheet.text, above.end, line.start):
            return at if at > start + 1 else 0
        if not line.gap or _is_body(line) or line.cue in cues().styles:
            return 0
    return 0


@dataclass(slots=True, kw_only=True)
class _Subject:
    """The subject of a paper while its lines are read one after the other.

    Args:
        sheet: the text.
        start: its first line.
        is_bound: True where a rule or blank line ends it.
        is_ruled: True where a rule ends it and blank lines part its own.
        longest: letters of its longest line so far.
        capital, small: True where a capital, or a small letter, stands in it so far.
    """

    sheet: Sheet
    start: int
    is_bound: bool
    is_ruled: bool = False
    longest: int = 0
    capital: bool = False
    small: bool = False

    def ends_before(self, at: int) -> bool:
        """Take the line above a line and tell whether that line is no longer part of it."""
        text, line, above = self.sheet.text, self.sheet.lines[at], self.sheet.lines[at - 1]
        self._take(at - 1)
        if self._is_other(line) or self._is_basis(line, above):
            return True
        if text[line.start] == ":" or (_is_last_word(self.sheet, line) and not line.gap):
            return False
        if above.closed:
            return not self.is_ruled
        was_capital = self.capital and not self.small
        if was_capital != text[line.start : line.end].isupper():
            return not line.lower and not line.figure
        if self.is_bound or was_capital:
            return at - self.start >= _TITLE_LINES
        return not line.lower and line.end - line.start > self.longest * 13 // 10

    def _is_basis(self, line: Line, above: Line) -> bool:
        """Tell whether a line that may be the basis is one: the line above it is not left open."""
        text = self.sheet.text
        if line.cue != "possible_basis" or text[line.start : line.end].isupper():
            return False
        words = text[above.start : above.end]
        long_enough = len(words) >= _SHORTEST_LAST
        return long_enough and words[-1] != "," and cues().dangling.search(words) is None

    def _is_other(self, line: Line) -> bool:
        """Tell whether a line, by its first words, is none of a subject."""
        if line.cue not in {"", "possible_basis", "signature", "type_line"}:
            return True
        return head_sign(self.sheet, line) in _ENDS or self.sheet.text[line.start] in "(|"

    def _take(self, at: int) -> None:
        """Add what a line of the subject, with what stands between it and the one above, tells."""
        line = self.sheet.lines[at]
        start = line.start if at == self.start else self.sheet.lines[at - 1].end
        words = self.sheet.text[start : line.end]
        self.longest = max(self.longest, line.end - line.start)
        self.capital = self.capital or words.isupper()
        self.small = self.small or not (words.isupper() or words.lower() == words.upper())


def _is_ruled(text: str, start: int, end: int) -> bool:
    """Tell whether a rule was printed between two lines."""
    between = text[start:end]
    return bool(between.strip(" \n")) or _BLANK_RULE.search(between) is not None


def _is_remark(sheet: Sheet, at: int) -> bool:
    """Tell whether a remark in brackets stands between the subject and the addressees."""
    if sheet.text[sheet.lines[at].start] != "(" or at + 1 >= len(sheet.lines):
        return False
    return sheet.lines[at + 1].cue == "addressees"


def _awaits_entries(sheet: Sheet, line: Line, blocks: list[Block]) -> bool:
    """Tell whether an entry stands below the right column, whose left one opened its list."""
    if line.cue not in {"dash", "plus", "bullet"} or is_basis(sheet, line):
        return False
    listed = [one for one in blocks if one.kind is SectionKind.ADDRESSEES]
    return len(listed) == 1 and blocks[-1].kind is SectionKind.HEADING


def is_split(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line shows two columns, parted by bars or a wide gap."""
    text = sheet.text
    return text.find("|", line.start, line.end) >= 0 or text.find(_GAP, line.start, line.end) >= 0


def cells(sheet: Sheet, line: Line, kind: SectionKind) -> list[Block]:
    """Return the cells or columns of a line that hold words, each as a block."""
    found = []
    has_bars = sheet.text.find("|", line.start, line.end) >= 0
    for cell in (_CELL if has_bars else _COLUMN).finditer(sheet.text, line.start, line.end):
        start = cell.start()
        while sheet.text[start] in " |":
            start += 1
        if _WORDS.search(sheet.text, start, cell.end()):
            found.append(block(sheet, kind, start, cell.end(), None))
    return found

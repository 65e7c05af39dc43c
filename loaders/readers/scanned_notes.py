"""Footnotes of a scanned page: small print below a short rule that begins with a number."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Final

from loaders.readers.page_images import READ_DPI
from loaders.readers.page_notes import is_note_rule
from loaders.readers.ruled_tables import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.readers.page_layout import Line
    from loaders.readers.ruled_tables import Line as Ruling

_DOT: Final = 72 / READ_DPI
"""Points a dot at the resolution for reading."""
_HIGHEST: Final = 0.3
"""Share of the page, from its top, in which no rule stands above notes."""
_SMALL: Final = 0.9
"""Height of the print of notes, in heights of the text's."""
_TELLING: Final = 3
"""Letters of a word whose height tells something."""
_FEWEST: Final = 3
"""Lines of text above notes."""
_NUMBER: Final = re.compile(r"[\[(]?([0-9]{1,2})[\])]?(?=[^\W\d_]|\Z)")
_LONG: Final = 40
"""Signs of a line from which it is prose."""
_SIGN: Final = re.compile(r"[^\w\s-]{1,2}")
"""What a raised number may be taken for; a dash begins an entry of a list."""


def parted_notes(
    lines: Sequence[Line], rules: Iterable[Ruling], size: tuple[float, float]
) -> tuple[tuple[Line, ...], tuple[tuple[int, Line], ...]]:
    """Return the lines of a page without its notes, and these: number and words of each.

    Args:
        lines: what was read, in dots at the resolution for reading.
        rules: the level rules of the page, in points from its lower left corner.
        size: width and height of the page, in dots at the resolution for reading.
    """
    width, height = size
    for rule in sorted(rules, key=lambda one: -one.at):
        box = Box(rule.start, rule.at, rule.end, rule.at)
        below = height - rule.at / _DOT
        if below < _HIGHEST * height or not is_note_rule(box, width * _DOT, None):
            continue
        at = _first_below(lines, below)
        end = len(lines) - 1 if lines and _is_page_number(lines[-1]) else len(lines)
        if at < _FEWEST or at >= end or not _is_small(lines[:at], lines[at:end]):
            continue
        if notes := _notes(lines[at:end]):
            return (*lines[:at], *lines[end:]), notes
    return tuple(lines), ()


def _first_below(lines: Sequence[Line], height: float) -> int:
    """Return the first line from which on all stand below a height, in dots from the top."""
    at = len(lines)
    while at and min(word.top for word in lines[at - 1]) >= height - _FEWEST:
        at -= 1
    return at


def _is_page_number(line: Line) -> bool:
    return "".join(word.text for word in line).strip("-. ").isdigit()


def _is_small(text: Sequence[Line], notes: Sequence[Line]) -> bool:
    """Tell whether lines are printed smaller than those above them."""
    heights = [
        [
            word.bottom - word.top
            for line in part
            for word in line
            if sum(map(str.isalpha, word.text)) >= _TELLING
        ]
        for part in (text, notes)
    ]
    return all(heights) and median(heights[1]) <= _SMALL * median(heights[0])


def _notes(lines: Sequence[Line]) -> tuple[tuple[int, Line], ...]:
    """Return the notes of small print; none where it does not begin with a number."""
    notes: list[tuple[int, list[Line]]] = []
    for line in lines:
        number = _number(line, notes[-1][0] if notes else 0)
        if number:
            notes.append((number, [line]))
        elif notes:
            notes[-1][1].append(line)
        else:
            return ()
    found = ((number, _joined(said)) for number, said in notes)
    return tuple((number, words) for number, words in found if words)


def _number(line: Line, last: int) -> int:
    """Return the number that a line begins with behind the last one; 0 where it has none.

    A raised figure is often read as a sign, or not at all; then the first line of notes is known
    by its length, as entries of lists are short.
    """
    found = _NUMBER.match(line[0].text)
    if found:
        number = int(found.group(1))
        return number if number == last + 1 or (number and not last) else 0
    if _SIGN.fullmatch(line[0].text):
        return last + 1
    words = " ".join(word.text for word in line)
    return 1 if not last and len(words) >= _LONG and words[0].isupper() else 0


def _joined(lines: Sequence[Line]) -> Line:
    """Return the words of a note behind its number."""
    first, *words = (word for line in lines for word in line)
    found = _NUMBER.match(first.text) or _SIGN.fullmatch(first.text)
    rest = first.text[found.end() :] if found else first.text
    return (replace(first, text=rest), *words) if rest else tuple(words)

"""Which printed lines of a text are one paragraph, for showing and comparing texts.

The text of a scan or a PDF ends its lines where the page did. Shown line by line in a column of
another width, every second line would be a stub, and half a sentence is like many another half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRINTED_WIDTH: Final = 130
_LEAST_WIDTH: Final = 40
_LEAST_LINES: Final = 8
_STUB: Final = 0.6
_FULL: Final = 0.92
_MARKER: Final = re.compile(r"[-+*•–—|]|\(?(?:\d+(?:\.\d+)*|[^\W\d_]{1,2}|[IVX]+)[.)/]\s")
_ENDING: Final = (".", ";", ":", "!", "?", "|", "_", "./.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of a text that is shown as one paragraph.

    Args:
        start, end: half-open, in code points of the text; line ends may lie inside.
    """

    start: int
    end: int


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Give the paragraphs of a text in order; blank lines belong to none.

    Args:
        text: the text as read, with any line ends.
    """
    lines = tuple(_lines(text))
    width = _width(lines)
    start = 0
    for at, line in enumerate(lines):
        goes_on = at + 1 < len(lines) and width and _goes_on(text, line, lines[at + 1], width)
        if not goes_on:
            yield Paragraph(start=lines[start].start, end=line.end)
            start = at + 1


def _lines(text: str) -> Iterator[Paragraph]:
    """Give the lines that say something."""
    start = 0
    for words in text.split("\n"):
        end = start + len(words)
        if words.strip():
            yield Paragraph(start=start, end=end)
        start = end + 1


def _width(lines: tuple[Paragraph, ...]) -> int:
    """Return how many letters fit on a printed line; 0 where each line is a paragraph."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < _LEAST_LINES:
        return 0
    longest = lengths[-1 - len(lengths) // 20]
    return longest if _LEAST_WIDTH <= longest <= _PRINTED_WIDTH else 0


def _goes_on(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Tell whether a paragraph goes on in the next line."""
    if following.start != line.end + 1:
        return False
    words, after = text[line.start : line.end].strip(), text[following.start : following.end]
    after = after.strip()
    if _MARKER.match(after) or _stands_alone(words) or _stands_alone(after):
        return False
    if after[0].islower():
        return len(words) > width * _STUB or not words.endswith(_ENDING)
    runs_on = after[0].isdigit() and not words.endswith(_ENDING)
    return runs_on or _is_full(words, after, width)


def _stands_alone(words: str) -> bool:
    """Tell whether a line is a heading in capitals, a rule, a number or a row of a table."""
    return words == words.upper() or words.startswith("|")


def _is_full(words: str, after: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted."""
    return len(words) + 1 + len(after.split(maxsplit=1)[0]) > width * _FULL

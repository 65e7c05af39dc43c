"""Tables of a scanned page that no upright lines rule: their columns by the places of words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from PIL import ImageOps

from loaders.readers.blank_columns import may_have_columns, regions
from loaders.readers.blank_rows import ORDINAL
from loaders.readers.blank_tables import blank_tables
from loaders.readers.page_images import READ_DPI, stacked
from loaders.readers.ruled_tables import Box, Sign, is_level, level_lines, square_at
from loaders.readers.tesseract import FIGURES, languages, moved, read_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PIL import Image

    from loaders.readers.blank_columns import Region
    from loaders.readers.ruled_tables import RuledTable
    from loaders.readers.tesseract import ReadWord

_DOT: Final = 72 / READ_DPI
"""Points a dot at the resolution for reading."""
_SURE: Final = 0.3
"""Confidence from which on a word is no dirt."""
_NEAR: Final = 0.7
"""Blank between two words of a cell, in heights of print."""
_WIDEST: Final = 55.0
"""Points of a column of numbers."""
_BESIDE: Final = 3.0
"""Points left of the words of a column that belong to them."""
_INK: Final = 128
"""Grey, 0 to 255, that the darkest dot of paper without words stays above."""
_MARGIN: Final = 10
"""Dots of white round a column that is read by itself."""
_NUMBERS: Final = 3
"""What tells the lines of numbers from those of other readings."""


def with_row_numbers(
    words: Sequence[ReadWord], ruled: Sequence[RuledTable], page: Image.Image, seconds: float
) -> tuple[ReadWord, ...]:
    """Return the words of a page with the numbers of rows that Tesseract took for dirt.

    A figure that stands alone is rarely found among words; the column of them, cut out, is a block.

    Args:
        words: what was recognised, in dots at the resolution for reading.
        ruled: the tables that lines rule, in points from the lower left corner of the page.
        page: the page as it is read.
        seconds: how long reading may take.

    Raises:
        RecognitionFailed: they cannot be read, or not in time.
    """
    outside = _outside(_boxes(words, page.height), ruled)
    if FIGURES not in languages() or not may_have_columns(outside):
        return tuple(words)
    places = [_strip(region, page) for region in regions(outside)]
    cut = [(place, page.crop(place)) for place in places if place[0] < place[2]]
    inked = [(place, strip) for place, strip in cut if any(strip.histogram()[:_INK])]
    if not inked:
        return tuple(words)
    places = [place for place, _ in inked]
    strips = [ImageOps.expand(strip, _MARGIN, fill=255) for _, strip in inked]
    read = read_blocks(stacked(strips), READ_DPI, seconds, FIGURES)
    found = (moved(word, places[word.picture], _MARGIN) for word in read)
    known = [word for word in words if any(map(str.isalnum, word.text))]
    numbers = [
        replace(word, line=(_NUMBERS, place))
        for place, word in enumerate(found)
        if ORDINAL.fullmatch(word.text) and not any(_is_same(word, one) for one in known)
    ]
    return (*words, *numbers)


def _strip(region: Region, page: Image.Image) -> tuple[int, int, int, int]:
    """Return what to cut out for the numbers of rows: the first column, or what is left of it."""
    left = min(line[0].left for line in region.lines)
    right = region.borders[0]
    if right - left > _WIDEST:
        left, right = max(0.0, left - _WIDEST), left - _BESIDE
    top = max(piece.top for piece in region.lines[0])
    bottom = min(piece.bottom for piece in region.lines[-1])
    return (
        max(0, round(left / _DOT) - _MARGIN),
        max(0, round(page.height - top / _DOT) - _MARGIN),
        max(1, round(right / _DOT)),
        min(page.height, round(page.height - bottom / _DOT) + _MARGIN),
    )


def _is_same(word: ReadWord, other: ReadWord) -> bool:
    """Tell whether two words stand at one place."""
    return (
        word.left < other.right
        and other.left < word.right
        and word.top < other.bottom
        and other.top < word.bottom
    )


def unruled_tables(
    words: Iterable[ReadWord], ruled: Sequence[RuledTable], lines: Iterable[Box], height: int
) -> list[RuledTable]:
    """Return the tables of a page that no upright lines rule.

    Args:
        words: what was recognised, in dots at the resolution for reading.
        ruled: the tables that lines rule, in points from the lower left corner of the page.
        lines: the rulings of the page, in points.
        height: of the page, in dots at the resolution for reading.
    """
    boxes = _boxes(words, height)
    outside = _outside(boxes, ruled)
    if not may_have_columns(outside):
        return []
    levels = level_lines(line for line in lines if is_level(line))
    return blank_tables(outside, levels, boxes.__getitem__)


def outside_of(
    words: Iterable[ReadWord], tables: Sequence[RuledTable], height: int
) -> tuple[ReadWord, ...]:
    """Return the words that stand in none of some tables.

    Args:
        words: in dots at the resolution for reading.
        tables: in points from the lower left corner of the page.
        height: of the page, in dots at the resolution for reading.
    """
    return tuple(
        word
        for word in words
        if square_at(_middle(_box(word, word.top, word.bottom, height)), tables) is None
    )


def _box(word: ReadWord, top: float, bottom: float, height: int) -> Box:
    """Return the box of a word in points, with another upper and lower edge."""
    return Box(word.left * _DOT, (height - bottom) * _DOT, word.right * _DOT, (height - top) * _DOT)


def _outside(boxes: Iterable[Box], ruled: Sequence[RuledTable]) -> list[Box]:
    return [box for box in boxes if square_at(_middle(box), ruled) is None]


def _middle(box: Box) -> Sign:
    return Sign("", (box.left + box.right) / 2, (box.bottom + box.top) / 2)


def _boxes(words: Iterable[ReadWord], height: int) -> dict[Box, str]:
    """Return the words by their boxes in points, those of one cell on a line equally high."""
    boxes: dict[Box, str] = {}
    for part in _parts(words):
        top, bottom = median(one.top for one in part), median(one.bottom for one in part)
        boxes |= {_box(word, top, bottom, height): word.text for word in part}
    return boxes


def _parts(words: Iterable[ReadWord]) -> Iterator[list[ReadWord]]:
    """Give the words of each line that stand near each other: lines may run over columns."""
    lines: dict[tuple[int, ...], list[ReadWord]] = defaultdict(list)
    for word in words:
        if word.confidence >= _SURE and any(map(str.isalnum, word.text)):
            lines[word.line].append(word)
    for line in lines.values():
        line.sort(key=lambda word: word.left)
        near = _NEAR * median(word.bottom - word.top for word in line)
        part = line[:1]
        for before, word in pairwise(line):
            if word.left - before.right > near:
                yield part
                part = []
            part.append(word)
        yield part

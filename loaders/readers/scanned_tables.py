"""The words of a scanned page, those of its ruled tables cell by cell and row by row.

Each cell is read by itself, as its neighbour's words would run into its own, and stays in printed
lines until their figures are confirmed; then a row becomes one line, with bars between its cells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from PIL import ImageOps

from loaders.readers.layout import is_layout_only
from loaders.readers.page_images import READ_DPI, stacked
from loaders.readers.page_layout import BAR, lines_of
from loaders.readers.ruled_tables import Sign, first_squares, square_at
from loaders.readers.tesseract import (
    FIGURES,
    ReadWord,
    languages,
    moved,
    read_blocks,
    read_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from loaders.readers.page_layout import Line
    from loaders.readers.ruled_tables import RuledTable

_DOT: Final = 72 / READ_DPI
"""Points a dot at the resolution for reading."""
_INK: Final = 128
"""Grey, 0 to 255, that the darkest dot of a cell without words stays above."""
_SHORT: Final = 4
"""Letters and figures of a cell that may be the number of its row."""
_ORDINAL: Final = re.compile(r"[0-9]{1,3}[.,:;)]?")
_MARGIN: Final = 10
"""Dots of white round a cell that is read by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """The printed lines of a page, and how they make rows.

    Args:
        lines: the lines as printed, those of a cell after those of the cell before.
        rows: for each line of the text how many printed lines each of its cells takes; a line
            outside of tables is a row of one cell with one line.
        head: how many of the lines stand in the head of a paper; 0 without columns.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[int, ...], ...]
    head: int

    def joined(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Return the lines of the text.

        Args:
            lines: the printed lines after their words were looked at again.
        """
        rest = iter(lines)
        return tuple(
            _row([tuple(chain.from_iterable(islice(rest, count))) for count in row])
            for row in self.rows
        )


def laid_out(words: Sequence[ReadWord], tables: Sequence[RuledTable], height: int) -> LaidOut:
    """Return the words of a page in the order of reading.

    Args:
        words: what was recognised, in dots at the resolution for reading.
        tables: those of the page from its top, in points from its lower left corner.
        height: of the page, in dots at the resolution for reading.
    """
    outside: list[list[ReadWord]] = [[] for _ in range(len(tables) + 1)]
    inside: list[list[tuple[tuple[int, int], ReadWord]]] = [[] for _ in tables]
    for word in words:
        middle = Sign("", (word.left + word.right) / 2 * _DOT, _from_below(word, height))
        if here := square_at(middle, tables):
            inside[here[0]].append((here[1], word))
        else:
            outside[sum(middle.y < table.ys[0] for table in tables)].append(word)
    first = lines_of(outside[0])
    lines = list(first.lines)
    rows: list[tuple[int, ...]] = [(1,)] * len(lines)
    for table, found, after in zip(tables, inside, outside[1:], strict=True):
        for row in _rows(table, found):
            lines += chain.from_iterable(row)
            rows.append(tuple(map(len, row)))
        below = lines_of(after).lines
        lines += below
        rows += [(1,)] * len(below)
    return LaidOut(lines=tuple(lines), rows=tuple(rows), head=first.head)


def read_cells(
    page: Image.Image, tables: Sequence[RuledTable], seconds: float
) -> tuple[ReadWord, ...]:
    """Return the words of the cells of tables, each cell read by itself.

    Args:
        page: the page without rulings, as it is read.
        tables: those of the page, in points from its lower left corner.
        seconds: how long reading may take.

    Raises:
        RecognitionFailed: they cannot be read, or not in time.
    """
    places = [place for table in tables for place in _cells(table, page.height)]
    cut = [(place, page.crop(place)) for place in places]
    inked = [(place, cell) for place, cell in cut if any(cell.histogram()[:_INK])]
    if not inked:
        return ()
    pictures = [ImageOps.expand(cell, _MARGIN, fill=255) for _, cell in inked]
    read: list[list[ReadWord]] = [[] for _ in inked]
    for word in read_blocks(stacked(pictures), READ_DPI, seconds):
        read[word.picture].append(word)
    _number(read, pictures, seconds)
    return tuple(
        moved(word, place, _MARGIN)
        for (place, _), words in zip(inked, read, strict=True)
        for word in words
    )


def _number(
    read: Sequence[list[ReadWord]], pictures: Sequence[Image.Image], seconds: float
) -> None:
    """Read cells of hardly a sign again as figures: what stands alone is hard to read as words."""
    short = [i for i, words in enumerate(read) if sum(len(word.text) for word in words) <= _SHORT]
    if not short or FIGURES not in languages():
        return
    again = read_lines(stacked([pictures[i] for i in short]), FIGURES, READ_DPI, seconds)
    for i, words in zip(short, again, strict=False):
        if _ORDINAL.fullmatch("".join(word.text for word in words)):
            read[i][:] = words


def without_tables(page: Image.Image, tables: Sequence[RuledTable]) -> Image.Image:
    """Return a page with its tables painted white.

    Args:
        page: the page as it is read.
        tables: those of the page, in points from its lower left corner.
    """
    rest = page.copy()
    for table in tables:
        low, high = (page.height - y / _DOT for y in (table.ys[-1], table.ys[0]))
        rest.paste(
            255, (round(table.xs[0] / _DOT), round(low), round(table.xs[-1] / _DOT), round(high))
        )
    return rest


def _cells(table: RuledTable, height: int) -> Iterator[tuple[int, int, int, int]]:
    """Give left, top, right and bottom of each cell of a table, in dots from the top."""
    squares: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for square, first in first_squares(table).items():
        squares[first].append(square)
    for parts in squares.values():
        rows, columns = sorted({row for row, _ in parts}), sorted({place for _, place in parts})
        yield _dots(
            table.xs[columns[0]],
            table.ys[rows[0]],
            table.xs[columns[-1] + 1],
            table.ys[rows[-1] + 1],
            height,
        )


def _dots(
    left: float, bottom: float, right: float, top: float, height: int
) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom in dots from the top of a page, of points from below."""
    return (
        round(left / _DOT),
        round(height - top / _DOT),
        round(right / _DOT),
        round(height - bottom / _DOT),
    )


def _from_below(word: ReadWord, height: int) -> float:
    """Return how far above the lower edge of the page a word stands, in points."""
    return (height - (word.top + word.bottom) / 2) * _DOT


def _rows(
    table: RuledTable, found: Sequence[tuple[tuple[int, int], ReadWord]]
) -> Iterator[tuple[tuple[Line, ...], ...]]:
    """Give the rows of a table from its top, each cell with its lines; empty rows are left out."""
    first = first_squares(table)
    words: dict[tuple[int, int], list[ReadWord]] = defaultdict(list)
    for square, word in found:
        words[first[square]].append(word)
    rows = [
        tuple(lines_of(words.get((row, column), ())).lines for column in range(len(table.xs) - 1))
        for row in range(len(table.ys) - 2, -1, -1)
    ]
    if is_layout_only(rows):
        yield from (((line,),) for row in rows for cell in row for line in cell)
    else:
        yield from (row if any(row[1:]) else row[:1] for row in rows if any(row))


def _row(cells: Sequence[Line]) -> Line:
    """Return the words of a row with a bar between its cells."""
    words: list[ReadWord] = list(cells[0])
    at = next(chain.from_iterable(cells))
    for cell in cells[1:]:
        at = words[-1] if words else at
        bar = ReadWord(
            text=BAR, confidence=1.0, left=at.left, top=at.top, right=at.right, bottom=at.bottom
        )
        words += (bar, *cell)
    return tuple(words)

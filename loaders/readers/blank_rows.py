"""Rows of a table without rulings: which of its lines belong together.

What tells rows apart is, from the surest to the least sure: a level rule between them, more blank
between two lines than any cell has between its own, and the number in the first column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby, pairwise
from statistics import fmean, median, quantiles
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from loaders.readers.blank_columns import Region, TextLine
    from loaders.readers.ruled_tables import Box, Line

Rows: TypeAlias = "tuple[tuple[int, ...], ...]"
"""For each row from the top the indexes of its lines."""

ORDINAL: Final = re.compile(r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}|[IVXL]{1,6}|[A-H])[.)]{0,2}")
"""The number of a row, of a group of rows, or of a column."""
_LONGER: Final = 1.25
"""How many times the distance of lines in a cell the one between rows is at least."""
_LINE_PITCH: Final = (1.1, 3.2)
"""Distance of lines in a cell, in heights of print."""
_OVER: Final = 0.5
"""Share of the width of a table that a rule between rows runs over."""
_RULED: Final = 4
"""Stretches between rules from which each of them is a row."""
_NEAR: Final = 0.3
"""Distance, in heights of print, up to which two cells begin at one place."""
_FEWEST_ROWS: Final = 3
_FEWEST_BARE: Final = 4
"""Rows of a table that neither numbers nor rules tell apart."""


def rows_of(region: Region, levels: Sequence[Line], words_in: Callable[[Box], str]) -> Rows:
    """Return the rows of a table; nothing where its lines may as well be something else.

    Args:
        region: its lines and columns.
        levels: the level rules of the page.
        words_in: what is printed in a box.
    """
    numbers = {
        at
        for at, line in enumerate(region.lines)
        if ORDINAL.fullmatch(_first_cell(region, line, words_in).strip())
    }
    between = _between(region, levels)
    bands = [list(band) for band in _bands(region, between)]
    is_ruled = len(set(between)) >= _RULED
    usual = _pitch(region)
    rows: list[tuple[int, ...]] = []
    for band in bands:
        marked = [at for at in band if at in numbers]
        if len(marked) <= 1 and is_ruled:
            rows.append(tuple(band))
        elif not numbers and _is_list(region, band, usual):
            rows += [(at,) for at in band]
        else:
            rows += _rows_in(region, band, marked, usual)
    parted = sum(not any(region.crossed[at] for at in row) for row in rows)
    if len(numbers) > 1 or is_ruled:
        return tuple(rows) if parted >= _FEWEST_ROWS else ()
    return tuple(rows) if parted >= _FEWEST_BARE and region.is_wide else ()


def _first_cell(region: Region, line: TextLine, words_in: Callable[[Box], str]) -> str:
    """Return what a line says in the first column."""
    return " ".join(words_in(piece) for piece in line if piece.right <= region.borders[0])


def _between(region: Region, levels: Sequence[Line]) -> list[int]:
    """Return for each line of a table how many rules over the table stand below it."""
    left = min(piece.left for line in region.lines for piece in line)
    right = max(piece.right for line in region.lines for piece in line)
    across = sorted(
        rule.at
        for rule in levels
        if min(rule.end, right) - max(rule.start, left) >= _OVER * (right - left)
    )
    return [bisect_right(across, _middle(line)) for line in region.lines]


def _bands(region: Region, between: Sequence[int]) -> Iterator[list[int]]:
    """Give the lines of a table between two rules, and those over all columns by themselves."""

    def place(at: int) -> tuple[int, int]:
        return between[at], at if region.crossed[at] else -1

    for _, band in groupby(range(len(region.lines)), place):
        yield list(band)


def _middle(pieces: Sequence[Box]) -> float:
    return fmean((piece.bottom + piece.top) / 2 for piece in pieces)


def _rows_in(
    region: Region, band: list[int], numbers: list[int], usual: float
) -> list[tuple[int, ...]]:
    """Return the rows of a stretch of lines: of all ways to part them the one that fits best."""
    spaced = _by_blanks(region, band, usual)
    if not numbers:
        return spaced
    marked = set(numbers)
    ways = [
        way
        for way in (
            spaced,
            _cut(band, numbers),
            _cut(band, list(_starts_round(region, band, numbers))),
        )
        if all(len(marked.intersection(row)) <= 1 for row in way)
    ]

    def merit(way: list[tuple[int, ...]]) -> tuple[float, int, int]:
        full = sum(len(_filled(region, row)) > 1 or not marked.isdisjoint(row) for row in way)
        return round(_fit(region, way), 2), full, -len(way)

    return max(ways, key=merit)


def _fit(region: Region, rows: Sequence[Sequence[int]]) -> float:
    """Return the share of cells that begin, or have their middle, where others of their row do."""
    tops = middles = cells = 0
    near = _NEAR * region.height
    for row in rows:
        found = [places for places in _columns(region, row) if places]
        top = max(places[0] for places in found)
        middle = median((places[0] + places[-1]) / 2 for places in found)
        cells += len(found)
        tops += sum(top - places[0] <= near for places in found)
        middles += sum(abs((places[0] + places[-1]) / 2 - middle) <= near for places in found)
    return max(tops, middles) / cells


def _columns(region: Region, row: Sequence[int]) -> list[list[float]]:
    """Return for each column where the lines of a row stand in it, from the top."""
    return [
        [_middle(cell) for at in row if (cell := _cell(region, region.lines[at], column))]
        for column in range(len(region.borders) + 1)
    ]


def _pitch(region: Region) -> float:
    """Return how far two lines of a cell stand from each other; 0 where no cell has two."""
    low, high = (factor * region.height for factor in _LINE_PITCH)
    band = range(len(region.lines))
    pitches = [
        pitch
        for column in range(len(region.borders) + 1)
        for _, _, pitch in _steps(region, band, column)
        if low <= pitch <= high
    ]
    return quantiles(pitches, n=4)[0] if len(pitches) > 1 else sum(pitches)


def _by_blanks(region: Region, band: list[int], usual: float) -> list[tuple[int, ...]]:
    """Return lines parted where each column has more blank than between the lines of a cell."""
    near = {
        between
        for column in range(len(region.borders) + 1)
        for above, below, pitch in _steps(region, band, column)
        if pitch <= _LONGER * usual
        for between in range(above + 1, below + 1)
    }
    return _cut(band, [at for at in band[1:] if at not in near])


def _steps(region: Region, band: Sequence[int], column: int) -> Iterator[tuple[int, int, float]]:
    """Give two lines that follow each other in a column, and how far the second is below."""
    places = [
        (at, _middle(cell)) for at in band if (cell := _cell(region, region.lines[at], column))
    ]
    for (above, high), (below, low) in pairwise(places):
        yield above, below, high - low


def _cell(region: Region, line: TextLine, column: int) -> tuple[Box, ...]:
    """Return the pieces of a line in a column."""
    return tuple(
        piece
        for piece in line
        if bisect_right(region.borders, (piece.left + piece.right) / 2) == column
    )


def _filled(region: Region, lines: Sequence[int]) -> set[int]:
    """Return the columns in which lines have words."""
    return {
        bisect_right(region.borders, (piece.left + piece.right) / 2)
        for at in lines
        for piece in region.lines[at]
    }


def _is_list(region: Region, band: list[int], usual: float) -> bool:
    """Tell whether lines are rows of one line each: most columns of each have words."""
    spaced = _by_blanks(region, band, usual)
    full = all(2 * len(_filled(region, [at])) > len(region.borders) + 1 for at in band)
    return len(spaced) == 1 and full


def _cut(band: list[int], starts: Sequence[int]) -> list[tuple[int, ...]]:
    """Return lines parted before some of them."""
    borders = sorted({band[0], *starts, band[-1] + 1})
    return [tuple(range(start, end)) for start, end in pairwise(borders)]


def _starts_round(region: Region, band: list[int], numbers: list[int]) -> Iterator[int]:
    """Give the first line of each row whose number stands in its middle, from the last row up."""
    middles = {at: _middle(region.lines[at]) for at in band}
    low = middles[band[-1]] - region.height / 2
    floor = band[-1]
    for place in range(len(numbers) - 1, -1, -1):
        number = numbers[place]
        above = numbers[place - 1] if place else band[0] - 1
        high = 2 * _middle(region.lines[number]) - low
        starts = [at for at in range(above + 1, number + 1) if at <= floor]
        start = min(starts, key=lambda at: abs(_top_of(middles, at, region.height) - high))
        yield start
        low = _top_of(middles, start, region.height)
        floor = start - 1


def _top_of(middles: dict[int, float], at: int, height: float) -> float:
    """Return where a row would begin with a line."""
    above = middles.get(at - 1)
    return middles[at] + height / 2 if above is None else (middles[at] + above) / 2

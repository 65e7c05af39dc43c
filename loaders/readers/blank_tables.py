"""Tables that blanks and at most level rules keep in order, as if all their lines were ruled."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from loaders.readers.blank_columns import regions
from loaders.readers.blank_rows import rows_of
from loaders.readers.ruled_tables import Line, RuledTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from loaders.readers.blank_columns import Region
    from loaders.readers.blank_rows import Rows
    from loaders.readers.ruled_tables import Box

_EDGE: Final = 2.0
"""Points round the words of a table that belong to it."""


def blank_tables(
    pieces: Sequence[Box], levels: Sequence[Line], words_in: Callable[[Box], str]
) -> list[RuledTable]:
    """Return the tables of a page that no upright lines rule, from its top.

    Args:
        pieces: the boxes of words, or of runs of them, in points from the lower left corner.
        levels: the level rules of the page.
        words_in: what is printed in a box.
    """
    found = ((region, rows_of(region, levels, words_in)) for region in regions(pieces))
    return [_ruled(region, rows) for region, rows in found if rows]


def _ruled(region: Region, rows: Rows) -> RuledTable:
    """Return a table with the rulings that it could have."""
    boxes = [piece for line in region.lines for piece in line]
    left, right = min(box.left for box in boxes) - _EDGE, max(box.right for box in boxes) + _EDGE
    xs = [left, *region.borders, right]
    ys = _levels(region, rows)
    uprights = [
        Line(x, low, high)
        for high, low, is_open in _stretches(region, rows, ys)
        for x in ((left, right) if is_open else xs)
    ]
    return RuledTable(xs, sorted(ys), uprights, [Line(y, left, right) for y in ys])


def _stretches(
    region: Region, rows: Rows, ys: Sequence[float]
) -> Iterator[tuple[float, float, bool]]:
    """Give rows that follow each other: upper and lower edge, and whether a line crosses them."""
    crossed = [any(region.crossed[at] for at in row) for row in rows]
    for is_open, group in groupby(range(len(rows)), crossed.__getitem__):
        places = list(group)
        yield ys[places[0]], ys[places[-1] + 1], is_open


def _levels(region: Region, rows: Rows) -> list[float]:
    """Return where level lines would part the rows, from the top."""
    spans = [
        (
            max(piece.top for at in row for piece in region.lines[at]),
            min(piece.bottom for at in row for piece in region.lines[at]),
        )
        for row in rows
    ]
    between = [(above[1] + below[0]) / 2 for above, below in pairwise(spans)]
    return [spans[0][0] + _EDGE, *between, spans[-1][1] - _EDGE]

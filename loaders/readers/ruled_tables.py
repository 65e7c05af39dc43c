"""Tables that a page rules with lines: which sign stands in which cell.

A text layer gives the lines of the cells of a row one below the other, so that nobody knows where a
cell ends; the rulings say it. Source: ISO 32000-1, 8.5 (paths: a ruling is a thin rectangle or a
line), 9.4 (text has places, not tables).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.readers.layout import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_THIN: Final = 3.0
"""Points up to which a path is a line; lines nearer to each other than that are one."""
_SHORTEST: Final = 8.0
"""Points of a line below which it is a stroke of a letter or a mark."""
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
_BACK: Final = 5.0
"""Points to the left of the sign before it at which a sign of a cell begins a line."""
MOST_RULINGS: Final = 20_000
"""Paths of a page beyond which it is a drawing."""


class Box(NamedTuple):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Sign(NamedTuple):
    """A letter of the text layer and the middle of its box; x is None for blanks that none has."""

    letter: str
    x: float | None
    y: float


class Line(NamedTuple):
    """A ruling along one axis: where it stands on the other, from where to where it runs."""

    at: float
    start: float
    end: float


class RuledTable(NamedTuple):
    """A table: the places of its vertical and horizontal rulings, and the rulings themselves."""

    xs: list[float]
    ys: list[float]
    uprights: list[Line]
    levels: list[Line]


def with_tables(signs: Iterable[Sign], grids: Sequence[RuledTable]) -> str:
    """Return the text of a page with a line a row for its tables.

    Args:
        signs: the text layer in its order.
        grids: the tables of the page.
    """
    cells: list[dict[tuple[int, int], list[str]]] = [defaultdict(list) for _ in grids]
    places = [first_squares(grid) for grid in grids]
    found: list[str | int] = []
    here: tuple[int, tuple[int, int]] | None = None
    reached = 0.0
    for sign in signs:
        if sign.x is not None:
            before, here = here, square_at(sign, grids)
            if here and here == before and sign.x < reached - _BACK:
                cells[here[0]][places[here[0]][here[1]]].append("\n")
            reached = sign.x
        if here is None:
            found.append(sign.letter)
            continue
        number, square = here
        if not cells[number]:
            found.append(number)
        cells[number][places[number][square]].append(sign.letter)
    return "".join(
        _printed(grids[part], cells[part]) if isinstance(part, int) else part for part in found
    )


def is_thin(box: Box) -> bool:
    """Tell whether a path is a line: a rectangle hardly wider or higher than a pen is thick."""
    return min(box.right - box.left, box.top - box.bottom) <= _THIN


def is_level(box: Box) -> bool:
    """Tell whether a path is a level line."""
    return is_thin(box) and box.right - box.left > box.top - box.bottom


def level_lines(boxes: Iterable[Box]) -> list[Line]:
    """Return the level lines of paths, those that go on with each other as one.

    Args:
        boxes: the rulings of a page.
    """
    return _joined(line for box in boxes for line in _edges(_turned(box)))


def tables_of(boxes: Sequence[Box]) -> list[RuledTable]:
    """Return the tables of a page from its top: rulings that meet, of enough columns and rows.

    Args:
        boxes: the rulings of the page.
    """
    if not boxes or len(boxes) >= MOST_RULINGS:
        return []
    uprights = _joined(line for box in boxes for line in _edges(box))
    levels = level_lines(boxes)
    grids = (_grid(group, levels) for group in _groups(uprights))
    return [
        grid for grid in grids if len(grid.xs) > _FEWEST_COLUMNS and len(grid.ys) > _FEWEST_ROWS
    ]


def _edges(box: Box) -> Iterator[Line]:
    """Give the upright lines of a path: itself if it is thin, else the sides of its box."""
    if box.right - box.left <= _THIN:
        yield Line((box.left + box.right) / 2, box.bottom, box.top)
    elif box.top - box.bottom > _THIN:
        yield Line(box.left, box.bottom, box.top)
        yield Line(box.right, box.bottom, box.top)


def _turned(box: Box) -> Box:
    """Return a box with its axes changed over."""
    return Box(box.bottom, box.left, box.top, box.right)


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Return lines along one axis, those that go on with each other as one, by their places."""
    columns: list[list[Line]] = []
    for line in sorted(lines):
        if columns and line.at - columns[-1][0].at <= _THIN:
            columns[-1].append(line)
        else:
            columns.append([line])
    return [line for column in columns for line in _runs(column)]


def _runs(column: list[Line]) -> Iterator[Line]:
    """Give the runs of lines at one place, short ones left out."""
    at, start, end = column[0].at, 0.0, float("-inf")
    for line in sorted(column, key=lambda one: one.start):
        if line.start > end + _THIN:
            if end - start >= _SHORTEST:
                yield Line(at, start, end)
            start, end = line.start, line.end
        end = max(end, line.end)
    if end - start >= _SHORTEST:
        yield Line(at, start, end)


def _groups(uprights: list[Line]) -> list[list[Line]]:
    """Return the upright lines by the stretch of the page that they share, from its top."""
    groups: list[list[Line]] = []
    low = 0.0
    for line in sorted(uprights, key=lambda one: -one.end):
        if groups and line.end >= low - _THIN:
            groups[-1].append(line)
            low = min(low, line.start)
        else:
            groups.append([line])
            low = line.start
    return groups


def _grid(uprights: list[Line], levels: list[Line]) -> RuledTable:
    """Return the table that upright lines make with the level lines that reach over them."""
    low, high = min(line.start for line in uprights), max(line.end for line in uprights)
    left, right = min(line.at for line in uprights), max(line.at for line in uprights)
    inside = [
        line
        for line in levels
        if low - _THIN <= line.at <= high + _THIN
        and line.start <= right + _THIN
        and line.end >= left - _THIN
    ]
    return RuledTable(
        _places(line.at for line in uprights),
        _places(line.at for line in inside),
        uprights,
        inside,
    )


def _places(values: Iterable[float]) -> list[float]:
    """Return values in order, those nearer than a line is thick as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _THIN:
            places.append(value)
    return places


def first_squares(grid: RuledTable) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each square of a table the first square of its cell.

    Squares of one cell have none of the lines between them.

    Args:
        grid: the table; its rows count from the lower edge, its columns from the left.
    """
    first: dict[tuple[int, int], tuple[int, int]] = {}
    uprights, levels = sorted(grid.uprights), sorted(grid.levels)
    for row in range(len(grid.ys) - 2, -1, -1):
        middle = (grid.ys[row] + grid.ys[row + 1]) / 2
        for column in range(len(grid.xs) - 1):
            square = row, column
            across = (grid.xs[column] + grid.xs[column + 1]) / 2
            if column and not _covers(uprights, grid.xs[column], middle):
                first[square] = first[row, column - 1]
            elif (row + 1, column) in first and not _covers(levels, grid.ys[row + 1], across):
                first[square] = first[row + 1, column]
            else:
                first[square] = square
    return first


def _covers(lines: Sequence[Line], at: float, middle: float) -> bool:
    """Tell whether a line stands at a place and runs over a point; lines are in their order."""
    low = bisect_left(lines, (at - _THIN,))
    high = bisect_right(lines, (at + _THIN, inf), lo=low)
    return any(line.start - _THIN <= middle <= line.end + _THIN for line in lines[low:high])


def square_at(sign: Sign, grids: Sequence[RuledTable]) -> tuple[int, tuple[int, int]] | None:
    """Return the table and the square in which a sign stands; None outside of all.

    Args:
        sign: its place.
        grids: the tables of the page.
    """
    for number, grid in enumerate(grids):
        if grid.ys[0] <= sign.y <= grid.ys[-1] and grid.xs[0] <= (sign.x or 0) <= grid.xs[-1]:
            row = min(bisect_right(grid.ys, sign.y), len(grid.ys) - 1) - 1
            column = min(bisect_right(grid.xs, sign.x or 0), len(grid.xs) - 1) - 1
            return number, (row, column)
    return None


def _printed(grid: RuledTable, cells: dict[tuple[int, int], list[str]]) -> str:
    """Return the lines of a table, from its top, between line feeds."""
    rows = [
        [
            [
                line.strip()
                for line in "".join(cells.get((row, column), ())).split("\n")
                if line.strip()
            ]
            for column in range(len(grid.xs) - 1)
        ]
        for row in range(len(grid.ys) - 2, -1, -1)
    ]
    return "\n" + "\n".join(table_lines(rows)) + "\n"

"""Tables that are ruled on a page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.readers.ruled_tables import Box, Sign, is_thin, tables_of, with_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

XS = (50.0, 80.0, 200.0, 300.0)  # places of the upright rulings
YS = (100.0, 130.0, 160.0, 190.0)  # of the level ones


def ruled(*, without: tuple[tuple[float, float], ...] = ()) -> list[Box]:
    """Return the rulings of a table of three columns and rows, each between two crossings.

    Args:
        without: upright rulings left out, by their place and the lower end of their stretch.
    """
    level = [Box(left, y - 0.2, right, y + 0.2) for y in YS for left, right in pairwise(XS)]
    upright = [
        Box(x - 0.2, low, x + 0.2, high)
        for x in XS
        for low, high in pairwise(YS)
        if (x, low) not in without
    ]
    return [*level, *upright]


def words(text: str, x: float, y: float) -> Iterator[Sign]:
    """Give the signs of a printed line and the line feed behind it."""
    for place, letter in enumerate(text):
        yield Sign(letter, None if letter == " " else x + 4 * place, y)
    yield Sign("\n", None, y)


def page() -> Iterator[Sign]:
    """Give a page as PDFium does: line by line, cells below each other."""
    yield from words("PHỤ LỤC", 50, 250)
    yield from words("TT", 55, 175)
    yield from words("Việc", 90, 175)
    yield from words("Chủ trì", 210, 175)
    yield from words("1", 55, 145)
    yield from words("Sửa đập", 90, 150)
    yield from words("số 2", 90, 140)
    yield from words("Sở Y tế", 210, 145)
    yield from words("II. Khác", 55, 115)
    yield from words("Ghi chú", 50, 60)


def test_rows_and_cells() -> None:
    """A row is a line with bars, a cell of several lines one cell; other words stay."""
    merged = ((80.0, 100.0), (200.0, 100.0))
    assert with_tables(page(), tables_of(ruled(without=merged))).split("\n") == [
        "PHỤ LỤC",
        "",
        "TT | Việc | Chủ trì",
        "1 | Sửa đập số 2 | Sở Y tế",
        "II. Khác",
        "Ghi chú",
        "",
    ]


def test_lines_make_no_table() -> None:
    """An underlined heading or a frame of two columns is no table, nor is a drawing."""
    assert tables_of([Box(50, 240, 120, 240.4)]) == []
    two = [box for box in ruled() if box.right < 201]
    assert tables_of(two) == []
    assert tables_of(ruled() * 2_000) == []


def test_a_cell_over_two_rows() -> None:
    """It stands in the first of them and leaves its place empty in the other."""
    rulings = [box for box in ruled() if not (box.left == 200 and 129 < box.bottom < 130)]
    lines = with_tables(page(), tables_of(rulings)).split("\n")
    assert lines[3] == "1 | Sửa đập số 2 | Sở Y tế"
    assert lines[4].count("|") == 2
    assert lines[4].endswith("| ")


def test_thin_boxes_are_lines() -> None:
    """A coloured box behind words is no ruling."""
    assert is_thin(Box(0, 0, 100, 0.5))
    assert not is_thin(Box(0, 0, 100, 12))

"""Rows of tables without rulings."""

from __future__ import annotations

import pytest

from loaders.readers.blank_columns import Region
from loaders.readers.blank_rows import rows_of
from loaders.readers.ruled_tables import Box, Line

LEFTS = (10.0, 50.0, 200.0)
PITCH = 12.0


def region(*lines: tuple[float, str], is_wide: bool = True) -> tuple[Region, dict[Box, str]]:
    """Return lines, each at a height in lines, with `x` or a number where a column has words."""
    words: dict[Box, str] = {}
    rows = []
    for at, cells in lines:
        low = 700 - PITCH * at
        parts = [part.strip() for part in cells.split("|")]
        boxes = {
            Box(left, low, left + 20, low + 8): part
            for left, part in zip(LEFTS, parts, strict=True)
            if part
        }
        words |= boxes
        rows.append(tuple(boxes))
    crossed = (False,) * len(rows)
    found = Region(
        lines=tuple(rows), borders=(40.0, 150.0), crossed=crossed, height=8.0, is_wide=is_wide
    )
    return found, words


def rows(*lines: tuple[float, str], rules: tuple[float, ...] = ()) -> tuple[tuple[int, ...], ...]:
    """Return the rows of lines between rules at heights in lines."""
    found, words = region(*lines)
    levels = [Line(700 + 4 - PITCH * at, 0, 300) for at in rules]
    return rows_of(found, levels, words.__getitem__)


TOP = ((0, "TT|x|x"), (1, "1|x|x"), (2, "|x|x"), (3, "|x|"), (4, "2|x|x"), (5, "|x|"))
MIDDLE = (
    *((0.0, "TT|x|x"), (1.0, "|x|"), (1.5, "||x"), (2.0, "1|x|"), (2.5, "||x"), (3.0, "|x|")),
    *((4.0, "|x|"), (4.5, "2||x"), (5.0, "|x|")),
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (TOP, ((0,), (1, 2, 3), (4, 5))),
        (MIDDLE, ((0,), (1, 2, 3, 4, 5), (6, 7, 8))),
    ],
)
def test_numbers_stand_at_the_top_or_in_the_middle(
    lines: tuple[tuple[float, str], ...], expected: tuple[tuple[int, ...], ...]
) -> None:
    """Where lines follow each other evenly, the way that fits most cells is taken."""
    assert rows(*lines) == expected


def test_more_blank_parts_rows() -> None:
    """No number is needed where rows stand apart."""
    lines = ((0, "x|x|x"), (1.5, "x|x|x"), (2.5, "|x|"), (4, "x|x|x"), (5, "x|x|"), (6.5, "x|x|x"))
    assert rows(*lines) == ((0,), (1, 2), (3, 4), (5,))


def test_narrow_blanks_alone_are_no_columns() -> None:
    """Sentences in a narrow column have wide blanks below each other by chance."""
    lines = ((0, "x|x|x"), (1.5, "x|x|x"), (3, "x|x|x"), (4.5, "x|x|x"))
    for is_wide, count in ((True, 4), (False, 0)):
        found, words = region(*lines, is_wide=is_wide)
        assert len(rows_of(found, [], words.__getitem__)) == count


def test_rules_part_rows() -> None:
    """A row may have its lines anywhere between two rules."""
    lines = ((0, "x|x|x"), (1, "|x|"), (2, "x||x"), (3, "|x|"), (4, "x|x|x"), (5, "|x|x"))
    found = rows(*lines, (6, "x||x"), rules=(-0.5, 0.5, 3.5, 5.5, 6.5))
    assert found == ((0,), (1, 2, 3), (4, 5), (6,))


def test_too_few_rows_are_no_table() -> None:
    """Three who sign beside each other have a title and a name each."""
    assert rows((0, "x|x|x"), (1, "x|x|x"), (5, "x|x|x")) == ()

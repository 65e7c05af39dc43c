"""How the cells of a table become lines, alike for every format that has tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_BESIDE: Final = 2
"""Two columns are how headings, numbers, distribution lists and signatures stand side by side
(Decree 30/2020/NĐ-CP, annex I)."""

Cell = Sequence[str]


def table_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the lines of a table.

    A table of at most two columns that holds cells of several lines only places blocks side by
    side: its cells follow each other, line by line. Any other table gives a line a row, with
    ` | ` between the cells.

    Args:
        rows: for each row its cells, for each cell its lines.

    >>> table_lines([[["A", "B"], ["C"]], [["D"], ["E"]]])
    ['A', 'B', 'C', 'D', 'E']
    >>> table_lines([[["1"], ["2"], ["3"]]])
    ['1 | 2 | 3']
    """
    if is_layout_only(rows):
        return [line for row in rows for cell in row for line in cell]
    joined = [" | ".join(" ".join(cell) for cell in _alone(row)) for row in rows]
    return [line for line in joined if line.strip(" |")]


def _alone(row: Sequence[Cell]) -> Sequence[Cell]:
    """Return a row of one cell over all columns as that cell, any other as it is."""
    return row[:1] if row and not any(row[1:]) else row


def is_layout_only(rows: Sequence[Sequence[Sequence[object]]]) -> bool:
    """Tell whether a table is there for its layout alone.

    Args:
        rows: for each row its cells, for each cell its lines.
    """
    widest = max((sum(1 for cell in row if cell) for row in rows), default=0)
    several = any(len(cell) > 1 for row in rows for cell in row)
    return widest <= 1 or (widest <= _BESIDE and several)

"""Tables become lines the same way in every format."""

from __future__ import annotations

from loaders.readers.layout import table_lines


def test_three_columns_are_rows_even_with_long_cells() -> None:
    """A row of a task table stays one line."""
    assert table_lines([[["1"], ["Làm", "đường"], ["Sở A"]]]) == ["1 | Làm đường | Sở A"]


def test_two_columns_of_single_lines_are_rows() -> None:
    """A two-column list of figures is data."""
    assert table_lines([[["xã A"], ["5"]], [["xã B"], ["6"]]]) == ["xã A | 5", "xã B | 6"]


def test_empty_rows_vanish() -> None:
    """A row without words prints nothing."""
    assert table_lines([[[], [], []], [["a"], ["b"], ["c"]]]) == ["a | b | c"]

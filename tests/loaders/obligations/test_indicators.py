"""Figures that stand alone in a cell of a table."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.indicators import figures_of_row, read_figures, unit_of
from loaders.records import NormalisedText, Span


def row(*cells: str) -> tuple[NormalisedText, list[Span]]:
    """Return the text of a row and where its cells stand."""
    text = normalise(" | ".join(cells))
    spans, start = [], 0
    for cell in cells:
        begin = text.text.index(cell, start)
        spans.append(Span(start=begin, end=begin + len(cell)))
        start = begin + len(cell)
    return text, spans


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("≥ 80", [("ge", 80)]),
        ("từ 90 trở lên", [("ge", 90)]),
        ("< 1,5", [("lt", 1.5)]),
        ("≤ 3 Đông Nam Á; ≤ 50 thế giới", [("le", 3), ("le", 50)]),
        ("Đạt mức tiên tiến", []),
        ("12/2026", []),
    ],
)
def test_a_cell_of_figures(value: str, expected: list[tuple[str, float]]) -> None:
    """Nothing but figures counts; each piece sets one."""
    text, (measure, unit, cell) = row("Thứ hạng chỉ số số hóa", "bậc", value)
    found = read_figures(text, cell, measure, unit)
    assert [(target.comparison, target.value) for target in found] == expected
    assert {target.unit for target in found} <= {"bậc"}


def test_a_figure_without_a_unit_is_none() -> None:
    """A bracket behind what is measured gives the unit too; without any, nothing is set."""
    text, (measure, cell) = row("Tỷ lệ hộ dùng nước sạch (%)", "95")
    assert unit_of(text, measure, None) == "%"
    assert [target.unit for target in read_figures(text, cell, measure, None)] == ["%"]
    text, (measure, cell) = row("Hộ dùng nước sạch", "95")
    assert read_figures(text, cell, measure, None) == ()


def test_a_measure_that_falls() -> None:
    """The figure of a decrease says so."""
    text, (measure, unit, cell) = row("Giảm số vụ cháy", "%", "10")
    (target,) = figures_of_row(text, [(unit, "unit"), (cell, "figure")], measure)
    assert (target.direction, target.measure) == ("decrease", "Giảm số vụ cháy")

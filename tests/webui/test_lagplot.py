"""The plot of how long provinces took."""

from __future__ import annotations

from datetime import date

from webui.facts.coverage import CarryingFact
from webui.lagplot import lag_plot


def fact(place: str, days: int | None) -> CarryingFact:
    """Return a document that came so many days after the central one."""
    return CarryingFact(document=f"d{days}", place=place, date=date(2024, 1, 1), steps=1, days=days)


def test_points_stand_in_the_order_of_time_and_lines_by_the_first() -> None:
    """The quickest place is at the top; a document without a day is not drawn."""
    plot = lag_plot({"slow": [fact("slow", 700)], "quick": [fact("quick", 30), fact("quick", 800)]})
    assert [line.place for line in plot.lines] == ["quick", "slow"]
    across = {point.fact.days: point.x for point in plot.points}
    assert across[30] < across[700] < across[800] <= plot.width
    assert 2 <= len(plot.ticks) <= 11


def test_what_has_no_day_gives_an_empty_plot() -> None:
    """No line, no point."""
    plot = lag_plot({"p": [fact("p", None)]})
    assert (plot.lines, plot.points) == ((), ())


def test_a_document_before_the_central_one_is_drawn_left_of_zero() -> None:
    """Days may be below nothing."""
    plot = lag_plot({"p": [fact("p", -90), fact("p", 90)]})
    zero = next(tick.x for tick in plot.ticks if tick.months == 0)
    assert plot.points[0].x < zero < plot.points[1].x

"""Scores from load to load."""

from __future__ import annotations

from queries.completeness import Counts, Point
from webui.trend import trend


def point(number: int, known: int, of: int = 100) -> Point:
    """Return a load in which so many of a hundred citations are determined."""
    counts = Counts(
        fields=0, fields_of=0, citations=known, citations_of=of, assignees=0, assignees_of=0,
        deadlines=0, deadlines_of=0, violations=0, warnings=0, infos=0,
    )  # fmt: skip
    return Point(at=f"2024-01-{number % 28 + 1:02}T00:00:00+00:00", documents=number, counts=counts)


def test_higher_scores_stand_higher_and_later_ones_further_right() -> None:
    """The line goes through all marks."""
    line = trend([point(1, 20), point(2, 80)])
    low, high = line.marks
    assert low.x < high.x <= line.width
    assert high.y < low.y <= line.height
    assert line.line == f"{low.x},{low.y} {high.x},{high.y}"


def test_only_the_last_loads_are_shown_and_empty_ones_are_not() -> None:
    """Sixty marks at most; a load with nothing to count has no score."""
    assert len(trend([point(n, n % 100) for n in range(90)]).marks) == 60
    assert trend([point(1, 0, of=0)]).marks == ()
    assert trend([]).line == ""

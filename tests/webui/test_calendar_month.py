"""A month with what is due."""

from __future__ import annotations

from datetime import date

import pytest

from webui.calendar_month import days_of, month_named, month_of
from webui.facts.tasks import TaskRow


def task(due: str = "", recurrence: str = "") -> TaskRow:
    """Return a task."""
    return TaskRow(iri="t", document="d", summary="s", recurrence=recurrence, due=due)


def test_a_day_holds_what_is_due_on_it() -> None:
    """Weeks run from Monday; days of other months are there and empty."""
    month = month_of(date(2024, 6, 1), [task("2024-06-30"), task("2024-07-01")])
    assert {len(week) for week in month.weeks} == {7}
    assert month.weeks[0][0].date == date(2024, 5, 27)
    full = {day.date for week in month.weeks for day in week if day.tasks}
    assert full == {date(2024, 6, 30)}
    assert (month.before, month.after, month.last) == ("2024-05", "2024-07", date(2024, 6, 30))


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", [15]),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", [20]),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", []),
        ("FREQ=MONTHLY;BYMONTHDAY=25,31", [25]),
        ("FREQ=MONTHLY;INTERVAL=6", []),
        ("FREQ=YEARLY", []),
        ("BYMONTHDAY=five", []),
    ],
)
def test_only_a_rule_that_names_a_day_stands_in_the_calendar(rule: str, days: list[int]) -> None:
    """Where the text does not say from when, no occurrence is made up."""
    assert [day.day for day in days_of(task(recurrence=rule), date(2024, 6, 1))] == days


def test_months_are_read_and_turned() -> None:
    """The months about the turn of the year, and words that are no month."""
    assert month_named("2024-12") == date(2024, 12, 1)
    assert month_of(date(2024, 12, 1), []).after == "2025-01"
    assert month_of(date(2024, 1, 1), []).before == "2023-12"
    assert [month_named(words) for words in ("2024-13", "0000-01", "9999-12", "x")] == [None] * 4

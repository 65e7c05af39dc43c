"""Rules of recurrence, and the days they expand to."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from loaders.obligations.recurrences import count_of, rule_of

START = datetime(2025, 3, 10)  # noqa: DTZ001 # a day of the calendar, of no zone


def days(rule: str, count: int = 3) -> list[str]:
    """Return the first days from 10 March 2025 on that a rule gives."""
    found = rrulestr(rule, dtstart=START)
    return [day.date().isoformat() for _, day in zip(range(count), found, strict=False)]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"every": "ngày"}, ["2025-03-10", "2025-03-11", "2025-03-12"]),
        ({"every": "tuần", "weekday": "Sáu"}, ["2025-03-14", "2025-03-21", "2025-03-28"]),
        ({"every": "tuần", "weekday": "2"}, ["2025-03-10", "2025-03-17", "2025-03-24"]),
        ({"every": "tháng", "day": "25"}, ["2025-03-25", "2025-04-25", "2025-05-25"]),
        ({"every": "tháng", "day": "cuối"}, ["2025-03-31", "2025-04-30", "2025-05-31"]),
        ({"every": "quý"}, ["2025-03-10", "2025-06-10", "2025-09-10"]),
        (
            {"every": "quý", "day": "20", "end": "cuối"},
            ["2025-03-20", "2025-06-20", "2025-09-20"],
        ),
        ({"every": "quý", "day": "5", "end": "đầu"}, ["2025-04-05", "2025-07-05", "2025-10-05"]),
        ({"every": "tháng", "count": "6"}, ["2025-03-10", "2025-09-10", "2026-03-10"]),
        ({"every": "năm", "times": "hai"}, ["2025-03-10", "2025-09-10", "2026-03-10"]),
        ({"every": "quý", "times": "1"}, ["2025-03-10", "2025-06-10", "2025-09-10"]),
        ({"day": "30", "month": "11"}, ["2025-11-30", "2026-11-30", "2027-11-30"]),
        ({"every": "năm", "count": "2"}, ["2025-03-10", "2027-03-10", "2029-03-10"]),
    ],
)
def test_rules_expand_to_the_right_days(groups: dict[str, str], expected: list[str]) -> None:
    """Any calendar that knows RFC 5545 gives the days that the words name."""
    assert days(rule_of(groups)) == expected


def test_months_of_every_year() -> None:
    """A month or quarter of every year falls in no other month."""
    rule = rule_of({"month": "4", "month2": "10", "every": "năm"})
    found = rrulestr(rule, dtstart=START).between(START, START + timedelta(days=800))
    assert {day.month for day in found} == {4, 10}
    assert rule_of({"quarter": "II"}) == "FREQ=YEARLY;BYMONTH=6"


def test_uneven_times_keep_their_period() -> None:
    """Five times a year has no even rhythm: it is said to be yearly."""
    assert rule_of({"every": "năm", "times": "5"}) == "FREQ=YEARLY"
    assert count_of("bốn") == "4"

"""Days of recurring duties."""

from __future__ import annotations

from datetime import date

import pytest

from queries.exports.recurrences import days, first_day, is_rule


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=15", [date(2024, 3, 15), date(2024, 4, 15), date(2024, 5, 15)]),
        ("FREQ=WEEKLY;BYDAY=FR", [date(2024, 3, 8), date(2024, 3, 15), date(2024, 3, 22)]),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", [date(y, 12, 15) for y in (2024, 2025, 2026)]),
        ("FREQ=MONTHLY;INTERVAL=6", [date(2024, 3, 5), date(2024, 9, 5), date(2025, 3, 5)]),
    ],
)
def test_a_rule_gives_its_days(rule: str, expected: list[date]) -> None:
    """From the first day on or after the document's."""
    found = list(days(rule, date(2024, 3, 5), date(2027, 1, 1)))
    assert found[:3] == expected
    assert first_day(rule, date(2024, 3, 5)) == expected[0]


@pytest.mark.parametrize(
    "text", ["", "daily", "FREQ=MINUTELY", "FREQ=DAILY;X=1", "FREQ=YEARLY;BYDAY=XX"]
)
def test_what_is_no_rule_gives_no_day(text: str) -> None:
    """Nor does it fail."""
    assert not is_rule(text)
    assert first_day(text, date(2024, 1, 1)) is None


def test_a_rule_without_any_day_ends() -> None:
    """The thirtieth of February never comes."""
    assert first_day("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2024, 1, 1)) is None


def test_a_window_before_the_rule_is_empty() -> None:
    """Nothing recurs before it begins."""
    assert list(days("FREQ=DAILY", date(2024, 1, 2), date(2024, 1, 1))) == []

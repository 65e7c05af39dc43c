"""Recurrence rules in words."""

from __future__ import annotations

import pytest

from webui.language import load_language
from webui.recurrences import recurrence_words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=YEARLY", "hằng năm"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "hằng năm, ngày 15 tháng 12"),
        ("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=20", "hằng năm, ngày 20 tháng 3, 6"),
        ("FREQ=YEARLY;BYMONTH=12", "hằng năm, tháng 12"),
        ("FREQ=MONTHLY;BYMONTHDAY=25", "hằng tháng, ngày 25"),
        ("FREQ=WEEKLY;BYDAY=FR", "hằng tuần, thứ Sáu"),
        ("FREQ=WEEKLY;BYDAY=XX", "hằng tuần"),
        ("FREQ=SECONDLY", "lặp lại"),
        ("nonsense", "lặp lại"),
    ],
)
def test_rules_are_told_as_people_say_them(rule: str, words: str) -> None:
    """Rhythm, then the days; what cannot be told is only said to recur."""
    assert recurrence_words(rule, load_language("vi")) == words
    assert recurrence_words(rule, load_language("en"))

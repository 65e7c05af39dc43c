"""Words of the exports."""

from __future__ import annotations

import pytest

from queries.exports.records import Due, Reporting
from queries.exports.tables import COLUMNS
from queries.exports.words import load_words


def test_both_languages_have_the_same_words() -> None:
    """Every column has a heading in each."""
    vi, en = load_words("vi"), load_words("en")
    for section in ("columns", "roles", "frequencies", "phrases"):
        assert getattr(vi, section).keys() == getattr(en, section).keys()
    assert set(COLUMNS) == set(vi.columns)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("FREQ=MONTHLY;INTERVAL=3", "3 tháng một lần"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "hằng năm"),
        ("FREQ=MONTHLY;INTERVAL=1", "hằng tháng"),
        ("FREQ=SECONDLY", ""),
        ("", ""),
    ],
)
def test_a_rule_is_told_in_words(rule: str, says: str) -> None:
    """How often, where it is known."""
    assert load_words("vi").recurrence(Due(text="", recurrence=rule)) == says


def test_a_recipient_is_told_with_who_passes_it_on() -> None:
    """The name of who passes it on only where there is one."""
    words = load_words("en")
    assert words.recipient(Reporting(recipient="A", via="")) == "A"
    assert words.recipient(Reporting(recipient="A", via="B")) == "A (through B)"
    assert words.role("lead") == "Lead"
    assert words.role("other") == "other"

"""Days, months, quarters and years that phrases name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.obligations.moments import counted_from, day_before, month_number, read_moment
from loaders.records import PartialDate

ON_10_MARCH = PartialDate(year=2025, month=3, day=10)


@pytest.mark.parametrize(
    ("means", "groups", "moment"),
    [
        ("date", {"day": "29", "month": "2", "year": "2025"}, (None, None)),
        ("date", {"day": "1", "month": "3"}, ("2026-03-01", "2026-03-01")),
        ("month", {"month": "Tư"}, ("2025-04", "2025-04-30")),
        ("week", {"week": "ba", "month": "6"}, ("2025-06", "2025-06-21")),
        ("week", {"week": "cuối cùng", "month": "6"}, ("2025-06", "2025-06-30")),
        ("half", {"half": "đầu"}, ("2025-06", "2025-06-30")),
        ("attribute", {"day": "1", "month": "5"}, (None, None)),
    ],
)
def test_moments(means: str, groups: dict[str, str], moment: tuple[str | None, str | None]) -> None:
    """A day that does not exist is none; a year left out is the paper's, or the next."""
    assert read_moment(means, groups, ON_10_MARCH) == moment


def test_a_year_is_never_guessed() -> None:
    """Without a date of the document a day without a year says nothing."""
    assert read_moment("date", {"day": "1", "month": "5"}, None) == (None, None)


@pytest.mark.parametrize(
    ("words", "count", "unit", "due"),
    [
        ("15 ngày kể từ ngày ký", "15", "ngày", "2025-03-25"),
        ("11 tháng kể từ ngày ban hành", "11", "tháng", "2026-02-10"),
        ("05 ngày làm việc kể từ ngày ký", "05", "ngày", None),
        ("15 ngày kể từ ngày nhận hồ sơ", "15", "ngày", None),
        ("15 ngày kể từ ngày ban hành Nghị định của Chính phủ", "15", "ngày", None),
    ],
)
def test_periods_from_signing(words: str, count: str, unit: str, due: str | None) -> None:
    """Days are counted from the day after signing; working days and other events stay open."""
    groups = {"count2": count, "unit2": unit}
    assert counted_from(words, groups, ON_10_MARCH) == due
    assert counted_from(words, groups, PartialDate(year=2025, month=3)) is None


@given(st.integers(min_value=1900, max_value=2098))
def test_before_a_year_is_the_last_day_of_the_one_before(year: int) -> None:
    """What is due before a year is due on 31 December."""
    assert day_before(str(year)) == f"{year - 1}-12-31"


def test_months_in_words() -> None:
    """Eleven and twelve are not ten."""
    assert [month_number(word) for word in ("Mười", "Mười Một", "mười hai")] == [10, 11, 12]

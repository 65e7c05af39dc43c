"""Give the day, month, quarter, half or year that a phrase names, and its last day.

Source: Decree 30/2020/NĐ-CP, annex I (how dates are printed); Civil Code 91/2015/QH13, articles
145 to 148 (a period ends with its last day; one counted from a day begins with the next; what is
due "before" a period is due on the day before it begins).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from loaders.obligations.wordings import load_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import PartialDate

WORDS = load_table("calendar")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
MONTHS_OF_A_YEAR = 12
DAYS_OF_A_WEEK = 7

Moment = tuple[str | None, str | None]


def read_moment(means: str, groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return what a phrase names as ISO text, and its last day; None where it cannot be said.

    Args:
        means: "date", "month", "week", "quarter", "half", "year" or "attribute".
        groups: what the phrase prints: day, month, week, quarter, half, year.
        issued: the date of the document, which gives a year that is not printed.

    >>> read_moment("quarter", {"quarter": "II", "year": "2025"}, None)
    ('2025-Q2', '2025-06-30')
    """
    return MAKERS[means](groups, issued)


def day_before(iso: str) -> str:
    """Return the day before a month, quarter or year begins.

    Args:
        iso: "2025-03", "2025-Q2" or "2025".

    >>> day_before("2025-Q2"), day_before("2026"), day_before("2025-03")
    ('2025-03-31', '2025-12-31', '2025-02-28')
    """
    year, _, part = iso.partition("-")
    month = 3 * int(part[1:]) - 2 if part.startswith("Q") else int(part or 1)
    return (date(int(year), month, 1) - timedelta(days=1)).isoformat()


def first_day(iso: str) -> str:
    """Return the first day of a day, month, quarter or year.

    Args:
        iso: "2025-03-05", "2025-03", "2025-Q2" or "2025".

    >>> first_day("2025-Q2"), first_day("2026"), first_day("2025-03-05")
    ('2025-04-01', '2026-01-01', '2025-03-05')
    """
    if len(iso) > len("2025-03"):
        return iso
    return (date.fromisoformat(day_before(iso)) + timedelta(days=1)).isoformat()


def interval_start(groups: dict[str, str], due: str | None) -> str | None:
    """Return the first day of an interval whose last day is known; None where it has no start.

    Args:
        groups: from_day, from_month, from_year: what is printed of the start; what is not printed
            is that of the end.
        due: the last day as ISO date.

    >>> interval_start({"from_day": "1", "from_month": "6"}, "2024-09-30")
    '2024-06-01'
    >>> interval_start({"from_year": "2022"}, "2024-12-31")
    '2022-01-01'
    """
    if due is None or not groups.keys() & {"from_day", "from_month", "from_year"}:
        return None
    end = date.fromisoformat(due)
    dated = groups.keys() & {"from_day", "from_month"}
    month = int(groups.get("from_month", end.month if dated else 1))
    year, day = int(groups.get("from_year", end.year)), int(groups.get("from_day", 1))
    if not 1 <= month <= MONTHS_OF_A_YEAR or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    start = date(year, month, day)
    return start.isoformat() if start <= end else None


def counted_from(printed: str, groups: dict[str, str], issued: PartialDate | None) -> str | None:
    """Return the last day of a period that runs from the day a document is signed; None if open.

    Periods of working days and those that run from another event stay open.

    Args:
        printed: the words of the period.
        groups: `count` and `unit` of the period, maybe with a figure behind their names.
        issued: the date of the document.
    """
    if issued is None or issued.day is None or issued.month is None:
        return None
    if not WORDS.pattern("from-signing").search(printed):
        return None
    count = next((int(v) for k, v in groups.items() if k.startswith("count")), 0)
    unit = next((v for k, v in groups.items() if k.startswith("unit")), "")
    first = date(issued.year, issued.month, issued.day)
    if WORDS.pattern("days").fullmatch(unit) and not WORDS.pattern("working").search(printed):
        return (first + timedelta(days=count)).isoformat()
    return _months_later(first, count) if WORDS.pattern("months").fullmatch(unit) else None


def _months_later(first: date, count: int) -> str:
    """Return the same day some months later, or the last day of that month."""
    months = first.month - 1 + count
    year, month = first.year + months // MONTHS_OF_A_YEAR, months % MONTHS_OF_A_YEAR + 1
    day = min(first.day, calendar.monthrange(year, month)[1])
    return date(year, month, day).isoformat()


def _year(groups: dict[str, str], issued: PartialDate | None) -> int | None:
    """Return the printed year, else the year of the document."""
    if "year" in groups:
        return int(groups["year"])
    return issued.year if issued else None


def month_number(printed: str) -> int:
    """Return a month printed in figures or in words.

    >>> month_number("06"), month_number("Tư")
    (6, 4)
    """
    spelled = WORDS.pattern("month-name").fullmatch(printed)
    return int((spelled.lastgroup or "m1")[1:]) if spelled else int(printed)


def _last_day(year: int, month: int) -> str:
    """Return the last day of a month as ISO date."""
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _date(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return a day; without a year it is the next such day from the date of the document."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    month, day = month_number(groups["month"]), int(groups["day"])
    passed = issued is not None and (issued.month or 0, issued.day or 0) > (month, day)
    if "year" not in groups and passed:
        year += 1
    if day > calendar.monthrange(year, month)[1]:
        return None, None
    iso = f"{year:04d}-{month:02d}-{day:02d}"
    return iso, iso


def _month(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return a month, due on its last day."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    month = month_number(groups["month"])
    return f"{year:04d}-{month:02d}", _last_day(year, month)


def _week(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return the month of a week that is counted in it, due on the seventh day of that week."""
    iso, last = _month(groups, issued)
    named = WORDS.pattern("week-name").fullmatch(groups["week"].split()[0])
    week = int((named.lastgroup or "w5")[1:]) if named else int(groups["week"])
    day = f"{iso}-{DAYS_OF_A_WEEK * week:02d}"
    return iso, last if iso is None or week > 4 else day  # noqa: PLR2004 # the last week


def _quarter(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return a quarter, due on its last day."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    quarter = quarter_number(groups["quarter"])
    return f"{year:04d}-Q{quarter}", _last_day(year, 3 * quarter)


def quarter_number(printed: str) -> int:
    """Return a quarter printed in Roman or other figures.

    >>> quarter_number("IV"), quarter_number("2")
    (4, 2)
    """
    return ROMAN.get(printed) or int(printed)


def _half(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return the last month of a half year."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    month = 6 if WORDS.pattern("first-half").fullmatch(groups["half"]) else MONTHS_OF_A_YEAR
    return f"{year:04d}-{month:02d}", _last_day(year, month)


def _whole_year(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return a year, due on its last day; that of the document where none is printed."""
    year = _year(groups, issued)
    return (None, None) if year is None else (str(year), f"{year}-12-31")


def _any_date(groups: dict[str, str], issued: PartialDate | None) -> Moment:
    """Return a date that stands alone, as exactly as it is printed."""
    return _date(groups, issued) if "year" in groups else (None, None)


MAKERS: dict[str, Callable[[dict[str, str], PartialDate | None], Moment]] = {
    "date": _date,
    "attribute": _any_date,
    "month": _month,
    "week": _week,
    "quarter": _quarter,
    "half": _half,
    "year": _whole_year,
}

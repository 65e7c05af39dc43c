"""Write the rhythm that a phrase names as a recurrence rule.

Source: RFC 5545, section 3.3.10; Decree 09/2019/NĐ-CP, articles 12 and 13 (regular reports of week,
month, quarter, half year and year, and the days on which they are due).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.obligations.moments import month_number, quarter_number
from loaders.obligations.wordings import load_table

if TYPE_CHECKING:
    import re

WORDS = load_table("calendar")
DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
QUARTERS = {"first": "1,4,7,10", "last": "3,6,9,12"}
MONTHS = {"MONTHLY 1": 1, "MONTHLY 3": 3, "YEARLY 1": 12}


def rule_of(groups: dict[str, str]) -> str:
    """Return the recurrence rule that the groups of a phrase say.

    Args:
        groups: day1, day, month, month2, quarter, weekday, end, every, count, times: what the
            phrase prints of its day and rhythm.

    >>> rule_of({"day": "25", "every": "tháng"}), rule_of({"every": "quý"})
    ('FREQ=MONTHLY;BYMONTHDAY=25', 'FREQ=MONTHLY;INTERVAL=3')
    """
    if "month" in groups or "quarter" in groups:
        return _yearly(groups)
    if "weekday" in groups:
        return f"FREQ=WEEKLY;BYDAY={_weekday(groups['weekday'])}"
    if "day" in groups and "end" in groups:
        first = WORDS.pattern("first-half").fullmatch(groups["end"])
        months = QUARTERS["first" if first else "last"]
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={_day(groups['day'])}"
    if "day" in groups:
        days = [str(_day(groups[key])) for key in ("day1", "day") if key in groups]
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(days)}"
    if "times" in groups:
        return _times(groups["every"], int(count_of(groups["times"])))
    return _frequency(groups["every"], groups.get("count", ""))


def _yearly(groups: dict[str, str]) -> str:
    """Return the rule of a day or months of every year; a quarter is due in its last month."""
    if "quarter" in groups:
        return f"FREQ=YEARLY;BYMONTH={3 * quarter_number(groups['quarter'])}"
    months = [month_number(groups[key]) for key in ("month", "month2") if key in groups]
    days = f";BYMONTHDAY={_day(groups['day'])}" if "day" in groups else ""
    return f"FREQ=YEARLY;BYMONTH={','.join(str(month) for month in months)}{days}"


def _day(printed: str) -> int:
    """Return a day of the month; -1 for its last one."""
    return int(printed) if printed.isdigit() else -1


def _times(every: str, times: int) -> str:
    """Return the rule of "N times a period", spread evenly; the period's own where it is not."""
    rhythm = WORDS.pattern("period").sub(_period, every)
    months = MONTHS.get(rhythm, 0)
    if not times or not months or months % times:
        return _frequency(every, "")
    if times == 1:
        return _frequency(every, "")
    return "FREQ=MONTHLY" + (f";INTERVAL={months // times}" if months > times else "")


def _frequency(every: str, count: str) -> str:
    """Return the rule of "every N periods"; a quarter is three months."""
    frequency, months = WORDS.pattern("period").sub(_period, every).split()
    number = int(count_of(count) or 1) * int(months)
    return f"FREQ={frequency}" + (f";INTERVAL={number}" if number > 1 else "")


def _period(match: re.Match[str]) -> str:
    """Return frequency and factor of a period word, by the name of its group."""
    return {
        "day": "DAILY 1",
        "week": "WEEKLY 1",
        "month": "MONTHLY 1",
        "quarter": "MONTHLY 3",
        "year": "YEARLY 1",
    }[match.lastgroup or ""]


def count_of(printed: str) -> str:
    """Return a small count in figures.

    >>> count_of("hai"), count_of("06")
    ('2', '06')
    """
    spelled = WORDS.pattern("number").fullmatch(printed)
    return (spelled.lastgroup or "n1")[1:] if spelled else printed


def _weekday(printed: str) -> str:
    """Return the RFC 5545 code of "thứ Hai" to "thứ Bảy", spelled or in figures."""
    if printed.isdigit():
        return DAYS[int(printed) - 1]
    spelled = WORDS.pattern("weekday").fullmatch(printed.lower())
    return DAYS[int((spelled.lastgroup or "d2")[1:]) - 1] if spelled else "MO"

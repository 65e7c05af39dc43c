"""Days on which a duty recurs.

Source: RFC 5545, sections 3.3.10 and 3.8.5.3.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateutil.rrule import rrule

_RULE: Final = re.compile(
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(?:;(?:INTERVAL|COUNT|BYMONTH|BYMONTHDAY|BYDAY|BYSETPOS|WKST|UNTIL)=[A-Z0-9,+-]{1,60}){0,8}"
)
_HORIZON: Final = timedelta(days=366 * 30)


@lru_cache(maxsize=1_000)
def is_rule(text: str) -> bool:
    """Tell whether a text is a rule of days that calendars can follow."""
    return _rule(text, datetime(2000, 1, 1)) is not None  # noqa: DTZ001  # days have no zone


@lru_cache(maxsize=10_000)
def first_day(rule: str, since: date) -> date | None:
    """Return the first day of a rule that is not before `since`.

    Args:
        rule: RRULE text.
        since: mostly the day of the document.

    Returns:
        None where the rule cannot be followed or names no day within thirty years.
    """
    return next(days(rule, since, since + _HORIZON), None)


def days(rule: str, since: date, until: date) -> Iterator[date]:
    """Go through the days of a rule from `since` to `until`, both included.

    The rule counts from `since`, so that a rule with an interval begins there.
    """
    start = datetime.combine(since, time())
    last = datetime.combine(until, time())
    parsed = _rule(rule, start)
    if parsed is not None and start <= last:
        for found in islice(parsed.xafter(start, inc=True), 12_000):
            if found > last:
                return
            yield found.date()


def _rule(text: str, start: datetime) -> rrule | None:
    """Return a rule that ends at the horizon of this module, or None for what is none."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - only what recurs needs it

    if not _RULE.fullmatch(text):
        return None
    try:
        parsed: rrule = rrulestr(text, dtstart=start)
    except (ValueError, TypeError):
        return None
    return (
        parsed if "UNTIL=" in text or "COUNT=" in text else parsed.replace(until=start + _HORIZON)
    )

"""A month as weeks of days, with what is due on each."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from webui.facts.tasks import TaskRow

_MONTH: Final = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the page: the date, whether it belongs to the month, and what is due on it."""

    date: date
    inside: bool
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month.

    Args:
        first: its first day.
        weeks: days from Monday to Sunday, those of other months included.
    """

    first: date
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    @property
    def before(self) -> str:
        """The month before, as "2024-03"."""
        return _name(self.first.year, self.first.month - 1)

    @property
    def after(self) -> str:
        """The month after, as "2024-05"."""
        return _name(self.first.year, self.first.month + 1)


def _name(year: int, month: int) -> str:
    if month < 1:
        return f"{year - 1:04}-12"
    return f"{year + 1:04}-01" if month > _DECEMBER else f"{year:04}-{month:02}"


def month_named(words: str) -> date | None:
    """Return the first day of a month written as "2024-03", None for anything else."""
    found = _MONTH.fullmatch(words)
    if found is None or int(found[1]) <= 1 or int(found[1]) >= 9999:  # noqa: PLR2004 - a margin
        return None
    return date(int(found[1]), int(found[2]), 1)


def month_of(first: date, tasks: Iterable[TaskRow]) -> Month:
    """Return a month with the tasks that are due on its days.

    Args:
        first: its first day.
        tasks: those with a day, and those that recur on a day that their rule names.
    """
    due: Mapping[date, list[TaskRow]] = defaultdict(list)
    for task in tasks:
        for day in days_of(task, first):
            due[day].append(task)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first=first,
        weeks=tuple(
            tuple(
                Day(date=day, inside=day.month == first.month, tasks=tuple(due.get(day, ())))
                for day in week
            )
            for week in weeks
        ),
    )


def days_of(task: TaskRow, first: date) -> tuple[date, ...]:
    """Return the days of a month on which a task is due: its own day, or those its rule names.

    A rule that names no day of a month puts nothing into a calendar: the text does not say when.
    """
    if task.due:
        day = _day(task.due)
        return (day,) if day and (day.year, day.month) == (first.year, first.month) else ()
    rule = dict(part.partition("=")[::2] for part in task.recurrence.split(";"))
    months = rule.get("BYMONTH", "")
    if months and str(first.month) not in months.split(","):
        return ()
    if not months and rule.get("FREQ") != "MONTHLY":
        return ()
    last = calendar.monthrange(first.year, first.month)[1]
    days = (int(day) for day in rule.get("BYMONTHDAY", "").split(",") if day.isdecimal())
    return tuple(first.replace(day=day) for day in days if 1 <= day <= last)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None

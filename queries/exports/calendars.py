"""A body's deadlines and recurring duties as a calendar that common clients import.

A day becomes an event of that whole day. A duty that recurs on stated days becomes an event with
its rule, from the first such day after the document. One that recurs on days that no document
names becomes a to-do without a day: no occurrence is asserted.

Source: RFC 5545; RFC 7986, section 5.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Todo
from icalendar.prop import vRecur

from queries.exports.recurrences import first_day, is_rule

if TYPE_CHECKING:
    from datetime import date, datetime

    from icalendar.cal import Component

    from queries.exports.records import Due, TaskList, TaskRecord
    from queries.exports.words import Words

_PRODUCT: Final = "-//luocdo//tasks//VI"
_LONGEST_SUMMARY: Final = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One deadline of one task, with all records of the task that the body has a part in."""

    due: Due
    number: int
    records: tuple[TaskRecord, ...]

    @property
    def task(self) -> TaskRecord:
        """The task itself."""
        return self.records[0]

    @property
    def uid(self) -> str:
        """A name that stays the same as long as the task does, at every export."""
        node = f"{self.task.obligation}#{self.number}"
        host = urlsplit(node).hostname or "luocdo"
        return f"{sha256(node.encode()).hexdigest()[:32]}@{host}"


def calendar_bytes(listed: TaskList, words: Words) -> bytes:
    """Return the deadlines and recurring duties of a body as an iCalendar file."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = words.say("calendar", agency=listed.label)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for entry in _entries(listed):
        component = _component(entry, listed.made_at.date())
        if component is not None:
            _describe(component, entry, words, listed.made_at)
            calendar.add_component(component)
    return bytes(calendar.to_ical())


def _entries(listed: TaskList) -> list[_Entry]:
    """Return the deadlines of all tasks, each once."""
    together: defaultdict[str, list[TaskRecord]] = defaultdict(list)
    for record in listed.tasks:
        together[record.obligation].append(record)
    return [
        _Entry(due=due, number=number, records=tuple(records))
        for records in together.values()
        for number, due in enumerate(records[0].deadlines, 1)
    ]


def _component(entry: _Entry, today: date) -> Component | None:
    """Return the event or to-do of a deadline with its days; None for words without a day."""
    due = entry.due
    if due.day is not None:
        return _event(due.day)
    if not is_rule(due.recurrence):
        return None
    first = first_day(due.recurrence, entry.task.issued_on or today)
    if not due.anchor_stated or first is None:
        return Todo()
    event = _event(first)
    event.add("rrule", vRecur.from_ical(due.recurrence))
    return event


def _event(day: date) -> Event:
    event = Event()
    event.add("dtstart", day)
    event.add("transp", "TRANSPARENT")
    return event


def _describe(component: Component, entry: _Entry, words: Words, made_at: datetime) -> None:
    task = entry.task
    component.add("uid", entry.uid)
    component.add("dtstamp", made_at)
    component.add("summary", _summary(task, words))
    component.add("description", "\n".join(_lines(entry, words)))
    component.add("url", task.obligation)
    component.add("categories", sorted({words.role(r.role) for r in entry.records if r.role}))


def _summary(task: TaskRecord, words: Words) -> str:
    short = " ".join(task.task.split())
    if len(short) > _LONGEST_SUMMARY:
        short = f"{short[: _LONGEST_SUMMARY - 1].rstrip()}\u2026"
    return words.say("report", task=short) if task.is_reported else short


def _lines(entry: _Entry, words: Words) -> list[str]:
    """Return what is known of a task, a line each; what is not known has none."""
    task, due = entry.task, entry.due
    often = words.recurrence(due)
    if often and not due.anchor_stated:
        often = f"{often} ({words.say('open_day')})"
    roles = "; ".join(
        dict.fromkeys(f"{r.agency} ({words.role(r.role)})" for r in entry.records if r.agency)
    )
    said = {
        "quote": f"\u00ab{' '.join(task.quote.split())}\u00bb" if task.quote else "",
        "deadline": due.text,
        "recurrence": often,
        "agency": roles,
        "report_to": "; ".join(map(words.recipient, task.reports)),
        "number": ": ".join(part for part in (task.number, task.title) if part),
        "link": task.obligation,
    }
    return [
        words.say("line", name=words.columns[key], value=value)
        for key, value in said.items()
        if value
    ]

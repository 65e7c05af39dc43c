"""A body's deadlines and recurring duties as a calendar that common clients import.

A day becomes an event of that whole day. A duty that recurs on stated days becomes an event with
its rule, from the first such day after the document. One that recurs on days that no document
names becomes a to-do without a day: no occurrence is asserted.

Source: RFC 5545; RFC 7986, section 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from queries.exports.content_lines import component, line, text
from queries.exports.recurrences import first_day, is_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from queries.exports.records import Due, TaskList, TaskRecord
    from queries.exports.words import Words

_PRODUCT: Final = "-//luocdo//tasks//VI"
_LONGEST_SUMMARY: Final = 180
_PIECE: Final = 30_000  # octets


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


def calendar_pieces(listed: TaskList, words: Words) -> Iterator[bytes]:
    """Go through the pieces of the deadlines and recurring duties of a body as iCalendar.

    Args:
        listed: the tasks; the records of one task stand one after the other.
        words: of the language.
    """
    waiting, size = [*_head(words.say("calendar", agency=listed.label))], 0
    for entry in _entries(listed.tasks):
        part = _component(entry, words, listed.made_at)
        waiting.append(part)
        size += len(part)
        if size >= _PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join((*waiting, line("END", "VCALENDAR")))


def _head(name: str) -> Iterator[bytes]:
    """Give the lines that a calendar begins with."""
    yield line("BEGIN", "VCALENDAR")
    yield line("VERSION", "2.0")
    yield line("PRODID", _PRODUCT)
    yield line("CALSCALE", "GREGORIAN")
    yield line("METHOD", "PUBLISH")
    yield line("NAME", text(name))
    yield line("X-WR-CALNAME", text(name))


def _entries(records: Iterable[TaskRecord]) -> Iterator[_Entry]:
    """Give the deadlines of all tasks, each once."""
    for _, group in groupby(records, lambda record: record.obligation):
        together = tuple(group)
        for number, due in enumerate(together[0].deadlines, 1):
            yield _Entry(due=due, number=number, records=together)


def _component(entry: _Entry, words: Words, made_at: datetime) -> bytes:
    """Return the event or to-do of a deadline; nothing for words without a day."""
    due = entry.due
    if due.day is None and not is_rule(due.recurrence):
        return b""
    days = _days(due, entry.task.issued_on or made_at.date())
    described = _described(entry, words, made_at)
    return component("VEVENT" if days else "VTODO", chain(described, days))


def _days(due: Due, since: date) -> tuple[bytes, ...]:
    """Return the lines that tell when an event is; none where no day is stated."""
    first = due.day or (first_day(due.recurrence, since) if due.anchor_stated else None)
    if first is None:
        return ()
    rule = () if due.day else (line("RRULE", due.recurrence),)
    return (line("DTSTART;VALUE=DATE", f"{first:%Y%m%d}"), line("TRANSP", "TRANSPARENT"), *rule)


def _described(entry: _Entry, words: Words, made_at: datetime) -> Iterator[bytes]:
    """Give the lines that describe a deadline."""
    task = entry.task
    yield line("UID", entry.uid)
    yield line("DTSTAMP", f"{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    yield line("SUMMARY", text(_summary(task, words)))
    yield line("DESCRIPTION", text("\n".join(_lines(entry, words))))
    yield line("URL", task.obligation)
    if roles := sorted({words.role(r.role) for r in entry.records if r.role}):
        yield line("CATEGORIES", ",".join(map(text, roles)))


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

"""Calendars: what a strict reader finds in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import recurring_ical_events
from icalendar import Calendar

from queries.exports.calendars import calendar_pieces
from queries.exports.records import Due
from queries.exports.words import load_words

if TYPE_CHECKING:
    from icalendar.cal import Component

    from queries.exports.records import TaskList


def whole(listed: TaskList) -> bytes:
    """Return a calendar as one file."""
    return b"".join(calendar_pieces(listed, load_words("vi")))


def read(listed: TaskList) -> Calendar:
    """Return a calendar as its reader sees it, and fail on anything the reader remarks."""
    calendar = Calendar.from_ical(whole(listed))
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    assert [fault for part in calendar.walk() for fault in part.errors] == []
    return calendar


def events(listed: TaskList) -> list[Component]:
    """Return the events of a list's calendar."""
    return list(read(listed).walk("VEVENT"))


def test_a_day_becomes_an_event_of_that_day(listed: TaskList) -> None:
    """With the quote, the printed deadline, the link and the data's own time."""
    event = events(listed)[0]
    assert event["DTSTART"].dt == date(2024, 6, 30)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTSTAMP"].dt == listed.made_at
    assert str(event["URL"]) == listed.tasks[0].obligation
    said = str(event["DESCRIPTION"])
    assert "«Công an tỉnh chủ trì kiểm tra các bến đò, nhất là bến tự phát.»" in said
    assert "trước ngày 30/6/2024" in said
    assert "07/CT-UBND" in said


def test_a_rule_expands_to_the_stated_days(listed: TaskList) -> None:
    """The first occurrence is the first stated day after the document, and is one of the rule."""
    calendar = read(listed)
    assert [e["DTSTART"].dt for e in calendar.walk("VEVENT")][1] == date(2024, 3, 20)
    found = recurring_ical_events.of(calendar).between(datetime(2025, 1, 1), datetime(2026, 1, 1))  # noqa: DTZ001  # days have no zone
    assert sorted(e["DTSTART"].dt for e in found) == [
        date(2025, month, 20) for month in (3, 6, 9, 12)
    ]


def test_no_occurrence_is_asserted_without_a_stated_day(listed: TaskList) -> None:
    """A six-monthly report is a to-do without a day; a task in mere words is left out."""
    (todo,) = read(listed).walk("VTODO")
    assert "DUE" not in todo
    assert "DTSTART" not in todo
    assert "6 tháng một lần (văn bản không nêu ngày cụ thể)" in str(todo["DESCRIPTION"])
    assert "Ủy ban nhân dân tỉnh Lam Thành (qua Văn phòng)" in str(todo["DESCRIPTION"])
    assert len(events(listed)) == 2


def test_lines_are_folded_at_75_octets(listed: TaskList) -> None:
    """RFC 5545, section 3.1: lines end in CRLF, and none is longer."""
    lines = whole(listed).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_names_of_events_stay(listed: TaskList) -> None:
    """Exported again, a day later and with one task less, the others keep their UID."""
    first = {str(e["UID"]) for e in events(listed)}
    later = replace(listed, tasks=tuple(listed.tasks)[1:], made_at=listed.made_at.replace(day=2))
    assert {str(e["UID"]) for e in events(later)} < first
    assert len(first) == 2


def test_two_roles_in_one_task_make_one_event(listed: TaskList) -> None:
    """The event names both."""
    own = listed.tasks[0]
    twice = replace(listed, tasks=(own, replace(own, role="coordinating", agency="Giám đốc")))
    (event,) = events(twice)
    assert "Công an tỉnh Lam Thành (Chủ trì); Giám đốc (Phối hợp)" in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "x", "FREQ=DAILY\r\nATTENDEE:x", "FREQ=YEARLY;BYMONTH=99"]
)
def test_what_is_no_rule_of_days_makes_no_event(rule: str, listed: TaskList) -> None:
    """A hostile rule reaches no client."""
    due = Due(text="x", recurrence=rule, anchor_stated=True)
    hostile = replace(listed, tasks=(replace(listed.tasks[0], deadlines=(due,)),))
    assert b"RRULE" not in whole(hostile)
    assert events(hostile) == []


def test_line_ends_in_words_stay_inside_their_value(listed: TaskList) -> None:
    """A quote cannot open a component of its own."""
    quote = "a\r\nEND:VEVENT\r\nBEGIN:VALARM"
    hostile = replace(listed, tasks=(replace(listed.tasks[0], task=quote, quote=quote),))
    assert len(events(hostile)) == 1
    assert list(read(hostile).walk("VALARM")) == []

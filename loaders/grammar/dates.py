"""Read dates in all the forms in which they are printed.

Source: Decree 30/2020/NĐ-CP, annex I (State papers); Hướng dẫn 36-HD/VPTW (Party papers, dates
with dashes inside the text).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from loaders.grammar.tables import fill, table
from loaders.records import PartialDate, Span
from ontology.quick_records import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date as it stands in a text: its value, where, and the table entry that read it."""

    value: PartialDate
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _DateForm:
    """One entry of the table of dates, compiled."""

    id: str
    pattern: re.Pattern[str]


def read_date(text: str, position: int) -> DateReading | None:
    """Return the date that starts at a position, with the word before it; None where none does.

    Args:
        text: normalised text.
        position: offset of "ngày", "tháng", "năm" or of the first digit.
    """
    for form in _forms():
        match = form.pattern.match(text, position)
        value = match and _value(match)
        if match and value:
            return DateReading(
                value=value, span=Span(start=match.start(), end=match.end()), rule=form.id
            )
    return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateReading, ...]:
    """Return the dates of a stretch of text in order; none overlaps another.

    Args:
        text: normalised text.
        start: first offset to look at.
        end: where to stop; None for the end of the text.
    """
    found: list[DateReading] = []
    limit = len(text) if end is None else end
    position = start
    while anchor := _anchor().search(text, position, limit):
        reading = read_date(text, anchor.start())
        position = anchor.end()
        if reading is not None and reading.span.end <= limit:
            found.append(reading)
            position = reading.span.end
    return tuple(found)


@cache
def _anchor() -> re.Pattern[str]:
    """Return what a date may start with."""
    parts = table("loaders.grammar", "dates.toml")["part"]
    return re.compile(fill(parts["anchor"], parts))


@cache
def _forms() -> tuple[_DateForm, ...]:
    """Return the compiled forms of `dates.toml`."""
    data = table("loaders.grammar", "dates.toml")
    return tuple(
        _DateForm(
            id=entry["id"],
            pattern=re.compile(_expression(entry["reads"], data["part"])),
        )
        for entry in data["date"]
    )


def _expression(reads: str, parts: dict[str, str]) -> str:
    """Return the expression of a form; day, month and year are named groups."""
    marked = re.sub(r"\{(day|month_word|month|year)\}", r"(?P<\1>{\1})", reads)
    return fill(marked, parts)


def _value(match: re.Match[str]) -> PartialDate | None:
    """Return the date of a match; None where the calendar has no such day."""
    parts = match.groupdict()
    month = _month(parts)
    day = int(parts["day"]) if parts.get("day") else None
    year = int(parts["year"])
    if month and day:
        try:
            date(year, month, day)
        except ValueError:
            return None
    return PartialDate(year=year, month=month, day=day)


def _month(parts: dict[str, str | None]) -> int | None:
    """Return the month of a match, from its figures or its word."""
    if figures := parts.get("month"):
        return int(figures)
    if word := parts.get("month_word"):
        months: dict[str, int] = table("loaders.grammar", "dates.toml")["month_words"]
        return months[" ".join(word.split())]
    return None

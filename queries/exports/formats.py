"""The formats in which a body's tasks are handed out, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.exports.spreadsheet import xlsx_bytes
from queries.exports.tables import csv_bytes, json_bytes, marked_csv_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from queries.exports.records import TaskList
    from queries.exports.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: how it is written, its media type and the ending of its files."""

    write: Callable[[TaskList, Words], bytes]
    media_type: str
    ending: str


def _calendar_bytes(listed: TaskList, words: Words) -> bytes:
    """Write a calendar; its library is loaded only then."""
    from queries.exports.calendars import calendar_bytes  # noqa: PLC0415 - only calendars need it

    return calendar_bytes(listed, words)


FORMATS: Final[Mapping[str, Format]] = {
    "ics": Format(write=_calendar_bytes, media_type="text/calendar; charset=utf-8", ending="ics"),
    "xlsx": Format(
        write=xlsx_bytes,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ending="xlsx",
    ),
    "csv": Format(write=csv_bytes, media_type="text/csv; charset=utf-8", ending="csv"),
    "csv-bom": Format(write=marked_csv_bytes, media_type="text/csv; charset=utf-8", ending="csv"),
    "json": Format(write=json_bytes, media_type="application/json", ending="json"),
}
"""Formats by the name under which they are asked for."""

"""The formats in which a body's tasks are handed out, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.exports.calendars import calendar_pieces
from queries.exports.spreadsheet import xlsx_pieces
from queries.exports.tables import csv_pieces, json_pieces, marked_csv_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from queries.exports.records import TaskList
    from queries.exports.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: how its pieces are written, its media type and the ending of its files."""

    write: Callable[[TaskList, Words], Iterator[bytes]]
    media_type: str
    ending: str


FORMATS: Final[Mapping[str, Format]] = {
    "ics": Format(write=calendar_pieces, media_type="text/calendar; charset=utf-8", ending="ics"),
    "xlsx": Format(
        write=xlsx_pieces,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ending="xlsx",
    ),
    "csv": Format(write=csv_pieces, media_type="text/csv; charset=utf-8", ending="csv"),
    "csv-bom": Format(write=marked_csv_pieces, media_type="text/csv; charset=utf-8", ending="csv"),
    "json": Format(write=json_pieces, media_type="application/json", ending="json"),
}
"""Formats by the name under which they are asked for."""

"""A body's tasks as a spreadsheet (Office Open XML), with links and without formulas.

Source: ECMA-376; OWASP, CSV Injection.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from queries.exports.tables import COLUMNS, cells

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from queries.exports.records import TaskList, TaskRecord
    from queries.exports.words import Words

_WIDTHS: Final = (26, 14, 48, 60, 26, 14, 18, 26, 20, 14, 24)
_LONGEST_CELL: Final = 32_000
_LONGEST_LINK: Final = 2_000
_MOST_LINKS: Final = 60_000
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY_COLUMNS: Final = ("due", "date")


def xlsx_bytes(listed: TaskList, words: Words) -> bytes:
    """Return the tasks as one sheet: a frozen heading, a filter, days as days, links.

    Every other cell is text, so that nothing in a document runs as a formula.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only spreadsheets need it

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {"title": _clean(listed.label), "created": listed.made_at.replace(tzinfo=None)}
    )
    sheet = book.add_worksheet(words.say("sheet"))
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    _head(sheet, words, book.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDE6F0"}))
    for row, record in enumerate(listed.tasks, 1):
        _write(sheet, row, record, words, text)
        _write_days(sheet, row, record, day)
    sheet.autofilter(0, 0, max(1, len(listed.tasks)), len(COLUMNS) - 1)
    book.close()
    return out.getvalue()


def _head(sheet: Worksheet, words: Words, bold: Format) -> None:
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words.columns[name], bold)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, row: int, record: TaskRecord, words: Words, style: Format) -> None:
    for column, cell in enumerate(cells(record, words)):
        value = _clean(cell)
        if COLUMNS[column] == "link" and _may_link(value, row):
            sheet.write_url(row, column, value, string=value)
        else:
            sheet.write_string(row, column, value, style)


def _write_days(sheet: Worksheet, row: int, record: TaskRecord, style: Format) -> None:
    """Write single days over their words, as days that can be sorted."""
    due = {deadline.day for deadline in record.deadlines if deadline.day}
    days = (due.pop() if len(due) == 1 else None, record.issued_on)
    for name, day in zip(_DAY_COLUMNS, days, strict=True):
        if day is not None and day.year >= 1900:  # noqa: PLR2004  # the first year of the format
            sheet.write_datetime(row, COLUMNS.index(name), day, style)


def _may_link(value: str, row: int) -> bool:
    web = value.startswith(("http://", "https://")) and len(value) < _LONGEST_LINK
    return web and row <= _MOST_LINKS


def _clean(cell: str) -> str:
    """Return what a cell can hold: no control character, and not too long."""
    return _NOT_XML.sub(" ", cell)[:_LONGEST_CELL]

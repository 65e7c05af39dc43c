"""A body's tasks as a spreadsheet (Office Open XML), with links and without formulas.

Source: ECMA-376; OWASP, CSV Injection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from queries.exports.tables import COLUMNS, cells
from queries.exports.workbook import Sheet, SheetRow, workbook_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from queries.exports.records import TaskList, TaskRecord
    from queries.exports.words import Words

_WIDTHS: Final = (26, 14, 48, 60, 26, 14, 18, 26, 20, 14, 24)
_LONGEST_LINK: Final = 2_000
_MOST_LINKS: Final = 60_000
_FIRST_YEAR: Final = 1900  # of the format
_DUE: Final = COLUMNS.index("due")
_DATE: Final = COLUMNS.index("date")


def xlsx_pieces(listed: TaskList, words: Words) -> Iterator[bytes]:
    """Go through the pieces of the tasks as one sheet: a heading, a filter, days, links.

    Every other cell is text, so that nothing in a document runs as a formula.
    """
    sheet = Sheet(
        title=listed.label,
        name=words.say("sheet"),
        made_at=listed.made_at,
        headings=tuple(words.columns[name] for name in COLUMNS),
        widths=_WIDTHS,
    )
    rows = (_row(number, record, words) for number, record in enumerate(listed.tasks, 1))
    return workbook_pieces(sheet, rows)


def _row(number: int, record: TaskRecord, words: Words) -> SheetRow:
    """Return the row of a task; single days stand as days that can be sorted."""
    filled: list[str | date] = [*cells(record, words)]
    due = {deadline.day for deadline in record.deadlines if deadline.day}
    days = ((_DUE, due.pop() if len(due) == 1 else None), (_DATE, record.issued_on))
    for place, day in days:
        if day is not None and day.year >= _FIRST_YEAR:
            filled[place] = day
    return SheetRow(cells=tuple(filled), link=_link(record.obligation, number))


def _link(address: str, number: int) -> str:
    web = address.startswith(("http://", "https://")) and len(address) < _LONGEST_LINK
    return address if web and number <= _MOST_LINKS else ""

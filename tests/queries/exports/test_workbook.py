"""Workbooks, as another program reads them."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from queries.exports.workbook import Sheet, SheetRow, workbook_pieces

if TYPE_CHECKING:
    from typing import Any

SHEET = Sheet(
    title="Tên <1>",
    name="A & B",
    made_at=datetime(2024, 7, 1, 8, 30, tzinfo=UTC),
    headings=("one", "two"),
    widths=(10, 20),
)


def read(*rows: SheetRow) -> Any:
    """Return a workbook of these rows."""
    return load_workbook(io.BytesIO(b"".join(workbook_pieces(SHEET, rows))))


def test_words_days_and_links_come_back() -> None:
    """With the heading, the filter, the widths and what is said of the file.

    What would be read as a coded letter is coded itself (ECMA-376, 22.9.2.19).
    """
    book = read(
        SheetRow(cells=("a < b & _x0041_", date(1900, 3, 1)), link="https://x.example/?a=1&b='2'"),
        SheetRow(cells=("", "=1+1")),
    )
    sheet = book["A & B"]
    assert [[cell.value for cell in row] for row in sheet] == [
        ["one", "two"],
        ["a < b & _x005F_x0041_", datetime(1900, 3, 1)],  # noqa: DTZ001 - cells have no zone
        [None, "=1+1"],
    ]
    assert sheet["B3"].data_type == "s"
    assert sheet["B2"].hyperlink.target == "https://x.example/?a=1&b='2'"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert sheet.column_dimensions["B"].width == 20
    assert book.properties.title == "Tên <1>"
    assert book.properties.created == datetime(2024, 7, 1, 8, 30)  # noqa: DTZ001 - as above


def test_a_sheet_may_be_empty_or_odd() -> None:
    """No row but the heading; what no cell can hold becomes a blank."""
    assert read().active.max_row == 1
    odd = read(SheetRow(cells=("a\x00\ud800b" + "c" * 40_000, "")))
    assert odd.active["A2"].value == ("a  b" + "c" * 40_000)[:32_000]

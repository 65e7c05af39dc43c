"""Spreadsheets, as another program reads them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from queries.exports.spreadsheet import xlsx_pieces
from queries.exports.tables import COLUMNS
from queries.exports.words import load_words

if TYPE_CHECKING:
    from typing import Any

    from queries.exports.records import TaskList


def whole(listed: TaskList) -> bytes:
    """Return a workbook as one file."""
    return b"".join(xlsx_pieces(listed, load_words("vi")))


def sheet(listed: TaskList) -> Any:
    """Return the sheet of a list."""
    return load_workbook(io.BytesIO(whole(listed))).active


def test_each_task_is_a_row_with_days_as_days(listed: TaskList) -> None:
    """The heading stays in sight, and days can be sorted."""
    read = sheet(listed)
    assert read.max_row == 1 + len(listed.tasks)
    assert [cell.value for cell in read[1]] == list(load_words("vi").columns.values())
    row = {name: read[2][place] for place, name in enumerate(COLUMNS)}
    assert row["due"].value == datetime(2024, 6, 30)  # noqa: DTZ001  # cells have no zone
    assert row["date"].value == datetime(2024, 3, 5)  # noqa: DTZ001  # as above
    assert row["role"].value == "Chủ trì"
    assert row["link"].hyperlink.target == listed.tasks[0].obligation
    assert read.freeze_panes == "A2"


def test_nothing_runs_as_a_formula(listed: TaskList) -> None:
    """Words that begin with a sign of equality are words."""
    cell = sheet(listed)[5][COLUMNS.index("quote")]
    assert cell.value == '=HYPERLINK("http://x.example";"a")'
    assert cell.data_type == "s"


def test_what_a_cell_cannot_hold_is_left_out(listed: TaskList) -> None:
    """Control characters become blanks, long words are cut, odd links stay words."""
    own = listed.tasks[0]
    odd = replace(own, quote="a\x00b" + "c" * 40_000, obligation="javascript:alert(1)")
    read = sheet(replace(listed, tasks=(odd,)))
    assert read[2][COLUMNS.index("quote")].value.startswith("a bc")
    assert read[2][COLUMNS.index("link")].hyperlink is None


def test_the_same_tasks_give_the_same_bytes(listed: TaskList) -> None:
    """The data's time is written, not the clock's."""
    assert whole(listed) == whole(listed)

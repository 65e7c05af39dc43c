"""CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.exports.tables import COLUMNS, cells, csv_pieces, json_pieces, marked_csv_pieces
from queries.exports.words import load_words

if TYPE_CHECKING:
    from queries.exports.records import TaskList


def test_csv_has_a_row_a_task(listed: TaskList) -> None:
    """RFC 4180: a heading, CRLF, quotes where needed; the same cells come back."""
    words = load_words("vi")
    body = b"".join(csv_pieces(listed, words))
    rows = list(csv.reader(io.StringIO(body.decode(), newline=""), strict=True))
    assert rows[0] == [words.columns[name] for name in COLUMNS]
    assert tuple(rows[1]) == cells(listed.tasks[0], words)
    assert len(rows) == 1 + len(listed.tasks)
    assert body.count(b"\r\n") == len(rows)


def test_a_formula_is_made_harmless_in_csv(listed: TaskList) -> None:
    """An apostrophe stands before what a spreadsheet would run."""
    rows = list(
        csv.reader(io.StringIO(b"".join(csv_pieces(listed, load_words("vi"))).decode(), newline=""))
    )
    assert rows[4][COLUMNS.index("quote")].startswith("'=HYPERLINK")


def test_the_mark_stands_before_the_same_bytes(listed: TaskList) -> None:
    """Only the byte order mark is added."""
    words = load_words("en")
    assert list(marked_csv_pieces(listed, words)) == [b"\xef\xbb\xbf", *csv_pieces(listed, words)]


def test_json_keeps_every_field(listed: TaskList) -> None:
    """Deadlines and reports stay apart, words unchanged."""
    said = json.loads(b"".join(json_pieces(listed, load_words("en"))))
    assert said["label"] == "Công an tỉnh Lam Thành"
    assert said["tasks"][0]["deadlines"] == [
        {
            "text": "trước ngày 30/6/2024",
            "date": "2024-06-30",
            "inclusive": False,
            "recurrence": None,
            "recurrenceWords": None,
            "anchorStated": False,
        }
    ]
    assert said["tasks"][2]["reports"] == [
        {"to": "Ủy ban nhân dân tỉnh Lam Thành", "via": "Văn phòng"}
    ]
    assert said["tasks"][2]["deadlines"][0]["recurrenceWords"] == "every 6 months"
    assert said["tasks"][3]["quote"].startswith("=HYPERLINK")


def test_a_list_without_tasks_is_still_a_table_and_an_object(listed: TaskList) -> None:
    """The heading stands alone; the list in the object is empty."""
    nothing = replace(listed, tasks=iter(()))
    assert b"".join(csv_pieces(nothing, load_words("vi"))).count(b"\r\n") == 1
    assert json.loads(b"".join(json_pieces(nothing, load_words("vi"))))["tasks"] == []

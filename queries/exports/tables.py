"""A body's tasks as rows: CSV and JSON.

Source: RFC 4180; RFC 8259; OWASP, CSV Injection.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from queries.exports.records import Due, TaskList, TaskRecord
    from queries.exports.words import Words

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
COLUMNS: Final = (
    *("agency", "role", "task", "quote", "deadline", "due", "recurrence", "report_to"),
    *("number", "date", "link"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_BETWEEN: Final = "; "
_PIECE: Final = 30_000  # characters


def cells(record: TaskRecord, words: Words) -> tuple[str, ...]:
    """Return a task as the words of one row, in the order of `COLUMNS`."""
    return (
        record.agency,
        words.role(record.role),
        record.task,
        record.quote,
        _joined(due.text for due in record.deadlines),
        _joined(due.day.isoformat() for due in record.deadlines if due.day),
        _joined(words.recurrence(due) for due in record.deadlines),
        _joined(words.recipient(report) for report in record.reports),
        record.number or record.title,
        record.issued_on.isoformat() if record.issued_on else "",
        record.obligation,
    )


def _joined(parts: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(part for part in parts if part))


def csv_pieces(listed: TaskList, words: Words) -> Iterator[bytes]:
    """Go through the pieces of tasks as CSV in UTF-8, the heading first.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([words.columns[name] for name in COLUMNS])
    for record in listed.tasks:
        writer.writerow([_harmless(cell) for cell in cells(record, words)])
        if out.tell() >= _PIECE:
            yield _taken(out)
    yield _taken(out)


def marked_csv_pieces(listed: TaskList, words: Words) -> Iterator[bytes]:
    """Go through CSV that begins with a byte order mark, by which spreadsheets know UTF-8."""
    yield BYTE_ORDER_MARK
    yield from csv_pieces(listed, words)


def _taken(out: io.StringIO) -> bytes:
    """Return what was written and begin anew."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode("utf-8", "surrogatepass")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def json_pieces(listed: TaskList, words: Words) -> Iterator[bytes]:
    """Go through the pieces of the tasks as one JSON object, with every field of the records."""
    said = {
        "label": listed.label,
        "agencies": list(listed.agencies),
        "madeAt": listed.made_at.isoformat(),
    }
    waiting = [f'{_written(said).removesuffix("}")},"tasks":[']
    size, between = 0, "\n"
    for record in listed.tasks:
        task = _written(_task(record, words))
        waiting += (between, task)
        size, between = size + len(task), ",\n"
        if size >= _PIECE:
            yield _encoded(waiting)
            waiting, size = [], 0
    yield _encoded((*waiting, "\n]}\n"))


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _encoded(parts: Iterable[str]) -> bytes:
    return "".join(parts).encode("utf-8", "surrogatepass")


def _task(record: TaskRecord, words: Words) -> dict[str, object]:
    return {
        "obligation": record.obligation,
        "agency": {"iri": record.assignee, "label": record.agency},
        "role": record.role,
        "force": record.force,
        "task": record.task,
        "quote": record.quote,
        "deadlines": [_due(due, words) for due in record.deadlines],
        "reports": [{"to": r.recipient, "via": r.via} for r in record.reports],
        "document": {
            "iri": record.document,
            "number": record.number,
            "title": record.title,
            "date": record.issued_on.isoformat() if record.issued_on else None,
        },
    }


def _due(due: Due, words: Words) -> dict[str, object]:
    return {
        "text": due.text,
        "date": due.day.isoformat() if due.day else None,
        "inclusive": due.inclusive,
        "recurrence": due.recurrence or None,
        "recurrenceWords": words.recurrence(due) or None,
        "anchorStated": due.anchor_stated,
    }

"""Gather a body's tasks from the side index, its predecessors' and its heads' included."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from queries.exports.records import Due, Reporting, TaskRecord
from queries.exports.recurrences import days
from queries.index.duties import REPORT_PART
from queries.succession import acting_for, predecessors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from queries.index.reader import DocumentRow, SideIndex, Value

_MANY: Final = 500
_TASKS: Final = """
SELECT DISTINCT o.iri, a.assignee, a.role, o.force, o.summary, o.quote, o.document, o.start,
  o.recurrence, o.anchor_stated
FROM assignments a CROSS JOIN obligations o ON o.iri = a.obligation
WHERE instr(o.iri, '/report/') = 0 AND a.assignee IN
"""
_CHOSEN: Final = """
SELECT DISTINCT o.iri, a.assignee, a.role, o.force, o.summary, o.quote, o.document, o.start,
  o.recurrence, o.anchor_stated
FROM obligations o LEFT JOIN assignments a ON a.obligation = o.iri AND a.assignee IS NOT NULL
WHERE o.iri IN
"""
_DEADLINES: Final = """
SELECT DISTINCT obligation, due_text, due_date, inclusive, recurrence, anchor_stated
FROM deadlines WHERE obligation IN
"""
_DEADLINES_OF_TASKS: Final = """
SELECT DISTINCT own.obligation, t.due_text, t.due_date, t.inclusive, t.recurrence, t.anchor_stated
FROM assignments own JOIN assignments shared ON shared.node = own.node
JOIN deadlines t ON t.obligation = shared.obligation
WHERE own.obligation IN
"""
"""What a report and its task have in common is who is assigned; the day may stand by the task."""
_REPORTS: Final = "SELECT DISTINCT obligation, recipient, via FROM reports WHERE obligation IN"
_RECIPIENTS: Final = "SELECT DISTINCT duty, recipient, via FROM reports WHERE duty IN"

SqlRow = tuple["Value", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days within which a task must fall due, both included; open where None.

    Tasks without a known day are in a window that is open at both ends only.
    """

    since: date | None = None
    until: date | None = None

    def admits(self, record: TaskRecord) -> bool:
        """Tell whether a task falls due in the window at least once."""
        if self.since is None and self.until is None:
            return True
        return any(self._meets(due, record.issued_on) for due in record.deadlines)

    def _meets(self, due: Due, issued_on: date | None) -> bool:
        first, last = self.since or date.min, self.until or date.max
        if due.day is not None:
            return first <= due.day <= last
        if not due.anchor_stated or not due.recurrence:
            return False
        begins = issued_on or self.since or last
        return any(day >= first for day in days(due.recurrence, begins, last))


def tasks_of(
    index: SideIndex, agencies: Iterable[str], window: Window, role: str = ""
) -> tuple[TaskRecord, ...]:
    """Return what bodies must do: what they, their heads and those before them were told to.

    Args:
        index: side index of a generation.
        agencies: IRIs of the bodies.
        window: when the tasks fall due.
        role: only tasks in this role ("lead"); all where empty.

    Returns:
        By document, the newest first, then in the order of the text.
    """
    former = (body for agency in agencies for body in predecessors(index, agency))
    bodies = acting_for(index, former)
    rows = [row for row in _in(index, _TASKS, bodies) if not role or row[2] == role]
    records = (record for record in _records(index, rows) if window.admits(record))
    return tuple(records)


def records_of(
    index: SideIndex, documents: Iterable[tuple[str, Sequence[str]]]
) -> Iterator[TaskRecord]:
    """Go through chosen tasks, each once for every body that has a part in it.

    They are read some hundreds at once, so that the first of very many is there soon.

    Args:
        index: side index of a generation.
        documents: IRIs of documents, the newest first, each once with those of its chosen tasks;
            a task that names no body has one record without one.
    """
    waiting: list[str] = []
    for _, obligations in documents:
        waiting += obligations
        if len(waiting) >= _MANY:
            yield from _records(index, _in(index, _CHOSEN, waiting))
            waiting = []
    yield from _records(index, _in(index, _CHOSEN, waiting))


def _in(index: SideIndex, sql: str, values: Iterable[str]) -> list[SqlRow]:
    """Return the rows of a query that ends with `IN`, for all values."""
    wanted = tuple(dict.fromkeys(values))
    rows: list[SqlRow] = []
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        rows.extend(index.rows(f"{sql} ({', '.join('?' * len(some))})", some))
    return rows


def _records(index: SideIndex, rows: list[SqlRow]) -> list[TaskRecord]:
    """Return the tasks of rows with all that belongs to them."""
    duties = tuple(str(row[0]) for row in rows)
    papers = index.documents(str(row[6]) for row in rows)
    reports = _grouped(_in(index, _REPORTS, duties))
    reports |= _grouped(_in(index, _RECIPIENTS, (d for d in duties if REPORT_PART in d)))
    named = [v for found in reports.values() for row in found for v in row[1:] if v]
    labels = index.labels([*map(str, named), *(_text(row[1]) for row in rows)])
    deadlines = _grouped(_in(index, _DEADLINES, duties))
    timeless = {str(row[0]) for row in rows if REPORT_PART in str(row[0]) and not row[8]}
    deadlines |= _grouped(_in(index, _DEADLINES_OF_TASKS, timeless - deadlines.keys()))
    ordered = sorted(rows, key=lambda row: _place(row, papers))
    return [_record(row, papers.get(str(row[6])), labels, deadlines, reports) for row in ordered]


def _place(row: SqlRow, papers: Mapping[str, DocumentRow]) -> tuple[int, str, int, str, str]:
    """Return where a task stands: new documents first, then in the order of the text."""
    paper = papers.get(str(row[6]))
    day = _day(paper.date if paper else None)
    start = row[7] if isinstance(row[7], int) else 0
    return -(day.toordinal() if day else 0), str(row[6]), start, str(row[0]), str(row[2])


def _grouped(rows: list[SqlRow]) -> dict[str, list[SqlRow]]:
    """Return rows under their first value."""
    found: defaultdict[str, list[SqlRow]] = defaultdict(list)
    for row in rows:
        found[str(row[0])].append(row)
    return found


def _record(
    row: SqlRow,
    paper: DocumentRow | None,
    labels: Mapping[str, str],
    deadlines: Mapping[str, list[SqlRow]],
    reports: Mapping[str, list[SqlRow]],
) -> TaskRecord:
    obligation, assignee = str(row[0]), _text(row[1])
    return TaskRecord(
        obligation=obligation,
        assignee=assignee,
        agency=labels.get(assignee, assignee),
        role=_text(row[2]),
        force=_text(row[3]),
        task=_text(row[4]),
        quote=_text(row[5]),
        deadlines=_deadlines(row, deadlines.get(obligation, [])),
        reports=tuple(_reporting(found, labels) for found in reports.get(obligation, [])),
        document=str(row[6]),
        number=(paper.printed_number if paper else None) or "",
        title=(paper.title if paper else None) or "",
        issued_on=_day(paper.date if paper else None),
    )


def _deadlines(row: SqlRow, found: list[SqlRow]) -> tuple[Due, ...]:
    """Return the deadlines of a task; a duty to report may state its rule itself."""
    stated = tuple(
        Due(
            text=_text(text),
            day=_day(day),
            inclusive=inclusive != 0,
            recurrence=_text(rule),
            anchor_stated=bool(anchored),
        )
        for _, text, day, inclusive, rule, anchored in found
    )
    if row[8] and not any(due.recurrence == row[8] for due in stated):
        own = Due(text="", recurrence=_text(row[8]), anchor_stated=bool(row[9]))
        return (*stated, own)
    return stated


def _reporting(row: SqlRow, labels: Mapping[str, str]) -> Reporting:
    _, recipient, via = map(_text, row)
    return Reporting(recipient=labels.get(recipient, recipient), via=labels.get(via, via))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _day(value: Value) -> date | None:
    """Return an ISO date as a day; None where it is none."""
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None

"""Tasks of the whole collection: found by body, document, deadline and words in the side index."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from datetime import date

    from queries.index.reader import SideIndex, Value

ROLES: Final = ("lead", "coordinating", "implementing", "monitoring")
FORCES: Final = ("mandatory", "directed", "requested", "encouraged", "prohibited")
DUES: Final = ("dated", "recurring", "none")
KINDS: Final = ("report", "task")

_TASKS: Final = """
SELECT o.iri, o.document, o.summary, o.recurrence,
  (SELECT MIN(d.due_date) FROM deadlines d WHERE d.obligation = o.iri) AS due
FROM obligations o JOIN documents doc ON doc.iri = o.document
WHERE {conditions}
ORDER BY {order}
"""
_BY_DUE: Final = "due IS NULL, due, doc.date DESC, o.document, o.start, o.iri"
_BY_DOCUMENT: Final = "doc.date DESC, o.document, o.start, o.iri"
_HAS_DUE: Final = "EXISTS (SELECT 1 FROM deadlines d WHERE d.obligation = o.iri AND {0})"
_CONDITIONS: Final = {
    "document": "o.document = :document",
    "place": "doc.place = :place",
    "force": "o.force = :force",
    "report": "o.kind = 'ReportingDuty'",
    "task": "o.kind <> 'ReportingDuty'",
    "dated": _HAS_DUE.format("d.due_date IS NOT NULL"),
    "recurring": "o.recurrence IS NOT NULL",
    "none": "o.recurrence IS NULL AND NOT " + _HAS_DUE.format("1"),
    "since": _HAS_DUE.format("d.due_date >= :since"),
    "until": _HAS_DUE.format("d.due_date <= :until"),
    "between": _HAS_DUE.format("d.due_date BETWEEN :since AND :until"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQuery:
    """What a list of tasks is narrowed to; empty values narrow nothing.

    Args:
        bodies: IRIs, of which one must have a part.
        role, force: local names.
        document, place: IRIs.
        kind: "report" or "task".
        due: "dated", "recurring" or "none".
        since, until: days between which something is due.
        words: that the summary holds, with or without marks.
        by_document: order by document instead of by deadline.
    """

    bodies: tuple[str, ...] = ()
    role: str = ""
    force: str = ""
    document: str = ""
    place: str = ""
    kind: str = ""
    due: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""
    by_document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task that was found: its node, document, summary, rhythm and earliest day (ISO 8601)."""

    iri: str
    document: str
    summary: str
    recurrence: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sql:
    """Conditions of a query with their values."""

    conditions: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)

    def add(self, name: str, value: str | None = None) -> None:
        """Add a condition by its name, with the value that it compares."""
        self.conditions.append(_CONDITIONS[name])
        if value is not None:
            self.values[name] = value


@lru_cache(maxsize=4)
def find_tasks(index: SideIndex, query: TaskQuery) -> tuple[TaskRow, ...]:
    """Return all tasks that pass, by deadline or by document.

    Args:
        index: side index of a generation, which never changes: what was found is kept.
        query: what the list is narrowed to.
    """
    sql = _Sql()
    for name in ("document", "place", "force"):
        if value := getattr(query, name):
            sql.add(name, value)
    for name in (query.kind, query.due):
        if name in _CONDITIONS:
            sql.add(name)
    _add_days(sql, query)
    _add_part(sql, query)
    text = _TASKS.format(
        conditions=" AND ".join(sql.conditions) or "1",
        order=_BY_DOCUMENT if query.by_document else _BY_DUE,
    )
    wanted = fold_words(query.words).split()
    rows = (
        TaskRow(**dict(zip(TaskRow.__slots__, (str(v or "") for v in row), strict=True)))
        for row in index.rows(text, sql.values)
    )
    return tuple(row for row in rows if not wanted or _holds(row.summary, wanted))


def coming_first(rows: tuple[TaskRow, ...], today: date) -> tuple[TaskRow, ...]:
    """Return tasks in the order in which an official asks for them.

    What is due next comes first, then what recurs, then what was due, the latest first, and last
    what has no day.

    Args:
        rows: tasks by their deadline, those without one last.
        today: deadlines of this day are still to come.
    """
    now = today.isoformat()
    coming = [row for row in rows if row.due >= now]
    past = [row for row in rows if row.due and row.due < now]
    recurring = [row for row in rows if row.recurrence and not row.due]
    undated = [row for row in rows if not row.recurrence and not row.due]
    return (*coming, *recurring, *reversed(past), *undated)


def _add_days(sql: _Sql, query: TaskQuery) -> None:
    """Add the conditions on days; with both ends one deadline must lie between them."""
    since = query.since.isoformat() if query.since else ""
    until = query.until.isoformat() if query.until else ""
    sql.values.update({"since": since, "until": until} if since and until else {})
    if since and until:
        sql.add("between")
    elif since:
        sql.add("since", since)
    elif until:
        sql.add("until", until)


def _add_part(sql: _Sql, query: TaskQuery) -> None:
    """Add the condition on who has a part, and which."""
    marks = [f":b{number}" for number in range(len(query.bodies))]
    sql.values.update((mark[1:], body) for mark, body in zip(marks, query.bodies, strict=True))
    parts = [f"a.assignee IN ({', '.join(marks)})"] if marks else []
    if query.role:
        parts.append("a.role = :role")
        sql.values["role"] = query.role
    if parts:
        sql.conditions.append(
            f"o.iri IN (SELECT a.obligation FROM assignments a WHERE {' AND '.join(parts)})"  # noqa: S608 - marks only
        )


def _holds(summary: str, wanted: list[str]) -> bool:
    """Tell whether a summary holds all words, each from its beginning."""
    folded = f" {fold_words(summary)}"
    return all(f" {word}" in folded for word in wanted)

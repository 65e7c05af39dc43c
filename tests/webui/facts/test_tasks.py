"""Tasks of the collection, narrowed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from webui.facts.tasks import TaskQuery, TaskRow, coming_first, find_tasks

if TYPE_CHECKING:
    from types import ModuleType

JUNE = (date(2024, 6, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (TaskQuery(), 5),
        (TaskQuery(role="lead"), 2),
        (TaskQuery(kind="report"), 1),
        (TaskQuery(kind="task"), 4),
        (TaskQuery(due="dated"), 1),
        (TaskQuery(due="recurring"), 1),
        (TaskQuery(due="none"), 3),
        (TaskQuery(since=JUNE[0], until=JUNE[1]), 1),
        (TaskQuery(since=date(2024, 7, 1)), 0),
        (TaskQuery(until=date(2024, 6, 30)), 1),
        (TaskQuery(words="ra soat"), 1),
        (TaskQuery(words="oát"), 0),
        (TaskQuery(force="encouraged"), 0),
        (TaskQuery(place="elsewhere"), 0),
        (TaskQuery(kind="'; DROP TABLE obligations"), 5),
    ],
)
def test_filters_narrow(reader: Any, query: TaskQuery, count: int) -> None:
    """Each filter alone; what is no filter narrows nothing."""
    assert len(find_tasks(reader.index(), query)) == count


def test_a_body_has_the_tasks_in_which_it_has_a_part(reader: Any, sample: ModuleType) -> None:
    """With a role both must hold of the same assignment."""
    justice = (str(sample.of(sample.JUSTICE)),)
    assert len(find_tasks(reader.index(), TaskQuery(bodies=justice))) == 1
    assert find_tasks(reader.index(), TaskQuery(bodies=justice, role="lead")) == ()


def test_what_is_due_comes_first(reader: Any) -> None:
    """Then what has no day, by document."""
    found = find_tasks(reader.index(), TaskQuery())
    assert found[0].due == "2024-06-30"
    assert not any(row.due for row in found[1:])


def task(name: str, due: str = "", recurrence: str = "") -> TaskRow:
    """Return a task of an invented document."""
    return TaskRow(iri=name, document="d", summary=name, recurrence=recurrence, due=due)


def test_what_is_due_next_comes_first() -> None:
    """Today counts as to come; what is past follows from the latest; no task is lost."""
    rows = (
        task("old", "2010-02-17"),
        task("late", "2024-06-29"),
        task("today", "2024-06-30"),
        task("next", "2024-07-01"),
        task("yearly", recurrence="FREQ=YEARLY"),
        task("never"),
    )
    ordered = [row.iri for row in coming_first(rows, date(2024, 6, 30))]
    assert ordered == ["today", "next", "yearly", "late", "old", "never"]

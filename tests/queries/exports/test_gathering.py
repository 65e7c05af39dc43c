"""Tasks of a body, from the invented province."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rdflib import Graph

from queries.exports.gathering import Window, records_of, tasks_of
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

AGENCY = "https://w3id.org/luocdo/id/vn/agency/"
OPEN = Window()


def test_a_body_gets_what_its_predecessor_was_told(reader: FolderReader) -> None:
    """In every role, with the words of the document and its number."""
    found = tasks_of(reader.index(), (f"{AGENCY}so-noi-vu-lam-thanh",), OPEN)
    assert {task.task for task in found} == {
        "kiểm tra áo phao tại các bến đò",
        "cấp áo phao cho học sinh",
    }
    assert all(task.number and task.issued_on and task.quote for task in found)
    assert {task.agency for task in found} >= {"Sở Nội vụ tỉnh Lam Thành"}


def test_a_window_keeps_what_falls_due_in_it(reader: FolderReader) -> None:
    """A day, or a stated recurrence; tasks without a day only where the window is open."""
    body = (f"{AGENCY}cat-lam-thanh",)
    everything = tasks_of(reader.index(), body, OPEN)
    june = Window(since=date(2024, 6, 1), until=date(2024, 6, 30))
    dated = tasks_of(reader.index(), body, june)
    assert 0 < len(dated) < len(everything)
    assert {due.day for task in dated for due in task.deadlines} == {date(2024, 6, 30)}
    assert tasks_of(reader.index(), body, Window(since=date(2030, 1, 1))) == ()


def test_a_report_belongs_to_its_task(reader: FolderReader) -> None:
    """To whom, and how often."""
    found = tasks_of(reader.index(), (f"{AGENCY}cat-lam-thanh",), OPEN)
    reported = [task for task in found if task.is_reported]
    assert [r.recipient for task in reported for r in task.reports] == [
        "Ủy ban nhân dân tỉnh Lam Thành"
    ]
    assert [due.recurrence for task in reported for due in task.deadlines] == [
        "FREQ=MONTHLY;INTERVAL=6"
    ]


def test_a_role_narrows_the_tasks(reader: FolderReader) -> None:
    """Only tasks that the body leads."""
    found = tasks_of(reader.index(), (f"{AGENCY}cat-lam-thanh",), OPEN, "lead")
    assert {task.role for task in found} == {"lead"}


def test_an_unknown_body_has_no_tasks(reader: FolderReader) -> None:
    """And that is no failure."""
    assert tasks_of(reader.index(), (f"{AGENCY}nobody",), OPEN) == ()


def test_a_report_chosen_by_itself_has_the_days_of_its_task(tmp_path: Path) -> None:
    """And those to whom it goes; one with a rhythm of its own keeps that alone."""
    said = """@prefix : <urn:> . @prefix ldo: <https://w3id.org/luocdo/ns#> .
    :task a ldo:Obligation ; ldo:statedIn :d ; ldo:assignment :a ; ldo:deadline :due .
    <urn:task/report/1> a ldo:Obligation, ldo:ReportingDuty ; ldo:statedIn :d ; ldo:assignment :a ;
      ldo:reportsTo :minister .
    <urn:task/report/2> a ldo:Obligation, ldo:ReportingDuty ; ldo:statedIn :d ; ldo:assignment :a ;
      ldo:recurrence "FREQ=YEARLY" .
    :a ldo:assignee :office . :due ldo:dueText "in spring" ; ldo:dueDate "2024-04-01" ."""
    graph = Graph().parse(data=said).serialize(format="nt", encoding="utf-8")
    with FolderWriter(tmp_path / "store") as writer:
        writer.replace_fixed("https://w3id.org/luocdo/graph/registry", graph)
        writer.publish()
    index = FolderReader(tmp_path / "store").index()
    chosen = [("urn:d", ["urn:task/report/1", "urn:task/report/2"])]
    first, second = records_of(index, chosen)
    assert [due.day for due in first.deadlines] == [date(2024, 4, 1)]
    assert [report.recipient for report in first.reports] == ["urn:minister"]
    assert [due.recurrence for due in second.deadlines] == ["FREQ=YEARLY"]

"""Obligations as read from the store, with all their parts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rdflib import Graph

from queries.store.folder_writer import FolderWriter
from webui.facts.obligations import read_duties, read_obligations, read_tasks, things_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from webui.ports import Reader


def test_parts_belong_to_their_task(reader: Reader, sample: ModuleType) -> None:
    """Assignees in order, deadline, target, report, in the order of the text."""
    review, lower, report, spread = read_obligations(reader, str(sample.of(sample.DIRECTIVE)))
    assert [part.role for part in review.assignments] == ["lead", "coordinating"]
    assert review.due == date(2024, 6, 30)
    assert review.deadlines[0].is_spelt_out
    assert review.deadlines[0].inclusive is False
    assert (lower.targets[0].value, lower.targets[0].unit) == ("5", "%")
    assert report.is_report
    assert report.recipients == (str(sample.of(sample.COMMITTEE)),)
    assert spread.assignments[0].assignee == ""
    assert spread.due is None
    assert review.words is not None
    assert sample.DIRECTIVE_TEXT[review.words.start : review.words.end].startswith("Công an tỉnh")


def test_tasks_of_a_body_come_from_all_documents(reader: Reader, sample: ModuleType) -> None:
    """Who has a part in them is named with them."""
    found = read_tasks(reader, [str(sample.of(sample.POLICE))])
    assert len(found) == 2
    assert str(sample.of(sample.JUSTICE)) in things_of(found)
    assert read_tasks(reader, ["urn:nobody"]) == ()


def test_a_report_has_the_day_of_its_task(tmp_path: Path, sample: ModuleType) -> None:
    """Where who is assigned is the same; else the report has no day."""
    said = """@prefix : <urn:> . @prefix ldo: <https://w3id.org/luocdo/ns#> .
    :t ldo:summary "x" ; ldo:assignment :a ; ldo:deadline :due . :due ldo:dueDate "2024-04-01" .
    <urn:t/report/1> ldo:summary "x" ; ldo:assignment :a .
    <urn:t/report/2> ldo:summary "x" ; ldo:assignment :b ."""
    graph = Graph().parse(data=said).serialize(format="nt", encoding="utf-8")
    with FolderWriter(tmp_path / "store") as writer:
        writer.replace_fixed("https://w3id.org/luocdo/graph/registry", graph)
        writer.publish()
    reader = sample.SampleReader(tmp_path / "store")
    first, second = read_duties(reader, ["urn:t/report/1", "urn:t/report/2"])
    assert (first.due, second.due) == (date(2024, 4, 1), None)

"""Obligations as read from the store, with all their parts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from webui.facts.obligations import read_obligations, read_tasks, things_of

if TYPE_CHECKING:
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

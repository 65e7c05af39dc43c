"""Records of the exports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from queries.exports.records import Reporting

if TYPE_CHECKING:
    from queries.exports.records import TaskList


def test_a_task_with_a_report_is_reported(listed: TaskList) -> None:
    """Even where nobody is named as its recipient."""
    own = listed.tasks[0]
    assert not own.is_reported
    assert replace(own, reports=(Reporting(recipient="", via=""),)).is_reported

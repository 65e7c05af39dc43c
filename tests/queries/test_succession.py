"""Whose tasks are whose today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from queries.succession import acting_for, predecessors, successions, whose_today

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

AGENCY = "https://w3id.org/luocdo/id/vn/agency/"
OLD, NEW = f"{AGENCY}so-ldtbxh-lam-thanh", f"{AGENCY}so-noi-vu-lam-thanh"
TODAY = date(2026, 1, 1)


def test_tasks_go_to_who_took_over(reader: FolderReader) -> None:
    """From the day of the change on, and not before."""
    (step,) = successions(reader.index(), OLD, TODAY)
    assert (step.former, step.heir) == (OLD, NEW)
    assert whose_today(reader.index(), OLD, TODAY) == (NEW,)
    assert whose_today(reader.index(), OLD, date(2024, 1, 1)) == (OLD,)


def test_a_body_that_lives_on_keeps_its_tasks(reader: FolderReader) -> None:
    """It is its own heir."""
    assert whose_today(reader.index(), NEW, TODAY) == (NEW,)
    assert successions(reader.index(), NEW, TODAY) == ()


def test_predecessors_come_after_the_body_itself(reader: FolderReader) -> None:
    """Nearest first."""
    assert predecessors(reader.index(), NEW) == (NEW, OLD)
    assert predecessors(reader.index(), OLD) == (OLD,)


def test_heads_act_for_their_bodies(reader: FolderReader) -> None:
    """The body itself is always among them, once."""
    found = acting_for(reader.index(), (NEW, OLD, NEW))
    assert found[:2] == (NEW, OLD)
    assert len(set(found)) == len(found)

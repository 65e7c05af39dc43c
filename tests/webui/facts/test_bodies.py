"""Bodies as read from the store, and what narrows their tasks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from webui.facts.bodies import TaskFilter, group_places, read_body
from webui.facts.obligations import read_tasks

if TYPE_CHECKING:
    from types import ModuleType

    from webui.ports import Reader


def test_a_body_has_its_place_in_the_house(reader: Reader, sample: ModuleType) -> None:
    """Parents, what it issued; an unknown one is None."""
    police = read_body(reader, str(sample.of(sample.POLICE)))
    committee = read_body(reader, str(sample.of(sample.COMMITTEE)))
    assert police is not None
    assert committee is not None
    assert police.parents == (committee.iri,)
    assert committee.issued[0] == str(sample.of(sample.PLAN))
    assert police.things >= {police.iri, committee.iri}
    assert read_body(reader, "urn:nobody") is None


def test_a_filter_admits_by_role_and_day(reader: Reader, sample: ModuleType) -> None:
    """Both ends of a range are in it."""
    body = frozenset({str(sample.of(sample.POLICE))})
    tasks = read_tasks(reader, body)
    day = date(2024, 6, 30)
    filters = {
        TaskFilter(): 2,
        TaskFilter(role="lead"): 1,
        TaskFilter(only_due=True): 1,
        TaskFilter(since=day, until=day): 1,
        TaskFilter(since=date(2024, 7, 1)): 0,
    }
    for chosen, count in filters.items():
        assert sum(chosen.admit(task, body) for task in tasks) == count, chosen


def test_a_group_of_a_province_has_its_place(reader: Reader, sample: ModuleType) -> None:
    """Groups of the same name are told apart by it; a body is no group."""
    wanted = [str(sample.of(sample.GROUP)), str(sample.of(sample.POLICE)), "urn:nobody"]
    assert group_places(reader, wanted) == {wanted[0]: str(sample.of("vn/place/song-may"))}
    assert group_places(reader, ()) == {}

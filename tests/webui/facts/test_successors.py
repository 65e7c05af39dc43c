"""Who answers today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.successors import read_family, read_today

if TYPE_CHECKING:
    from types import ModuleType


def test_the_last_successor_answers_today(reader: Any, sample: ModuleType) -> None:
    """A body that took over and was taken over itself is not today's."""
    old, new = (str(sample.of(path)) for path in (sample.LABOUR, sample.HOME))
    assert read_today(reader, {old, new, ""}) == {old: (new,)}


def test_a_family_holds_those_before_and_after(reader: Any, sample: ModuleType) -> None:
    """From either end both are found, the body asked about first."""
    old, new = (str(sample.of(path)) for path in (sample.LABOUR, sample.HOME))
    assert read_family(reader, old) == (old, new)
    assert read_family(reader, new) == (new, old)

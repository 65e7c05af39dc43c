"""Who answers today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from webui.facts.successors import read_family, read_today

if TYPE_CHECKING:
    from types import ModuleType

TODAY = date(2026, 1, 1)


def test_the_last_successor_answers_today(reader: Any, sample: ModuleType) -> None:
    """With the day and the document that decided it; before that day nothing has changed."""
    old, new = (str(sample.of(path)) for path in (sample.LABOUR, sample.HOME))
    found = read_today(reader.index(), {old, new, ""}, TODAY)
    assert set(found) == {old}
    assert (found[old].bodies, found[old].since) == ((new,), "2025-03-01")
    assert found[old].things == {new, str(sample.of(sample.PLAN))}
    assert read_today(reader.index(), {old}, date(2025, 2, 28)) == {}


def test_a_family_holds_those_before_and_after(reader: Any, sample: ModuleType) -> None:
    """From either end both are found, the body asked about first."""
    old, new = (str(sample.of(path)) for path in (sample.LABOUR, sample.HOME))
    assert read_family(reader.index(), old, TODAY) == (old, new)
    assert read_family(reader.index(), new, TODAY) == (new, old)

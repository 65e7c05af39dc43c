"""Figures by measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.targets import read_measures

if TYPE_CHECKING:
    from types import ModuleType


def test_measures_are_found_with_and_without_marks(reader: Any, sample: ModuleType) -> None:
    """Each figure stands with its task, document and place."""
    (group,) = read_measures(reader, "trat tu", "")
    (target,) = group.targets
    assert (target.goal.value, target.goal.unit) == ("5", "%")
    assert target.document == str(sample.of(sample.DIRECTIVE))
    assert group.places == {str(sample.of("vn/place/song-may"))}
    assert group.documents == {target.document}
    assert read_measures(reader, "duong thuy", "") == ()
    assert read_measures(reader, "", "elsewhere") == ()

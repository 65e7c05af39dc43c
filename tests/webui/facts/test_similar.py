"""Passages that near documents share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.similar import read_similar

if TYPE_CHECKING:
    from types import ModuleType


def test_documents_next_to_one_are_compared(reader: Any, sample: ModuleType) -> None:
    """The plan and the letter cite the directive, so their texts are compared with its own."""
    directive = str(sample.of(sample.DIRECTIVE))
    found = read_similar(reader, reader.index(), directive, sample.DIRECTIVE_TEXT)
    assert found.compared == 2
    shared = read_similar(reader, reader.index(), directive, sample.PLAN_TEXT)
    assert str(sample.of(sample.PLAN)) in {fact.document for fact in shared.found}

"""A remark stands at its words; the patterns of drafts read what they say they read."""

from __future__ import annotations

import pytest

from loaders.grammar.tables import table
from loaders.records import Span
from luocdo.ended_bodies import ended_levels
from luocdo.remarks import ordering_types, overlap, patterns
from ontology.registry import load_registry


def test_patterns_read_their_examples() -> None:
    """And none of their counter-examples."""
    for entry in table("luocdo", "drafts.toml")["pattern"]:
        pattern = patterns()[entry["id"]]
        assert [words for words in entry["examples"] if not pattern.search(words)] == []
        assert [words for words in entry["counter_examples"] if pattern.search(words)] == []


def test_ended_levels_read_their_examples() -> None:
    """And none of their counter-examples."""
    for entry, level in zip(table("luocdo", "drafts.toml")["ended"], ended_levels(), strict=True):
        assert [words for words in entry["examples"] if not level.reads.search(words)] == []
        assert [words for words in entry["counter_examples"] if level.reads.search(words)] == []


@pytest.mark.parametrize(("start", "shared"), [(0, False), (4, True), (9, True), (10, False)])
def test_spans_that_touch_share_nothing(start: int, shared: bool) -> None:  # noqa: FBT001 - a column of the table
    """The end of a span is not part of it."""
    assert overlap(Span(start=5, end=10), Span(start=start, end=start + 5)) is shared


def test_types_that_order_are_in_the_register() -> None:
    """And none of them is always normative."""
    rows = [load_registry().document_type(code) for code in ordering_types()]
    assert all(row is not None and row.normative != "yes" for row in rows)

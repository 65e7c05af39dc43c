"""The table of markers and cues proves itself."""

from __future__ import annotations

import re
from typing import Any

import pytest

from loaders.grammar.tables import fill, table
from loaders.segments.cues import cues

TABLE = table("loaders.segments", "cues.toml")
LINES = [*TABLE["line"], *TABLE["marker"]]


@pytest.mark.parametrize("entry", LINES, ids=lambda entry: str(entry["id"]))
def test_examples_of_lines_are_read_by_their_own_entry(entry: dict[str, Any]) -> None:
    """Each example is read by its entry, each counter-example not."""
    for example in entry["examples"]:
        found = cues().body.match(example)
        assert found, example
        assert found.lastgroup == entry["id"], example
    for example in entry["counter_examples"]:
        found = cues().body.match(example)
        assert found is None or found.lastgroup != entry["id"], example


@pytest.mark.parametrize("entry", TABLE["head"], ids=lambda entry: str(entry["id"]))
def test_examples_of_the_head_are_read_by_their_own_entry(entry: dict[str, Any]) -> None:
    """Each example of the head is read by its entry, each counter-example not."""
    for example in entry["examples"]:
        found = cues().head.match(example)
        assert found, example
        assert found.lastgroup == entry["id"], example
    for example in entry["counter_examples"]:
        found = cues().head.match(example)
        assert found is None or found.lastgroup != entry["id"], example


@pytest.mark.parametrize("entry", TABLE["phrase"], ids=lambda entry: str(entry["id"]))
def test_phrases_are_found_in_their_examples(entry: dict[str, Any]) -> None:
    """Phrases are searched, not matched at the start."""
    pattern = re.compile(fill(entry["reads"], TABLE["part"]))
    assert all(pattern.search(example) for example in entry["examples"])
    assert not any(pattern.search(example) for example in entry["counter_examples"])


def test_each_entry_says_where_it_comes_from_and_keys_are_unique() -> None:
    """No entry without a source; no key twice."""
    entries = [*LINES, *TABLE["head"], *TABLE["phrase"]]
    assert all(entry["source"] for entry in entries)
    keys = [entry["id"] for entry in entries]
    assert len(keys) == len(set(keys))


def test_an_entry_that_shadows_another_stands_before_it() -> None:
    """`instead_of` names entries that come later."""
    order = [entry["id"] for entry in LINES]
    for entry in LINES:
        for other in entry.get("instead_of", []):
            assert order.index(entry["id"]) < order.index(other)


def test_letters_of_items_have_no_f_and_keep_the_barred_d_after_d() -> None:
    """Vietnamese numbering runs a, b, c, d, đ, e, g."""
    assert cues().letters.startswith("abcdđeg")

"""Tables of wordings: each entry reads its examples and none of its counter-examples."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.obligations.wordings import Table, Wording, load_table, word_trie

TABLES = (
    "attributes",
    "calendar",
    "columns",
    "cues",
    "deadlines",
    "headings",
    "heads",
    "joints",
    "kinds",
    "measures",
    "places",
    "reports",
    "rhythms",
    "targets",
)
ENTRIES = [(name, wording) for name in TABLES for wording in load_table(name).wordings]


def label(value: object) -> str:
    """Return a readable test id."""
    return value.id if isinstance(value, Wording) else str(value)


@pytest.mark.parametrize(("table", "wording"), ENTRIES, ids=label)
def test_entry_reads_its_examples(table: str, wording: Wording) -> None:
    """An entry without an example proves nothing; its triggers must not hide its examples."""
    assert wording.examples, table
    for example in wording.examples:
        assert wording.pattern.search(example), example
        assert wording.may_stand(example, 0, len(example)), example


@pytest.mark.parametrize(("table", "wording"), ENTRIES, ids=label)
def test_entry_leaves_its_counter_examples(table: str, wording: Wording) -> None:
    """What an entry must not read stands beside it."""
    assert wording.counter_examples, table
    for example in wording.counter_examples:
        assert not wording.pattern.search(example), example


@pytest.mark.parametrize("name", TABLES)
def test_ids_are_unique_and_words_composed(name: str) -> None:
    """Tables are matched against NFC text, and an id names one entry."""
    table: Table = load_table(name)
    ids = [wording.id for wording in table.wordings]
    assert len(ids) == len(set(ids))
    for wording in table.wordings:
        assert unicodedata.is_normalized("NFC", wording.pattern.pattern)


def test_a_space_spans_line_ends() -> None:
    """A printed line may end between two words of a phrase."""
    cue = load_table("cues").pattern("join")
    assert cue.search("phối hợp\nvới  Sở Nội vụ")


@given(st.sets(st.text(alphabet="abc ", min_size=1, max_size=6).map(str.strip), min_size=1))
def test_trie_matches_exactly_its_words(words: set[str]) -> None:
    """A trie reads each of its words whole and nothing else."""
    wanted = {" ".join(word.split()) for word in words if word.strip()}
    if not wanted:
        return
    pattern = re.compile(word_trie(tuple(sorted(wanted))))
    for word in wanted:
        assert pattern.fullmatch(word)
    assert not pattern.fullmatch("abcabcabc")

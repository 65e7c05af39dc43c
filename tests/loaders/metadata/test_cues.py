"""Each entry of the table reads its own examples and none of its counter-examples."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from loaders.grammar.tables import table
from loaders.metadata.cues import begins, cues, stamp_of

DATA = table("loaders.metadata", "cues.toml")


@pytest.mark.parametrize("entry", DATA["wording"], ids=lambda entry: entry["id"])
def test_wordings_prove_themselves(entry: dict[str, Any]) -> None:
    """A pattern without a true example is a guess."""
    pattern = cues().patterns[entry["id"]]
    assert entry["examples"]
    assert entry["source"]
    assert [text for text in entry["examples"] if not pattern.search(text)] == []
    assert [text for text in entry["counter_examples"] if pattern.search(text)] == []


@pytest.mark.parametrize("entry", DATA["stamp"], ids=lambda entry: entry["id"])
def test_stamps_prove_themselves(entry: dict[str, Any]) -> None:
    """A stamp is read with damaged marks, and never in a sentence."""
    for text in entry["examples"]:
        stamp = stamp_of(text)
        assert stamp is not None
        assert stamp.id == entry["id"]
    for text in entry["counter_examples"]:
        stamp = stamp_of(text)
        assert stamp is None or stamp.id != entry["id"]


def test_the_table_is_in_order() -> None:
    """Keys are unique, text is NFC, every list and pair says what it means and whence."""
    for kind in ("wording", "stamp", "list", "rewrite"):
        ids = [entry["id"] for entry in DATA[kind]]
        assert len(ids) == len(set(ids))
        for entry in DATA[kind]:
            assert entry["means"]
            assert entry["source"]
            assert unicodedata.is_normalized("NFC", str(entry))


def test_the_longest_opening_wins() -> None:
    """An entry of more words is more precise."""
    assert begins("TỔNG GIÁM ĐỐC A", "posts") == "Tổng Giám đốc"
    assert begins("Tổng kết", "posts") == ""

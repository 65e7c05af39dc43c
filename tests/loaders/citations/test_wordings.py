"""The table of wordings."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from loaders.citations.wordings import before, is_joint, phrase, phrases
from loaders.grammar.tables import table

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = table("loaders.citations", "wordings.toml")["words"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_each_entry_is_in_order(entry: dict[str, object], project: Path) -> None:
    """An entry says what it means and whence; its phrases are in NFC, unique, and used."""
    words = entry["phrases"]
    assert isinstance(words, list)
    assert entry["means"]
    assert entry["source"]
    assert len(set(words)) == len(words)
    assert all(unicodedata.is_normalized("NFC", word) for word in words)
    code = "".join(p.read_text("utf-8") for p in (project / "loaders/citations").glob("*.py"))
    assert f'"{entry["id"]}"' in code


def test_entries_are_told_apart() -> None:
    """No two entries bear one name."""
    names = [entry["id"] for entry in ENTRIES]
    assert len(names) == len(set(names))


def test_phrases_match_whole_words_over_lines() -> None:
    """A phrase may break over a line and is not found inside a word."""
    assert phrase("same-day").match("cùng\nngày") is not None
    assert phrase("beside").match("vàng") is None
    assert before("beside").search("sách và ") is not None
    assert phrases("untyped-number") == ("CV",)


@pytest.mark.parametrize(("words", "joins"), [(", và số ", True), (" thì ", False), (". ", False)])
def test_what_joins_a_row(words: str, joins: bool) -> None:  # noqa: FBT001 - expected value of the row
    """Only joining words and commas hold a row together."""
    assert is_joint(words) is joins

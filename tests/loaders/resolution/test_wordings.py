"""The word lists are folded, without repeats, and each stands with its source."""

from __future__ import annotations

import unicodedata

from loaders.grammar.tables import table
from loaders.resolution.wordings import opening, pairs, phrases, spellings

ENTRIES = table("loaders.resolution", "wordings.toml")["words"]


def test_each_entry_says_what_it_means() -> None:
    """Ids are unique; meaning and source are given; words are NFC."""
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids))
    for entry in ENTRIES:
        assert entry["means"]
        assert entry["source"]
        assert ("phrases" in entry) != ("pairs" in entry)
        assert all(unicodedata.is_normalized("NFC", str(each)) for each in entry.get("phrases", ()))


def test_phrases_come_longest_first() -> None:
    """So that the longest opening wins."""
    lengths = [len(phrase) for phrase in phrases("subject")]
    assert lengths == sorted(lengths, reverse=True)
    assert opening("ve viec lap ke hoach", "subject") == "ve viec"
    assert opening("vet bun", "subject") == ""


def test_pairs() -> None:
    """Abbreviations are kept as printed: "CA" is a body, "cá" is a fish."""
    assert spellings("abbreviation")["UBND"] == "Ủy ban nhân dân"
    assert pairs("province-committee")["thanh uy"] == "tinh uy"

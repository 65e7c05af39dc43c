"""The word lists of this step, folded once."""

from __future__ import annotations

from functools import cache
from typing import Any

from loaders.grammar.tables import table
from ontology.vietnamese_text import fold_words


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """Return the entries of `wordings.toml` by id."""
    return {entry["id"]: entry for entry in table("loaders.resolution", "wordings.toml")["words"]}


@cache
def phrases(entry: str) -> tuple[str, ...]:
    """Return the folded phrases of an entry, longest first."""
    listed = _entries()[entry]["phrases"]
    return tuple(sorted({fold_words(str(each)) for each in listed}, key=len, reverse=True))


@cache
def codes(entry: str) -> frozenset[str]:
    """Return the phrases of an entry as written: codes of registers."""
    return frozenset(str(each) for each in _entries()[entry]["phrases"])


@cache
def pairs(entry: str) -> dict[str, str]:
    """Return the folded pairs of an entry."""
    listed = _entries()[entry]["pairs"]
    return {fold_words(left): fold_words(right) for left, right in listed}


@cache
def spellings(entry: str) -> dict[str, str]:
    """Return the pairs of an entry, the left side exactly as printed."""
    return {str(left): str(right) for left, right in _entries()[entry]["pairs"]}


def spelt_out(words: str) -> str:
    """Return words with their usual abbreviations spelt out; case and marks count."""
    short = spellings("abbreviation")
    return " ".join(short.get(word, word) for word in words.split())


@cache
def _by_first_word(entry: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of an entry by their first words, longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases(entry):
        first = phrase.partition(" ")[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def opening(words: str, entry: str) -> str:
    """Return the longest phrase of an entry that folded words begin with, or nothing."""
    return next(iter(openings(words, entry)), "")


def openings(words: str, entry: str) -> tuple[str, ...]:
    """Return all phrases of an entry that folded words begin with, longest first."""
    listed = _by_first_word(entry).get(words.partition(" ")[0])
    if listed is None:  # so it is with most words
        return ()
    return tuple(p for p in listed if words == p or words.startswith(p + " "))

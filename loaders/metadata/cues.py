"""The table of cues, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import fill, table
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = "loaders.metadata"
_FILE = "cues.toml"
_LONGEST_OPENING = 60
"""Letters that the longest entry of a list may have."""
_LONGEST_STAMP = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A stamp of urgency or secrecy.

    Args:
        id: key of the table.
        field: "urgency" or "secrecy".
        writes: the right spelling.
    """

    id: str
    field: str
    writes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The table: patterns, lists of words, pairs and stamps, by the ids of their entries.

    Args:
        patterns: one compiled expression an entry that `reads`.
        lists: plain words, those with more words first.
        folded: the same, folded, as a set.
        openings: for each list its items by their first folded word, with their folded words.
        pairs: what is written for what, in the order of the table.
        stamps: urgency and secrecy, by what they read.
        spelled: posts and proper names as a sentence writes them, by their folded words.
    """

    patterns: Mapping[str, re.Pattern[str]]
    lists: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, frozenset[str]]
    openings: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]
    pairs: Mapping[str, tuple[tuple[str, str], ...]]
    stamps: Mapping[str, Stamp]
    spelled: Mapping[str, str]


@cache
def cues() -> Cues:
    """Read `cues.toml` once."""
    data = table(_PACKAGE, _FILE)
    lists = {
        entry["id"]: tuple(sorted(entry["items"], key=lambda words: -len(words.split())))
        for entry in data["list"]
    }
    return Cues(
        patterns={entry["id"]: compiled(entry["reads"], data["part"]) for entry in data["wording"]},
        lists=lists,
        folded={key: frozenset(map(fold_words, items)) for key, items in lists.items()},
        openings={key: _by_first_word(items) for key, items in lists.items()},
        pairs={
            entry["id"]: tuple((first, second) for first, second in entry["pairs"])
            for entry in data["rewrite"]
        },
        stamps={
            words: Stamp(id=entry["id"], field=entry["field"], writes=entry["writes"])
            for entry in data["stamp"]
            for words in entry["reads"]
        },
        spelled={
            fold_words(post): post
            for post in (
                *lists["provincial"],
                *lists["deputies"],
                *lists["posts"],
                *lists["proper"],
            )
        },
    )


def compiled(reads: str | list[str], parts: dict[str, str]) -> re.Pattern[str]:
    """Return the expression of an entry; a blank between words stands for any white space.

    Args:
        reads: one expression or several that are tried in their order.
        parts: expressions for `{part}`.
    """
    choices = [reads] if isinstance(reads, str) else reads
    return re.compile("|".join(fill(choice, parts) for choice in choices), re.MULTILINE)


def _by_first_word(items: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return items by their first folded word, each with its folded words and a blank."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for item in items:
        folded = fold_words(item)
        first = folded.split()[0]
        found[first] = (*found.get(first, ()), (folded + " ", item))
    return found


def begins(words: str, names: str) -> str:
    """Return the entry of a list that the folded words begin with; empty where none does.

    Args:
        words: the words, in any case.
        names: id of the list; entries of more words win.
    """
    folded = fold_words(words[:_LONGEST_OPENING]) + " "
    first = folded[: folded.index(" ")]
    for opening, name in cues().openings[names].get(first, ()):
        if folded.startswith(opening):
            return name
    return ""


def stamp_of(line: str) -> Stamp | None:
    """Return the stamp that a line is, and nothing else; None where it is none.

    Urgency is compared without case and marks, as scans damage them; secrecy exactly, as other
    words differ from it in their marks alone.

    Args:
        line: a printed line or table cell.
    """
    if len(line) > _LONGEST_STAMP:
        return None
    words = " ".join(line.strip(" ()[].:*-").split())
    stamps = cues().stamps
    return (
        stamps.get(words) if words in stamps and words.isupper() else stamps.get(fold_words(words))
    )

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A stamp of urgency or secrecy.

    Args:
        id: key of the table.
        field: "urgency" or "secrecy".
        reads: the printed words; folded ones (lower case) are compared without marks.
        writes: the right spelling.
    """

    id: str
    field: str
    reads: tuple[str, ...]
    writes: str

    def reads_line(self, line: str) -> bool:
        """Tell whether a line is this stamp and nothing else."""
        words = " ".join(line.strip(" ()[].:*-").split())
        return any(
            (fold_words(words) if reads.islower() else words) == reads for reads in self.reads
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The table: patterns, lists of words, pairs and stamps, by the ids of their entries.

    Args:
        patterns: one compiled expression an entry that `reads`.
        lists: plain words, those with more words first.
        folded: the same, folded, as a set.
        pairs: what is written for what, in the order of the table.
        stamps: urgency and secrecy.
    """

    patterns: Mapping[str, re.Pattern[str]]
    lists: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, frozenset[str]]
    pairs: Mapping[str, tuple[tuple[str, str], ...]]
    stamps: tuple[Stamp, ...]


@cache
def cues() -> Cues:
    """Read `cues.toml` once."""
    data = table(_PACKAGE, _FILE)
    lists = {
        entry["id"]: tuple(sorted(entry["items"], key=lambda words: -len(words.split())))
        for entry in data["list"]
    }
    return Cues(
        patterns={
            entry["id"]: compiled(entry["reads"], data["part"]) for entry in data["wording"]
        },
        lists=lists,
        folded={key: frozenset(map(fold_words, items)) for key, items in lists.items()},
        pairs={
            entry["id"]: tuple((first, second) for first, second in entry["pairs"])
            for entry in data["rewrite"]
        },
        stamps=tuple(
            Stamp(
                id=entry["id"],
                field=entry["field"],
                reads=tuple(entry["reads"]),
                writes=entry["writes"],
            )
            for entry in data["stamp"]
        ),
    )


def compiled(reads: str | list[str], parts: dict[str, str]) -> re.Pattern[str]:
    """Return the expression of an entry; a blank between words stands for any white space.

    Args:
        reads: one expression or several that are tried in their order.
        parts: expressions for `{part}`.
    """
    choices = [reads] if isinstance(reads, str) else reads
    return re.compile("|".join(fill(choice, parts) for choice in choices), re.MULTILINE)


def begins(words: str, names: str) -> str:
    """Return the entry of a list that the folded words begin with; empty where none does.

    Args:
        words: the words, in any case.
        names: id of the list; entries of more words win.
    """
    folded = fold_words(words) + " "
    for name in cues().lists[names]:
        if folded.startswith(fold_words(name) + " "):
            return name
    return ""

"""The phrases of `wordings.toml`, as lists and as compiled expressions for lower-case text."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.tables import LOST, either, table


@cache
def phrases(identifier: str) -> tuple[str, ...]:
    """Return the phrases of an entry."""
    entries = table("loaders.citations", "wordings.toml")["words"]
    return next(tuple(entry["phrases"]) for entry in entries if entry["id"] == identifier)


@cache
def phrase_set(identifier: str) -> frozenset[str]:
    """Return the phrases of an entry as a set of lower-case words."""
    return frozenset(phrase.lower() for phrase in phrases(identifier))


@cache
def phrase(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry in lower-case text, as whole words."""
    return re.compile(rf"(?:{either([p.lower() for p in phrases(identifier)])})(?!\w)")


@cache
def glued(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry in lower-case text, blanks in it lost or not."""
    return re.compile(rf"(?:{either([p.lower() for p in phrases(identifier)], LOST)})(?!\w)")


@cache
def before(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry at the end of a stretch of lower-case text."""
    return re.compile(rf"(?<!\w)(?:{either([p.lower() for p in phrases(identifier)])})\s*\Z")


@cache
def glued_before(identifier: str) -> re.Pattern[str]:
    """Return what matches, blanks in it lost or not, a phrase at the end of a stretch of text."""
    words = either([p.lower() for p in phrases(identifier)], LOST)
    return re.compile(rf"(?<!\w)(?:{words})\s*\Z")


_WORDS = re.compile(r"\w+")
_NOT_JOINT = re.compile(r"[^\w ,;\n()]")


def is_joint(between: str) -> bool:
    """Tell whether some words, in lower case, only join the mentions of one row."""
    joints = phrase_set("row-joint")
    return not _NOT_JOINT.search(between) and all(w in joints for w in _WORDS.findall(between))

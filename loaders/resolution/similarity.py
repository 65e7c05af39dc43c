"""Whether two titles name one subject, whatever their first words, breaks and abbreviations."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz

from loaders.resolution.wordings import opening
from ontology.vietnamese_text import fold_words

SAME: Final = 90.0
SAME_CHANGE: Final = 94.0
_SHORTEST: Final = 30
_SHORTEST_CHANGE: Final = 55
_SHORTEST_PART: Final = 12


_NUMERALS: Final = re.compile(r"\b(?:\d+|i{2,3}|iv|vi{2,3}|ix|x(?:i{2,3}|iv|vi{0,3}|ix)|xx)\b")
"""Figures and Roman numerals that are no Vietnamese words."""


def _other_numerals(one: str, other: str) -> bool:
    """Tell whether two titles count different things: each has a numeral that the other lacks."""
    left, right = set(_NUMERALS.findall(one)), set(_NUMERALS.findall(other))
    return bool(left - right) and bool(right - left)


def subject_key(title: str) -> str:
    """Return the folded title without the words that only introduce a subject."""
    words = fold_words(title)
    while lead := opening(words, "subject"):
        words = words[len(lead) :].strip()
    return words


def same_subject(one: str, other: str) -> bool:
    """Tell whether two titles name one subject; a shortened one counts where it is long enough.

    Args:
        one, other: titles as printed.
    """
    left, right = subject_key(one), subject_key(other)
    if left == right:
        return bool(left)
    if _other_numerals(left, right):
        return False
    if fuzz.ratio(left, right) >= SAME:
        return True
    shorter = min(len(left), len(right))
    if shorter < _SHORTEST:
        return False
    return left[:shorter] == right[:shorter] or fuzz.partial_ratio(left, right) >= SAME


def is_part_of(one: str, other: str) -> bool:
    """Tell whether the words of a short subject stand together in a longer title.

    Args:
        one: subject as a citation shortens it ("về Công an nhân dân").
        other: title as known.
    """
    left, right = subject_key(one), subject_key(other)
    return len(left) >= _SHORTEST_PART and f" {left} " in f" {right} "


def same_change(one: str, other: str) -> bool:
    """Tell whether two names of amending laws mean one: they share their opening words.

    Args:
        one, other: names; a cut one counts where it names an amended law at least.
    """
    left, right = fold_words(one), fold_words(other)
    shorter = min(len(left), len(right))
    if fuzz.ratio(left, right) >= SAME_CHANGE:
        return True
    return shorter >= _SHORTEST_CHANGE and left[:shorter] == right[:shorter]

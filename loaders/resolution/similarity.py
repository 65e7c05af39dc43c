"""Whether two titles name one subject, whatever their first words, breaks and abbreviations."""

from __future__ import annotations

from typing import Final

from rapidfuzz import fuzz

from loaders.resolution.wordings import opening
from ontology.vietnamese_text import fold_words

SAME: Final = 88.0
_SHORTEST: Final = 12


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
    shorter = min(len(left), len(right))
    if shorter < _SHORTEST:
        return False
    if fuzz.ratio(left, right) >= SAME:
        return True
    return left[:shorter] == right[:shorter] or fuzz.partial_ratio(left, right) >= SAME

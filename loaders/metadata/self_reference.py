"""What a text says of its own paper where it names its number again: date, issuer, subject.

Annexes name the paper that they belong to, and pages on the web introduce what they reprint; both
help where the head is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.cues import cues

if TYPE_CHECKING:
    import re

    from loaders.metadata.number import OwnNumber

_MOST = 50
"""Mentions of the own number that are looked at."""


def find_self_reference(text: str, number: OwnNumber, holding: str) -> re.Match[str] | None:
    """Return the first mention of the own number that also states something; None for none.

    Args:
        text: normalised text.
        number: the document's own number.
        holding: the group that must be read: "date", "who" or "about".

    Source: Decree 30/2020/NĐ-CP, annex I, part IV.1 (what an annex says of its paper).
    """
    if number.number is None:
        return None
    own = number.number.value
    at = -1
    for _ in range(_MOST):
        at = text.find(own, at + 1)
        if at < 0:
            return None
        found = cues().patterns["self-reference"].match(text, at + len(own))
        if found and found[holding]:
            return found
    return None

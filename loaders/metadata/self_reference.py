"""What a text says of its own paper where it names its number again: date, issuer, subject.

Annexes name the paper that they belong to, and pages on the web introduce what they reprint; both
help where the head is lost.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from loaders.metadata.cues import cues

if TYPE_CHECKING:
    from loaders.metadata.number import OwnNumber

_LOST_STROKE = re.compile("[D\u0110]")
_DJE = "[D\u0110]"
"""A scan loses the stroke of the Vietnamese letter."""
_NEAR = 80
"""Letters before a symbol among which an annex says that it belongs to a paper."""
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
    own = _own_number(number)
    if not own:
        return None
    blank = number.number is None
    for mention in islice(re.finditer(own, text), _MOST):
        tied = (
            cues().patterns["tied"].search(text, max(0, mention.start() - _NEAR), mention.start())
        )
        found = cues().patterns["self-reference"].match(text, mention.end())
        if found and found[holding] and (tied or not blank):
            return found
    return None


def _own_number(number: OwnNumber) -> str:
    """Return what finds the own number, or the symbol with the sign before it where it is blank.

    A number without a symbol is too short to be known again.
    """
    if number.number and not number.number.value.isdigit():
        return re.escape(number.number.value)
    return _LOST_STROKE.sub(_DJE, re.escape(f"/{number.symbol.value}")) if number.symbol else ""

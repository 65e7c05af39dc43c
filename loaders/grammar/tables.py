"""Expressions for phrases between whose words a line may break, and the tables they stand in."""

from __future__ import annotations

import re

from loaders.tables import fill, table

__all__ = ["LOST", "either", "fill", "spaced", "table"]

LOST = r"\s*"
"""What stands between two words where the blank may be lost."""


def spaced(words: str, gap: str = r"\s+") -> str:
    """Return an expression for words between which a line may break.

    Args:
        words: in one line.
        gap: what may stand between two of them.
    """
    return gap.join(re.escape(word) for word in words.split())


def either(phrases: list[str] | tuple[str, ...], gap: str = r"\s+") -> str:
    """Return an expression for any of some phrases, longest first, lines breaking anywhere.

    Args:
        phrases: in one line each.
        gap: what may stand between two words.
    """
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(spaced(phrase, gap) for phrase in ordered)

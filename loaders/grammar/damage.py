"""Mend the words that scanning damages, letter for letter, for the steps that look for them.

Source: scanned papers; a mark lost or misread makes another word, never a shorter one.
"""

from __future__ import annotations

from functools import cache

from loaders.grammar.tables import table


def mended(lower: str) -> str:
    """Return a text in lower case with its damaged words mended, character for character.

    Args:
        lower: the text in lower case; only what is looked for in it changes, not the text.
    """
    for printed, meant in _pairs():
        lower = lower.replace(printed, meant)
    return lower


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Return what is printed, each with what it stands for, of one length."""
    entries = table("loaders.grammar", "damage.toml")["damaged"]
    return tuple((printed, meant) for entry in entries for printed, meant in entry["pairs"])

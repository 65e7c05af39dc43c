"""Write alternations so that `re` need not try one alternative after the other.

`re` tries the alternatives of a pattern in their order, at each place where it looks; hundreds of
names cost microseconds a place. Grouped by their first letters only those of one letter are tried.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST = re.compile(r"(?:\[([^\W\d_])([^\W\d_])\]|([^\W_]))(?![?*+{])")
_FEWEST = 4
"""Alternatives from which on grouping them is worth it."""


def by_first_letter(source: str) -> str:
    """Return the source of an alternation with its alternatives grouped by their first letters.

    It reads what the given one reads: only alternatives that begin with different letters change
    places. Those that begin with anything else stay where they are, and none passes them.

    Args:
        source: alternatives parted by bars; brackets may hold others, which stay as they are.

    >>> by_first_letter("[Ss]ở|[Bb]ộ|Sao|sông|bản")
    '[Ss](?:ở|(?<=S)ao|(?<=s)ông)|[Bb](?:ộ|(?<=b)ản)'
    """
    alternatives = split_alternatives(source)
    if len(alternatives) < _FEWEST:
        return source
    runs = groupby(alternatives, key=lambda each: bool(_first_letters(each)))
    return "|".join("|".join(_grouped(run) if lettered else run) for lettered, run in runs)


def _first_letters(alternative: str) -> str:
    """Return the letter that an alternative begins with, or both its cases; none for others."""
    first = _FIRST.match(alternative)
    letters = "".join(filter(None, first.groups())) if first else ""
    return letters if len(set(letters.lower())) == 1 else ""


def _grouped(alternatives: Iterable[str]) -> list[str]:
    """Return alternatives that all begin with letters, those of one letter joined."""
    groups: dict[str, list[str]] = {}
    for alternative in alternatives:
        groups.setdefault(_first_letters(alternative)[0].lower(), []).append(alternative)
    return [each[0] if len(each) == 1 else _joined(each) for each in groups.values()]


def _joined(alternatives: list[str]) -> str:
    """Return alternatives whose first letters differ by case at most as one."""
    firsts = [_first_letters(alternative) for alternative in alternatives]
    letters = "".join(sorted(set().union(*firsts)))
    rests = (
        (f"(?<={first})" if len(first) < len(letters) else "")
        + alternative[len(first) if len(first) == 1 else len(f"[{first}]") :]
        for first, alternative in zip(firsts, alternatives, strict=True)
    )
    return f"{letters if len(letters) == 1 else f'[{letters}]'}(?:{'|'.join(rests)})"


def split_alternatives(source: str) -> list[str]:
    """Return the alternatives of a pattern's source, without looking into brackets.

    >>> split_alternatives("a(?:b|c)|[|]|d")
    ['a(?:b|c)', '[|]', 'd']
    """
    found, depth, start, position = [], 0, 0, 0
    while position < len(source):
        sign = source[position]
        if sign == "\\":
            position += 1
        elif sign == "[":
            position = source.index("]", position + 2)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            found.append(source[start:position])
            start = position + 1
        position += 1
    return [*found, source[start:]]

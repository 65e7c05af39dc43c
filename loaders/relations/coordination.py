"""What a verb governs past a semicolon: "triển khai các giải pháp A; các tiện ích của B".

A stretch that begins with a noun or a paper has no verb of its own: the verb of the stretch before
it holds for it too.

Source: usage in directives and notices, whose sentences list what is to be done.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import either
from loaders.relations.basis import phrases

if TYPE_CHECKING:
    from loaders.relations.clauses import Scope

STRETCH = 700
"""How many characters a stretch between semicolons may have."""
STRETCHES = 12
"""How many stretches may stand between a verb and what it governs."""

_STOP = re.compile(r"[.!?:](?=\s)|;|\n\s*\n")


def governing(scope: Scope, start: int) -> tuple[int, int] | None:
    """Return the stretch whose verb governs the one that starts at a position too.

    Args:
        scope: the text with its mentions.
        start: where a stretch starts; only one after a semicolon is governed by another.
    """
    for _ in range(STRETCHES):
        if scope.lower[start - 1 : start] != ";" or not _is_nominal(scope, start):
            return None
        end = start - 1
        start = _start(scope.lower, end)
        if not _is_nominal(scope, start):
            return (start, end)
    return None


def is_whole(scope: Scope, start: int) -> bool:
    """Tell whether a stretch is "the carrying out of": its own verb does not count.

    Args:
        scope: the text with its mentions.
        start: where the stretch starts.
    """
    return _whole().match(scope.lower, start) is not None


def last_within(scope: Scope, start: int, end: int) -> int | None:
    """Return the last mention of the document itself that starts in a stretch; None without.

    Args:
        scope: the text with its mentions.
        start: where the stretch starts.
        end: where it ends.
    """
    place = bisect_left(scope.citations, end, key=lambda c: c.span.start) - 1
    while place >= 0 and scope.citations[place].span.start >= start:
        if scope.citations[place].within is None:
            return place
        place -= 1
    return None


def _start(lower: str, end: int) -> int:
    """Return where the stretch that ends at a position starts."""
    start = max(0, end - STRETCH)
    for stop in _STOP.finditer(lower, start, end):
        start = stop.end()
    return start


def _is_nominal(scope: Scope, start: int) -> bool:
    """Tell whether a stretch begins with a noun that a verb before it may govern, or a paper."""
    if _nominal().match(scope.lower, start):
        return True
    place = bisect_left(scope.citations, start, key=lambda c: c.span.start)
    if place >= len(scope.citations):
        return False
    return scope.is_empty(start, scope.citations[place].span.start)


@cache
def _nominal() -> re.Pattern[str]:
    """Return how such a stretch begins."""
    return re.compile(rf"[ \n]*(?:{either(phrases('carried'))})(?!\w)")


@cache
def _whole() -> re.Pattern[str]:
    """Return how a stretch begins whose own verb does not count."""
    return re.compile(rf"[ \n]*(?:{either(phrases('carried-whole'))})(?!\w)")

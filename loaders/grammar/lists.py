"""Read lists of numbers that share one tail: "Quyết định số 217, 218-QĐ/TW".

Source: Hướng dẫn 36-HD/VPTW (2018) and usage in State papers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import fill, table
from loaders.records import Span

if TYPE_CHECKING:
    from loaders.grammar.numbers import NumberReading

WINDOW = 80
"""How many characters before a number its list may fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMember:
    """A bare number of a list, with the number it stands for once the tail is added."""

    span: Span
    number: str
    running: str


def read_list(text: str, last: NumberReading) -> tuple[ListMember, ...]:
    """Return the bare numbers right before a full one that share its tail, in order.

    Args:
        text: normalised text.
        last: the full number that ends the list.
    """
    end = last.span.start
    if end == 0 or not (text[end - 1].isspace() or text[end - 1] == ","):
        return ()
    match = _pattern("list").search(text, max(0, end - WINDOW), end)
    if match is None:
        return ()
    return tuple(
        _member(found, last) for found in _pattern("member").finditer(text, match.start(), end)
    )


def _member(found: re.Match[str], last: NumberReading) -> ListMember:
    """Return a bare number with the tail of the last one."""
    running, _, year = found.group().partition("/")
    tail = last.tail
    if year and last.year is not None:
        tail = f"/{year}" + tail.partition("/")[2].partition(str(last.year))[2]
    return ListMember(
        span=Span(start=found.start(), end=found.end()), number=running + tail, running=running
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return the compiled list or member of `lists.toml`."""
    data = table("loaders.grammar", "lists.toml")
    reads = data["list"][0]["reads"] if name == "list" else data["part"][name]
    return re.compile(fill(reads, data["part"]))

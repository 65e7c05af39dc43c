"""Read the clause words before a document: "điểm c khoản 2 Điều 15 của".

Source: Decree 34/2016/NĐ-CP, article 75: a provision is cited from the smallest unit upwards, the
document last.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.tables import fill, table
from loaders.records import Span

WINDOW = 240
"""How many characters before a document its clause words may fill."""


def read_clauses(text: str, end: int) -> Span | None:
    """Return the span of the clause words that end right before a document's type word.

    Args:
        text: normalised text.
        end: offset where the type word starts.
    """
    start = max(0, end - WINDOW)
    if not _part("last_value").search(text, max(0, end - 14), end):
        return None
    for match in _chain().finditer(text, start, end):
        link = _part("link").match(text, match.end())
        if link and link.end() == end:
            return Span(start=match.start(), end=match.end())
    return None


def find_clauses(text: str) -> tuple[Span, ...]:
    """Return the runs of clause words of a text, whatever follows them."""
    return tuple(Span(start=m.start(), end=m.end()) for m in _chain().finditer(text))


@cache
def _chain() -> re.Pattern[str]:
    """Return the compiled entry of `clauses.toml`."""
    data = table("loaders.grammar", "clauses.toml")
    return re.compile(r"(?<!\w)" + fill(data["clause"][0]["reads"], data["part"]))


@cache
def _part(name: str) -> re.Pattern[str]:
    """Return a compiled part of `clauses.toml`."""
    parts: dict[str, str] = table("loaders.grammar", "clauses.toml")["part"]
    return re.compile(fill(parts[name], parts))

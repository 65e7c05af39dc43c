"""Read figures to reach ("đạt trên 90%") and directions ("kéo giảm ...") of a task.

Source: Decree 30/2020/NĐ-CP, annex II (decimal comma, dot between thousands).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Span, Target

TABLE = load_table("targets")
DIGITS = re.compile(r"\d")
COMPARISONS = (
    ("upward", "ge"),
    ("downward", "le"),
    ("least", "ge"),
    ("more", "gt"),
    ("most", "le"),
    ("less", "lt"),
)
THOUSANDS = re.compile(r"\.(?=\d{3}(?:\D|$))")


def find_targets(text: NormalisedText, span: Span) -> tuple[Target, ...]:
    """Return the targets in a stretch of text, in order.

    Args:
        text: the document.
        span: where to look: the words of one task.
    """
    window = text.text[span.start : span.end]
    cuts = [0, *(m.end() for m in TABLE.pattern("clause-end").finditer(window)), len(window)]
    found = [
        *_figures(text, span.start, window, cuts),
        *_directions(text, span.start, window, cuts),
    ]
    return tuple(sorted(found, key=lambda target: target.span))


def _clause(cuts: list[int], position: int) -> tuple[int, int]:
    """Return the clause around a position."""
    following = bisect_left(cuts, position + 1)
    return cuts[following - 1], cuts[following]


def _figures(text: NormalisedText, offset: int, window: str, cuts: list[int]) -> list[Target]:
    """Return the targets with a number."""
    if not DIGITS.search(window):
        return []
    found = []
    for key in ("percent", "count"):
        for match in TABLE.pattern(key).finditer(window):
            start, end = _clause(cuts, match.start())
            if not TABLE.pattern("price").search(window, start, match.start()):
                found.append(_figure(text, offset, window, match, (start, end)))
    return found


def _figure(
    text: NormalisedText, offset: int, window: str, match: re.Match[str], clause: tuple[int, int]
) -> Target:
    """Return the target of one number: what the clause around it measures and how."""
    start, end = clause
    before = window[start : match.start()]
    down = TABLE.pattern("falling").search(before)
    up = None if down else TABLE.pattern("rising").search(before)
    lead = down or up
    first = start + (lead.start() if lead else 0)
    cut = window.find(",", match.end(), end)
    last = end if cut < 0 or match.start() == start else cut
    span = _trimmed(window, first, last, offset)
    return Target(
        printed=text.words(span),
        span=span,
        measure=_measure(text, window, match, (first, end), offset),
        direction="decrease" if down else "increase" if up else "reach",
        comparison=_comparison(match),
        value=_value(match["value"]),
        unit=" ".join(match["unit"].split()),
        baseline=_baseline(window, clause),
    )


def _comparison(match: re.Match[str]) -> str:
    """Return the comparison that the words before or after a number say; equal without any."""
    groups = match.groupdict()
    for name, comparison in COMPARISONS:
        if groups.get(name):
            return comparison
    return "eq"


def _value(printed: str) -> float:
    """Return a printed number: dots part thousands, a comma the decimals.

    >>> _value("2.208"), _value("91,72"), _value("04")
    (2208.0, 91.72, 4.0)
    """
    return float(THOUSANDS.sub("", printed).replace(",", "."))


def _measure(
    text: NormalisedText, window: str, match: re.Match[str], clause: tuple[int, int], offset: int
) -> str:
    """Return what is measured: the words before the number, else those after it."""
    before = _trimmed(window, clause[0], match.start(), offset)
    if before.end - before.start > 1:
        return text.words(before)
    return text.words(_trimmed(window, match.end(), clause[1], offset))


def _baseline(window: str, clause: tuple[int, int]) -> str | None:
    """Return the period that a figure is compared with."""
    match = TABLE.pattern("baseline").search(window, *clause)
    return " ".join(match.group().split()[2:]) if match else None


def _directions(text: NormalisedText, offset: int, window: str, cuts: list[int]) -> list[Target]:
    """Return the targets that only say where to go; a purpose is none."""
    found = []
    for match in TABLE.pattern("direction").finditer(window):
        start, end = _clause(cuts, match.start())
        if TABLE.pattern("purpose").search(window[start : match.start()]):
            continue
        stop = min(
            (p for p in (window.find(",", match.end(), end), _next(window, match, end)) if p >= 0),
            default=end,
        )
        if DIGITS.search(window, match.end(), stop) and "%" in window[match.end() : stop]:
            continue
        span = _trimmed(window, match.start(), stop, offset)
        after = _trimmed(window, match.end(), stop, offset)
        direction = "decrease" if match["down"] else "increase"
        found.append(
            Target(
                printed=text.words(span),
                span=span,
                measure=text.words(after),
                direction=direction,
                baseline=_baseline(window, (match.end(), stop)),
            )
        )
    return found


def _next(window: str, match: re.Match[str], end: int) -> int:
    """Return where the next direction of the same clause begins, or -1."""
    following = TABLE.pattern("direction").search(window, match.end(), end)
    return following.start() if following else -1


def _trimmed(window: str, start: int, end: int, offset: int) -> Span:
    """Return a span of the document without blanks and marks at its ends."""
    words = window[start:end]
    first = start + len(words) - len(words.lstrip(" \n,;:.()"))
    last = end - (len(words) - len(words.rstrip(" \n,;:.()")))
    return Span(start=offset + first, end=offset + max(first, last))

"""Read figures to reach ("đạt trên 90%") and directions ("kéo giảm ...") of a task.

Source: Decree 30/2020/NĐ-CP, annex II (decimal comma, dot between thousands).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.obligations.measures import measure_key
from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Span, Target

TABLE = load_table("targets")
WORDED = ("direction", "counted-in-words")  # what may be read without a figure
DIGIT = re.compile(r"\d")
SHARE_WITHIN = 60  # characters of a share before its sign
COUNT_WITHIN = 200  # characters before a count in which the verb stands
COUNTED_NONE = ("purpose", "quoted")  # words before a count that is not to be reached
COUNTS = (
    *("rank", "least-count", "count", "changed-count", "rate", "times", "count-for"),
    *("direct-count", "of-a-size"),
    *("share-of-units", "measured", "measured-years"),
)
SHARES = re.compile("[%‰]")
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
    words = text.text
    if not DIGIT.search(words, span.start, span.end) and not any(
        TABLE.wording(key).may_stand(words, span.start, span.end) for key in WORDED
    ):
        return ()
    window = words[span.start : span.end]
    matches = [(m, _figure) for m in _figures(window)]
    matches += [
        (m, _direction) for m in TABLE.wording("direction").finditer(window, 0, len(window))
    ]
    if not matches:
        return ()
    cuts = [0, *(m.end() for m in TABLE.pattern("clause-end").finditer(window)), len(window)]
    found = []
    for match, make in matches:
        target = make(text, span.start, window, match, _clause(cuts, match.start()))
        if target is not None:
            found.append(target)
    return tuple(sorted(found, key=lambda target: target.span))


def _clause(cuts: list[int], position: int) -> tuple[int, int]:
    """Return the clause around a position."""
    following = bisect_left(cuts, position + 1)
    return cuts[following - 1], cuts[following]


def _figures(window: str) -> list[re.Match[str]]:
    """Return the numbers that are shares or counts of something to do."""
    found = []
    percent = TABLE.pattern("percent")
    taken = 0
    for sign in SHARES.finditer(window):
        if sign.start() < taken:
            continue
        begin = max(taken, sign.start() - SHARE_WITHIN)
        match = percent.search(window, begin, min(len(window), sign.start() + 12))
        if match:
            found.append(match)
            taken = match.end()
    for key in ("counted", "counted-in-words", "counted-years"):
        last: re.Match[str] | None = None
        for number in TABLE.wording(key).finditer(window, 0, len(window)):
            match = (last and _next_count(window, number, last)) or _count(window, number)
            if match is not None:
                found.append(match)
                last = match
    return found


def _next_count(window: str, number: re.Match[str], last: re.Match[str]) -> re.Match[str] | None:
    """Return the words of a count that goes on with the list of the last one under its verb."""
    match = TABLE.pattern("next-count").search(window, last.end(), number.end())
    if match is None or match.end() != number.end():
        return None
    if TABLE.pattern("goes-on").fullmatch(window, last.end(), number.start()):
        return match
    same = match["unit"] == last["unit"]
    goes_on = TABLE.pattern("same-unit").fullmatch(window, last.end(), number.start())
    return match if same and goes_on else None


def _count(window: str, number: re.Match[str]) -> re.Match[str] | None:
    """Return the words that make a number of things a figure to reach; None where none do."""
    begin = max(0, number.start() - COUNT_WITHIN)
    for key in COUNTS:
        for match in TABLE.pattern(key).finditer(window, begin, number.end()):
            if match.end() == number.end():
                return match
    return None


def _figure(
    text: NormalisedText, offset: int, window: str, match: re.Match[str], clause: tuple[int, int]
) -> Target | None:
    """Return the target of one number: what the clause around it measures and how."""
    if TABLE.pattern("price").search(window, clause[0], match.start()):
        return None
    start, end = clause
    before = window[start : match.start()]
    counted = SHARES.fullmatch(match["unit"]) is None
    if any(TABLE.pattern(key).search(before) for key in COUNTED_NONE if counted):
        return None
    if TABLE.pattern("state").match(before):
        return None
    moving = window[start : match.start("value")]
    down = TABLE.pattern("falling").search(moving)
    up = None if down else TABLE.pattern("rising").search(moving)
    if not counted and not down and _is_granted(window, match):
        return None
    lead = down or up
    first = start + (lead.start() if lead else 0)
    cut = TABLE.pattern("comma").search(window, match.end(), end)
    last = end if cut is None or match.start() == start else cut.start()
    span = _trimmed(window, first, last, offset)
    measure = _measure(text, window, match, (start, first, end), offset)
    return Target(
        printed=text.words(span),
        span=span,
        measure=measure,
        key=measure_key(measure),
        direction="decrease" if down else "increase" if up else "reach",
        comparison=comparison_of(match),
        value=value_of(match["value"]),
        unit=" ".join(match["unit"].split()),
        baseline=_baseline(window, clause),
    )


def _is_granted(window: str, match: re.Match[str]) -> bool:
    """Tell whether a percentage is a share of money."""
    return TABLE.pattern("share-of-cost").match(window, match.end()) is not None


def comparison_of(match: re.Match[str]) -> str:
    """Return the comparison that the words before or after a number say; equal without any.

    Args:
        match: of a wording whose groups are named after comparisons.
    """
    groups = match.groupdict()
    for name, comparison in COMPARISONS:
        if groups.get(name):
            return comparison
    return "eq"


def value_of(printed: str) -> float:
    """Return a printed number: dots part thousands, a comma the decimals.

    Args:
        printed: the digits, or a small count in words.

    >>> value_of("2.208"), value_of("91,72"), value_of("04")
    (2208.0, 91.72, 4.0)
    """
    spelled = TABLE.pattern("spelled").fullmatch(printed)
    if spelled:
        return float((spelled.lastgroup or "n1")[1:])
    return float(THOUSANDS.sub("", printed).replace(",", "."))


def _measure(
    text: NormalisedText,
    window: str,
    match: re.Match[str],
    clause: tuple[int, int, int],
    offset: int,
) -> str:
    """Return what is measured: the words before the number, else those after it.

    A unit that does not measure ("05 mô hình") is itself what is counted.
    """
    behind = match.end()
    if TABLE.pattern("measuring").fullmatch(" ".join(match["unit"].split())):
        starts, value = (clause[1], clause[0]), match.start("value")
        for start, end in ((s, e) for s in starts for e in (match.start(), value)):
            before = text.words(_trimmed(window, start, end, offset))
            if measure_key(before):
                return before
    else:
        behind = match.start("unit")
    after = text.words(_trimmed(window, behind, clause[2], offset))
    return after or text.words(_trimmed(window, clause[0], clause[2], offset))


def _baseline(window: str, clause: tuple[int, int]) -> str | None:
    """Return the period that a figure is compared with."""
    match = TABLE.pattern("baseline").search(window, *clause)
    return " ".join(match.group().split()[2:]) if match else None


def _direction(
    text: NormalisedText, offset: int, window: str, match: re.Match[str], clause: tuple[int, int]
) -> Target | None:
    """Return a target that only says where to go; a purpose is none, nor is a figure's verb."""
    start, end = clause
    if TABLE.pattern("purpose").search(window[start : match.start()]):
        return None
    comma = TABLE.pattern("comma").search(window, match.end(), end)
    ends = (comma.start() if comma else -1, _next(window, match, end))
    stop = min((position for position in ends if position >= 0), default=end)
    if SHARES.search(window, match.end(), stop):
        return None
    if TABLE.pattern("list-to-figure").match(window, match.end(), end):
        return None
    span = _trimmed(window, match.start(), stop, offset)
    measure = text.words(_trimmed(window, match.end(), stop, offset))
    return Target(
        printed=text.words(span),
        span=span,
        measure=measure,
        key=measure_key(measure),
        direction="decrease" if match["down"] else "increase",
        baseline=_baseline(window, (match.end(), stop)),
    )


def _next(window: str, match: re.Match[str], end: int) -> int:
    """Return where the next direction of the same clause begins, or -1."""
    following = TABLE.wording("direction").search(window, match.end(), end)
    return following.start() if following else -1


def _trimmed(window: str, start: int, end: int, offset: int) -> Span:
    """Return a span of the document without blanks and marks at its ends."""
    words = window[start:end]
    first = start + len(words) - len(words.lstrip(" \n,;:.()"))
    last = end - (len(words) - len(words.rstrip(" \n,;:.()")))
    return Span(start=offset + first, end=offset + max(first, last))

"""Cut an item into clauses, each of which may name its own doer.

Source: punctuation; lists of bodies that are parted by semicolons ("phối hợp với A; B; C rà soát").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.obligations.names import Run, read_names
from loaders.obligations.subjects import subject_start
from loaders.obligations.wordings import load_table
from loaders.records import Span

if TYPE_CHECKING:
    import re

    from loaders.records import NormalisedText

CUES = load_table("cues")
NEAR_END = 2  # characters that may stand between the last name and the end of a clause


def clauses_of(text: NormalisedText, span: Span) -> list[Span]:
    """Return the clauses of an item: stretches between full stops and semicolons.

    A semicolon inside a list of those who join in or are guided ends no clause.

    Args:
        text: the document.
        span: the words of the item.
    """
    cuts = [
        m.end()
        for m in CUES.pattern("clause-break").finditer(text.text, span.start, span.end)
        if not _in_brackets(text.text, span.start, m.start())
    ]
    clauses: list[Span] = []
    for start, end in zip([span.start, *cuts], [*cuts, span.end], strict=True):
        if clauses and end > start and _goes_on(text, clauses[-1], Span(start=start, end=end)):
            clauses[-1] = Span(start=clauses[-1].start, end=end)
        elif end > start:
            clauses.append(Span(start=start, end=end))
    return clauses


def _in_brackets(words: str, start: int, position: int) -> bool:
    """Tell whether a position stands between brackets that open behind the start."""
    opened = words.rfind("(", start, position)
    return opened >= 0 and words.find(")", opened, position) < 0


def _goes_on(text: NormalisedText, clause: Span, following: Span) -> bool:
    """Tell whether a clause ends within a list of bodies that the next one goes on with."""
    words = text.text
    if words[clause.end - 1] != ";":
        return False
    cues = list(CUES.pattern("takes-a-list").finditer(words, clause.start, clause.end))
    if not cues:
        return False
    cue = cues[-1]
    listed = read_names(text, cue.end(), clause.end)
    while listed.stop == ";" and listed.after < clause.end - NEAR_END:
        listed = read_names(text, listed.after + 1, clause.end)
    if not listed.names or listed.after < clause.end - NEAR_END:
        return False
    more = read_names(text, following.start, following.end)
    return bool(more.names) and _is_one_list(text, clause, cue, (listed, more))


def _is_one_list(
    text: NormalisedText, clause: Span, cue: re.Match[str], lists: tuple[Run, Run]
) -> bool:
    """Tell whether names on both sides of a semicolon are one list behind a cue.

    Those who join in are, where the doer has nothing to do before they are named; those who are
    guided are, where both sides are groups.
    """
    if cue["join"]:
        return _joins_at_once(text, clause, cue.start())
    names = (run.names[0] for run in lists)
    return all(
        name.kind == "group" or CUES.pattern("several").search(name.agency) for name in names
    )


def _joins_at_once(text: NormalisedText, clause: Span, joining: int) -> bool:
    """Tell whether a doer has nothing to do before the words of joining in."""
    words = text.text
    if CUES.pattern("joins-at-once").search(words[clause.start : joining].rstrip(" ,\n")):
        return True
    start = subject_start(words, clause)
    ordered = CUES.pattern("order").match(words, start, joining)
    doers = read_names(text, ordered.end() if ordered else start, joining)
    return bool(doers.names) and doers.after >= joining - NEAR_END

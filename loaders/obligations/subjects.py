"""Tell who a clause or paragraph is about: its subject, and whether that is told to do something.

Source: grammar; the guide of the annotations (a subject counts where it is to do something).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.obligations.descriptions import described
from loaders.obligations.names import Name, Run, head_kind, read_names
from loaders.obligations.scanning import opening_stop
from loaders.obligations.wordings import load_table

if TYPE_CHECKING:
    from loaders.records import NormalisedText, Span

CUES = load_table("cues")
MOST_COMMAS = 12  # commas of one clause that are tried for a subject


def subject_start(words: str, clause: Span) -> int:
    """Return where the subject of a clause may begin, behind connecting words.

    Args:
        words: the document.
        clause: the words of the clause or heading.
    """
    position = clause.start
    while position < clause.end and words[position] in ' \n-+*"':
        position += 1
    opener = CUES.pattern("opener").match(words, position, clause.end)
    return opener.end() if opener else position


def is_told(words: str, run: Run, end: int) -> bool:
    """Tell whether what stands behind names tells their bearers to do something.

    Args:
        words: the document.
        run: the names.
        end: where the clause ends.
    """
    if CUES.pattern("as-what").match(words, run.after, end):
        return True
    first = run.names[0].span
    if not run.stop or run.stop in ".;,)":
        return False
    if CUES.pattern("whoever").search(words, first.start, first.end):
        return False
    return CUES.pattern("no-doing").match(run.stop) is None and first.end <= run.after


def is_adverbial(words: str, position: int, end: int) -> bool:
    """Tell whether a clause begins with a circumstance.

    Args:
        words: the document.
        position, end: the words of the clause.
    """
    return CUES.pattern("adverbial").match(words, position, end) is not None


def begins_with_doer(text: NormalisedText, span: Span) -> bool:
    """Tell whether words begin with a body, or the order to one, that is told to do something.

    Args:
        text: the document.
        span: the words of a paragraph.
    """
    if CUES.pattern("announces").match(text.text, span.start, span.end):
        return False
    start = subject_start(text.text, span)
    ordered = CUES.pattern("order").match(text.text, start, span.end)
    start = ordered.end() if ordered else start
    run = described(text, read_names(text, start, span.end), span.end)
    return bool(run.names) and is_told(text.text, run, span.end)


def begins_with_doing(words: str, span: Span) -> bool:
    """Tell whether words begin with what somebody is to do ("Tăng cường ...", "Rà soát ...").

    Args:
        words: the document.
        span: the words of an item, paragraph or clause.
    """
    stop = opening_stop(words, span.start, span.end)
    return bool(stop) and CUES.pattern("no-doing").match(stop) is None


def late_subject(text: NormalisedText, clause: Span, listed: list[Name]) -> tuple[Name, ...]:
    """Return a subject behind a comma: after a circumstance, or before "phải", "cần" and the like.

    Args:
        text: the document.
        clause: from where the subject was first looked for, to where the clause ends.
        listed: those who stand behind "phối hợp với"; none of them is the subject.
    """
    start, end = clause.start, clause.end
    words = text.text
    adverbial = is_adverbial(words, start, end)
    unmarked = CUES.pattern("before-subject").search(words, start, end) if adverbial else None
    if unmarked is not None:
        run = _run_at(text, unmarked.end(), end)
        if run is not None and run.names and is_told(words, run, end):
            return run.names
    commas = CUES.pattern("comma").finditer(words, start, end)
    for _, comma in zip(range(MOST_COMMAS), commas, strict=False):
        if any(n.span.start <= comma.end() + 1 <= n.span.end + 2 for n in listed):
            continue
        run = _run_at(text, comma.end(), end)
        if run is not None and run.names and is_told(words, run, end):
            modal = CUES.pattern("modal").match(run.stop)
            bare = words[run.names[0].span.start].islower() and run.names[0].kind == "group"
            several = CUES.pattern("several").match(words, run.names[0].span.start)
            if (modal or adverbial) and (not bare or several):
                return run.names
    return ()


def _run_at(text: NormalisedText, position: int, end: int) -> Run | None:
    """Return the names behind a comma if they begin with the head of a name."""
    words = text.text
    while position < end and words[position] in " \n":
        position += 1
    if head_kind(words, position, end) is None:
        return None
    return described(text, read_names(text, position, end), end)

"""Read headings that consist of names: whoever they name must do what stands below them.

Source: the guide of the annotations (assignees: named in the item, or in its lead-in).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.obligations.assignees import CUES, Stated
from loaders.obligations.names import Name, Run, head_kind, read_listed, read_names
from loaders.obligations.scanning import has_stop
from loaders.obligations.subjects import subject_start
from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Span

JOINTS = load_table("joints")
PIECES = re.compile(r"\w+|\W+")
AROUND = 2_000  # characters round a heading that are read with it
NAME_STARTS = re.compile(rf"(^|[,;:]\s|\s(?:{JOINTS.pattern('and').pattern})\s)(\w)")


def heading_names(text: NormalisedText, span: Span) -> Stated | None:
    """Return the bodies of a heading that consists of names; None for any other heading.

    A group with its members in brackets stands for these ("Các cơ quan (A, B)").

    Args:
        text: the document.
        span: the words of the heading.
    """
    if text.text[span.start : span.end].isupper():
        return _capital_names(text, span)
    return _names(text, span)


def _capital_names(text: NormalisedText, span: Span) -> Stated | None:
    """Return the bodies of a heading in capitals: it is read in small letters, given as printed."""
    heading = text.text[span.start : span.end]
    small = "".join(
        word if head_kind(word, 0, len(word)) else word.lower() for word in PIECES.findall(heading)
    )
    small = NAME_STARTS.sub(lambda found: found[1] + found[2].upper(), small)
    if len(small) != len(heading):
        return None
    before = min(span.start, AROUND)
    inner = Span(start=before, end=before + len(small))
    stated = _names(text.respelt(span, small, AROUND), inner)
    if stated is None:
        return None
    return replace(stated, doers=tuple(_moved(name, span.start - before) for name in stated.doers))


def _moved(name: Name, by: int) -> Name:
    """Return a name that stands further behind."""
    span = Span(start=name.span.start + by, end=name.span.end + by)
    return replace(name, span=span)


def _names(text: NormalisedText, span: Span) -> Stated | None:
    """Return the bodies of a heading that consists of names; None for any other heading."""
    words, start, order = text.text, subject_start(text.text, span), ""
    ordered = CUES.pattern("order").match(words, start, span.end)
    if ordered:
        start, order = ordered.end(), ordered["order"]
    run = read_listed(text, start, span.end)
    if not run.names:
        return None
    members = _members(text, span, run)
    whole = (not run.stop or run.stop in ":;.") and run.after >= span.end - 2
    aside = CUES.pattern("aside").match(text.text, run.end, span.end)
    if members or whole or aside:
        return Stated(doers=members or run.names, order=order)
    if run.stop == "," and not has_stop(words, run.after, span.end):
        return Stated(doers=(*run.names[:-1], _to(text, run.names[-1], span.end)), order=order)
    if _describes(words, run, span.end):
        duty = CUES.pattern("duty-tail").search(words, run.after, span.end)
        name = _to(text, run.names[-1], duty.start() if duty else span.end)
        return Stated(doers=(*run.names[:-1], name), order=order)
    if CUES.pattern("body-at-large").match(words, start) and run.stop not in ":;.,":
        name = _to(text, run.names[0], span.end)
        return Stated(doers=(name,), order=order) if len(run.names) == 1 else None
    return None


def _to(text: NormalisedText, name: Name, end: int) -> Name:
    """Return a name with the words behind it, up to a position."""
    span = Span(start=name.span.start, end=end)
    return replace(name, agency=text.words(span).rstrip(), span=span)


def _describes(words: str, run: Run, end: int) -> bool:
    """Tell whether the word behind a group says what kind of bodies it holds, not what to do."""
    group = run.names[-1]
    if group.kind == "group" and CUES.pattern("in-a-field").search(words, group.span.start, end):
        return True
    if group.kind != "group" or not CUES.pattern("describing").match(run.stop):
        return False
    duty = CUES.pattern("duty-tail").search(words, run.after, end)
    return duty is not None or not has_stop(words, run.after + len(run.stop), end)


def _members(text: NormalisedText, span: Span, run: Run) -> tuple[Name, ...]:
    """Return the members in brackets directly behind a group."""
    opened = text.text.find("(", run.end, span.end)
    if opened < 0 or text.text[run.end : opened].strip():
        return ()
    members = read_names(text, opened + 1, span.end).names
    return members if len(members) > 1 else ()

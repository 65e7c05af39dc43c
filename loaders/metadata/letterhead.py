"""The bodies that the heading prints: superior body, issuing body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.metadata.bodies import split_bodies
from loaders.metadata.cues import begins, cues, stamp_of
from loaders.metadata.parts import Line, lines_of
from loaders.records import Span

if TYPE_CHECKING:
    from loaders.metadata.parts import Parts
    from ontology.registry import Registry


_LINES = 40
"""Lines in which a heading of two columns ends."""
_LONGEST = 300
"""Letters of a line that may name bodies, joint ones on one line included."""

_STRAY = re.compile(r"(?<!\S)[^\W\d_](?<=[^A-Z\u00c0-\u00dd\u0110\u01a0\u01af])(?!\S)")
"""A small letter alone, as a scan reads the asterisk below the name of a committee."""
_NO_NAMES = ("running-head", "number-line", "term-of-office", "draft-mark")
"""Wordings that begin a line of the heading which names no body."""


def heading_bodies(
    parts: Parts, registry: Registry, title: Span | None = None
) -> tuple[tuple[str, ...], Span | None]:
    """Return the bodies that the heading prints, and where.

    Args:
        parts: the parts of the document.
        registry: the registers.
        title: where the subject stands, which names no body; None where none was read.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.2.
    """
    lines = [
        line
        for section in parts.heading[:_LINES]
        for line in lines_of(parts.text.text, section.span.start, section.span.end)
    ]
    above = _above_subject([line for line in lines if not (title and _meet(line.span, title))])
    kept = [line for line in _without_motto(above) if _may_name(line.words)]
    first = next((i for i in range(len(kept)) if _begins_body(kept, i)), None)
    if first is None:
        return (), None
    kept = kept[first:]
    span = Span(start=kept[0].span.start, end=kept[-1].span.end)
    return split_bodies([line.words for line in kept], registry), span


def _meet(line: Span, title: Span) -> bool:
    """Tell whether a line holds words of the subject."""
    return line.start < title.end and title.start < line.end


def _above_subject(lines: list[Line]) -> list[Line]:
    """Return the lines down to the last of number, date and motto, and bodies below them.

    There stands the subject of a paper whose type line was left out.
    """
    patterns = cues().patterns
    signs = [
        max((at for at, line in enumerate(lines) if patterns[sign].search(line.words)), default=-1)
        for sign in ("number-line", "place-and-date", "motto")
    ]
    last = max(signs) + 1
    if min(signs) < 0 or not any(_begins_body(lines, at) for at in range(last)):
        return lines
    below = (
        line
        for at, line in enumerate(lines[last:], start=last)
        if _begins_body(lines, at) and not patterns["subject-verb"].match(line.words)
    )
    return [*lines[:last], *below]


def _begins_body(lines: list[Line], at: int) -> bool:
    """Tell whether the name of a body begins with a line, also where its first word stands alone.

    Narrow table cells print the first word of a name on a line of its own.
    """
    if " " not in lines[at].words and at + 1 < len(lines):
        return bool(begins(f"{lines[at].words} {lines[at + 1].words}", "bodies"))
    return bool(begins(lines[at].words, "bodies"))


def _without_motto(lines: list[Line]) -> list[Line]:
    """Return the lines without name of State and Party, motto, place and date."""
    patterns = cues().patterns
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        size = _motto_size(lines, at)
        if size:
            at += size
            continue
        words = patterns["motto"].sub("", lines[at].words)
        words = _STRAY.sub("", patterns["place-and-date"].sub("", words)).strip()
        if words:
            kept.append(Line(words=words, span=lines[at].span, gap=lines[at].gap))
        at += 1
    return kept


def _motto_size(lines: list[Line], at: int) -> int:
    """Return over how many lines a motto runs that begins at a line."""
    for size in (1, 2, 3):
        words = "\n".join(line.words for line in lines[at : at + size])
        found = cues().patterns["motto"].fullmatch(words)
        if found:
            return size
    return 0


def _may_name(words: str) -> bool:
    """Tell whether a line of the heading may name a body."""
    patterns = cues().patterns
    if len(words) > _LONGEST or not words[0].isalpha():
        return False
    if any(patterns[stop].match(words) for stop in _NO_NAMES):
        return False
    letters = [letter for letter in words if letter.isalpha()]
    capitals = sum(map(str.isupper, letters)) * 10 > 8 * len(letters)
    return bool(letters) and capitals and stamp_of(words) is None

"""Who decides, by the lines that say it: below the type, above the basis, in a telegram."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from loaders.metadata.bodies import is_authority, spell, split_bodies
from loaders.metadata.cues import begins, cues
from loaders.metadata.deciding import Named
from loaders.metadata.parts import Line, lines_of
from loaders.records import Span

if TYPE_CHECKING:
    from loaders.metadata.deciding import Clues

_STATED = 0.97
_PREAMBLE = 9000
"""Letters below the head among which the sentence that issues stands."""
_POST_AND_BODY = 3
"""Words of the shortest line that names a post and its body ("BỘ TRƯỞNG BỘ Y TẾ")."""


def decided_below_type(clues: Clues) -> Named | None:
    """Return the name below the type line ("CỦA BỘ CHÍNH TRỊ").

    Args:
        clues: what was read before.

    Source: Hướng dẫn 36-HD/VPTW, part on form.
    """
    line = clues.heading.decided_by
    if line is None:
        return None
    words = cues().patterns["issuer-below-type"].sub("", line.words)
    words = cues().patterns["term-of-office"].sub("", words)
    words = cues().patterns["of-the-state"].sub("", words)
    bodies = tuple(split_bodies([words], clues.registry))
    return Named(
        name=", ".join(bodies),
        span=line.span,
        rule="issuer-below-type",
        confidence=_STATED,
        joint=bodies if len(bodies) > 1 else (),
    )


def authority(clues: Clues) -> Named | None:
    """Return the line of authority above the basis, or the author of the sentence that issues.

    Args:
        clues: what was read before.

    Source: Decree 30/2020/NĐ-CP, annex III, form of the decision.
    """
    text = clues.parts.text
    above = text.text.rfind("\n", 0, max(clues.parts.body - 1, 0))
    lines = _authority_lines(clues)
    if len(lines) > 1 and all(map(_is_office_holder, lines)):
        return _joint(clues, lines)
    if lines:
        words = " ".join(line.words for line in lines)
        words = cues().patterns["term-of-office"].sub("", words)
        words = cues().patterns["of-the-state"].sub("", words)
        words = cues().patterns["head-by-name"].sub("", words)
        span = Span(start=lines[0].span.start, end=lines[-1].span.end)
        name = spell(words, clues.registry)
        return Named(name=name, span=span, rule="authority", confidence=_STATED)
    end = min(len(text.text), clues.parts.body + _PREAMBLE)
    found = cues().patterns["promulgates"].search(text.text, max(above, 0), end)
    if not found or not begins(found["who"], "issuers"):
        return None
    span = Span(start=found.start("who"), end=found.end("who"))
    name = spell(" ".join(found["who"].split()), clues.registry)
    return Named(name=name, span=span, rule="promulgates", confidence=_STATED)


def _below_subject(clues: Clues) -> int:
    """Return where the subject ends or, without one, the type line, else place and date."""
    title, issue = clues.heading.title, clues.issue.issued_on
    if title and title.span:
        return title.span.end
    if clues.parts.title:
        return clues.parts.title[0].span.end
    if issue and issue.span and issue.span.end <= clues.parts.head.end:
        return issue.span.end
    return clues.parts.head.end


def _is_office_holder(line: Line) -> bool:
    """Tell whether a line in capitals is a post with its body: joint papers print one a line."""
    words = line.words.rstrip(" ,;")
    full = len(words.split()) >= _POST_AND_BODY
    return full and words.isupper() and bool(begins(words, "posts")) and is_authority(words)


def _joint(clues: Clues, lines: list[Line]) -> Named:
    """Return those who decide together, one on a line."""
    heads = tuple(spell(line.words, clues.registry) for line in lines)
    span = Span(start=lines[0].span.start, end=lines[-1].span.end)
    name = ", ".join(heads)
    return Named(name=name, span=span, rule="authority", confidence=_STATED, joint=heads)


def telegram(clues: Clues) -> Named | None:
    """Return who sends a telegram.

    Args:
        clues: what was read before.

    Source: Decree 30/2020/NĐ-CP, annex III, form of the telegram.
    """
    text, pattern = clues.parts.text.text, cues().patterns["telegram"]
    starts = (line.span.start for line in lines_of(text, clues.parts.head.start, clues.parts.body))
    named = (pattern.match(text, start, clues.parts.body + 1) for start in starts)
    found = next((each for each in named if each and begins(each["who"], "issuers")), None)
    if found is None:
        return None
    span = Span(start=found.start("who"), end=found.end("who"))
    name = spell(" ".join(found["who"].split()), clues.registry)
    return Named(name=name, span=span, rule="telegram", confidence=_STATED)


def _authority_lines(clues: Clues) -> list[Line]:
    """Return the lines in capitals between title and body that name who decides."""
    text = clues.parts.text.text
    start = _below_subject(clues)
    lines = list(lines_of(text, start, max(clues.parts.body, start)))
    for first in range(len(lines)):
        heads = list(takewhile(_is_office_holder, lines[first:]))
        if len(heads) > 1:
            return heads
        for size in range(min(3, len(lines) - first), 0, -1):
            chosen = lines[first : first + size]
            words = " ".join(line.words for line in chosen)
            called = cues().patterns["telegram-line"].match(words)
            if words.isupper() and is_authority(words) and not called:
                return chosen
    return []

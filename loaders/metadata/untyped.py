"""The subject of a paper whose type line a web site left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.bodies import begins_body, is_authority
from loaders.metadata.cues import cues
from loaders.metadata.parts import Line, lines_of

if TYPE_CHECKING:
    from loaders.metadata.parts import Parts

_SHORTEST = 6
"""Words of a line in capitals from which on it says what is done."""


def untyped_subject(parts: Parts) -> list[Line]:
    """Return the lines from the subject in capitals on; none where nothing shows one.

    It begins with what is done ("BAN HÀNH ..."), or is the first line in capitals below number
    and date that names no body.

    Args:
        parts: the parts of a document without type line.
    """
    if parts.addressees or not parts.heading:
        return []
    patterns = cues().patterns
    lines = list(lines_of(parts.text.text, parts.heading[0].span.start, parts.body))
    signs = [
        at
        for at, line in enumerate(lines)
        if any(patterns[sign].search(line.words) for sign in ("number-line", "place-and-date"))
    ]
    below = signs[-1] + 1 if signs else len(lines)
    for at, line in enumerate(lines):
        if patterns["subject-verb"].match(line.words) or (at >= below and _says_what(line)):
            return lines[at:]
    return []


def _says_what(line: Line) -> bool:
    """Tell whether a line in capitals below the head is a subject, not the name of a body."""
    if not line.words.isupper() or len(line.words.split()) < _SHORTEST:
        return False
    if cues().patterns["term-of-office"].match(line.words):
        return False
    return not (begins_body(line.words) or is_authority(line.words))

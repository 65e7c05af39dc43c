"""Stamps of urgency and secrecy: lines of their own, never a word inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.cues import cues
from loaders.metadata.parts import lines_of
from loaders.records import Reading

if TYPE_CHECKING:
    from loaders.metadata.parts import Line, Parts

_LONGEST = 30
_BELOW = 200
"""Letters of the body among which a stamp below the title may still stand."""
_SURE, _REPAIRED = 0.98, 0.85


def read_stamp(parts: Parts, field: str) -> Reading[str] | None:
    """Return the stamp of a field, its spelling repaired.

    Args:
        parts: the parts of the document.
        field: "urgency" or "secrecy".

    Source: Decree 30/2020/NĐ-CP, annex I, part III.2; Law 29/2018/QH14, article 8.
    """
    text = parts.text.text
    end = min(len(text), max(parts.body, parts.head.end) + _BELOW)
    for whole in lines_of(text, 0, end):
        for line in _cells(text, whole):
            for stamp in cues().stamps:
                if stamp.field == field and stamp.reads_line(line.words):
                    return _reading(parts, line, stamp.writes, stamp.id)
    return _beside_type(parts) if field == "urgency" else None


def _cells(text: str, whole: Line) -> tuple[Line, ...]:
    """Return the short cells of a line."""
    if "|" in whole.words:
        columns = range(whole.words.count("|") + 1)
        span = whole.span
        found = [line for c in columns for line in lines_of(text, span.start, span.end, c)]
    else:
        found = [whole]
    return tuple(line for line in found if len(line.words) <= _LONGEST)


def _beside_type(parts: Parts) -> Reading[str] | None:
    """Return the urgency that the type line itself prints ("CÔNG ĐIỆN KHẨN")."""
    if not parts.title:
        return None
    text = parts.text.text
    line = next(lines_of(text, parts.title[0].span.start, parts.title[0].span.end), None)
    words = line.words.split() if line else []
    for stamp in cues().stamps:
        size = len(stamp.reads[0].split())
        if line and stamp.field == "urgency" and stamp.reads_line(" ".join(words[-size:])):
            return _reading(parts, line, stamp.writes, stamp.id)
    return None


def _reading(parts: Parts, line: Line, value: str, rule: str) -> Reading[str]:
    """Return a stamp as read from a line."""
    printed = parts.text.words(line.span)
    clean = printed.strip(" ()[].:-")
    confidence = _SURE if clean.casefold() == value.casefold() else _REPAIRED
    return Reading(value=value, printed=printed, span=line.span, rule=rule, confidence=confidence)

"""Stamps of urgency and secrecy: lines of their own, never a word inside a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.cues import cues, stamp_of
from loaders.metadata.parts import Line, lines_of
from loaders.records import Reading, Span

if TYPE_CHECKING:
    from loaders.metadata.cues import Stamp
    from loaders.metadata.parts import Parts

_BELOW = 200
"""Letters of the body among which a stamp below the title may still stand."""
_LONGEST_ROW = 600
"""Letters of a row of cells that may hold a stamp."""
_COLUMN = re.compile(r"\S+(?: {1,2}\S+)*")
"""A column of a line: words that no gap of three blanks parts."""
_SURE, _REPAIRED = 0.98, 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """What the stamps say; None where there is none."""

    urgency: Reading[str] | None = None
    secrecy: Reading[str] | None = None


def read_stamps(parts: Parts) -> Stamps:
    """Return the first stamp of each field, its spelling repaired.

    Args:
        parts: the parts of the document.

    Source: Decree 30/2020/NĐ-CP, annex I, part III.2; Law 29/2018/QH14, article 8.
    """
    text = parts.text.text
    end = min(len(text), max(parts.body, parts.head.end) + _BELOW)
    found: dict[str, Reading[str]] = {}
    for whole in lines_of(text, 0, end):
        for line in _cells(text, whole):
            stamp = stamp_of(line.words)
            if stamp and stamp.field not in found:
                found[stamp.field] = _reading(parts, line, stamp)
    return Stamps(urgency=found.get("urgency") or _beside_type(parts), secrecy=found.get("secrecy"))


def _cells(text: str, whole: Line) -> tuple[Line, ...]:
    """Return the short cells of a line, and what stands beside the motto or a wide gap."""
    if "|" in whole.words and len(whole.words) <= _LONGEST_ROW:
        columns = range(whole.words.count("|") + 1)
        span = whole.span
        return tuple(line for c in columns for line in lines_of(text, span.start, span.end, c))
    if len(whole.words) > _LONGEST_ROW:
        return (whole,)
    return whole, *_columns(whole)


def _columns(whole: Line) -> tuple[Line, ...]:
    """Return the columns of a line that a wide gap or the motto parts; none where it has one."""
    motto = cues().patterns["motto"]
    bare = motto.sub(lambda found: " " * len(found.group()), whole.words)
    found = [
        Line(
            words=cell.group(),
            span=Span(start=whole.span.start + cell.start(), end=whole.span.start + cell.end()),
        )
        for cell in _COLUMN.finditer(bare)
    ]
    return tuple(found) if len(found) > 1 or bare != whole.words else ()


def _beside_type(parts: Parts) -> Reading[str] | None:
    """Return the urgency that the type line itself prints ("CÔNG ĐIỆN KHẨN")."""
    for section in (*parts.heading, *parts.title[:1]):
        line = next(lines_of(parts.text.text, section.span.start, section.span.end), None)
        found = _last_words(parts, line) if line else None
        if found:
            return found
    return None


def _last_words(parts: Parts, line: Line) -> Reading[str] | None:
    """Return the urgency that the last words of a line in capitals are."""
    words = line.words.split() if line.words.isupper() else []
    for size in (2, 1):
        stamp = stamp_of(" ".join(words[-size:])) if len(words) > size else None
        if stamp and stamp.field == "urgency":
            return _reading(parts, line, stamp)
    return None


def _reading(parts: Parts, line: Line, stamp: Stamp) -> Reading[str]:
    """Return a stamp as read from a line."""
    printed = parts.text.words(line.span)
    clean = printed.strip(" ()[].:-")
    right = clean.casefold() == stamp.writes.casefold()
    return Reading(
        value=stamp.writes,
        printed=printed,
        span=line.span,
        rule=stamp.id,
        confidence=_SURE if right else _REPAIRED,
    )

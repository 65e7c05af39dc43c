"""Which sections of a document say what it is: its head, its title, its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.records import NormalisedText, Section, SectionKind, Span
from ontology.quick_records import quick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD = frozenset({SectionKind.HEADING, SectionKind.TITLE, SectionKind.ADDRESSEES})
_END = frozenset({SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE})
_LETTER = re.compile(r"[^\W_]")
_NO_HEAD = 300
"""Letters that are searched for the number where no section is a head."""
_FIRST_LINES = 60
"""Sections among which the head of a document begins, the frame of a site before it included."""


_LONGEST_HEAD = 1000
"""Sections of a head, its addressees included, beyond which none is looked at."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line or table cell.

    Args:
        words: without blanks at its ends.
        span: where it stands in the normalised text.
        gap: True where a blank line or a rule stands before it.
    """

    words: str
    span: Span
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The places that metadata are read from.

    Args:
        text: the normalised text.
        heading: lines of the head that are no title: bodies, motto, number, place and date.
        title: sections of type line and subject.
        addressees: opening words and entries.
        authority: lines of the head below the title: who decides.
        end: first run of distribution list and signature that is not in an annex.
        head: span from the first of these to the end of the head.
        body: where the body begins.
    """

    text: NormalisedText
    heading: tuple[Section, ...]
    title: tuple[Section, ...]
    addressees: tuple[Section, ...]
    authority: tuple[Section, ...]
    end: tuple[Section, ...]
    head: Span
    body: int

    @property
    def first_lines(self) -> Span:
        """Return where number, place and date stand: the head, or some lines without a head."""
        return Span(start=self.head.start, end=self.body if self.head.end else _NO_HEAD)


def parts_of(text: NormalisedText, sections: tuple[Section, ...]) -> Parts:
    """Return the parts of a document that metadata are read from.

    Args:
        text: the normalised text.
        sections: all sections in order.
    """
    head = _head(sections)
    titles = [section for section in head if section.kind is SectionKind.TITLE]
    below = titles[-1].span.end if titles else len(text.text)
    heading = [section for section in head if section.kind is SectionKind.HEADING]
    last = head[-1].index + 1 if head else 0
    following = [section for section in sections[last:] if section.kind is not SectionKind.NOISE]
    start = head[0].span.start if head else 0
    end = head[-1].span.end if head else 0
    return Parts(
        text=text,
        heading=tuple(section for section in heading if section.span.start < below),
        title=tuple(titles),
        addressees=tuple(section for section in head if section.kind is SectionKind.ADDRESSEES),
        authority=tuple(section for section in heading if section.span.start >= below),
        end=_end(sections[last:]),
        head=Span(start=start, end=end),
        body=following[0].span.start if following else end,
    )


def _head(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections of the head: from its first line to the first of another kind."""
    first = next(
        (s.index for s in sections[:_FIRST_LINES] if s.kind in _HEAD and s.parent is None), None
    )
    if first is None:
        return ()
    found = []
    for section in sections[first : first + _LONGEST_HEAD]:
        if section.kind in _HEAD:
            found.append(section)
        elif section.kind is not SectionKind.NOISE:
            break
    return tuple(found)


def _end(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the first run of list and signature, before any annex."""
    found: list[Section] = []
    for section in sections:
        if section.kind is SectionKind.ANNEX:
            break
        if section.kind in _END:
            found.append(section)
        elif found and section.kind is not SectionKind.NOISE:
            break
    return tuple(found)


def lines_of(text: str, start: int, end: int, column: int | None = None) -> Iterator[Line]:
    """Give the lines of a stretch of text.

    Args:
        text: normalised text.
        start: where the first line begins.
        end: where to stop.
        column: number of the cell to take from each table line, from 0; None takes whole lines.
    """
    gap = False
    position = start
    for printed in text[start:end].split("\n"):
        first, words = position, printed
        position += len(printed) + 1
        if column is not None:
            cells = printed.split("|")
            if column >= len(cells):
                continue
            first += sum(len(cell) + 1 for cell in cells[:column])
            words = cells[column]
        if not _LETTER.search(words):
            gap = True
            continue
        first += len(words) - len(words.lstrip())
        words = words.strip()
        yield Line(words=words, span=Span(start=first, end=first + len(words)), gap=gap)
        gap = False


def joined(sections: Iterable[Section]) -> Span:
    """Return the span from the first section to the last."""
    spans = [section.span for section in sections]
    return Span(start=spans[0].start, end=spans[-1].end)

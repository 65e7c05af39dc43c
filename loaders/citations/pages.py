"""Join what the turn of a page parts: a running head or a page number inside a sentence.

Source: Decree 30/2020/NĐ-CP, annex I, I.7: page numbers stand in the margin, outside the words.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from loaders.citations.wordings import before
from loaders.records import NormalisedText, SectionKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.records import Section

_ENDS = ".;:!?"
_HYPHENS = "-/"
REACH = 16
"""How many characters before the turn of a page its last word may fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seams:
    """Where a joined text was put together.

    Args:
        cuts: the stretches of the whole text that were left out, in order.
        left_out: how much is left out before the first cut, after it, after the second ...
        starts: where the whole text is cut; goes_on: where the joined text goes on after a cut.
    """

    cuts: tuple[Span, ...]
    left_out: tuple[int, ...]
    starts: tuple[int, ...]
    goes_on: tuple[int, ...]

    def outer(self, span: Span) -> Span:
        """Return the span of the whole text that a span of the joined text stands for."""
        return Span(start=self._outside(span.start), end=self._outside(span.end))

    def inner(self, span: Span) -> Span:
        """Return the span of the joined text that a span of the whole text stands for."""
        return Span(start=self._inside(span.start), end=self._inside(span.end))

    def _outside(self, position: int) -> int:
        """Return where a position of the joined text lies in the whole text."""
        return position + self.left_out[bisect_right(self.goes_on, position)]

    def _inside(self, position: int) -> int:
        """Return where a position of the whole text lies in the joined text."""
        place = bisect_right(self.starts, position)
        if place and position < self.cuts[place - 1].end:
            position = self.cuts[place - 1].end
        return position - self.left_out[place]


def seams_of(cuts: Sequence[Span]) -> Seams:
    """Return the seams that some cuts leave.

    Args:
        cuts: in order, none overlapping another.
    """
    left_out = tuple(accumulate((cut.end - cut.start for cut in cuts), initial=0))
    return Seams(
        cuts=tuple(cuts),
        left_out=left_out,
        starts=tuple(cut.start for cut in cuts),
        goes_on=tuple(cut.start - out for cut, out in zip(cuts, left_out, strict=False)),
    )


def join_pages(
    text: NormalisedText, sections: Sequence[Section]
) -> tuple[NormalisedText, tuple[Section, ...], Seams]:
    """Return a text without the margins inside its sentences, its sections, and the way back.

    Args:
        text: the normalised text.
        sections: its sections; those of kind NOISE are margins.
    """
    seams = seams_of(_cuts(text.text, sections))
    if not seams.cuts:
        return text, tuple(sections), seams
    kept = tuple(s for s in sections if not _is_cut(seams, s))
    moved = tuple(replace(s, span=seams.inner(s.span)) for s in kept)
    return _joined(text, seams), moved, seams


def _is_cut(seams: Seams, section: Section) -> bool:
    """Tell whether a section was left out."""
    inner = seams.inner(section.span)
    return inner.start == inner.end and section.span.start < section.span.end


def _cuts(text: str, sections: Sequence[Section]) -> list[Span]:
    """Return the stretches to leave out: from after a line break to the next words."""
    cuts: list[Span] = []
    for start, end in _margins(text, sections):
        low, high = start, end
        while low and text[low - 1].isspace():
            low -= 1
        while high < len(text) and text[high].isspace():
            high += 1
        if low and high < len(text) and _runs_on(text, low, high):
            cuts.append(Span(start=low + 1, end=high))
    return cuts


def _margins(text: str, sections: Sequence[Section]) -> list[tuple[int, int]]:
    """Return the runs of margins: only white space stands between those of one run."""
    runs: list[tuple[int, int]] = []
    for section in sections:
        if section.kind is not SectionKind.NOISE:
            continue
        if runs and not text[runs[-1][1] : section.span.start].strip():
            runs[-1] = (runs[-1][0], section.span.end)
        else:
            runs.append((section.span.start, section.span.end))
    return runs


def _runs_on(text: str, low: int, high: int) -> bool:
    """Tell whether a sentence goes on over a margin between two positions."""
    if text[low - 1] in _ENDS:
        return False
    if text[low - 1] in _HYPHENS and text[low - 2 : low - 1].isalnum():
        return True
    if text[high].islower() or text[high].isdigit():
        return True
    return before("runs-on").search(text[max(0, low - REACH) : low].lower()) is not None


def _joined(text: NormalisedText, seams: Seams) -> NormalisedText:
    """Return the text without what is left out; its map leads to the same source."""
    pieces: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    done = length = 0
    for cut in (*seams.cuts, Span(start=len(text.text), end=len(text.text))):
        first = bisect_right(text.starts, done) - 1
        for place in range(first, len(text.starts)):
            if text.starts[place] >= cut.start and place > first:
                break
            begin = max(done, text.starts[place])
            starts.append(begin - done + length)
            offsets.append(text.offsets[place] + begin - starts[-1])
        pieces.append(text.text[done : cut.start])
        length += cut.start - done
        done = cut.end
    return NormalisedText(
        text="".join(pieces), starts=tuple(starts), offsets=tuple(offsets), source=text.source
    )

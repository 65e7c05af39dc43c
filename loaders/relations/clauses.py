"""Where the words stand that may govern a mention: its row, its clause, its lead-in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.context import Cover
from loaders.grammar.damage import mended
from loaders.grammar.tables import either
from loaders.records import SectionKind
from loaders.relations.basis import phrases, read_basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.records import Citation, NormalisedText, Section, Span
    from loaders.relations.basis import BasisLines

CLAUSE = 420
"""How many characters before a mention its clause may reach."""
NEAR = 120
"""How far after the first words of a basis line its first mention may stand."""
ASIDE = (SectionKind.TABLE_ROW, SectionKind.ANNEX)
"""Kinds of sections whose words plan changes but make none."""
ITEM = 1600
"""How far apart the first mentions of two items of a list may stand."""
QUOTED = 6000
"""How many characters before a mention the quotation may open that holds it."""
PASSIVE = 100
"""How many characters before a mention the words may stand by which it acted on another."""
BASIS = 160
"""How many characters a heading of the legal basis and the marker below it may have."""
LEAD_IN = 900
"""How far before a list its lead-in may end."""

_MARKER = r"(?:\(?[0-9]{1,3}[.)]|[a-z\u0111][.)]|[-+•]|[ivx]{1,5}[.)])"
_STOP = re.compile(rf"[.!?](?=\s)|;|:(?!\s+[0-9]{{1,4}}\s*[,;])|\n\s*\n|\n(?=\s*{_MARKER}\s)")
_CLOSED = re.compile(r"\"\s*(?:\n|[.;][ \t]*\n)|\n[^\S\n]*\[[0-9]{1,3}\]\s")
_MARKED = re.compile(rf"(?:\A|\s){_MARKER}\s+\"?\Z")
_SENTENCE = re.compile(r"\.(?=\s)|\n\s*\[[0-9]|\n\s*\n|\n(?=\s*[0-9]{1,3}[.)]\s)")
_NOTE = re.compile(r"\n[^\S\n]*(?P<sign>\[[0-9]{1,3}\])\s")
_SIGN = re.compile(r"\[[0-9]{1,3}\]")
_EMPTY = re.compile(
    rf"[\s,;.:\"()]*(?:\[[0-9]{{1,3}}\]\s*)?(?:{_MARKER}[\s\"]*)*(?:\w+\s+){{0,1}}\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A text with its mentions, asked for the words around one of them.

    Args:
        lower: the text in lower case, with its diacritics.
        citations: the mentions in order.
        ends: for each, where it or its subject ends.
        aside: tells whether a position lies in a table or annex.
        basis: the lines that name what the document rests on.
        signs: where each sign of a footnote ("[1]") stands first.
    """

    lower: str
    citations: tuple[Citation, ...]
    ends: tuple[int, ...]
    aside: Cover
    basis: BasisLines
    signs: dict[str, int]

    def beside(self, citation: Citation) -> int | None:
        """Return the mention that this one stands in a row with; None where it begins one."""
        place = citation.index - 1
        while place >= 0:
            other = self.citations[place]
            if other.within == citation.within:
                gap = self.lower[self.ends[place] : citation.span.start]
                return place if _row().fullmatch(gap) else None
            if citation.within == place:
                return None
            place -= 1
        return None

    def clause_start(self, citation: Citation) -> int:
        """Return where the clause of a mention starts: after the last stop or the last mention."""
        low = max(0, citation.span.start - CLAUSE)
        for place in range(citation.index - 1, -1, -1):
            if self.citations[place].within is None:
                low = max(low, min(self.ends[place], citation.span.start))
                break
        start = low
        for stop in _STOP.finditer(self.lower, low, citation.span.start):
            start = stop.end()
        return start

    def basis_head(self, citation: Citation) -> tuple[str, Span | None] | None:
        """Return the kind that the line of a basis gives its papers, and its first words.

        A line that begins with a basis word makes its papers the basis; one that names who
        proposed only cites. None where no such word begins the line of the mention.
        """
        head = self.basis.head_of(citation.span.start)
        if head is None:
            return None
        first = self._first_after(head.span.end, citation)
        near = first - head.span.end <= NEAR
        near = near and not self.basis.is_order(citation.span.start, self.row_end(citation))
        acts = _acting().search(self.lower, head.span.end, first)
        return (head.kind, head.span) if near and acts is None else None

    def _first_after(self, position: int, citation: Citation) -> int:
        """Return where the first mention after a position starts; at the latest the one given."""
        place = citation.index
        while place and self.citations[place - 1].span.start >= position:
            place -= 1
        return self.citations[place].span.start

    def is_note(self, citation: Citation) -> bool:
        """Tell whether a mention stands in a footnote."""
        return self._note(citation) is not None

    def _note(self, citation: Citation) -> re.Match[str] | None:
        """Return the sign of the footnote that a mention stands in; None elsewhere."""
        low = max(0, citation.span.start - CLAUSE)
        notes = tuple(_NOTE.finditer(self.lower, low, citation.span.start))
        if not notes or "\n\n" in self.lower[notes[-1].end() : citation.span.start]:
            return None
        return notes[-1]

    def note_anchor(self, citation: Citation) -> tuple[int, int] | None:
        """Return the clause of the place that a footnote with a mention belongs to.

        None where the mention stands in no footnote, or where other words come before it there.
        """
        note = self._note(citation)
        if note is None:
            return None
        anchor = self.signs[note["sign"]]
        if anchor >= note.start():
            return None
        begin = max(0, anchor - CLAUSE)
        for stop in _STOP.finditer(self.lower, begin, anchor):
            begin = stop.end()
        return (begin, anchor)

    def is_empty(self, start: int, end: int) -> bool:
        """Tell whether a clause holds nothing but markers before the mention."""
        return _EMPTY.fullmatch(self.lower, start, end) is not None

    def is_placed(self, citation: Citation) -> bool:
        """Tell whether a word stands before a mention that leads to a place in it."""
        low = max(0, citation.span.start - 12)
        return _place().search(self.lower, low, citation.span.start) is not None

    def is_issued(self, start: int, citation: Citation) -> bool:
        """Tell whether only words that issue a paper stand between their cue and a mention.

        Args:
            start: where the cue ends.
            citation: what may be issued: not a paper that something else is issued for.
        """
        return _issue_gap().fullmatch(self.lower, start, citation.span.start) is not None

    def lead_in(self, start: int) -> tuple[int, int] | None:
        """Return the clause that ends in the colon which opens the list at a position."""
        colon = self.lower.rfind(":", max(0, start - LEAD_IN), start)
        if colon < 0 or _part().search(self.lower, colon, start):
            return None
        low = max(0, colon - CLAUSE)
        begin = low
        for stop in _STOP.finditer(self.lower, low, colon):
            begin = stop.end()
        return (begin, colon)

    def heading(self, start: int) -> tuple[int, int] | None:
        """Return the heading of the article whose list starts at a position."""
        found = tuple(_part().finditer(self.lower, max(0, start - LEAD_IN), start))
        if not found:
            return None
        end = self.lower.find("\n\n", found[-1].end(), start)
        return (found[-1].end(), end if end >= 0 else start)

    def begins_item(self, citation: Citation) -> bool:
        """Tell whether a mention begins an item of a list: only its marker stands before it."""
        end = citation.span.start
        if not _MARKED.search(self.lower, max(0, end - 12), end):
            return False
        return self.is_empty(self.clause_start(citation), end)

    def is_basis_item(self, citation: Citation) -> bool:
        """Tell whether a mention begins the first item below a heading of the legal basis."""
        low = max(0, citation.span.start - BASIS)
        return _basis_heading().search(self.lower, low, citation.span.start) is not None

    def item_before(self, citation: Citation) -> int | None:
        """Return the mention that begins the item before the one that this mention begins."""
        for place in range(citation.index - 1, -1, -1):
            other = self.citations[place]
            if citation.span.start - other.span.start > ITEM:
                return None
            if other.within is None and self.begins_item(other):
                apart = _part().search(self.lower, other.span.start, citation.span.start)
                return None if apart else place
        return None

    def inside(self, citation: Citation) -> int:
        """Return where the words start that lead to a mention inside the subject of another."""
        start = self.citations[citation.within or 0].span.end
        for place in range(citation.index - 1, citation.within or 0, -1):
            if self.citations[place].within == citation.within:
                start = max(start, min(self.ends[place], citation.span.start))
                break
        outer = self.citations[citation.within or 0].span
        return outer.start if citation.span.start < outer.end else start

    def before(self, citation: Citation) -> Iterator[tuple[int, int]]:
        """Give the mentions before one, with where they or their subjects end, nearest first."""
        reach = 4
        for place in range(citation.index - 1, max(-1, citation.index - 1 - reach), -1):
            for end in {self.ends[place], self.citations[place].span.end}:
                if end <= citation.span.start:
                    yield (place, end)

    def quoting(self, citation: Citation) -> int | None:
        """Return the mention whose words the quotation gives that holds this one; None outside.

        Args:
            citation: a mention.
        """
        low = max(0, citation.span.start - QUOTED)
        opened = tuple(_quotation().finditer(self.lower, low, citation.span.start))
        if not opened or _CLOSED.search(self.lower, opened[-1].end(), citation.span.start):
            return None
        for place in range(citation.index - 1, -1, -1):
            other = self.citations[place]
            if other.within is None and other.span.end <= opened[-1].start():
                return place
        return None

    def far_before(self, citation: Citation) -> tuple[int, int] | None:
        """Return the mention before one in its sentence, and from where passive words may stand."""
        place = citation.index - 1
        if place < 0:
            return None
        end = self.citations[place].span.end
        gap = self.lower[end : citation.span.start]
        if len(gap) > CLAUSE or _SENTENCE.search(gap):
            return None
        return (place, max(end, citation.span.start - PASSIVE))

    def same_type(self, place: int, citation: Citation) -> int:
        """Return the mention of one's own type nearest outwards from a place; else the place."""
        candidate: int | None = place
        while candidate is not None:
            if self.citations[candidate].document_type == citation.document_type:
                return candidate
            candidate = self.citations[candidate].within
        return place

    def text_after(self, citation: Citation) -> int:
        """Return where the words after a mention and its subject start."""
        return self.ends[citation.index]

    def row_end(self, citation: Citation) -> int:
        """Return where the words start after the row that a mention begins."""
        last = citation.index
        for place in range(last + 1, len(self.citations)):
            if self.citations[place].within == citation.within:
                if self.beside(self.citations[place]) != last:
                    break
                last = place
        return self.ends[last]

    def is_aside(self, citation: Citation) -> bool:
        """Tell whether a mention stands in a table or an annex."""
        return self.aside(citation.span.start)

    def is_opening(self, citation: Citation) -> bool:
        """Tell whether a mention stands before the first basis line."""
        return citation.span.start < self.basis.opening


def read_scope(
    text: NormalisedText, citations: tuple[Citation, ...], sections: tuple[Section, ...] = ()
) -> Scope:
    """Return the scope of a text with its mentions.

    Args:
        text: the normalised text.
        citations: its mentions in order.
        sections: its sections, for what stands in tables and annexes.
    """
    lower = _lower(text.text, sections)
    return Scope(
        lower=lower,
        citations=citations,
        ends=tuple(_end(c) for c in citations),
        aside=Cover(s.span for s in sections if s.kind in ASIDE),
        basis=read_basis(lower),
        signs=_first_signs(lower),
    )


def _first_signs(lower: str) -> dict[str, int]:
    """Return where each sign of a footnote stands first; there are a thousand at most."""
    places: dict[str, int] = {}
    for sign in _SIGN.finditer(lower):
        places.setdefault(sign.group(), sign.start())
    return places


def _lower(text: str, sections: tuple[Section, ...]) -> str:
    """Return the text in lower case, character for character, with blanks for what is noise."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    pieces, end = [], 0
    for section in sections:
        if section.kind is SectionKind.NOISE and section.span.start >= end:
            blank = " " * (section.span.end - section.span.start)
            pieces += [lower[end : section.span.start], blank]
            end = section.span.end
    return mended("".join([*pieces, lower[end:]]))


def _end(citation: Citation) -> int:
    """Return where a mention or its subject after it ends."""
    title = citation.title_span
    return max(citation.span.end, title.end) if title else citation.span.end


@cache
def _acting() -> re.Pattern[str]:
    """Return what tells, before the first paper of a line, that somebody acts: it is no basis."""
    return re.compile(rf",\s[^;.:]*?(?<!\w)(?:{either(phrases('acting'))})(?!\w)")


@cache
def _part() -> re.Pattern[str]:
    """Return what begins the heading of a part of a paper."""
    return re.compile(rf"\n[^\S\n]*(?:{either(phrases('part'))})\s+[0-9]{{1,3}}[a-z]?\s*[.:]?\s")


@cache
def _issue_gap() -> re.Pattern[str]:
    """Return what may stand between the word that issues a paper and the paper."""
    return re.compile(rf"(?:[\s,:\"(]+|(?<!\w)(?:{either(phrases('issue-gap'))})(?!\w))*")


@cache
def _basis_heading() -> re.Pattern[str]:
    """Return what matches a heading of the legal basis right before the first item below it."""
    words = either(phrases("basis-heading"))
    return re.compile(
        rf"\n[^\S\n]*(?:{_MARKER}\s+)?(?:{words})(?!\w)[^.;:]{{0,90}}\n\s*{_MARKER}\s+\Z"
    )


@cache
def _place() -> re.Pattern[str]:
    """Return a word right before a mention that leads to a place in it."""
    return re.compile(rf"(?<!\w)(?:{either(phrases('said-in'))})\s+\Z")


@cache
def _quotation() -> re.Pattern[str]:
    """Return what opens a quotation of another paper's words."""
    return re.compile(rf"(?<!\w)(?:{either(phrases('quotation'))})\s*:\s*\"")


@cache
def _row() -> re.Pattern[str]:
    """Return what may stand between the mentions of a row."""
    joints = either(phrases("joint"))
    names = either(phrases("short-name"))
    sayings, places = either(phrases("saying")), either(phrases("said-in"))
    force, field = either(phrases("in-force")), either(phrases("in-field"))
    return re.compile(
        rf"(?:\s+(?:{field})(?:\s[^\W\d_]+){{1,5}}?(?=,|\s+(?:{joints})\s))?"
        rf"(?:[\s,(]+(?:{force})\s[^.;:()]{{2,60}}\)?)?[\s,;\")]*(?:(?:{sayings})\s[^.;:,]{{2,70}}\s(?:{places})\s+)?(?:\.\s+(?={_MARKER}))?(?:{_MARKER}\s*)?(?:(?:{joints})\s+)*\"?"
        rf"|\s*\(\s*(?:(?:{names})\s*:?\s*)?\"?"
    )

"""Tell which headings and items only introduce what stands below them.

Source: the guide of the annotations ("Tasks"): a lead-in that only introduces items is no task.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.obligations.assignees import CUES as ORDERS
from loaders.obligations.assignees import read_stated
from loaders.obligations.attributes import Attributes
from loaders.obligations.papers import Paper, deadlines_in
from loaders.obligations.places import CUES, is_about_a_matter
from loaders.obligations.reasons import is_closing
from loaders.obligations.reports import find_reports
from loaders.obligations.subjects import begins_with_doer, begins_with_doing
from loaders.records import Section, SectionKind, Span

HEADINGS = frozenset(
    {
        SectionKind.CHAPTER,
        SectionKind.ANNEX,
        SectionKind.ARTICLE,
        SectionKind.PREAMBLE,
        SectionKind.DECISION_FORMULA,
    }
)
PARTS = frozenset({SectionKind.ITEM, SectionKind.PARAGRAPH})
LONGEST_HEADING = 260  # characters
OPEN_END = re.compile(r" *(?:\.{2,3} *|… *)?\n")  # no full stop; dots go on with a list


class LeadIns:
    """Tells what introduces, in the order of the print.

    Args:
        paper: the document.
    """

    def __init__(self, paper: Paper) -> None:
        """Begin before the first section."""
        self.paper = paper
        self.in_chapters = False
        self.headed: set[int | None] = set()

    def introduces(self, section: Section) -> bool:
        """Tell whether a section only introduces what stands below it.

        A heading or words that end in a colon do, if anything follows; so does an item that ends
        without a mark of punctuation before other items, or is a short sentence among such items.

        Args:
            section: the section.
        """
        if section.index in self.paper.parents:
            open_end = _is_open(self.paper.text.text, section)
            if section.lead_in or open_end or self._heads_numbers(section):
                self.headed.add(section.parent)
                return True
            if not _is_like_heading(self.paper, section) or self._is_due(section):
                return False
            has_items = self.paper.sections[section.index + 1].kind is SectionKind.ITEM
            if not has_items:
                return self._heads(section)
            return section.parent in self.headed or is_about_a_matter(
                self.paper.text.text, section.span
            )
        opens = section.kind in HEADINGS or self._opens_chapters(section)
        if section.lead_in:
            return opens or self.opens_items(section)
        return self._opens_paragraphs(section)

    def _is_due(self, section: Section) -> bool:
        """Tell whether an item says by when it is due or asks for a report: it is no heading."""
        due = deadlines_in(self.paper, section.span)
        return bool(due or find_reports(self.paper.text, section.span))

    def _heads_numbers(self, section: Section) -> bool:
        """Tell whether a short item that names nobody stands above items of its own number."""
        span, following = section.span, self.paper.sections[section.index + 1]
        numbered = following.label.startswith(f"{section.label}.") and following.label[-1].isdigit()
        short = span.end - span.start < LONGEST_HEADING
        if section.kind is not SectionKind.ITEM or not numbered or not short:
            return False
        below = following.parent == section.index and following.kind is SectionKind.ITEM
        own = read_stated(self.paper.text, span)
        return below and "-" not in following.label and not (own.doers or own.told or own.partners)

    def _heads(self, section: Section) -> bool:
        """Tell whether an item that names nobody stands above paragraphs that name their doers.

        The last of several items without anything below them does not: the words close the paper.
        """
        text, following = self.paper.text, self.paper.sections[section.index + 1]
        before = self.paper.sections[max(0, section.index - 1)]
        if before.kind is SectionKind.ITEM and before.parent == section.parent:
            return False
        own = read_stated(text, section.span)
        if own.doers or own.told or own.partners or is_closing(self.paper, following):
            return False
        return following.lead_in or begins_with_doer(text, following.span)

    def opens_items(self, section: Section) -> bool:
        """Tell whether an order that ends in a colon stands before the numbers of a letter.

        Args:
            section: the section.
        """
        sections, following = self.paper.sections, section.index + 1
        if self.in_chapters or section.kind is not SectionKind.PARAGRAPH:
            return False
        if following == len(sections) or sections[following].kind is not SectionKind.ITEM:
            return False
        numbered = sections[following].label.isdigit() and not section.label.isdigit()
        return numbered and bool(read_stated(self.paper.text, section.span).order)

    def _opens_paragraphs(self, section: Section) -> bool:
        """Tell whether an order that ends in a colon stands before paragraphs without marks.

        The first of them begins with what is to be done, so that the order is theirs.
        """
        sections, following = self.paper.sections, section.index + 1
        if self.in_chapters or section.kind is not SectionKind.PARAGRAPH:
            return False
        if following == len(sections) or sections[following].kind is not SectionKind.PARAGRAPH:
            return False
        text = self.paper.text
        if section.parent is not None or not text.text.startswith(":", section.span.end):
            return False
        begins = begins_with_doing(text.text, sections[following].span)
        return begins and bool(read_stated(text, section.span).order)

    def _opens_chapters(self, section: Section) -> bool:
        """Tell whether words that end in a colon stand before the first chapter of a paper."""
        sections, following = self.paper.sections, section.index + 1
        return (
            not self.in_chapters
            and following < len(sections)
            and sections[following].kind is SectionKind.CHAPTER
        )


def _is_open(words: str, section: Section) -> bool:
    """Tell whether an item ends like a heading: short, without a full stop or semicolon."""
    span = section.span
    short = span.end - span.start < LONGEST_HEADING
    open_end = OPEN_END.match(words, span.end) is not None
    return section.kind is SectionKind.ITEM and short and open_end


def _is_like_heading(paper: Paper, section: Section) -> bool:
    """Tell whether an item is one short sentence directly above parts of its own."""
    span, following = section.span, paper.sections[section.index + 1]
    has_parts = following.parent == section.index and following.kind in PARTS
    if section.kind is not SectionKind.ITEM or not has_parts:
        return False
    short = span.end - span.start < LONGEST_HEADING
    return short and not ORDERS.pattern("clause-break").search(
        paper.text.text, span.start, span.end
    )


def said_of_when(paper: Paper, section: Section) -> Attributes:
    """Return by when all that a lead-in introduces is due ("Đến hết năm 2026:").

    It is a lead-in that says little else, or ends with the time. Any other time in a lead-in may
    be that of what it tells ("... để đạt 3.000 km đường đến hết năm 2025").

    Args:
        paper: the document.
        section: the lead-in.
    """
    span = section.span
    if not section.lead_in or section.kind not in PARTS or section.parent is None:
        return Attributes()
    due = [d for d in deadlines_in(paper, span) if d.iso and _is_of_all(paper, span, d.span)]
    return Attributes(deadlines=tuple(replace(d, inherited=True) for d in due[-1:]))


def _is_of_all(paper: Paper, lead_in: Span, due: Span) -> bool:
    """Tell whether a time in a lead-in is that of all that follows."""
    words = paper.text.text
    before, behind = words[lead_in.start : due.start], words[due.end : lead_in.end]
    if not CUES.pattern("nothing-more").fullmatch(behind):
        return False
    alone = CUES.pattern("aim-words").fullmatch(before)
    ends = CUES.pattern("to-be-done").search(before + words[due.start : due.end])
    return alone is not None or ends is not None

"""Keep what every look at one document needs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from loaders.obligations.attributes import is_attribute
from loaders.obligations.deadlines import find_deadlines
from loaders.obligations.targets import find_targets
from loaders.obligations.wordings import load_table
from loaders.records import (
    Citation,
    Deadline,
    Metadata,
    NormalisedText,
    PartialDate,
    Section,
    SectionKind,
    Span,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

BODY = frozenset(
    {
        SectionKind.CHAPTER,
        SectionKind.ARTICLE,
        SectionKind.ITEM,
        SectionKind.PARAGRAPH,
        SectionKind.PREAMBLE,
        SectionKind.DECISION_FORMULA,
        SectionKind.ANNEX,
        SectionKind.TABLE_ROW,
    }
)
KINDS = load_table("kinds")
PLACES = load_table("places")
ENDINGS = frozenset({SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every look at one document needs.

    Args:
        text, sections: the document.
        issued: its date, as far as known.
        named: where cited documents and their titles stand, as of `_reaching`; times inside them
            are no deadlines.
        labelled: indexes of the sections that are lines of attributes.
        parents: indexes of the sections that have items or paragraphs below them.
        last: index of the last section before the distribution list and the signature.
        bare: True for a paper of action without chapters and articles, whose items promise nothing.
    """

    text: NormalisedText
    sections: tuple[Section, ...]
    issued: PartialDate | None
    named: tuple[Span, ...]
    labelled: frozenset[int]
    parents: frozenset[int]
    last: int
    bare: bool


def read_paper(
    text: NormalisedText,
    sections: tuple[Section, ...],
    metadata: Metadata,
    citations: tuple[Citation, ...],
) -> Paper:
    """Return what every look at a document needs.

    Args:
        text: the normalised text.
        sections: its parts.
        metadata: gives the date of issue.
        citations: give the words in which times and figures are parts of names.
    """
    labelled = frozenset(
        section.index
        for section in sections
        if section.kind in BODY and is_attribute(text, section.span)
    )
    return Paper(
        text=text,
        sections=sections,
        issued=metadata.issued_on.value if metadata.issued_on else None,
        named=_reaching(span for c in citations for span in (c.span, c.title_span) if span),
        labelled=labelled,
        parents=_parents(sections, labelled),
        last=_last_of_body(sections),
        bare=_is_bare(sections, metadata),
    )


def _is_bare(sections: tuple[Section, ...], metadata: Metadata) -> bool:
    """Tell whether a paper of a kind that orders has neither chapters nor articles."""
    kind = metadata.document_type.value if metadata.document_type else ""
    headed = any(section.kind in {SectionKind.CHAPTER, SectionKind.ARTICLE} for section in sections)
    return bool(KINDS.pattern("ordering").fullmatch(kind)) and not headed


def _parents(sections: tuple[Section, ...], labelled: frozenset[int]) -> frozenset[int]:
    """Return the sections with something below them that is not a line of attributes.

    A lead-in with nothing below it leads in what follows beside its holder ("* Đến năm 2030:").
    """
    holders = {section.parent for section in sections if section.kind in BODY}
    return frozenset(
        section.parent
        for section in sections
        if section.parent is not None
        and section.kind in BODY
        and section.index not in labelled
        and (section.index in holders or not _leads_elsewhere(section))
    )


def _leads_elsewhere(section: Section) -> bool:
    """Tell whether a section is a lead-in that stands below an item it does not belong to."""
    return section.lead_in and section.kind is SectionKind.PARAGRAPH


def _last_of_body(sections: tuple[Section, ...]) -> int:
    """Return the index of the last part of the body; what closes a paper stands there."""
    last = len(sections) - 1
    for section in sections:
        if section.kind in ENDINGS:
            return last
        if section.kind in BODY:
            last = section.index
    return last


def deadlines_in(paper: Paper, span: Span) -> tuple[Deadline, ...]:
    """Return the deadlines of a stretch of words; times in names of documents are none.

    Args:
        paper: the document.
        span: the words of a task.
    """
    found = find_deadlines(paper.text, span, paper.issued)
    return tuple(deadline for deadline in found if not _is_named(paper, deadline.span))


def targets_in(paper: Paper, span: Span) -> tuple[Target, ...]:
    """Return the targets of a stretch of words; figures in names of documents are none.

    Args:
        paper: the document.
        span: the words of a task.
    """
    found = find_targets(paper.text, span)
    return tuple(target for target in found if not _is_named(paper, target.span))


def _is_named(paper: Paper, span: Span) -> bool:
    """Tell whether words are part of the name of a cited document."""
    near = bisect_right(paper.named, span.start, key=lambda named: named.start)
    if not near or paper.named[near - 1].end < span.end:
        return False
    before = paper.text.text[paper.named[near - 1].start : span.start]
    return PLACES.pattern("done-with-it").search(before) is None


def _reaching(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, each ending where the farthest of those up to it ends.

    So one look tells whether any span that begins before a place goes beyond another.
    """
    ordered = sorted(spans)
    ends = accumulate((span.end for span in ordered), max)
    return tuple(Span(start=span.start, end=end) for span, end in zip(ordered, ends, strict=True))

"""Step 7: find which items and paragraphs tell somebody to do something, and all that they hold.

Source: the guide of the gold annotations ("Tasks"): the smallest printed item or paragraph that
orders; lead-ins only introduce; past, results, causes and closing formulas order nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.obligations.assignees import CUES as ORDERS
from loaders.obligations.assignees import Stated, assign, begins_with_doing, read_stated
from loaders.obligations.attributes import (
    Attributes,
    Columns,
    cells_of,
    is_cell,
    is_attribute,
    read_attributes,
    read_columns,
    read_row,
)
from loaders.obligations.deadlines import find_deadlines
from loaders.obligations.forces import force_of
from loaders.obligations.places import CUES, Above, Zone, below, below_item
from loaders.obligations.reports import find_reports
from loaders.obligations.targets import find_targets
from loaders.records import (
    Assignment,
    Citation,
    Deadline,
    Metadata,
    NormalisedText,
    Obligation,
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
        SectionKind.ANNEX,
        SectionKind.TABLE_ROW,
    }
)
HEADINGS = frozenset(
    {SectionKind.CHAPTER, SectionKind.ANNEX, SectionKind.ARTICLE, SectionKind.PREAMBLE}
)
TAIL = 160  # characters at the end of a paragraph in which it closes the paper
LONGEST_HEADING = 260  # characters
LONGEST_SUMMARY = 200  # characters
SHORTEST_TASK = 12  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every look at one document needs.

    Args:
        text, sections: the document.
        issued: its date, as far as known.
        named: the spans of cited documents and their titles; times inside them are no deadlines.
        parents: indexes of the sections that have items or paragraphs below them.
    """

    text: NormalisedText
    sections: tuple[Section, ...]
    issued: PartialDate | None
    named: tuple[Span, ...]
    parents: frozenset[int]


def find(
    text: NormalisedText,
    sections: tuple[Section, ...],
    metadata: Metadata,
    citations: tuple[Citation, ...],
) -> tuple[Obligation, ...]:
    """Return the tasks of a document in the order of the print.

    Args:
        text: the normalised text.
        sections: its parts; a task is one of them.
        metadata: gives the date of issue, from which years that are not printed are taken.
        citations: times inside cited titles are no deadlines.
    """
    paper = Paper(
        text=text,
        sections=sections,
        issued=metadata.issued_on.value if metadata.issued_on else None,
        named=tuple(span for c in citations for span in (c.span, c.title_span) if span),
        parents=_parents(text, sections),
    )
    return tuple(
        replace(task, index=index) for index, task in enumerate(_Walk(paper=paper).run())
    )


def _parents(text: NormalisedText, sections: tuple[Section, ...]) -> frozenset[int]:
    """Return the sections with something below them that is not a line of attributes."""
    return frozenset(
        section.parent
        for section in sections
        if section.parent is not None
        and section.kind in BODY
        and not is_attribute(text, section.span)
    )


class _Walk:
    """One walk through the sections of a document, with what is known of the places passed."""

    def __init__(self, *, paper: Paper) -> None:
        self.paper = paper
        self.places: dict[int, Above] = {}
        self.opening = Above()
        self.in_chapters = False
        self.columns: Columns | None = None
        self.tasks: list[Obligation] = []

    def run(self) -> list[Obligation]:
        """Return the tasks, their indexes not yet set."""
        for section in self.paper.sections:
            if section.kind is SectionKind.TABLE_ROW:
                self._row(section)
            elif section.kind in BODY and not _in_row(self.paper.sections, section):
                self._place(section)
        return self.tasks

    def _place(self, section: Section) -> None:
        """Pass a heading, item or paragraph."""
        text = self.paper.text
        if section.kind is SectionKind.ANNEX:
            self.opening, self.columns = Above(), None
        above = self._above(section)
        self.places[section.index] = above
        if is_attribute(text, section.span):
            self._add_attributes(section)
        elif self._introduces(section):
            self.places[section.index] = below(text, section, above)
            self._open(section)
        elif section.kind is not SectionKind.ANNEX:
            self._item(section, above)

    def _open(self, section: Section) -> None:
        """Take a lead-in before the first chapter as that of the whole paper."""
        place = self.places[section.index]
        if section.kind is SectionKind.CHAPTER:
            self.in_chapters = True
        elif section.depth == 0 or (place.order and not self.in_chapters):
            self.opening = place

    def _above(self, section: Section) -> Above:
        """Return what a section inherits."""
        parent = section.parent
        if parent is None or parent not in self.places:
            return self.opening
        above = self.places[parent]
        holder = self.paper.sections[parent]
        later = section.kind is SectionKind.PARAGRAPH and holder.kind is SectionKind.ITEM
        return above.continued() if later and not holder.lead_in else above

    def _introduces(self, section: Section) -> bool:
        """Tell whether a section only introduces what stands below it.

        A heading or words that end in a colon do, if anything follows; so does an item that ends
        without a mark of punctuation before other items.
        """
        if section.index in self.paper.parents:
            return section.lead_in or _is_open(self.paper.text.text, section)
        return section.lead_in and section.kind in HEADINGS

    def _item(self, section: Section, above: Above) -> None:
        """Pass a section that may be a task."""
        stated = read_stated(self.paper.text, section.span)
        rule = _rule(self.paper, section, above, stated)
        if not rule:
            return
        task = _task(self.paper, section, above, stated, rule)
        self.tasks.append(task)
        if section.index in self.paper.parents:
            self.places[section.index] = below_item(section, above, task.assignments)

    def _add_attributes(self, section: Section) -> None:
        """Give what a line of attributes says to the task above it."""
        if self.tasks:
            found = read_attributes(self.paper.text, section.span, self.paper.issued)
            self.tasks[-1] = _with_attributes(self.tasks[-1], found)

    def _row(self, section: Section) -> None:
        """Pass a row of a table, or a cell of one."""
        sections, text = self.paper.sections, self.paper.text
        cells = cells_of(sections, section)
        if not cells or is_cell(section):
            return
        heads = read_columns(text, (section, *cells))
        if section.lead_in or (heads is not None and self.columns is None):
            self.columns = heads
            return
        if self.columns is None:
            return
        found = read_row(text, cells, self.columns, self.paper.issued)
        if found.assignments and section.span.end - section.span.start >= SHORTEST_TASK:
            task = _task(self.paper, section, Above(zone=Zone.TASKS), Stated(), "table-row")
            self.tasks.append(_with_attributes(task, found))


def _is_open(words: str, section: Section) -> bool:
    """Tell whether an item ends like a heading: short, without a full stop or semicolon."""
    span = section.span
    short = span.end - span.start < LONGEST_HEADING
    open_end = words[span.end : span.end + 3].strip(" ")[:1] == "\n"
    return section.kind is SectionKind.ITEM and short and open_end


def _in_row(sections: tuple[Section, ...], section: Section) -> bool:
    """Tell whether a section lies inside a row of a table."""
    return (
        section.parent is not None and sections[section.parent].kind is SectionKind.TABLE_ROW
    )


def _deadlines(paper: Paper, span: Span) -> tuple[Deadline, ...]:
    """Return the deadlines of a stretch of words; times in names of documents are none."""
    found = find_deadlines(paper.text, span, paper.issued)
    return tuple(deadline for deadline in found if not _is_named(paper, deadline.span))


def _targets(paper: Paper, span: Span) -> tuple[Target, ...]:
    """Return the targets of a stretch of words; figures in names of documents are none."""
    found = find_targets(paper.text, span)
    return tuple(target for target in found if not _is_named(paper, target.span))


def _is_named(paper: Paper, span: Span) -> bool:
    """Tell whether words are part of the name of a cited document."""
    return any(named.covers(span) for named in paper.named)


def _rule(paper: Paper, section: Section, above: Above, stated: Stated) -> str:
    """Return the reason why a section is a task; empty where it is none."""
    words, span = paper.text.text, section.span
    if span.end - span.start < SHORTEST_TASK or _is_remark(words, section):
        return ""
    ordered = bool(stated.order and stated.doers)
    if _is_closing(paper, section):
        return ""
    if ordered:
        return "order"
    if _is_permission(words, stated, span):
        return ""
    if CUES.pattern("telling").match(words, span.start, span.end):
        return _rule_of_telling(words, section, above, stated)
    return _zone_rule(paper, section, above, stated)


def _is_permission(words: str, stated: Stated, span: Span) -> bool:
    """Tell whether the doers are only allowed to do something."""
    return bool(stated.doers) and bool(
        CUES.pattern("permission").match(words, stated.doers[-1].span.end, span.end)
    )


def _rule_of_telling(words: str, section: Section, above: Above, stated: Stated) -> str:
    """Return why words that begin as a tale are a task: an item of tasks, or a duty in them."""
    span, doers = section.span, stated.doers
    if above.zone is Zone.TASKS and section.kind is SectionKind.ITEM:
        return "" if CUES.pattern("past").search(words, span.start, span.end) else "tasks"
    direct = doers and CUES.pattern("direct-duty").match(words, doers[-1].span.end, span.end)
    return "duty" if direct and above.zone is not Zone.NEVER else ""


def _zone_rule(paper: Paper, section: Section, above: Above, stated: Stated) -> str:
    """Return why a section without an order word is a task in its zone."""
    words, named = paper.text.text, bool(stated.doers)
    holder = paper.sections[section.parent].kind if section.parent is not None else section.kind
    in_item = SectionKind.ITEM in {section.kind, holder}
    if above.zone is Zone.TASKS:
        speaks = in_item or named or begins_with_doing(words, section.span)
        return "tasks" if speaks else ""
    if above.zone is Zone.AIMS:
        return "aims" if _targets(paper, section.span) else ""
    if above.zone is Zone.NEVER or not named:
        return ""
    if above.zone is Zone.NAMED and section.kind is SectionKind.ITEM:
        return "named"
    return "duty" if _has_duty(words, stated, section.span) else ""


def _has_duty(words: str, stated: Stated, span: Span) -> bool:
    """Tell whether a doer stands before "phải", "cần", "có trách nhiệm" or "chủ trì"."""
    if not stated.doers:
        return False
    first = stated.doers[0].span.end
    return CUES.pattern("duty").search(words, first, min(span.end, first + 120)) is not None


def _is_remark(words: str, section: Section) -> bool:
    """Tell whether a section is a remark or a clause on force."""
    span = section.span
    if CUES.pattern("remark").match(words, span.start, span.end):
        return True
    return CUES.pattern("repeals").search(words, span.start, min(span.end, span.start + 160)) is not None


def _is_closing(paper: Paper, section: Section) -> bool:
    """Tell whether a paragraph only closes the paper: it asks for no report and no date."""
    if section.kind is SectionKind.ITEM:
        return False
    words, span = paper.text.text, section.span
    closes = (
        CUES.pattern("closing-start").match(words, span.start, span.end)
        or CUES.pattern("closing").search(words, max(span.start, span.end - TAIL), span.end)
        or CUES.pattern("carry-out").search(words, max(span.start, span.end - TAIL), span.end)
    )
    return bool(closes) and not (find_reports(paper.text, span) or _deadlines(paper, span))


def _task(
    paper: Paper, section: Section, above: Above, stated: Stated, rule: str
) -> Obligation:
    """Return the task that a section is."""
    text, span = paper.text, section.span
    inherits = not stated.doers and bool(above.assignments)
    attributes = read_attributes(text, section.span, paper.issued)
    task = Obligation(
        index=0,
        span=section.span,
        printed=text.quote(section.span),
        section=section.index,
        label=section.label,
        lead_in=above.words if inherits or (above.order and not stated.order) else None,
        summary=_summary(text, section.span),
        force=force_of(text.text, section.span, stated.order, above.order, aims=rule == "aims"),
        assignments=assign(stated, above.assignments),
        deadlines=_deadlines(paper, span),
        targets=_targets(paper, span),
        reports=find_reports(text, span),
        rule=rule,
        confidence=0.75 if rule in {"duty", "named"} else 0.9,
    )
    return _with_attributes(task, attributes)


def _summary(text: NormalisedText, span: Span) -> str:
    """Return the first clause of a task on one line."""
    end = span.end
    for cut in ORDERS.pattern("clause-break").finditer(text.text, span.start, span.end):
        end = cut.start()
        break
    words = text.words(Span(start=span.start, end=end))
    if len(words) <= LONGEST_SUMMARY:
        return words
    return words[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"


def _with_attributes(task: Obligation, found: Attributes) -> Obligation:
    """Return a task with the doers and times that stand beside it; doers there come first."""
    if not found.assignments and not found.deadlines:
        return task
    own = () if found.assignments else task.assignments
    return replace(
        task,
        assignments=_once((*own, *found.assignments)),
        deadlines=(*task.deadlines, *(d for d in found.deadlines if d not in task.deadlines)),
    )


def _once(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Return assignments without repetition of body and role."""
    seen = {(a.agency.casefold(), a.role): a for a in reversed(tuple(assignments))}
    return tuple(reversed(seen.values()))

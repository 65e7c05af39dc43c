"""Step 7: find which items and paragraphs tell somebody to do something, and all that they hold.

Source: the guide of the annotations ("Tasks"): the smallest printed item or paragraph that
orders; lead-ins only introduce; past, results, causes and closing formulas order nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.obligations.assignees import CUES as ORDERS
from loaders.obligations.assignees import Stated, begins_with_doer, read_stated
from loaders.obligations.attributes import (
    Attributes,
    is_attribute,
    read_attributes,
    read_bearers,
)
from loaders.obligations.blocks import read_blocks
from loaders.obligations.forces import force_of
from loaders.obligations.papers import BODY, Paper, deadlines_in, read_paper, targets_in
from loaders.obligations.places import (
    Above,
    Zone,
    begins_with_rate,
    below,
    below_item,
    is_about_a_matter,
    lists_things,
)
from loaders.obligations.reasons import SHORTEST_TASK, is_closing, may_oblige, read_reason
from loaders.obligations.reports import find_reports
from loaders.obligations.roles import assign
from loaders.obligations.tables import TableReader, is_cell
from loaders.records import (
    Assignment,
    Citation,
    Metadata,
    NormalisedText,
    Obligation,
    Section,
    SectionKind,
    Span,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

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
LONGEST_SUMMARY = 200  # characters
LONGEST_ITEM = 20_000  # characters; what is longer is a text that lost its lines, not one task
MOST_BESIDE = 200  # doers and times that rows and lines below a task may give it


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
    paper = read_paper(text, sections, metadata, citations)
    return tuple(_Walk(paper=paper).run())


class _Walk:
    """One walk through the sections of a document, with what is known of the places passed."""

    def __init__(self, *, paper: Paper) -> None:
        self.paper = paper
        self.places: dict[int, Above] = {}
        self.opening = Above()
        self.in_chapters = False
        self.headed: set[int | None] = set()
        self.table = TableReader(paper.text, paper.sections, paper.issued)
        self.tasks: list[Obligation] = []
        self.blocks = read_blocks(paper.text, paper.sections, paper.issued)
        self.attributed = 0  # number of the task that lines of attributes gave its doers

    def run(self) -> list[Obligation]:
        """Return the tasks in the order of the print."""
        for section in self.paper.sections:
            if section.span.end - section.span.start > LONGEST_ITEM:
                continue
            if section.kind is SectionKind.TABLE_ROW:
                self._row(section)
            elif section.kind in BODY and not _in_row(self.paper.sections, section):
                self._place(section)
        return self.tasks

    def _place(self, section: Section) -> None:
        """Pass a heading, item or paragraph."""
        text = self.paper.text
        if section.kind is SectionKind.ANNEX:
            self.opening = Above()
            self.table.leave()
        above = self._above(section)
        self.places[section.index] = above
        if section.index in self.blocks.members:
            return
        if section.index in self.paper.labelled:
            self._add_attributes(section)
        elif self._is_bearer(section):
            return
        elif self._introduces(section):
            self.places[section.index] = below(text, section, above)
            self._open(section)
            if above.zone is Zone.TASKS and lists_things(
                text.text, section, self.places[section.index]
            ):
                self._lister(section, above)
        elif section.kind is not SectionKind.ANNEX:
            self._item(section, above)

    def _open(self, section: Section) -> None:
        """Take a lead-in before the first chapter as that of the whole paper."""
        place = self.places[section.index]
        holder = self._opens_items(section) and self.paper.sections[section.index + 1].parent
        if holder:
            self.places[holder] = place
        if section.kind is SectionKind.CHAPTER:
            self.in_chapters = True
        elif section.depth == 0 or (place.order and not self.in_chapters):
            self.opening = place

    def _above(self, section: Section) -> Above:
        """Return what a section inherits."""
        parent = section.parent
        if parent is None or parent not in self.places:
            bare = self.paper.bare and section.kind is SectionKind.ITEM
            plain = bare and self.opening.zone is Zone.NEUTRAL
            return replace(self.opening, zone=Zone.BARE) if plain else self.opening
        above = self.places[parent]
        holder = self.paper.sections[parent]
        later = section.kind is SectionKind.PARAGRAPH and holder.kind is SectionKind.ITEM
        return above.continued() if later and not holder.lead_in else above

    def _introduces(self, section: Section) -> bool:
        """Tell whether a section only introduces what stands below it.

        A heading or words that end in a colon do, if anything follows; so does an item that ends
        without a mark of punctuation before other items, or is a short sentence among such items.
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
        return section.lead_in and (opens or self._opens_items(section))

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
        """Tell whether an item that names nobody stands above paragraphs that name their doers."""
        text, following = self.paper.text, self.paper.sections[section.index + 1]
        own = read_stated(text, section.span)
        if own.doers or own.told or own.partners or is_closing(self.paper, following):
            return False
        return following.lead_in or begins_with_doer(text, following.span)

    def _opens_items(self, section: Section) -> bool:
        """Tell whether an order that ends in a colon stands before the numbers of a letter."""
        sections, following = self.paper.sections, section.index + 1
        if self.in_chapters or section.kind is not SectionKind.PARAGRAPH:
            return False
        if following == len(sections) or sections[following].kind is not SectionKind.ITEM:
            return False
        numbered = sections[following].label.isdigit() and not section.label.isdigit()
        return numbered and bool(read_stated(self.paper.text, section.span).order)

    def _opens_chapters(self, section: Section) -> bool:
        """Tell whether words that end in a colon stand before the first chapter of a paper."""
        sections, following = self.paper.sections, section.index + 1
        return (
            not self.in_chapters
            and following < len(sections)
            and sections[following].kind is SectionKind.CHAPTER
        )

    def _item(self, section: Section, above: Above) -> None:
        """Pass a section that may be a task."""
        if not may_oblige(self.paper.text.text, section.span, above.zone):
            return
        stated = read_stated(self.paper.text, section.span)
        stated = stated.as_partners() if above.joins else stated
        rule = read_reason(self.paper, section, above, stated)
        if not rule:
            return
        task = _task(self.paper, section, above, stated, rule, len(self.tasks))
        self.tasks.append(_with_block(task, self._said_above(section), stated))
        if section.index in self.paper.parents:
            self.places[section.index] = below_item(section, above, task.assignments)

    def _said_above(self, section: Section) -> Attributes:
        """Return what the nearest part around a section says once for all its tasks."""
        parent = section.parent
        while parent is not None and parent not in self.blocks.said:
            parent = self.paper.sections[parent].parent
        return Attributes() if parent is None else self.blocks.said[parent]

    def _lister(self, section: Section, above: Above) -> None:
        """Pass an order whose items are only things that it is about: it is the task itself."""
        place = self.places[section.index]
        self._item(section, above)
        self.places[section.index] = place

    def _add_attributes(self, section: Section) -> None:
        """Give what a line of attributes says to the task above it."""
        if self.tasks and self._belongs(section, self.paper.sections[self.tasks[-1].section]):
            found = read_attributes(self.paper.text, section.span, self.paper.issued)
            taken = self.attributed == len(self.tasks)
            self.tasks[-1] = (_continued if taken else _with_attributes)(self.tasks[-1], found)
            self.attributed = len(self.tasks) if taken or found.assignments else self.attributed

    def _is_bearer(self, section: Section) -> bool:
        """Tell whether a line names bearers below a label alone; the task above takes them."""
        sections = self.paper.sections
        label = None if section.parent is None else sections[section.parent]
        if label is None or not self.tasks or not is_attribute(self.paper.text, label.span):
            return False
        found = read_bearers(self.paper.text, section.span, label.span, self.paper.issued)
        task = sections[self.tasks[-1].section]
        if not found.assignments or not self._belongs(label, task):
            return False
        self.tasks[-1] = _with_attributes(self.tasks[-1], found)
        return True

    @staticmethod
    def _belongs(section: Section, task: Section) -> bool:
        """Tell whether a line stands below a task or beside it, not under another heading."""
        return section.parent in {task.index, task.parent}

    def _row(self, section: Section) -> None:
        """Pass a row of a table; its other cells are read with its first one."""
        row = None if is_cell(section) else self.table.read(section)
        if row is None:
            return
        if row.task is None:
            if self.tasks:
                self.tasks[-1] = _continued(self.tasks[-1], row.attributes)
        elif row.task.span.end - row.task.span.start >= SHORTEST_TASK:
            above, index = Above(zone=Zone.TASKS), len(self.tasks)
            task = _task(self.paper, row.task, above, Stated(), "table-row", index)
            self.tasks.append(_with_attributes(task, row.attributes))


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


def _in_row(sections: tuple[Section, ...], section: Section) -> bool:
    """Tell whether a section lies inside a row of a table."""
    return section.parent is not None and sections[section.parent].kind is SectionKind.TABLE_ROW


def _task(
    paper: Paper, section: Section, above: Above, stated: Stated, rule: str, index: int
) -> Obligation:
    """Return the task that a section is."""
    text, span = paper.text, section.span
    inherits = not stated.doers and bool(above.assignments)
    attributes = read_attributes(text, section.span, paper.issued)
    targets = targets_in(paper, span)
    if rule == "aims" or begins_with_rate(text.text, span):
        stated = _apart_from(stated, targets)
    task = Obligation(
        index=index,
        span=section.span,
        printed=text.quote(section.span),
        section=section.index,
        label=section.label,
        lead_in=above.words if inherits or (above.order and not stated.order) else None,
        summary=_summary(text, section.span),
        force=force_of(text.text, section.span, stated.order, above.order, aims=rule == "aims"),
        assignments=assign(stated, above.assignments),
        deadlines=deadlines_in(paper, span),
        targets=targets,
        reports=find_reports(text, span),
        rule=rule,
        confidence=0.75 if rule in {"duty", "named"} else 0.9,
    )
    return _with_attributes(task, attributes)


def _apart_from(stated: Stated, targets: tuple[Target, ...]) -> Stated:
    """Return the bodies that an aim names, without those of which it sets a figure."""
    doers = tuple(
        name for name in stated.doers if not any(t.span.covers(name.span) for t in targets)
    )
    return replace(stated, doers=doers)


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


def _with_block(task: Obligation, found: Attributes, stated: Stated) -> Obligation:
    """Return a task with what its part says once for all; its own doers and times go first."""
    return _with_attributes(
        task,
        Attributes(
            assignments=() if stated.doers else found.assignments,
            deadlines=() if task.deadlines else found.deadlines,
        ),
    )


def _continued(task: Obligation, found: Attributes) -> Obligation:
    """Return a task with the doers and times of a row that goes on with its own."""
    return _with_attributes(task, Attributes(assignments=task.assignments).joined(found))


def _with_attributes(task: Obligation, found: Attributes) -> Obligation:
    """Return a task with what stands beside it; the doers there come first."""
    if not found.assignments and not found.deadlines and not found.targets:
        return task
    if len(task.assignments) + len(task.deadlines) > MOST_BESIDE:
        return task
    own = () if found.assignments else task.assignments
    return replace(
        task,
        assignments=_once((*own, *found.assignments)),
        deadlines=(*task.deadlines, *(d for d in found.deadlines if d not in task.deadlines)),
        targets=(*task.targets, *(t for t in found.targets if t not in task.targets)),
    )


def _once(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Return assignments without repetition of body and role."""
    seen = {(a.agency.casefold(), a.role): a for a in reversed(tuple(assignments))}
    return tuple(reversed(seen.values()))

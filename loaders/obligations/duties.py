"""Step 7: find which items and paragraphs tell somebody to do something, and all that they hold.

Source: the guide of the annotations ("Tasks"): the smallest printed item or paragraph that
orders; lead-ins only introduce; past, results, causes and closing formulas order nothing.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.obligations.assignees import Stated, read_stated
from loaders.obligations.attributes import (
    Attributes,
    is_attribute,
    read_attributes,
    read_bearers,
)
from loaders.obligations.blocks import read_blocks
from loaders.obligations.lead_ins import LeadIns, said_of_when
from loaders.obligations.papers import BODY, Paper, read_paper
from loaders.obligations.places import Above, Zone, below, below_item, lists_things
from loaders.obligations.reasons import SHORTEST_TASK, may_oblige, read_reason
from loaders.obligations.roles import lasting
from loaders.obligations.tables import TableReader, is_cell
from loaders.obligations.task_records import continued, make_task, with_attributes, with_block
from loaders.records import (
    Citation,
    Metadata,
    NormalisedText,
    Obligation,
    Section,
    SectionKind,
)

LONGEST_ITEM = 20_000  # characters; what is longer is a text that lost its lines, not one task


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
        self.lead_ins = LeadIns(paper)
        self.table = TableReader(paper.text, paper.sections, paper.issued)
        self.tasks: list[Obligation] = []
        self.blocks = read_blocks(paper.text, paper.sections, paper.issued)
        self.due: dict[int, Attributes] = {}  # what lead-ins say of when
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
        elif self.lead_ins.introduces(section):
            self.places[section.index] = below(text, section, above)
            self.due[section.index] = said_of_when(self.paper, section)
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
        holder = (
            self.lead_ins.opens_items(section) and self.paper.sections[section.index + 1].parent
        )
        if holder:
            self.places[holder] = place
        if section.kind is SectionKind.CHAPTER:
            self.lead_ins.in_chapters = True
        elif section.depth == 0 or (place.order and not self.lead_ins.in_chapters):
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

    def _item(self, section: Section, above: Above) -> None:
        """Pass a section that may be a task."""
        if not may_oblige(self.paper.text.text, section.span, above.zone):
            return
        stated = read_stated(self.paper.text, section.span)
        stated = stated.as_partners() if above.joins else stated
        rule = read_reason(self.paper, section, above, stated)
        if not rule:
            return
        task = make_task(self.paper, section, above, stated, rule, len(self.tasks))
        self.tasks.append(with_block(task, self._said_above(section), stated))
        if section.index in self.paper.parents:
            made, following = task.assignments, self.paper.sections[section.index + 1]
            made = lasting(stated, made) if following.kind is SectionKind.ITEM else made
            self.places[section.index] = below_item(section, above, made)

    def _said_above(self, section: Section) -> Attributes:
        """Return what the nearest part around a section says once for all its tasks."""
        said, parent = Attributes(), section.parent
        while parent is not None and not said.assignments:
            said = said.nearest(self.blocks.said.get(parent, Attributes()))
            said = said.nearest(self.due.get(parent, Attributes()))
            parent = self.paper.sections[parent].parent
        return said

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
            self.tasks[-1] = (continued if taken else with_attributes)(self.tasks[-1], found)
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
        self.tasks[-1] = with_attributes(self.tasks[-1], found)
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
                self.tasks[-1] = continued(self.tasks[-1], row.attributes)
        elif row.task.span.end - row.task.span.start >= SHORTEST_TASK:
            above, index = Above(zone=Zone.TASKS), len(self.tasks)
            task = make_task(self.paper, row.task, above, Stated(), "table-row", index)
            self.tasks.append(with_attributes(task, row.attributes))


def _in_row(sections: tuple[Section, ...], section: Section) -> bool:
    """Tell whether a section lies inside a row of a table."""
    return section.parent is not None and sections[section.parent].kind is SectionKind.TABLE_ROW

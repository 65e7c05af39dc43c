"""What should be looked at in a draft before it is signed; nothing of it is stored.

The draft is read like any other document, then held against what is known: numbers, dates, titles,
documents that have ended, bodies that are no more, tasks that nobody was given.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from loaders.obligations.scanning import opening_stop
from loaders.records import AssigneeBasis, SectionKind, Span
from luocdo.draft_citations import CitationCheck
from luocdo.ended_bodies import ended_bodies
from luocdo.remarks import Draft, overlap, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.records import ExtractedDocument, Obligation, Section
    from luocdo.known_papers import KnownPapers
    from luocdo.remarks import Remark

_BODY: Final = frozenset(
    {SectionKind.ITEM, SectionKind.PARAGRAPH, SectionKind.ARTICLE, SectionKind.TABLE_ROW}
)
_SHORTEST_TASK: Final = 5
_LONGEST_NAME: Final = 9
"""One more than the words of a name with which an item may begin."""

_SHARE: Final = 3
"""One item of so many names who is to act where all are expected to."""

_NEAR: Final = 30
"""Code points before and after the name of a body in which it is told to be of the past."""

_QUOTED: Final = 60
"""Code points before the name of a body in which the words that it stands in may begin."""


def check_draft(
    document: ExtractedDocument, papers: KnownPapers, today: date
) -> tuple[Remark, ...]:
    """Return the remarks on a draft, in the order of its words.

    Args:
        document: the draft as it was read.
        papers: the registers it was read with, and the store beside them.
        today: taken for the day of the draft where it does not print a whole date.
    """
    draft = Draft(document=document, papers=papers, today=today)
    own = _TextCheck(draft=draft)
    found = {*CitationCheck(draft=draft).remarks(), *own.bodies(), *own.tasks(), *own.days()}
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _TextCheck:
    """Looks through what a draft says itself: bodies, tasks, days."""

    draft: Draft

    def bodies(self) -> Iterator[Remark]:
        """Give the bodies and provinces that had ended on the day of the draft."""
        draft = self.draft
        citations = draft.document.citations
        cited = [span for each in citations for span in (each.span, each.title_span) if span]
        for found in ended_bodies(draft.text, draft.registry, draft.day):
            span = Span(start=found.start, end=found.end)
            if not self._is_past(span) and not any(overlap(span, other) for other in cited):
                yield draft.remark("ended-body", "warning", span, found.successor)

    def _is_past(self, span: Span) -> bool:
        """Tell whether a name is told to be of the past, is quoted, or is part of other words."""
        text = self.draft.text
        before = text[max(0, span.start - _NEAR) : span.start].lower()
        after = text[span.end : span.end + _NEAR].lower()
        quoting = text[max(0, span.start - _QUOTED) : span.start]
        return any(
            (
                patterns()["formerly"].search(before),
                patterns()["part-of-word"].search(before),
                patterns()["old"].match(after),
                patterns()["quoted"].search(quoting),
            )
        )

    def days(self) -> Iterator[Remark]:
        """Give the days that the calendar does not have."""
        for found in patterns()["day-like"].finditer(self.draft.text):
            if not _is_day(int(found["year"]), int(found["month"]), int(found["day"])):
                span = Span(start=found.start(), end=found.end())
                yield self.draft.remark("impossible-day", "warning", span)

    def tasks(self) -> Iterator[Remark]:
        """Give the tasks that nobody was given, and those without a day.

        Aims and principles name nobody either, so a task without an assignee counts where it has a
        deadline, or stands beside tasks that name theirs.
        """
        beside = self._groups_with_assignees()
        for task in self.draft.document.obligations:
            yield from self._of_task(task, beside)
        for section in self._unread_items(beside):
            yield from self._of_item(section)

    def _of_task(self, task: Obligation, beside: set[int | None]) -> Iterator[Remark]:
        """Give what a task that was read leaves open."""
        if not task.assignments:
            dated = any(deadline.due for deadline in task.deadlines) and not task.targets
            section = self.draft.document.sections[task.section]
            if (dated or section.parent in beside) and not self._begins_with_body(section):
                yield self.draft.remark("unassigned-task", "warning", task.span)
        elif _binds(task) and not (task.deadlines or task.reports):
            yield self.draft.remark("undated-task", "info", task.span)

    def _unread_items(self, beside: set[int | None]) -> Iterator[Section]:
        """Give the items beside tasks in which no task was read."""
        sections = self.draft.document.sections
        taken = {task.section for task in self.draft.document.obligations}
        above = {section.parent for section in sections}
        for section in sections:
            is_item = section.parent in beside and section.kind is SectionKind.ITEM
            if is_item and section.index not in taken | above and not section.lead_in:
                yield section

    def _of_item(self, section: Section) -> Iterator[Remark]:
        """Give what an item leaves open that says what a body is to do, or nobody."""
        if self._begins_with_body(section):
            if not any(sign.isdigit() for sign in self._words(section)):
                yield self.draft.remark("undated-task", "info", section.span)
        elif self._is_order(section):
            yield self.draft.remark("unassigned-task", "warning", section.span)

    def _groups_with_assignees(self) -> set[int | None]:
        """Return the sections below which a third of the items or more name who is to act."""
        sections = self.draft.document.sections
        given = {task.section for task in self.draft.document.obligations if _is_stated(task)}
        given |= {each.index for each in sections if self._begins_with_body(each)}
        named = Counter(sections[index].parent for index in given if sections[index].kind in _BODY)
        items = Counter(s.parent for s in sections if s.kind in _BODY)
        return {parent for parent, count in named.items() if _SHARE * count >= items[parent]}

    def _begins_with_body(self, section: Section) -> bool:
        """Tell whether an item begins with the name of a body that the registers know."""
        if section.kind is not SectionKind.ITEM:
            return False
        words = self._words(section).split()
        heads = (" ".join(words[:size]).rstrip(",;:.") for size in range(2, _LONGEST_NAME))
        return any(self.draft.registry.agencies_named(head) for head in heads)

    def _words(self, section: Section) -> str:
        return self.draft.text[section.span.start : section.span.end]

    def _is_order(self, section: Section) -> bool:
        """Tell whether an item says what is to be done and nobody who is to do it."""
        text, span, words = self.draft.text, section.span, self._words(section)
        long_enough = len(words.split()) >= _SHORTEST_TASK
        named = any(
            agency.printed in words for agency in self.draft.document.agencies if agency.target
        )
        begins = opening_stop(text, span.start, span.end)
        return bool(begins) and long_enough and not named


def _binds(task: Obligation) -> bool:
    return task.force in {"mandatory", "directed"}


def _is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_stated(task: Obligation) -> bool:
    return any(each.basis is AssigneeBasis.STATED for each in task.assignments)

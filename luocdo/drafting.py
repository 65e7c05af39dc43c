"""What should be looked at in a draft before it is signed; nothing of it is stored.

The draft is read like any other document, then held against what is known: numbers, dates, titles,
documents that have ended, bodies that are no more, tasks that nobody was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from loaders.records import Span
from luocdo.draft_citations import CitationCheck
from luocdo.ended_bodies import ended_bodies
from luocdo.open_orders import OpenOrders
from luocdo.remarks import Draft, overlap, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.records import ExtractedDocument, Obligation, Section
    from luocdo.known_papers import KnownPapers
    from luocdo.remarks import Remark

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
        """Give the tasks that nobody was given, and those without a day."""
        orders = OpenOrders(draft=self.draft)
        for task in self.draft.document.obligations:
            yield from self._of_task(task, orders)
        for section in orders.unread_items():
            yield from self._of_item(section, orders)

    def _of_task(self, task: Obligation, orders: OpenOrders) -> Iterator[Remark]:
        """Give what a task that was read leaves open."""
        if not task.assignments:
            if orders.is_left_open(task):
                yield self.draft.remark("unassigned-task", "warning", task.span)
        elif _binds(task) and not (task.deadlines or task.reports):
            yield self.draft.remark("undated-task", "info", task.span)

    def _of_item(self, section: Section, orders: OpenOrders) -> Iterator[Remark]:
        """Give what an item leaves open that says what a body is to do, or nobody."""
        if orders.begins_with_body(section):
            if not any(sign.isdigit() for sign in orders.words(section)):
                yield self.draft.remark("undated-task", "info", section.span)
        elif orders.is_order(section):
            yield self.draft.remark("unassigned-task", "warning", section.span)


def _binds(task: Obligation) -> bool:
    return task.force in {"mandatory", "directed"}


def _is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

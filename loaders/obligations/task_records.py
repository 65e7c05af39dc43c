"""Make the record of a task, and give it what stands beside it in lines and cells.

Source: the guide of the annotations ("Tasks"): the fields of a task.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.obligations.assignees import CUES as ORDERS
from loaders.obligations.assignees import Stated
from loaders.obligations.attributes import Attributes, read_attributes
from loaders.obligations.forces import force_of
from loaders.obligations.papers import Paper, deadlines_in, targets_in
from loaders.obligations.places import Above, begins_with_rate, behind_tale
from loaders.obligations.reports import find_reports
from loaders.obligations.roles import assign
from loaders.records import Assignment, NormalisedText, Obligation, Section, Span, Target

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_SUMMARY = 200  # characters
MOST_BESIDE = 200  # doers and times that rows and lines below a task may give it


def make_task(
    paper: Paper, section: Section, above: Above, stated: Stated, rule: str, index: int
) -> Obligation:
    """Return the task that a section is.

    Args:
        paper: the document.
        section: the item, paragraph or row.
        above: what it inherits.
        stated: the bodies that it names itself.
        rule: why it is a task.
        index: its number in the document.
    """
    text, span = paper.text, section.span
    inherits = not stated.doers and bool(above.assignments)
    attributes = read_attributes(text, section.span, paper.issued)
    ordered = behind_tale(text.text, span, stated.called[0].span.start) if stated.called else span
    targets = targets_in(paper, ordered)
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
        deadlines=deadlines_in(paper, ordered),
        targets=targets,
        reports=find_reports(text, span),
        rule=rule,
        confidence=0.75 if rule in {"duty", "named"} else 0.9,
    )
    return with_attributes(task, attributes)


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


def with_block(task: Obligation, found: Attributes, stated: Stated) -> Obligation:
    """Return a task with what its part says once for all; its own doers and times go first.

    Args:
        task: the task.
        found: what its part says.
        stated: the bodies that it names itself.
    """
    return with_attributes(
        task,
        Attributes(
            assignments=() if stated.doers else found.assignments,
            deadlines=() if task.deadlines else found.deadlines,
        ),
    )


def continued(task: Obligation, found: Attributes) -> Obligation:
    """Return a task with the doers and times of a row that goes on with its own.

    Args:
        task: the task.
        found: what the row says.
    """
    return with_attributes(task, Attributes(assignments=task.assignments).joined(found))


def with_attributes(task: Obligation, found: Attributes) -> Obligation:
    """Return a task with what stands beside it; the doers there come first.

    Args:
        task: the task.
        found: what stands beside it.
    """
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

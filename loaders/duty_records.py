"""Step 7 as values: what somebody must do, by when, how much of it, and whom to tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ontology.quick_records import quick

if TYPE_CHECKING:
    from loaders.source_text import Span


class Role(StrEnum):
    """What an assignee has to do with a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    IMPLEMENTING = "implementing"
    MONITORING = "monitoring"


class Force(StrEnum):
    """How strongly a task is ordered."""

    MANDATORY = "mandatory"
    DIRECTED = "directed"
    REQUESTED = "requested"
    ENCOURAGED = "encouraged"
    PROHIBITED = "prohibited"


class AssigneeBasis(StrEnum):
    """Where the assignee is named: in the item, in its lead-in, or nowhere in words."""

    STATED = "stated"
    INHERITED = "inherited"
    IMPLICIT = "implicit"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """An agency, group or post with its role in a task; `agency` is as printed, marks dropped."""

    agency: str
    role: Role
    basis: AssigneeBasis
    span: Span
    confidence: float


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a task is due, as printed and as far as it can be computed.

    Args:
        printed, span: the words.
        iso: date, month, quarter "2024-Q1" or year; None where it is relative or a recurrence.
        due: last day as ISO date; None where open.
        start: first day of a printed interval ("từ ngày ... đến ngày ...") as ISO date, else None.
        inclusive: False for "trước ngày ...": the day itself is too late.
        recurrence: RRULE text of RFC 5545; None where it does not recur.
        anchor_stated: True where the recurrence names its days.
        inherited: True where a lead-in prints it for all that it introduces.
    """

    printed: str
    span: Span
    iso: str | None = None
    due: str | None = None
    start: str | None = None
    inclusive: bool = True
    recurrence: str | None = None
    anchor_stated: bool = False
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A number to reach, or a direction without one.

    Args:
        printed, span: the words.
        measure: what is measured, in words.
        key: the same without the words around it, alike across documents; empty where none is left.
        direction: "increase", "decrease" or "reach".
        comparison: "ge", "gt", "le", "lt", "eq"; None where only the direction is given.
        value, unit: together with the comparison; unit "%" or a word of the text.
        baseline: the period compared with ("năm 2022").
    """

    printed: str
    span: Span
    measure: str
    direction: str
    key: str = ""
    comparison: str | None = None
    value: float | None = None
    unit: str | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A duty to report within a task: to whom (as printed), through whom, and the words."""

    span: Span
    reports_to: tuple[str, ...]
    via: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A printed item or paragraph that tells somebody to do something.

    Args:
        index: position among the obligations.
        span, printed: the whole item without its marker.
        section: index of its section.
        label: printed numbering ("II.3¶2").
        lead_in: span of the words that give force and assignees to it; None where it does itself.
        summary: the first clause of the item, white space folded.
        force: how strongly it is ordered.
        assignments, deadlines, targets, reports: what it holds.
        rule, confidence: 0 to 1.
    """

    index: int
    span: Span
    printed: str
    section: int
    label: str
    lead_in: Span | None
    summary: str
    force: Force
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    reports: tuple[Report, ...] = ()
    rule: str = ""
    confidence: float = 0.9

"""A body's tasks as plain values, which every format of this room is written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline: a day, a rule by which it recurs, or words alone.

    Args:
        text: as printed; empty where only the rule is known.
        day: the day as printed; None where it is open or recurs.
        inclusive: False where the day itself is too late ("trước ngày 30/6").
        recurrence: RRULE text of RFC 5545; empty where it does not recur.
        anchor_stated: True where the recurrence names its days.
    """

    text: str
    day: date | None = None
    inclusive: bool = True
    recurrence: str = ""
    anchor_stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """To whom a task is reported, and through whom; labels, empty where not stated."""

    recipient: str
    via: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRecord:
    """One task of one assignee.

    Args:
        obligation: IRI of the task, which is also its link.
        assignee, agency: IRI and label of whom it is assigned to.
        role: "lead", "coordinating", "implementing" or "monitoring"; empty where unknown.
        force: "mandatory", "directed", "requested", "encouraged" or "prohibited"; or empty.
        task: what is to be done, in short.
        quote: the words of the document.
        deadlines, reports: each may be empty.
        document: IRI of the document that states it.
        number, title: of the document; empty where it has none.
        issued_on: date of the document; None where not known.
    """

    obligation: str
    assignee: str
    agency: str
    role: str
    force: str
    task: str
    quote: str
    deadlines: tuple[Due, ...]
    reports: tuple[Reporting, ...]
    document: str
    number: str
    title: str
    issued_on: date | None

    @property
    def is_reported(self) -> bool:
        """Tell whether the task is to be reported to somebody."""
        return bool(self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """The tasks of a body, or of the bodies that one name means.

    Args:
        agencies: IRIs of the bodies asked for.
        label: their name.
        made_at: when the data was published, with its time zone.
        tasks: by document, the newest first, then in the order of the text; they may be read while
            they are written.
    """

    agencies: tuple[str, ...]
    label: str
    made_at: datetime
    tasks: Iterable[TaskRecord]

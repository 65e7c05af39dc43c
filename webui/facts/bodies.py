"""A body, group or post as its page shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webui.facts.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from webui.facts.obligations import ObligationFact
    from webui.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFact:
    """A body, group or post.

    Args:
        iri: the body.
        other_names: by which it is known besides its name.
        parents, members, successors, predecessors: IRIs.
        valid_from, valid_until: first and last day; None where unknown or open.
        is_open: a group whose members the text does not list in full.
        issued: IRIs of the newest documents that it issued.
    """

    iri: str
    other_names: tuple[str, ...]
    parents: tuple[str, ...]
    members: tuple[str, ...]
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]
    valid_from: date | None
    valid_until: date | None
    is_open: bool
    issued: tuple[str, ...]

    @property
    def things(self) -> set[str]:
        """All that is to be named with it."""
        others = (*self.parents, *self.members, *self.successors, *self.predecessors, *self.issued)
        return {self.iri, *others}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """What a list of tasks is narrowed to: a role, and whether and when they are due."""

    role: str = ""
    only_due: bool = False
    since: date | None = None
    until: date | None = None

    def admit(self, task: ObligationFact, bodies: frozenset[str]) -> bool:
        """Tell whether a task passes for one of the bodies."""
        if self.role and not any((body, self.role) in task.roles for body in bodies):
            return False
        if not (self.only_due or self.since or self.until):
            return True
        day = task.due
        if day is None:
            return self.only_due and not (self.since or self.until) and bool(task.deadlines)
        return (not self.since or day >= self.since) and (not self.until or day <= self.until)


def group_places(reader: Reader, bodies: Iterable[str]) -> dict[str, str]:
    """Return the place of each group that is the group of one province.

    Args:
        reader: the store.
        bodies: IRIs; those of other things are passed over.
    """
    wanted = tuple(bodies)
    rows = ask(reader, "group_places", body=wanted) if wanted else ()
    return {row.text("body"): row.text("place") for row in rows}


def read_body(reader: Reader, body: str) -> BodyFact | None:
    """Return a body, None where the store does not know it."""
    values: dict[str, list[str]] = defaultdict(list)
    days: dict[str, date | None] = {}
    for row in ask(reader, "body", body=[body]):
        name = row.local("property")
        values[name].append(row.text("value"))
        days[name] = row.date("value")
    if not values:
        return None
    return BodyFact(
        iri=body,
        other_names=_sorted(values["altLabel"]),
        parents=_sorted([*values["subOrganizationOf"], *values["postIn"]]),
        members=_sorted(values["member"]),
        successors=_sorted(values["succeededBy"]),
        predecessors=tuple(row.text("before") for row in ask(reader, "predecessors", body=[body])),
        valid_from=days.get("validFrom"),
        valid_until=days.get("validUntil"),
        is_open="true" in values["open"],
        issued=tuple(dict.fromkeys(r.text("document") for r in ask(reader, "issued", body=[body]))),
    )


def _sorted(values: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))

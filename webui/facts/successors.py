"""Who answers today for what was given to a body, and who answered before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.succession import acting_for, predecessors, successions, whose_today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from queries.index.reader import SideIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayFact:
    """What became of a body.

    Args:
        bodies: IRIs of who answers today; empty where nobody took over.
        since: ISO date of the last change.
        by_documents: IRIs of the documents that decided it, as far as known.
    """

    bodies: tuple[str, ...]
    since: str
    by_documents: tuple[str, ...]

    @property
    def things(self) -> set[str]:
        """All that is to be named with it."""
        return {*self.bodies, *self.by_documents}


def read_today(index: SideIndex, bodies: Iterable[str], today: date) -> Mapping[str, TodayFact]:
    """Return what became of bodies, by IRI; those that still are what they were are left out.

    Args:
        index: side index of a generation.
        bodies: IRIs.
        today: changes after this day do not count.
    """
    found = {}
    for body in sorted(set(bodies) - {""}):
        steps = successions(index, body, today)
        if steps:
            deciding = (step.by_document for step in steps if step.by_document)
            found[body] = TodayFact(
                bodies=whose_today(index, body, today),
                since=max(step.day for step in steps),
                by_documents=tuple(dict.fromkeys(deciding)),
            )
    return found


def read_family(index: SideIndex, body: str, today: date) -> tuple[str, ...]:
    """Return a body with those before and after it, their heads and the groups they belong to."""
    after = (step.heir for step in successions(index, body, today) if step.heir)
    return acting_for(index, dict.fromkeys((*predecessors(index, body), *after)))

"""Give each body that a task names its role, and a task without doers those named above it.

Source: the guide of the annotations ("role": lead where "chủ trì" is printed, or for the one
doer that the item itself names and tells to work with others; else implementing).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.records import AssigneeBasis, Assignment, Role

if TYPE_CHECKING:
    from loaders.obligations.assignees import Stated
    from loaders.obligations.names import Name


def assign(stated: Stated, above: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """Return who must do an item: those it names, else those named above it.

    Those above it encourage whom it encourages.

    Args:
        stated: what its own words say.
        above: the assignees of its lead-in, item or preamble.
    """
    names_own = stated.doers and not (stated.encourages and above)
    doers = _own(stated) if names_own else _inherited(stated, above)
    partners = (_made(name, Role.COORDINATING) for name in stated.partners)
    seen: dict[str, Assignment] = {}
    for assignment in (*doers, *_told(stated), *partners):
        seen.setdefault(assignment.agency.casefold(), assignment)
    return tuple(seen.values())


def lasting(stated: Stated, made: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """Return the assignees of an item that hold for items below it: not whom it directs.

    Args:
        stated: what its own words say.
        made: its assignees.
    """
    directed = {name.agency.casefold() for name in stated.told} if stated.doers else set()
    return tuple(a for a in made if a.agency.casefold() not in directed)


def _own(stated: Stated) -> list[Assignment]:
    """Return the doers that an item names; the one told to work with others leads."""
    alone = len(stated.doers) == 1 and stated.works_with
    plain = Role.MONITORING if stated.monitors else Role.IMPLEMENTING
    leading = {name.agency.casefold() for name in stated.leading}
    return [
        _made(name, Role.LEAD if alone or name.agency.casefold() in leading else plain)
        for name in stated.doers
    ]


def _told(stated: Stated) -> list[Assignment]:
    """Return those who are directed; one who is to work with others leads if no doer is named."""
    joins = stated.told_joins and not stated.doers and len(stated.told) == 1
    leads = joins or stated.told_leads
    return [_made(name, Role.LEAD if leads else Role.IMPLEMENTING) for name in stated.told]


def _inherited(stated: Stated, above: tuple[Assignment, ...]) -> list[Assignment]:
    """Return the doers named above; they lead where the item prints "chủ trì"."""
    return [
        replace(
            a,
            role=Role.LEAD if stated.leads and a.role is not Role.COORDINATING else a.role,
            basis=AssigneeBasis.INHERITED,
            confidence=min(a.confidence, 0.7),
        )
        for a in above
    ]


def _made(name: Name, role: Role) -> Assignment:
    """Return an assignment that the item itself states."""
    return Assignment(
        agency=name.agency, role=role, basis=AssigneeBasis.STATED, span=name.span, confidence=0.9
    )

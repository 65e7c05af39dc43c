"""Names of bodies and provinces in a text that had ended on a day, with who took over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ontology.registry import Registry
    from ontology.registry_rows import Agency

_SHORTEST: Final = 3
"""Words that a name has at least; shorter ones mean too many things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedBody:
    """A name that stands in a text.

    Args:
        start, end: where, in code points.
        successor: who took over; empty where nobody is known.
    """

    start: int
    end: int
    successor: str


def ended_bodies(text: str, registry: Registry, day: date) -> Iterator[EndedBody]:
    """Give the names of bodies in a text that had ended on a day.

    A name that also means a body of that day, or that goes on to the name of one, is left.

    Args:
        text: the words.
        registry: the registers.
        day: the day.
    """
    yield from _found(text, _bodies(registry, day))
    yield from _found(text, _provinces(registry, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names in small letters: who took over from the ended ones, and those that still exist."""

    ended: dict[str, str]
    living: frozenset[str]


def _found(text: str, names: Names) -> Iterator[EndedBody]:
    """Give the places of ended names; the longest name at a place counts."""
    left = {name: heir for name, heir in names.ended.items() if name not in names.living}
    every = sorted(left.keys() | names.living, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in every)
    pattern = re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)", re.IGNORECASE)
    for found in pattern.finditer(text):
        key = " ".join(found[0].split()).casefold()
        if key in left:
            yield EndedBody(start=found.start(), end=found.end(), successor=left[key])


def _bodies(registry: Registry, day: date) -> Names:
    """Return the names of bodies; those that are short mean too many things."""
    called: dict[str, list[str]] = {row.code: [row.name_vi] for row in registry.agencies}
    for alias in registry.agency_aliases:
        if alias.agency_code in called:
            called[alias.agency_code].append(alias.alias)
    living: set[str] = set()
    ended: dict[str, str] = {}
    for row in registry.agencies:
        names = [name.casefold() for name in called[row.code] if len(name.split()) >= _SHORTEST]
        if row.valid_to is not None and row.valid_to < day:
            ended |= dict.fromkeys(names, _successor(registry, row, day))
        else:
            living.update(names)
    return Names(ended=ended, living=frozenset(living))


def _provinces(registry: Registry, day: date) -> Names:
    """Return the names of provinces with their kind."""
    ended: dict[str, str] = {}
    for province in registry.provinces:
        if province.valid_to is not None and province.valid_to < day:
            heirs = map(registry.province, registry.successors(province.slug, day))
            names = ", ".join(heir.name_vi for heir in heirs if heir)
            ended[province.name_vi.casefold()] = names
    living = (row.name_vi.casefold() for row in registry.provinces if row.existed(day))
    return Names(ended=ended, living=frozenset(living))


def _successor(registry: Registry, row: Agency, day: date) -> str:
    """Return the name of the body that took over and existed on a day."""
    seen: set[str] = set()
    while row.successor and row.code not in seen:
        seen.add(row.code)
        after = registry.agency(row.successor)
        if after is None:
            break
        row = after
        if row.existed(day):
            return row.name_vi
    return ""

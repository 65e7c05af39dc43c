"""Names of bodies and provinces in a text that had ended on a day, with who took over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from loaders.grammar.tables import table
from luocdo.remarks import patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ontology.registry import Registry
    from ontology.registry_rows import Agency

_SHORTEST: Final = 3
"""Words that a name has at least; shorter ones mean too many things, save with an abbreviation."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedLevel:
    """A form of name whose bodies ended everywhere on one day (`drafts.toml`).

    Args:
        reads: the form.
        last_day: the last day on which they existed.
        successor: who took over.
    """

    reads: re.Pattern[str]
    last_day: date
    successor: str


@cache
def ended_levels() -> tuple[EndedLevel, ...]:
    """Return the forms of name that `drafts.toml` tells to have ended."""
    return tuple(
        EndedLevel(
            reads=re.compile(rf"(?<!\w)(?:{entry['reads']})"),
            last_day=entry["last_day"],
            successor=entry["successor"],
        )
        for entry in table("luocdo", "drafts.toml")["ended"]
    )


def ended_bodies(text: str, registry: Registry, day: date) -> tuple[EndedBody, ...]:
    """Return the names of bodies in a text that had ended on a day, in the order of their places.

    A name that also means a body of that day, or that goes on to the name of one, is left.

    Args:
        text: the words.
        registry: the registers.
        day: the day.
    """
    bodies = _bodies(registry, day)
    return _apart(
        (
            *_found(text, bodies),
            *_found(text, _provinces(registry, day)),
            *_of_levels(text, day),
            *_listed(text, bodies),
        )
    )


def _listed(text: str, names: Names) -> Iterator[EndedBody]:
    """Give the ended bodies of a list whose first words say what all of them are."""
    for found in patterns()["listing"].finditer(text):
        kind = f"{found['kind'].casefold()} "
        ended = {
            name.removeprefix(kind): heir
            for name, heir in names.ended.items()
            if name.startswith(kind) and name not in names.living
        }
        living = {name.removeprefix(kind) for name in names.living if name.startswith(kind)}
        short = Names(ended=ended, living=frozenset(living))
        for body in _found(found["names"], short):
            start = found.start("names")
            yield replace(body, start=start + body.start, end=start + body.end)


def _of_levels(text: str, day: date) -> Iterator[EndedBody]:
    for level in ended_levels():
        if level.last_day < day:
            for found in level.reads.finditer(text):
                yield EndedBody(start=found.start(), end=found.end(), successor=level.successor)


def _apart(found: Iterable[EndedBody]) -> tuple[EndedBody, ...]:
    """Return one name at each place, the longest, with a successor where any of them has one."""
    kept: list[EndedBody] = []
    for each in sorted(found, key=lambda body: (body.start, -body.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif not kept[-1].successor:
            kept[-1] = replace(kept[-1], successor=each.successor)
    return tuple(kept)


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
        names = [name.casefold() for name in called[row.code] if _is_telling(name)]
        if row.valid_to is not None and row.valid_to < day:
            ended |= dict.fromkeys(names, _successor(registry, row, day))
        else:
            living.update(names)
    return Names(ended=ended, living=frozenset(living))


def _is_telling(name: str) -> bool:
    """Tell whether a name means one body: by three words, or by two with an abbreviation."""
    words = name.split()
    abbreviated = any(word.isupper() and len(word) >= _SHORTEST for word in words)
    return len(words) >= _SHORTEST or (len(words) == _SHORTEST - 1 and abbreviated)


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

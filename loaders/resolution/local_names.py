"""From the name of a body of a district or commune to the body: kind of body, place, province.

A name is a kind of body, a word for the kind of place and a proper name, with or without the
province behind it. Without one it is a place of the citing paper's province.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from loaders.resolution.wordings import phrases
from ontology.identifiers import ROOT
from ontology.local_bodies import local_code
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolution.standpoint import Standpoint
    from ontology.registry import Agency, Province

_LONGEST: Final = 6
_ENDS: Final = re.compile(r"[,;(]")
_LEVELS: Final = ("district", "commune")
_OTHERS: Final = frozenset({"group", "person-role"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalBody:
    """A body of a district or commune.

    Args:
        kind: its row of the register.
        province: the province that the place lies in.
        unit: the place with the word for its kind, as printed.
        label: name of the body with its place and province.
    """

    kind: Agency
    province: Province
    unit: str
    label: str

    @property
    def path(self) -> str:
        """Return its path."""
        return f"{ROOT}agency/{local_code(self.kind, self.unit, self.province.slug)}"


def find_local(
    words: str, key: str, kinds: Mapping[str, tuple[Agency, ...]], stand: Standpoint
) -> LocalBody | None:
    """Return the body of a district or commune that a name means, or None.

    Args:
        words: the name as printed.
        key: its key, abbreviations spelt out.
        kinds: rows of the register under the keys of their names.
        stand: the citing paper.
    """
    printed, province = _without_province(words, stand)
    if province is None:
        return None
    for size in range(1, _LONGEST):
        proper = printed[-size:]
        if len(printed) <= size or not all(map(_is_proper, proper)):
            return None
        found = _at(printed[:-size], proper, key, kinds)
        if found is not None:
            kind, unit = found
            return LocalBody(
                kind=kind, province=province, unit=unit, label=_label(kind, unit, province)
            )
    return None


def _without_province(words: str, stand: Standpoint) -> tuple[list[str], Province | None]:
    """Return the words before a province that is named behind a comma, and the province."""
    head, comma, tail = words.partition(",")
    if not comma:
        return words.split(), stand.province
    named = stand.registry.provinces_named(tail.strip(), stand.day)
    return head.split(), named[0] if len(named) == 1 and not _ENDS.search(tail) else None


def _at(
    before: list[str], proper: list[str], key: str, kinds: Mapping[str, tuple[Agency, ...]]
) -> tuple[Agency, str] | None:
    """Return the kind of body and the place where a word for its kind stands before a name."""
    for level in _LEVELS:
        for word in phrases(f"{level}-words"):
            size = len(word.split())
            if fold_words(" ".join(before[-size:])) != word:
                continue
            head, found, _ = key.partition(f"{word} {fold_words(' '.join(proper))}")
            row = _row(head.strip() or word, level, kinds) if found else None
            if row is not None:
                return row, " ".join([*before[-size:], *proper])
    return None


def _row(head: str, level: str, kinds: Mapping[str, tuple[Agency, ...]]) -> Agency | None:
    """Return the kind of body of a level; the word for the kind of place may be any or none."""
    named = (head, *(f"{head} {word}" for word in phrases(f"{level}-words")))
    rows = (row for name in named for row in kinds.get(name, ()))
    return next((row for row in rows if row.level == level and row.kind not in _OTHERS), None)


def _is_proper(word: str) -> bool:
    return word[:1].isupper() or word.isdecimal()


def _label(kind: Agency, unit: str, province: Province) -> str:
    """Return the name of the body in full."""
    begins = _before_place(kind.name_vi, phrases(f"{kind.level}-words"))
    place = f"{unit[0].lower()}{unit[1:]}" if begins else unit
    full = province.name_vi[0].lower() + province.name_vi[1:]
    return f"{begins} {place}, {full}".strip()


def _before_place(name: str, words: tuple[str, ...]) -> str:
    """Return a name up to the first word for a kind of place; nothing where it begins with one."""
    parts = name.split()
    for place in range(len(parts)):
        rest = fold_words(" ".join(parts[place:])) + " "
        if any(rest.startswith(f"{word} ") for word in words):
            return " ".join(parts[:place])
    return name

"""Provinces by their names, and how the registers write the names of bodies and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.cues import begins, cues
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ontology.registry import Province, Registry

_LONGEST_PLACE = 5
_LONG_FIELD = 4
"""Words of a field ("Giáo dục và Đào tạo") that other bodies than the registered one bear too."""
_SPELLINGS: dict[str, Spellings] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A province by one of its names, without its kind; kind as the register names it."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """How the names of the registers are written.

    Args:
        names: right spelling by folded words, names and aliases of bodies and types of places.
        provinces: provinces by folded short name, those of today last.
    """

    names: Mapping[str, str]
    provinces: Mapping[str, Place]


def _is_plain(alias: str) -> bool:
    """Tell whether an alias of a province is its name alone, without kind or abbreviation."""
    words = alias.replace("-", " ").split()
    return len(words) > 1 and all(w.istitle() for w in words) and not begins(alias, "places")


def spellings(registry: Registry) -> Spellings:
    """Return the spellings of a registry, made once.

    Args:
        registry: the registers.
    """
    found = _SPELLINGS.get(registry.sha256)
    if found is None:
        names: dict[str, str] = {}
        aliases = (alias.alias for alias in registry.agency_aliases)
        for name in (*aliases, *(agency.name_vi for agency in registry.agencies)):
            if len(name.split()) > 1 and not name.isupper():
                field = name.split(" ", 1)[1]
                if len(field.split()) >= _LONG_FIELD:
                    names.setdefault(fold_words(field), field)
                names[fold_words(name)] = name
        provinces: dict[str, Place] = {}
        for row in registry.provinces:
            for name in (row.name_short, *filter(_is_plain, row.aliases)):
                kind = _kind_then(name, row)
                provinces.setdefault(fold_words(name), Place(name=name, kind=kind))
        found = _SPELLINGS[registry.sha256] = Spellings(names=names, provinces=provinces)
    return found


def place_in(name: str, provinces: Mapping[str, Place]) -> Place | None:
    """Return the province that a name ends with.

    Args:
        name: name of a body ("Ủy ban nhân dân tỉnh Tiền Giang").
        provinces: by folded short name.
    """
    tokens = fold_words(name).split()
    for size in range(min(_LONGEST_PLACE, len(tokens)), 0, -1):
        found = provinces.get(" ".join(tokens[-size:]))
        if found and not _names_person(tokens[:-size]):
            return found
    unknown = cues().patterns["named-province"].search(name)
    return Place(name=unknown["name"], kind=cues().pairs["kinds"][0][0]) if unknown else None


def _names_person(before: list[str]) -> bool:
    """Tell whether folded words before a name make it the person's ("Cộng sản Hồ Chí Minh")."""
    words = cues().folded["of-persons"]
    return any(" ".join(before[-size:]) in words for size in (1, 2))


def _kind_then(name: str, row: Province) -> str:
    """Return what a place was while it bore a name: an alias may be that of an earlier province."""
    kind, word = cues().pairs["kinds"][0]
    before = fold_words(f"{word} {name}") in map(fold_words, row.aliases)
    return kind if before else row.kind

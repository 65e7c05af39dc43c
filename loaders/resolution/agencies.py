"""From the name of a body, as printed, to the body, group or post that it means.

A provincial name means the body of the province it names, else of the citing paper's province,
at the paper's date. A body of a district or commune is one of that province too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from loaders.records import AgencyResolution
from loaders.resolution.local_names import find_local
from loaders.resolution.wordings import opening, openings, pairs, phrases, spellings
from ontology.identifiers import ROOT, agency_path, instance_code
from ontology.quick_records import quick
from ontology.vietnamese_text import fold_words, slug

if TYPE_CHECKING:
    from loaders.resolution.local_names import LocalBody
    from loaders.resolution.standpoint import Standpoint
    from ontology.registry import Agency, Province, Registry

_FIGURES: Final = re.compile(r"\d+")
_BRACKET: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*$")
_WORD: Final = re.compile(r"[\s,;:/&-]+")
_DASHED: Final = re.compile(r"\s+[-\u2013]\s+")
_LONGEST_PLACE: Final = 6
_LONGEST_NAME: Final = 5
_LONGEST_SLUG: Final = 80
_NEAR: Final = 89.0
_NEAR_ENOUGH: Final = 92.0
_SHORTEST_NEAR: Final = 9
_EXACT: Final = 0.98
_ENDED: Final = 0.8
_LOCAL: Final = 0.9
_MISSPELT: Final = 0.8
_OPEN_GROUP: Final = 0.7
_WORDY: Final = 0.6
_WORDS_BEHIND: Final = 5
_SHORTEST_BODY: Final = 3
_BODIES: Final = f"{ROOT}agency/"
_PROVINCIAL: Final = "province"
_BELOW: Final = frozenset({"district", "commune"})


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as a name means it.

    Args:
        agency: the row of the register.
        province: for a provincial body, whose.
        confidence: 0 to 1.
    """

    agency: Agency
    province: Province | None
    confidence: float

    @property
    def code(self) -> str:
        """Return the code of the instance ("ubnd-tien-giang")."""
        if self.province is None:
            return self.agency.code
        return instance_code(self.agency, self.province.slug)

    @property
    def path(self) -> str:
        """Return its path."""
        return agency_path(self.agency, self.province.slug if self.province else "")


@lru_cache(maxsize=4096)  # the same names stand in paper after paper
def name_key(words: str) -> str:
    """Return the key of a name: folded, abbreviations spelt out, small words dropped."""
    short, small = spellings("abbreviation"), set(phrases("small-words"))
    parts = _WORD.split(unicodedata.normalize("NFC", words))
    spelt = fold_words(" ".join(short.get(part, part) for part in parts))
    for city, province in pairs("province-committee").items():
        spelt = spelt.replace(city, province)
    return " ".join(word for word in spelt.split() if word not in small)


class AgencyNames:
    """Resolves the names of bodies for papers of any province and date.

    Args:
        registry: the registers; the index over them is made once.
    """

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    @cached_property
    def _index(self) -> dict[str, tuple[Agency, ...]]:
        """Return the bodies under the keys of their names."""
        found: dict[str, dict[str, Agency]] = {}
        for agency in self.registry.agencies:
            found.setdefault(name_key(agency.name_vi), {})[agency.code] = agency
        for alias in self.registry.agency_aliases:
            agency_row = self.registry.agency(alias.agency_code)
            if agency_row:
                found.setdefault(name_key(alias.alias), {})[agency_row.code] = agency_row
        return {key: tuple(rows.values()) for key, rows in found.items()}

    @cached_property
    def _by_first_word(self) -> dict[str, list[str]]:
        """Return the keys of the index by their first words."""
        found: dict[str, list[str]] = {}
        for key in self._index:
            found.setdefault(key.partition(" ")[0], []).append(key)
        return found

    def resolve(self, printed: str, stand: Standpoint) -> AgencyResolution:
        """Return what a printed name means.

        Args:
            printed: name of a body, group or post; a bracket behind it does not count.
            stand: the citing paper.
        """
        words = _BRACKET.sub("", printed).strip()
        body = self.body(words, stand)
        if body is not None:
            return self._known(printed, body)
        post = self._post(printed, words, stand)
        if post is not None:
            return post
        if _is_group(name_key(words)):
            return _group(printed, words, stand)
        return self._local(printed, words, stand)

    def _local(self, printed: str, words: str, stand: Standpoint) -> AgencyResolution:
        """Return the body of a district or commune, or its head; without target where none is."""
        for role in (*openings(fold_words(words), "role"), ""):
            name = " ".join(words.split()[len(role.split()) :])
            found = find_local(name, name_key(name), self._index, stand)
            if found is not None:
                return _of_place(printed, role, found, stand)
        return AgencyResolution(printed=printed, kind="agency", target=None)

    def body(self, words: str, stand: Standpoint) -> Body | None:
        """Return the body, registered post or registered group of a name, or None.

        Args:
            words: the name without brackets.
            stand: the citing paper.
        """
        for part in dict.fromkeys((words, *_DASHED.split(words)[:1])):
            found = self._named(name_key(part), part, stand)
            if found is not None:
                return found
        return None

    def numbering_body(self, words: str, stand: Standpoint) -> Body | None:
        """Return the body whose number a document bears: of an office-holder, the body headed.

        Args:
            words: name of a body or of its head.
            stand: the citing paper.
        """
        plain = _BRACKET.sub("", words).strip()
        found = self.body(plain, stand)
        if found is None:
            role = opening(fold_words(plain), "role")
            rest = " ".join(plain.split()[len(role.split()) :]) if role else ""
            found = self.body(rest, stand) if rest else None
        if found is None or found.agency.kind != "person-role" or found.path.startswith(_BODIES):
            return found
        parent = self.registry.agency(found.agency.parent)
        return replace(found, agency=parent) if parent is not None else found

    def _named(self, key: str, words: str, stand: Standpoint) -> Body | None:
        """Look a key up as it stands, then with a place, a person's name or a slip taken off."""
        found = self._choose(self._rows(key), stand.province, stand, key)
        if found is not None:
            return found
        province, rest, word = self._cut_place(key, stand)
        if province is not None:
            rows = tuple(row for row in self._rows(rest) if row.level != "national")
            return self._choose(rows, province, stand, f"{rest} {word}".strip())
        return (
            self._without_person(key, words, stand)
            or self._near(key, stand)
            or self._with_words_behind(key, words, stand)
        )

    def _rows(self, key: str) -> tuple[Agency, ...]:
        """Return the bodies of a key; the word for a kind of province may be any or none."""
        if key in self._index:
            return self._index[key]
        kinds = (*phrases("province-word"), *phrases("city-word"))
        bare = next(
            (key.removesuffix(f" {kind}") for kind in kinds if key.endswith(f" {kind}")), key
        )
        tried = (f"{bare} {kinds[0]}", bare)
        return next((self._index[each] for each in tried if each in self._index), ())

    def _choose(
        self, rows: tuple[Agency, ...], province: Province | None, stand: Standpoint, key: str
    ) -> Body | None:
        """Return the one body of several with one name that fits place and time."""
        alive = [row for row in rows if row.existed(stand.day)]
        confidence = _EXACT if alive else _ENDED
        ordered = sorted(alive or rows, key=lambda row: row.level != _PROVINCIAL)
        if province is None or _is_lower_city(key, province):
            ordered = [row for row in ordered if row.level == "national" or row.kind == "group"]
        fitting = [row for row in ordered if row.level not in _BELOW or row.kind == "group"]
        if not fitting:
            return None
        row = fitting[0]
        local = row.level != "national" and province is not None
        return Body(agency=row, province=province if local else None, confidence=confidence)

    def _cut_place(self, key: str, stand: Standpoint) -> tuple[Province | None, str, str]:
        """Return the province that a name ends with, the rest, and the word for its kind."""
        parts = key.split()
        for size in range(min(_LONGEST_PLACE, len(parts) - 1), 0, -1):
            known = self.registry.provinces_named(" ".join(parts[-size:]))
            named = tuple(each for each in known if each.existed(stand.day)) or known[-1:]
            if len(named) == 1:
                return self._agreeing(named[0], parts[:-size], " ".join(parts[-size:]))
        return None, key, ""

    def _agreeing(
        self, province: Province, rest: list[str], place: str
    ) -> tuple[Province | None, str, str]:
        """Return the province unless the word before its name makes it a place below it."""
        left = " ".join(rest)
        city = phrases("city-word")[0]
        before_city = left.endswith(f" {city}") or place.startswith(f"{city} ")
        if before_city and province.kind != "municipality":
            return None, f"{left} {place}", ""
        if any(left.endswith(f" {word}") for word in phrases("below-province")):
            return None, f"{left} {place}", ""
        return province, left, city if before_city else phrases("province-word")[0]

    def _without_person(self, key: str, words: str, stand: Standpoint) -> Body | None:
        """Return the post that a name begins with, when a person's name follows it."""
        parts, printed = key.split(), words.split()
        if len(parts) != len(printed):
            return None
        for size in range(2, min(_LONGEST_NAME, len(parts) - 1) + 1):
            if not all(word[:1].isupper() for word in printed[-size:]):
                continue
            rest = " ".join(parts[:-size])
            if stand.province is not None and _is_lower_city(rest, stand.province):
                return None
            rows = self._index.get(rest, ())
            posts = tuple(row for row in rows if row.kind == "person-role")
            found = self._choose(posts, stand.province, stand, "")
            if found is not None:
                return found
        return None

    def _near(self, key: str, stand: Standpoint) -> Body | None:
        """Return the body whose name differs by a slip of the pen or of a scan."""
        if len(key) < _SHORTEST_NEAR or _is_group(key):
            return None
        nearest = self._nearest(key)
        if not nearest:
            return None
        found = self._choose(self._index[nearest], stand.province, stand, key)
        if found is None:
            return None
        return Body(
            agency=found.agency, province=found.province, confidence=found.confidence * _MISSPELT
        )

    def _nearest(self, key: str) -> str:
        """Return the nearest key, if it is near enough and has the same first word, else nothing.

        Where none of the same first word is near, the whole index need not be searched.
        """
        first = key.partition(" ")[0]
        alike = self._by_first_word.get(first, ())
        if process.extractOne(key, alike, scorer=fuzz.ratio, score_cutoff=_NEAR) is None:
            return ""
        best = process.extractOne(key, self._index.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if best is None or best[0].partition(" ")[0] != first:
            return ""
        other = _FIGURES.findall(best[0]) != _FIGURES.findall(key)
        far = best[1] < _NEAR_ENOUGH and Levenshtein.distance(key, best[0]) > 1
        return "" if other or far else best[0]

    def _with_words_behind(self, key: str, words: str, stand: Standpoint) -> Body | None:
        """Return the provincial body that a name begins with, when a few small words follow."""
        parts, printed = key.split(), words.split()
        for size in range(1, min(_WORDS_BEHIND, len(parts) - _SHORTEST_BODY) + 1):
            if len(printed) <= size or not printed[-size][:1].islower() or _is_group(key):
                return None
            rows = self._index.get(" ".join(parts[:-size]), ())
            local = tuple(row for row in rows if row.level == _PROVINCIAL and row.kind != "group")
            found = self._choose(local, stand.province, stand, " ".join(parts[:-size]))
            if found is not None:
                return replace(found, confidence=_WORDY)
        return None

    def _known(self, printed: str, body: Body) -> AgencyResolution:
        """Return the record of a body that is in the register."""
        kinds = {"group": "group", "person-role": "post"}
        kind = kinds.get(body.agency.kind, "agency")
        if body.path.startswith(_BODIES):
            kind = "agency"
        return AgencyResolution(
            printed=printed,
            kind=kind,
            target=body.path,
            body=self._headed(body) if kind == "post" else None,
            confidence=body.confidence,
        )

    def _headed(self, post: Body) -> str | None:
        """Return the path of the body that a post of the register heads."""
        parent = self.registry.agency(post.agency.parent)
        if parent is None:
            return None
        province = post.province.slug if post.province and parent.level != "national" else ""
        return agency_path(parent, province)

    def _post(self, printed: str, words: str, stand: Standpoint) -> AgencyResolution | None:
        """Return the head of a body that is named as a role and a body."""
        if _is_group(name_key(words)):
            return None
        for role in openings(fold_words(words), "role"):
            name = " ".join(words.split()[len(role.split()) :])
            body = self.body(name, stand) if name else None
            if body is not None and body.agency.kind not in {"group", "person-role"}:
                return _head_of(printed, role, body)
        return None


def _head_of(printed: str, role: str, body: Body) -> AgencyResolution:
    """Return the record of the head of a body."""
    return AgencyResolution(
        printed=printed,
        kind="post",
        target=f"{ROOT}post/{slug(role)}-{body.code}",
        body=body.path,
        confidence=body.confidence,
    )


def _of_place(printed: str, role: str, found: LocalBody, stand: Standpoint) -> AgencyResolution:
    """Return the record of a body of a district or commune, or of its head."""
    body = found.path
    code = body.removeprefix(_BODIES)
    return AgencyResolution(
        printed=printed,
        kind="post" if role else "agency",
        target=f"{ROOT}post/{slug(role)}-{code}" if role else body,
        body=body if role else None,
        local_label=found.label,
        confidence=_LOCAL if found.kind.existed(stand.day) else _ENDED,
    )


def _is_lower_city(key: str, province: Province) -> bool:
    """Tell whether a name without a place speaks of a city below a province."""
    city = phrases("city-word")[0]
    return key.endswith(f" {city}") and province.kind != "municipality"


@lru_cache(maxsize=4096)
def _is_group(key: str) -> bool:
    """Tell whether a name means a set of bodies or persons."""
    padded = f" {key} "
    if opening(key, "plural"):
        return True
    return any(f" {phrase} " in padded for phrase in phrases("plural-inside"))


def _group(printed: str, words: str, stand: Standpoint) -> AgencyResolution:
    """Return an open group, named by its words and the paper's province."""
    place = stand.province.slug if stand.province else "vn"
    kind = name_key(words)
    opened = opening(kind, "plural")
    several = opened if opened == phrases("plural-one")[0] else ""
    return AgencyResolution(
        printed=printed,
        kind="group",
        target=f"{ROOT}group/{place}/{_group_slug(kind.removeprefix(several))}",
        confidence=_OPEN_GROUP,
    )


def _group_slug(words: str) -> str:
    """Return the slug of a group; a very long one is cut and keeps a digest of the whole."""
    whole = slug(words)
    if len(whole) <= _LONGEST_SLUG:
        return whole
    return f"{whole[:_LONGEST_SLUG].rpartition('-')[0]}-{sha256(whole.encode()).hexdigest()[:8]}"

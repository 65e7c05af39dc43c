"""Names of bodies that only the line above them completes, and the spelling of their places."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from loaders.metadata.bodies import completed, spell
from loaders.metadata.cues import begins, cues
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from ontology.registry import Registry

_READ = 20_000
"""Letters of a paper in which a sentence that names its issuer is looked for."""
_POSTS = 4
"""Words of a post before the name of its body, and one more."""
_SHORTEST = 3
"""Words of a name that a sentence may spell."""


def scoped(bodies: tuple[str, ...], registry: Registry) -> str:
    """Return the name of the last body, with that of the body above it where it needs one.

    Args:
        bodies: those of the heading, in printed order.
        registry: the registers.

    Source: Hướng dẫn 36-HD/VPTW; Decree 30/2020/NĐ-CP, annex I, part II.2.
    """
    name = bodies[-1]
    if len(bodies) < 2:  # noqa: PLR2004 - two lines
        return name
    if begins(name, "district-offices") and not cues().patterns["named-district"].search(name):
        place = cues().patterns["named-district"].search(bodies[-2])
        return f"{name} {place.group()}" if place else completed(name, bodies[-2], registry)
    if fold_words(name) in cues().folded["central"] and begins(bodies[-2], "organisations"):
        return f"{name} {bodies[-2]}"
    if fold_words(name) not in cues().folded["unscoped"]:
        return completed(name, bodies[-2], registry)
    superiors = {fold_words(above): words for above, words in cues().pairs["superiors"]}
    above = bodies[-2]
    if fold_words(name) not in cues().folded["party-organs"]:
        above = _of_committee(above)
    scoped = spell(f"{name} {superiors.get(fold_words(above), above)}", registry)
    return dict(cues().pairs["full-names"]).get(scoped, scoped)


def _of_committee(above: str) -> str:
    """Return a branch of the Party by the name of its committee ("Đảng bộ tỉnh Bắc Sơn")."""
    for branch, committee in cues().pairs["branches"]:
        if above.startswith(branch + " "):
            return committee + above[len(branch) :]
    return above


def is_department_below(bodies: tuple[str, ...], meant: str) -> bool:
    """Tell whether the heading kept the committee alone and lost its department below it.

    Args:
        bodies: those of the heading.
        meant: the body that the symbol of the number means.
    """
    lone = len(bodies) == 1 and fold_words(bodies[0]) in cues().folded["bare-committees"]
    return lone and begins(meant, "departments") != ""


def with_own_place(name: str, bodies: tuple[str, ...]) -> str:
    """Return a name that ends with the level of a place, with the place of that level above it.

    Args:
        name: of who decides ("Chủ tịch Ủy ban nhân dân xã").
        bodies: those of the heading ("Ủy ban nhân dân xã Sông Mây").

    Source: Decree 30/2020/NĐ-CP, annex I, part II.7: the line of authority leaves the place to
        the heading.
    """
    for body in reversed(bodies):
        found = cues().patterns["named-district"].search(body)
        place = found.group() if found else ""
        level = " ".join(takewhile(str.islower, place.split()))
        if level and name.endswith(" " + level):
            return name + place[len(level) :]
    return name


def with_place_of_issue(name: str, place: str) -> str:
    """Return a name that ends with a level below the province, with the place before the date.

    Args:
        name: of a body that its own paper names ("Ủy ban nhân dân xã").
        place: as printed before the date; empty where none is or where it is a province.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.4: the place is that of the body.
    """
    level = name.rsplit(" ", 1)[-1]
    return f"{name} {place}" if place and level in cues().lists["communes"] else name


def spelled_like_text(name: str, text: str) -> str:
    """Return a name that was printed in capitals as a sentence of its paper writes it.

    Args:
        name: of a body, its unknown words in small letters ("Trường Cao đẳng sông mây").
        text: the paper.

    Source: Decree 30/2020/NĐ-CP, annex II: capitals tell which words are a proper name.
    """
    words = name.split()
    for start in range(max(0, min(_POSTS, len(words) - _SHORTEST + 1))):
        kept, sought = words[:start], r"\s+".join(map(re.escape, words[start:]))
        for found in re.finditer(rf"(?<!\w){sought}(?!\w)", text[:_READ], re.IGNORECASE):
            written = found.group().split()
            is_loud = any(word.isupper() and len(word) > 1 for word in written)
            if not is_loud and _capitals(written[1:]) > _capitals(words[start + 1 :]):
                return " ".join((*kept, words[start], *written[1:]))
    return name


def _capitals(words: list[str]) -> int:
    """Return how many words begin with a capital."""
    return sum(word[:1].isupper() for word in words)


def spelled_like_place(name: str, place: str) -> str:
    """Return a name whose last words are written as the place before the date writes them.

    A scan loses the marks of capitals sooner than those of small letters.

    Args:
        name: of a body ("Ủy ban nhân dân phường Bến Nghe").
        place: as printed before the date ("Bến Nghé").
    """
    size = len(place.split())
    words = name.split()
    last = " ".join(words[-size:])
    if size < 2 or last == place or fold_words(last) != fold_words(place):  # noqa: PLR2004 - one word alone may be another name
        return name
    return " ".join((*words[:-size], place))

"""Read the names of bodies and posts that issue papers.

Source: the register of agencies; for bodies it does not hold, the head words of `issuers.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import either, fill, table
from loaders.records import Span
from ontology.vietnamese_text import fold, place_tones, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ontology.registry import Registry

LONGEST = 12
"""How many words the name of an unregistered body may have."""

_GRAMMARS: dict[str, BodyGrammar] = {}
_WORD = re.compile(r"[ \n]{1,3}(?:[-&][ \n])?[^\W_]+(?:[-/&][^\W_]+)*|,[ \n]+[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The name of a body as it stands in a text, with its spelling repaired."""

    span: Span
    name: str
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyGrammar:
    """How names of bodies are read.

    Args:
        known: names of the register, with roles before and places after, for folded text.
        heads: head words of other bodies, for folded text.
        place: the name of a place after a body of a province, for printed text.
        ends: words that end the name of another body, for folded text.
        spelling: registered spellings by folded name.
    """

    known: re.Pattern[str]
    heads: re.Pattern[str]
    place: re.Pattern[str]
    ends: re.Pattern[str]
    spelling: Mapping[str, str]

    def read(self, text: str, folded: str, position: int) -> Body | None:
        """Return the name of a body that starts at a position.

        Args:
            text: normalised text.
            folded: the same in lower case without diacritics.
            position: where the name starts.
        """
        match = self.known.match(folded, position)
        if match is None:
            other = self._other(text, folded, position)
            return self._body(text, position, other, known=False) if other else None
        return self._body(text, position, self._with_place(text, match), known=True)

    def _with_place(self, text: str, match: re.Match[str]) -> int:
        """Return where a registered name ends with the place after it."""
        if match["local"] is None:
            return match.end()
        place = self.place.match(text, match.end())
        return place.end() if place else match.end()

    def _other(self, text: str, folded: str, position: int) -> int | None:
        """Return where the name of an unregistered body ends, by the words that cannot be in it."""
        head = self.heads.match(folded, position)
        if head is None or not text[position].isupper():
            return None
        end = head.end()
        for _ in range(LONGEST):
            word = _WORD.match(text, end)
            if word is None or self.ends.match(text, word.start()):
                break
            if word.group().startswith(",") and not self._goes_on(text, word):
                break
            end = word.end()
        return end

    def _goes_on(self, text: str, word: re.Match[str]) -> bool:
        """Tell whether a name runs on over a comma: a capital word follows it."""
        return text[word.end() - len(word.group().split()[-1])].isupper()

    def _body(self, text: str, start: int, end: int, *, known: bool) -> Body:
        """Return a body whose damaged spelling is that of the register."""
        printed = " ".join(text[start:end].split())
        right = self.spelling.get(strip_marks(printed))
        name = printed
        if right and place_tones(right).casefold() != place_tones(printed).casefold():
            name = right
        return Body(span=Span(start=start, end=end), name=name, known=known)


def bodies_of(registry: Registry) -> BodyGrammar:
    """Return the grammar of the names in the registers, made once for the same tables."""
    if registry.sha256 not in _GRAMMARS:
        names = [row.name_vi for row in registry.agencies]
        names += [row.alias for row in registry.agency_aliases]
        names += list(_words("collective"))
        places = [p.name_short for p in registry.provinces]
        _GRAMMARS[registry.sha256] = body_grammar(names, places)
    return _GRAMMARS[registry.sha256]


def body_grammar(names: Iterable[str], places: Iterable[str]) -> BodyGrammar:
    """Return the grammar for given names.

    Args:
        names: full names and abbreviations of bodies.
        places: names of provinces, without their kind.
    """
    data = table("loaders.citations", "issuers.toml")
    parts: dict[str, str] = data["part"]
    damaged = {fold(entry["printed"]): entry["becomes"] for entry in data["damaged"]}
    spelling = {fold(name): place_tones(name) for name in names} | damaged
    roles = _folded_part(parts["role"])
    local = either(sorted({n for n in spelling if n.endswith(_local_ends())}))
    other = either(sorted(spelling))
    named = rf"(?:(?P<local>(?:{local})(?![a-z]))|{other})(?![a-z0-9])"
    where = fill(parts["place_word"], parts)
    given = either(sorted({place_tones(p) for p in places}))
    return BodyGrammar(
        known=re.compile(rf"(?:(?:{roles})\s+)?{named}"),
        heads=re.compile(rf"(?:(?:{roles})\s+)?(?:{_folded_part(parts['head'])})(?![a-z0-9])"),
        place=re.compile(
            rf"(?:\s+(?:{where}))?\s+(?:{given})(?!\w)|(?:\s+(?:{where}))?\s+{fill('{place}', parts)}"
        ),
        ends=re.compile(rf"[\s,]+(?:{either(_words('name-end'))})(?!\w)"),
        spelling=spelling,
    )


def _folded_part(expression: str) -> str:
    """Return alternatives of a part for folded text, longest first."""
    return either(sorted({fold(option) for option in expression.split("|")}))


@cache
def _local_ends() -> tuple[str, ...]:
    """Return the folded words after which the name of a place follows."""
    return tuple(fold(word) for word in _words("local"))


def _words(identifier: str) -> tuple[str, ...]:
    """Return the phrases of an entry of `issuers.toml`."""
    entries = table("loaders.citations", "issuers.toml")["words"]
    return next(tuple(entry["phrases"]) for entry in entries if entry["id"] == identifier)

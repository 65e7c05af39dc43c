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
from ontology.quick_records import quick
from ontology.vietnamese_text import fold_words, place_tones, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ontology.registry import Registry

LONGEST = 12
"""How many words the name of an unregistered body may have."""
REACH = 150
"""How many characters the name of a registered body may have."""

FIRST = 16
"""How many characters the first word of a name may have."""

_GRAMMARS: dict[str, BodyGrammar] = {}
_WORD = re.compile(r"[ \n]{1,3}(?:[-&][ \n])?[^\W_]+(?:[-/&][^\W_]+)*|,[ \n]+[^\W_]+")
_FIRST = re.compile(r"[a-z0-9]+")
_NEXT = re.compile(r"[\s,&.\-]{1,6}([a-z0-9]+)")
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_](?<=[^a-z\u0111])")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The name of a body as it stands in a text; `repaired` where its spelling was damaged."""

    span: Span
    name: str
    known: bool
    repaired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyGrammar:
    """How names of bodies are read.

    Args:
        spelling: registered names by their folded words.
        words: registered names of one word, as spelled.
        first: the first words of those names, and how many words the longest that begins so has.
        roles: posts that may stand before a name, by folded words.
        longest: how many words the longest of those names has.
        local: folded last words of names that the name of a place follows.
        place: the name of a place after such a name, for printed text.
        province: the kind and name of a province after any other name, for printed text.
        council: the name of a People's Council after that of its board.
        board: folded head words of boards that bear the name of a field; field: that name.
        heads: head words of other bodies, by folded words.
        ends: words that end the name of another body, for printed text.
    """

    spelling: Mapping[str, str]
    words: frozenset[str]
    first: Mapping[str, int]
    roles: frozenset[str]
    longest: int
    local: tuple[str, ...]
    place: re.Pattern[str]
    province: re.Pattern[str]
    council: re.Pattern[str]
    board: str
    field: re.Pattern[str]
    heads: frozenset[str]
    ends: re.Pattern[str]

    def read(self, text: str, position: int) -> Body | None:
        """Return the name of a body that starts at a position.

        Args:
            text: normalised text.
            position: where the name starts.
        """
        if not text[position : position + 1].isupper():
            return None
        keys, ends = self._words(text, position)
        if not keys:
            return None
        begin = self._longest_of(self.roles, keys, 0)
        known = self._longest_of(self.spelling, keys, begin)
        if known == begin and begin:
            known = self._longest_of(self.spelling, keys, 0)
            begin = 0
        if known - begin == 1 and not self._is_spelled(text, ends, begin):
            known = begin
        head = self._longest_of(self.heads, keys, begin)
        if known > begin and known >= head:
            name = " ".join(keys[begin:known])
            end = self._with_place(text, name, ends[known - 1])
            return self._body(text, position, self._with_council(text, end), known=True)
        if head == begin:
            return None
        end = self._other(text, ends[head - 1], " ".join(keys[begin:head]))
        if end == ends[head - 1] and head - begin == 1:
            return None
        return self._body(text, position, end, known=False)

    def _is_spelled(self, text: str, ends: list[int], place: int) -> bool:
        """Tell whether a name of one word is printed exactly as registered: short forms must be."""
        printed = re.search(r"\w+\Z", text[: ends[place]][-REACH:])
        return printed is not None and printed.group() in self.words

    def ending(self, text: str, start: int, end: int) -> Body | None:
        """Return the longest registered name inside a stretch that ends where the stretch ends.

        Args:
            text: normalised text.
            start, end: the stretch.
        """
        for capital in _CAPITAL.finditer(text, start, end):
            body = self.read(text, capital.start())
            if body is not None and body.known and body.span.end == end:
                return body
        return None

    def _words(self, text: str, position: int) -> tuple[list[str], list[int]]:
        """Return the folded words from a position on, and where each ends."""
        first = _FIRST.match(strip_marks(text[position : position + FIRST]))
        if first is None or first.group() not in self.first:
            return [], []
        folded = strip_marks(text[position : position + REACH])
        keys, ends = [first.group()], [position + first.end()]
        end = first.end()
        while len(keys) < self.longest and (word := _NEXT.match(folded, end)):
            keys.append(word.group(1))
            end = word.end()
            ends.append(position + end)
        return keys, ends

    def _longest_of(
        self, names: Mapping[str, str] | frozenset[str], keys: list[str], begin: int
    ) -> int:
        """Return the end of the longest name among the words from `begin`; `begin` if none."""
        if begin == len(keys):
            return begin
        for end in range(min(len(keys), begin + self.first.get(keys[begin], 0)), begin, -1):
            if " ".join(keys[begin:end]) in names:
                return end
        return begin

    def _with_council(self, text: str, end: int) -> int:
        """Return where the name of a council's board ends: with the council's name after it."""
        council = self.council.match(text, end)
        place = self.place.match(text, council.end()) if council else None
        return place.end() if place else council.end() if council else end

    def _with_field(self, text: str, end: int) -> int:
        """Return where the name of a board ends: with its field, where a subject follows that."""
        field = self.field.match(text, end)
        return end + len(field.group().rstrip()) if field else end

    def _with_place(self, text: str, name: str, end: int) -> int:
        """Return where a registered name ends with the place after it."""
        form = self.place if name.endswith(self.local) else self.province
        place = form.match(text, end)
        return place.end() if place else end

    def _other(self, text: str, end: int, head: str) -> int:
        """Return where the name of an unregistered body ends, by the words that cannot be in it."""
        for _ in range(LONGEST):
            word = _WORD.match(text, end)
            if word is None or self.ends.match(text, word.start()):
                break
            if word.group().startswith(",") and not self._goes_on(text, word):
                break
            end = word.end()
        return self._with_field(text, end) if head == self.board else end

    def _goes_on(self, text: str, word: re.Match[str]) -> bool:
        """Tell whether a name runs on over a comma: a capital word follows it."""
        return text[word.end() - len(word.group().split()[-1])].isupper()

    def _body(self, text: str, start: int, end: int, *, known: bool) -> Body:
        """Return a body whose damaged spelling is that of the register."""
        printed = " ".join(text[start:end].split())
        right = self.spelling.get(fold_words(printed))
        name = printed
        if right and place_tones(right).casefold() != place_tones(printed).casefold():
            name = right if strip_marks(right) == strip_marks(printed) else printed
            name = right if printed in self.damaged() else name
        span = Span(start=start, end=end)
        return Body(span=span, name=name, known=known, repaired=name != printed)

    def damaged(self) -> frozenset[str]:
        """Return the misprints that more than diacritics tell from their names."""
        entries = table("loaders.citations", "issuers.toml")["damaged"]
        return frozenset(entry["printed"] for entry in entries)


def bodies_of(registry: Registry) -> BodyGrammar:
    """Return the grammar of the names in the registers, made once for the same tables."""
    if registry.sha256 not in _GRAMMARS:
        names = [row.alias for row in registry.agency_aliases]
        names += list(_words("collective"))
        names += [row.name_vi for row in registry.agencies]
        places = [p.name_short for p in registry.provinces]
        _GRAMMARS[registry.sha256] = body_grammar(names, places)
    return _GRAMMARS[registry.sha256]


def body_grammar(names: Iterable[str], places: Iterable[str]) -> BodyGrammar:
    """Return the grammar for given names.

    Args:
        names: full names and abbreviations of bodies; of namesakes the last one gives the spelling.
        places: names of provinces, without their kind.
    """
    data = table("loaders.citations", "issuers.toml")
    parts: dict[str, str] = data["part"]
    damaged = {fold_words(entry["printed"]): entry["becomes"] for entry in data["damaged"]}
    spelling = {fold_words(name): place_tones(name) for name in names} | damaged
    roles = frozenset(fold_words(role) for role in parts["role"].split("|"))
    heads = frozenset(fold_words(head) for head in parts["head"].split("|"))
    where = fill(parts["place_word"], parts)
    named = {place_tones(p) for p in places}
    given = either(sorted(named | {p.upper() for p in named}))
    generic = fill("{place}", parts)
    return BodyGrammar(
        spelling=spelling,
        words=frozenset(name for name in spelling.values() if " " not in name),
        first=_longest_by_first({*spelling, *roles, *heads}),
        roles=roles,
        longest=max(len(name.split()) for name in spelling) + 3,
        local=tuple(fold_words(word) for word in _words("local")),
        place=re.compile(
            rf"(?:\s+(?:{where}))?\s+(?:{given})(?!\w)|(?:\s+(?:{where}))?\s+{generic}"
            rf"|{parts['ordinal']}"
        ),
        province=re.compile(rf"\s+(?:{parts['province_word']})\s+(?:{given})(?!\w)"),
        council=re.compile(rf"\s+{parts['council']}"),
        board=fold_words(parts["board"]),
        field=re.compile(parts["field"]),
        heads=heads,
        ends=re.compile(
            rf"[\s,]+(?:{parts['name_end_number']}|(?:{either(_words('name-end'))})(?!\w))"
            rf"|,?[ ]?\n\s*(?:{either(_words('name-end-line'))})(?!\w)"
        ),
    )


def _longest_by_first(names: Iterable[str]) -> dict[str, int]:
    """Return how many words the longest name has, by the first words of the names."""
    longest: dict[str, int] = {}
    for words in map(str.split, names):
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@cache
def _words(identifier: str) -> tuple[str, ...]:
    """Return the phrases of an entry of `issuers.toml`."""
    entries = table("loaders.citations", "issuers.toml")["words"]
    return next(tuple(entry["phrases"]) for entry in entries if entry["id"] == identifier)

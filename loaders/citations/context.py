"""What all readers of mentions share about one text, made once a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.bodies import BodyGrammar, bodies_of
from loaders.grammar.numbers import numbers_of
from loaders.grammar.tables import either, table
from loaders.records import Span
from ontology.vietnamese_text import fold, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.grammar.numbers import NumberReading
    from loaders.records import NormalisedText
    from ontology.registry import DocumentType, Registry

_WORD_PATTERNS: dict[str, re.Pattern[str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeWord:
    """A type word as it stands in a text.

    Args:
        span: the words.
        kind: the document type; None for a generic word, whose number gives the type.
        name: the type word repaired, first letter capital, the others small.
        capital: True where it is printed with a capital letter.
    """

    span: Span
    kind: DocumentType | None
    name: str
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A text with the marks that readers look for.

    Args:
        normalised: the text and its way back to the source.
        text: its words; folded: the same in lower case without diacritics, of the same length.
        lower: the text in lower case with its diacritics, for words that differ in these alone.
        words: type words in order; word_starts and word_ends: their offsets.
        numbers: document numbers in order; number_starts: their offsets.
        registry: the registers.
        bodies: the grammar of names of bodies.
    """

    normalised: NormalisedText
    text: str
    folded: str
    lower: str
    words: tuple[TypeWord, ...]
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]
    numbers: tuple[NumberReading, ...]
    number_starts: tuple[int, ...]
    registry: Registry
    bodies: BodyGrammar

    def word_ending(self, position: int) -> TypeWord | None:
        """Return the type word that ends exactly at a position."""
        index = bisect_left(self.word_ends, position)
        if index < len(self.words) and self.word_ends[index] == position:
            return self.words[index]
        return None

    def word_before(self, position: int) -> TypeWord | None:
        """Return the last type word that ends at or before a position."""
        index = bisect_right(self.word_ends, position)
        return self.words[index - 1] if index else None

    def words_between(self, start: int, end: int) -> tuple[TypeWord, ...]:
        """Return the type words that start inside a stretch."""
        return self.words[bisect_left(self.word_starts, start) : bisect_left(self.word_starts, end)]

    def number_after(self, position: int) -> NumberReading | None:
        """Return the first number that starts at or after a position."""
        index = bisect_left(self.number_starts, position)
        return self.numbers[index] if index < len(self.numbers) else None

    def words_of(self, span: Span) -> str:
        """Return the printed words of a span on one line."""
        return self.normalised.words(span)


def read_context(normalised: NormalisedText, registry: Registry) -> Context:
    """Return the context of a text.

    Args:
        normalised: the text.
        registry: types, symbols and bodies.
    """
    folded = strip_marks(normalised.text)
    words = _type_words(normalised.text, folded, registry)
    numbers = numbers_of(registry).find(normalised.text)
    return Context(
        normalised=normalised,
        text=normalised.text,
        folded=folded,
        lower=_lower(normalised.text),
        words=words,
        word_starts=tuple(word.span.start for word in words),
        word_ends=tuple(word.span.end for word in words),
        numbers=numbers,
        number_starts=tuple(number.span.start for number in numbers),
        registry=registry,
        bodies=bodies_of(registry),
    )


def _lower(text: str) -> str:
    """Return the text in lower case, character for character."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)


def _type_words(text: str, folded: str, registry: Registry) -> tuple[TypeWord, ...]:
    """Return the type words of a text, damaged ones too, in order."""
    found = []
    for match in _word_pattern(registry).finditer(folded):
        start, end = match.span()
        if start and folded[start - 1].isalnum():
            continue
        name = _type_name(" ".join(match.group().split()), registry)
        kinds = registry.types_named(name)
        found.append(
            TypeWord(
                span=Span(start=start, end=end),
                kind=kinds[0] if kinds else None,
                name=name,
                capital=text[start].isupper(),
            )
        )
    return tuple(found)


def _type_name(words: str, registry: Registry) -> str:
    """Return a type word as the register writes it."""
    for kind in registry.types_named(words):
        for name in (kind.name_vi, *kind.aliases):
            if fold(name) == words:
                return name
    return words.capitalize()


def _word_pattern(registry: Registry) -> re.Pattern[str]:
    """Return what finds type words in a folded text."""
    if registry.sha256 not in _WORD_PATTERNS:
        named = {name for kind in registry.document_types for name in (kind.name_vi, *kind.aliases)}
        names = sorted({fold(name) for name in named | set(phrases("generic-type"))})
        _WORD_PATTERNS[registry.sha256] = re.compile(f"(?:{either(names)})(?![a-z])")
    return _WORD_PATTERNS[registry.sha256]


@cache
def phrases(identifier: str) -> tuple[str, ...]:
    """Return the phrases of an entry of `wordings.toml`."""
    entries = table("loaders.citations", "wordings.toml")["words"]
    return next(tuple(entry["phrases"]) for entry in entries if entry["id"] == identifier)


@cache
def folded_phrase(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry in folded text, as whole words."""
    return re.compile(f"(?:{either([fold(p) for p in phrases(identifier)])})(?![a-z0-9])")


@cache
def folded_before(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry at the end of a stretch of folded text."""
    inner = either([fold(p) for p in phrases(identifier)])
    return re.compile(rf"(?<![a-z0-9])(?:{inner})\s*\Z")


@cache
def phrase(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry in lower-case text, as whole words."""
    return re.compile(rf"(?:{either([p.lower() for p in phrases(identifier)])})(?!\w)")


@cache
def before(identifier: str) -> re.Pattern[str]:
    """Return what matches a phrase of an entry at the end of a stretch of lower-case text."""
    return re.compile(rf"(?<!\w)(?:{either([p.lower() for p in phrases(identifier)])})\s*\Z")


class Cover:
    """Tell quickly whether a position lies in one of some spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends: list[int] = []
        for span in ordered:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def __call__(self, position: int) -> bool:
        """Return True where the position lies in a span."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]

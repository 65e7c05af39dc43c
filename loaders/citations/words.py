"""Find type words: "Nghị quyết", "Thông tư liên tịch", also broken over lines or damaged by OCR.

Source: the register of document types. Owns the multi-pattern search (ahocorasick-rs).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.citations.misprints import misprints
from loaders.citations.wordings import phrases
from loaders.records import Span
from ontology.quick_records import quick
from ontology.vietnamese_text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ontology.registry import DocumentType, Registry

GAPS = (" ", "  ", "   ", "")
"""What may stand between the syllables of a type word: a line break counts as a blank, and
conversion may lose it."""

_GRAMMARS: dict[str, WordGrammar] = {}
_LAST_WORDS = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+){0,3}\s*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_RUNS = re.compile(r"\s{2,}")
_NUMBER = re.compile(r"\s{1,3}(?:[sS][\u1ed1\u00f4o]:?\s{1,2})?[0-9]")
_NAME = re.compile(r"\s{1,3}[^\W_]{2}")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TypeWord:
    """A type word as it stands in a text.

    Args:
        span: the words.
        kind: the document type; None for a generic word, whose number gives the type.
        name: the type word repaired, first letter capital, the others small.
        capital: True where it is printed with a capital letter.
        damaged: True where a mark of it was lost or misread.
    """

    span: Span
    kind: DocumentType | None
    name: str
    capital: bool
    damaged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGrammar:
    """The type words: what finds them, and for each pattern its name and type.

    Args:
        search: finds the longest from the left in lower-case text with blanks for line breaks.
        names: name and type by the number of the pattern.
        sound: how many of the patterns, from the first, are spelt right.
        folded: name and type by the words without diacritics, for damaged print.
    """

    search: AhoCorasick
    names: tuple[tuple[str, DocumentType | None], ...]
    sound: int
    folded: dict[str, tuple[str, DocumentType | None]]

    def find(self, text: str, lower: str) -> tuple[TypeWord, ...]:
        """Return the type words of a text in order.

        Args:
            text: normalised text.
            lower: the same in lower case.
        """
        flat = lower.replace("\n", " ")
        found = []
        for index, start, end in self.search.find_matches_as_indexes(flat):
            word = self._sound(text, index, start, end)
            if word is None and index >= self.sound:
                found += self._inside(text, flat, start + 1, end)
            elif word is not None:
                found.append(word)
        return tuple(found)

    def _inside(self, text: str, flat: str, start: int, end: int) -> list[TypeWord]:
        """Return the type words inside what only looks like a misprint: "bố Luật"."""
        inner = self.search.find_matches_as_indexes(flat[start:end])
        words = (self._sound(text, i, start + s, start + e) for i, s, e in inner if i < self.sound)
        return [word for word in words if word is not None]

    def _sound(self, text: str, index: int, start: int, end: int) -> TypeWord | None:
        """Return the type word that a match is; None inside another word or for a mere likeness."""
        if start and text[start - 1].isalnum() and not _is_glued(text, start):
            return None
        if text[end : end + 1].isalpha():
            return None
        word = self._word(index, Span(start=start, end=end), text)
        return word if not word.damaged or _is_followed(text, word.span, word.kind) else None

    def _word(self, index: int, span: Span, text: str) -> TypeWord:
        """Return the type word of a pattern at its place."""
        name, kind = self.names[index]
        return TypeWord(
            span=span,
            kind=kind,
            name=name,
            capital=text[span.start].isupper(),
            damaged=index >= self.sound,
        )

    def damaged(self, text: str, end: int) -> TypeWord | None:
        """Return the type word, its diacritics lost or damaged, that ends at a position."""
        last = _LAST_WORDS.search(text, max(0, end - 40), end)
        if last is None:
            return None
        for word in _WORD.finditer(text, last.start(), end):
            known = self.folded.get(fold(text[word.start() : end]))
            if known:
                span = Span(start=word.start(), end=end - _blanks_before(text, end))
                capital = text[span.start].isupper()
                return TypeWord(span=span, kind=known[1], name=known[0], capital=capital)
        return None


def _blanks_before(text: str, end: int) -> int:
    """Return how many blanks stand before a position."""
    before = text[max(0, end - 40) : end]
    return len(before) - len(before.rstrip())


def _is_glued(text: str, start: int) -> bool:
    """Tell whether the blank before a capital word was lost: a small letter stands there."""
    return text[start].isupper() and text[start - 1].islower()


def _is_cited_alone(kind: DocumentType) -> bool:
    """Tell whether a type is cited by a bare number or by name, so that no symbol repairs it."""
    codes = (*phrases("short-types"), *phrases("short-types-with-number-word"))
    return kind.code in codes or kind.code in phrases("law-types")


def _is_followed(text: str, span: Span, kind: DocumentType | None) -> bool:
    """Tell whether a damaged word has a capital letter and a number, or a law's name, after it."""
    if not text[span.start].isupper():
        return False
    by_name = kind is not None and kind.code in phrases("law-types")
    return (_NAME if by_name else _NUMBER).match(text, span.end) is not None


def words_of(registry: Registry) -> WordGrammar:
    """Return the grammar of the type words of the registers, made once for the same tables."""
    if registry.sha256 not in _GRAMMARS:
        named = {phrase.capitalize(): None for phrase in phrases("generic-type")} | {
            name: kind
            for kind in reversed(registry.document_types)
            for name in (kind.name_vi, *kind.aliases)
        }
        _GRAMMARS[registry.sha256] = word_grammar(named)
    return _GRAMMARS[registry.sha256]


def word_grammar(named: dict[str, DocumentType | None]) -> WordGrammar:
    """Return the grammar for given names.

    Args:
        named: type by name; None for a generic word.
    """
    patterns: list[str] = []
    names: list[tuple[str, DocumentType | None]] = []
    for name, kind in named.items():
        syllables = name.lower().split()
        for gaps in product(GAPS, repeat=len(syllables) - 1):
            patterns.append("".join(a + b for a, b in zip(syllables, (*gaps, ""), strict=True)))
            names.append((name, kind))
    sound = len(patterns)
    known = set(patterns)
    for name, kind in named.items():
        wrong = misprints(name) if kind and _is_cited_alone(kind) else ()
        patterns += [form for form in wrong if form not in known]
        names += [(name, kind)] * (len(patterns) - len(names))
        known.update(wrong)
    folded = {fold(name): (name, kind) for name, kind in named.items()}
    search = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)
    return WordGrammar(search=search, names=tuple(names), sound=sound, folded=folded)


def find_phrases(phrases: Sequence[str], text: str) -> tuple[Span, ...]:
    """Return where some phrases stand, whatever white space parts their words; the longest first.

    Args:
        phrases: in one line each, case and marks as in the text.
        text: normalised text.
    """
    flat, ends, shifts = _on_one_line(text)

    def whole(position: int) -> int:
        return position + shifts[bisect_right(ends, position)]

    search = AhoCorasick(list(phrases), matchkind=MatchKind.Standard)
    found = search.find_matches_as_indexes(flat, overlapping=True)
    spans = [Span(start=whole(start), end=whole(end - 1) + 1) for _, start, end in found]
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def _on_one_line(text: str) -> tuple[str, list[int], list[int]]:
    """Return a text with one blank for each run of white space, and the way back.

    The way back: from which position of the short text on how much is to be added.
    """
    pieces: list[str] = []
    ends: list[int] = []
    shifts = [0]
    done = length = 0
    for run in _RUNS.finditer(text):
        pieces += (text[done : run.start()], " ")
        length += run.start() - done + 1
        done = run.end()
        ends.append(length)
        shifts.append(done - length)
    pieces.append(text[done:])
    flat = "".join(pieces)
    for blank in "\n\t\r":
        flat = flat.replace(blank, " ")
    return flat, ends, shifts

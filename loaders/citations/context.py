"""What all readers of mentions share about one text, made once a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from loaders.citations.bodies import Body, BodyGrammar, bodies_of
from loaders.citations.words import TypeWord, WordGrammar, words_of
from loaders.grammar.damage import mended
from loaders.grammar.numbers import numbers_of
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.grammar.numbers import NumberReading
    from loaders.records import NormalisedText, Span
    from ontology.registry import Registry

_ENDS = attrgetter("start", "end")
AFTER, FEWEST = 60, 3
"""Among how many characters after a semicolon words are compared, and how many of them."""

__all__ = ["Context", "Cover", "TypeWord", "read_context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A text with the marks that readers look for.

    Args:
        normalised: the text and its way back to the source.
        text: its words; lower: the same in lower case, of the same length.
        words: type words in order; word_starts and word_ends: their offsets.
        numbers: document numbers in order; number_starts: their offsets.
        registry: the registers.
        bodies, spelling: the grammars of names of bodies and of type words.
        parted: the first words, folded, after each semicolon of the document's own title.
    """

    normalised: NormalisedText
    text: str
    lower: str
    words: tuple[TypeWord, ...]
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]
    numbers: tuple[NumberReading, ...]
    number_starts: tuple[int, ...]
    registry: Registry
    bodies: BodyGrammar
    spelling: WordGrammar
    parted: tuple[str, ...] = ()

    def word_ending(self, position: int) -> TypeWord | None:
        """Return the type word that ends exactly at a position, damaged or not."""
        index = bisect_left(self.word_ends, position)
        if index < len(self.words) and self.word_ends[index] == position:
            return self.words[index]
        return self.spelling.damaged(self.text, position)

    def word_before(self, position: int) -> TypeWord | None:
        """Return the last type word that ends at or before a position."""
        index = bisect_right(self.word_ends, position)
        return self.words[index - 1] if index else None

    def words_between(self, start: int, end: int) -> tuple[TypeWord, ...]:
        """Return the type words that start inside a stretch."""
        return self.words[bisect_left(self.word_starts, start) : bisect_left(self.word_starts, end)]

    def end_before(self, position: int, signs: str = " \n") -> int:
        """Return where the words before a position end: after the last sign that is none of some.

        Args:
            position: where to look back from.
            signs: what is passed over.
        """
        while position and self.text[position - 1] in signs:
            position -= 1
        return position

    def number_after(self, position: int) -> NumberReading | None:
        """Return the first number that starts at or after a position."""
        index = bisect_left(self.number_starts, position)
        return self.numbers[index] if index < len(self.numbers) else None

    def body(self, position: int) -> Body | None:
        """Return the name of a body that starts at a position."""
        return self.bodies.read(self.text, position)

    def name_of(self, body: Body) -> str:
        """Return the name of a body as printed, or repaired where the print is damaged."""
        return body.name if body.repaired else self.words_of(body.span)

    def goes_on(self, position: int) -> bool:
        """Tell whether the words after a semicolon are those after one in the document's title.

        Args:
            position: after the semicolon; a plan's name that its title repeats goes on over it.
        """
        words = fold_words(self.text[position : position + AFTER])
        return any(words.startswith(begun) for begun in self.parted)

    def words_of(self, span: Span) -> str:
        """Return the printed words of a span on one line."""
        return self.normalised.words(span)


def read_context(
    normalised: NormalisedText, registry: Registry, titles: Sequence[Span] = ()
) -> Context:
    """Return the context of a text.

    Args:
        normalised: the text.
        registry: types, symbols and bodies.
        titles: where the document's own title stands.
    """
    text = normalised.text
    lower = _lower(text)
    spelling = words_of(registry)
    words = spelling.find(text, lower)
    numbers = numbers_of(registry).find(text)
    return Context(
        normalised=normalised,
        text=text,
        lower=lower,
        words=words,
        word_starts=tuple(word.span.start for word in words),
        word_ends=tuple(word.span.end for word in words),
        numbers=numbers,
        number_starts=tuple(number.span.start for number in numbers),
        registry=registry,
        bodies=bodies_of(registry),
        spelling=spelling,
        parted=tuple(_parted(text, titles)),
    )


def _parted(text: str, titles: Sequence[Span]) -> Iterator[str]:
    """Give the first words after each semicolon of the document's title, folded."""
    for title in titles:
        for part in text[title.start : title.end].split(";")[1:]:
            words = fold_words(part[:AFTER]).split()
            if len(words) >= FEWEST:
                yield " ".join(words[:FEWEST])


def _lower(text: str) -> str:
    """Return the text in lower case, character for character, damaged words mended."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    return mended(lower)


class Cover:
    """Tell quickly whether a position lies in one of some spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(map(_ENDS, spans))
        self._starts = [start for start, _ in ordered]
        self._ends: list[int] = []
        for _, end in ordered:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def __call__(self, position: int) -> bool:
        """Return True where the position lies in a span."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]

"""Marks that a recogniser mistook, set right by the word that stands beside.

A model for Vietnamese confuses marks far more than letters. Most Vietnamese words have two
syllables, so a syllable whose marks fit neither neighbour, while the same letters with other marks
do, was misread. Only marks change, never letters, figures or signs, and only where one pair of
`word_pairs.txt` fits; the same table tells the few openings of titles that are misread as a whole.
Source: the pairs are those that many official documents print.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from ontology.vietnamese_text import place_tones, strip_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.readers.page_layout import Line

Pair: TypeAlias = "tuple[str, str]"

_SEPARATORS: Final = '.,;:!?)]}\u201d"'
"""Signs after which the next word begins something new."""
_EDGES: Final = _SEPARATORS + "([{\u201c'-+*"
_REPAIRED: Final = 0.9
"""Factor on the confidence of a word whose marks were changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPairs:
    """The pairs of syllables that are words.

    Args:
        known: each pair in small letters.
        by_letters: the pairs that share their letters without marks.
        alone: syllables that mostly stand alone, which no pair may change.
        openings: what the misread first words of a title are.
    """

    known: frozenset[Pair]
    by_letters: dict[Pair, tuple[Pair, ...]]
    alone: frozenset[str]
    openings: dict[str, tuple[str, ...]]


@cache
def word_pairs() -> WordPairs:
    """Read `word_pairs.txt` once: a first syllable, a colon, and what follows it."""
    alone: set[str] = set()
    openings: dict[str, tuple[str, ...]] = {}
    table = files("loaders.readers").joinpath("word_pairs.txt").read_text("utf-8")
    known: set[Pair] = set()
    by_letters: dict[Pair, list[Pair]] = defaultdict(list)
    for line in table.splitlines():
        first, _, seconds = line.partition("#")[0].partition(": ")
        if first.startswith("> "):
            read, _, right = first[2:].partition(" = ")
            openings[read] = tuple(right.split())
        elif first.startswith("= "):
            alone.update(first.split()[1:])
        for second in seconds.split():
            known.add((first, second))
            by_letters[strip_marks(first), strip_marks(second)].append((first, second))
    return WordPairs(
        known=frozenset(known),
        by_letters={key: tuple(pairs) for key, pairs in by_letters.items()},
        alone=frozenset(alone),
        openings=openings,
    )


def repaired(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines with the marks of misread words set right.

    Args:
        lines: the words of a page in the order of reading.
    """
    words = [word for line in lines for word in line]
    right = repaired_words([word.text for word in words])
    done = iter(
        word
        if text == word.text
        else replace(word, text=text, confidence=word.confidence * _REPAIRED)
        for word, text in zip(words, right, strict=True)
    )
    whole = [tuple(next(done) for _ in line) for line in lines]
    return tuple(
        _opened(line) if i and _is_capital(whole[i - 1]) else line for i, line in enumerate(whole)
    )


def _is_capital(line: Line) -> bool:
    """Tell whether a line is printed in capitals, as type and issuing body are."""
    return all(word.text == word.text.upper() for word in line)


def _opened(line: Line) -> Line:
    """Return the first line of a title with its first words as they must have been printed."""
    first = " ".join(word.text.lower() for word in line[:2])
    right = word_pairs().openings.get(first, ())
    opening = (
        replace(word, text=text, confidence=word.confidence * _REPAIRED)
        for word, text in zip(line, right, strict=False)
    )
    return (*opening, *line[len(right) :])


def repaired_words(words: Sequence[str]) -> list[str]:
    """Return words, as printed with their signs, with misread marks set right.

    >>> repaired_words(["QUYÉT", "ĐỊNH:"])
    ['QUYẾT', 'ĐỊNH:']
    """
    bare = [_bare(word) for word in words]
    joined = [
        bool(one and two) and words[i][-1] not in _SEPARATORS
        for i, (one, two) in enumerate(pairwise(bare))
    ]
    pairs = word_pairs()
    right: list[str] = list(bare)
    sure = [word in pairs.alone for word in bare]
    for i, (one, two) in enumerate(pairwise(bare)):
        if joined[i] and (one, two) in pairs.known:
            sure[i] = sure[i + 1] = True
    for i, (one, two) in enumerate(pairwise(bare)):
        weak = one in pairs.alone or two in pairs.alone
        if joined[i] and not weak and not (sure[i] and sure[i + 1]):
            _settle(i, _fitting((one, two), pairs, keep=(sure[i], sure[i + 1])), right, sure)
    return [_in_print(word, was, now) for word, was, now in zip(words, bare, right, strict=True)]


def _settle(i: int, fitting: Pair | None, right: list[str], sure: list[bool]) -> None:
    """Write a pair that fits over the two words at a place, which are sure from then on."""
    if fitting is not None:
        right[i : i + 2] = fitting
        sure[i] = sure[i + 1] = True


def _fitting(read: Pair, pairs: WordPairs, keep: tuple[bool, bool]) -> Pair | None:
    """Return the one known pair with the letters of a pair, fewest words changed first."""
    found = [
        pair
        for pair in pairs.by_letters.get((strip_marks(read[0]), strip_marks(read[1])), ())
        if all(a == b for a, b, kept in zip(read, pair, keep, strict=True) if kept)
    ]
    near = [pair for pair in found if read[0] == pair[0] or read[1] == pair[1]]
    best = near or found
    return best[0] if len(best) == 1 else None


def _bare(word: str) -> str:
    """Return a word in small letters without the signs round it; empty where it is no word."""
    inner = word.strip(_EDGES)
    return place_tones(unicodedata.normalize("NFC", inner)).lower() if inner.isalpha() else ""


def _in_print(word: str, was: str, now: str) -> str:
    """Return the printed word with its marks changed, in the case of each printed letter."""
    if was == now:
        return word
    start = len(word) - len(word.lstrip(_EDGES))
    letters = "".join(
        new.upper() if old.isupper() else new
        for old, new in zip(word[start : start + len(now)], now, strict=True)
    )
    return word[:start] + letters + word[start + len(now) :]

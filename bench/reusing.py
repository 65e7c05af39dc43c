"""Passages that documents share, against a bare index of word triples over the same passages."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Final

from bench.measure import Result, side_by_side
from bench.texts import invented, real
from queries.index import reuse
from queries.index.layout import create_tables
from queries.index.shingles import FEWEST_SHARED, LONGEST_LIST, passage_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_PASSAGES: Final = 5_000
_SAMPLE: Final = 1_000
_TEXTS: Final = 60
_CHANGED: Final = 0.3
_SHORTEST: Final = 20
_LONGEST: Final = 60
_ROUNDS: Final = 3


def passages(count: int) -> tuple[str, ...]:
    """Return passages, each second one another's words with some of them changed."""
    chance = random.Random(7)
    texts = real(_TEXTS) or invented(_TEXTS)
    lines = [line for text in texts for line in _paragraphs(text.decode(), chance)]
    vocabulary = sorted({word for line in lines for word in line.split()})
    made: list[str] = []
    while len(made) < count:
        line = chance.choice(lines)
        made.append(line)
        made.append(changed(line, chance.choice((0.05, 0.15, 0.3, 0.9)), vocabulary, chance))
    return tuple(made[:count])


def _paragraphs(text: str, chance: random.Random) -> Iterator[str]:
    """Go through a text in paragraphs of 20 to 60 words, as tasks have them."""
    words = text.split()
    place = 0
    while place < len(words) - _LONGEST:
        size = chance.randint(_SHORTEST, _LONGEST)
        line = " ".join(words[place : place + size])
        place += size
        if passage_words(line):
            yield line


def changed(line: str, share: float, vocabulary: list[str], chance: random.Random) -> str:
    """Return a line with a share of its words replaced by others."""
    words = line.split()
    for place in chance.sample(range(len(words)), round(share * len(words))):
        words[place] = chance.choice(vocabulary)
    return " ".join(words)


def linked(lines: tuple[str, ...]) -> int:
    """Return how many pairs the side index finds among passages of documents of their own."""
    with closing(sqlite3.connect(":memory:")) as index:
        create_tables(index)
        for place, line in enumerate(lines):
            row = (f"o{place}", f"d{place}", "Obligation", None, None, None, line)
            reuse.note(index, f"g{place}", [row])
        reuse.bring_up_to_date(index)
        (found,) = index.execute("SELECT COUNT(*) FROM reuse").fetchone()
        return int(found)


def bare(lines: tuple[str, ...]) -> int:
    """Return how many pairs of passages share triples, by dictionaries alone."""
    lists: dict[tuple[str, ...], list[int]] = {}
    found = 0
    for place, line in enumerate(lines):
        words = passage_words(line).split()
        shared: Counter[int] = Counter()
        for triple in {tuple(words[i : i + 3]) for i in range(len(words) - 2)}:
            listed = lists.setdefault(triple, [])
            shared.update(listed)
            if len(listed) < LONGEST_LIST:
                listed.append(place)
        found += sum(count >= FEWEST_SHARED for count in shared.values())
    return found


def recall(share: float) -> float:
    """Return the share of changed passages that are found again, 0 to 1."""
    chance = random.Random(11)
    lines = [line for line in passages(4 * _SAMPLE)[::2] if passage_words(line)]
    vocabulary = sorted({word for line in lines for word in line.split()})
    sample = chance.sample(list(dict.fromkeys(lines)), min(_SAMPLE, len(set(lines))))
    pairs = ((line, changed(line, share, vocabulary, chance)) for line in sample)
    kept = [pair for pair in pairs if all(map(passage_words, pair))]
    return sum(linked(pair) > 0 for pair in kept) / len(kept)


def results() -> list[Result]:
    """Return the lines on cost and recall."""
    lines = passages(_PASSAGES)
    cost = side_by_side(lambda: linked(lines), lambda: bare(lines), _ROUNDS)
    return [
        Result(
            what=f"passages reused : bare index of triples ({len(lines)} passages)",
            value=cost.ratio,
            bar=2.0,
            note=f"{cost.ours:.2f} s : {cost.raw:.2f} s",
        ),
        Result(
            what="passages found again with 30 % of their words changed",
            value=recall(_CHANGED),
            bar=0.95,
            sense=">=",
        ),
    ]

"""Passages that two texts share: paragraphs compared by runs of three words, then as wholes.

Runs that many passages hold (formulas of law) tell nothing and are passed over, so that the work
grows with the length of the texts and not with its square.

Source: shingling after Broder, 1997; the second comparison is the token set ratio of rapidfuzz.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words
from webui.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

_RUN: Final = 3
_FEWEST_WORDS: Final = 8
_FEWEST_SHARED: Final = 3
_COMMON: Final = 30
_TRIED: Final = 3
_LONGER: Final = 2.5
LEAST: Final = 80.0
"""Likeness from which two passages count as the same words, in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph: half-open span in code points, its words, and its words folded."""

    start: int
    end: int
    words: str
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Two passages that say the same, and how like they are in per cent."""

    left: Passage
    right: Passage
    likeness: float


@lru_cache(maxsize=256)
def passages_of(text: str) -> tuple[Passage, ...]:
    """Return the paragraphs of a text that are long enough to be compared."""
    found = []
    for one in paragraphs(text):
        words = " ".join(text[one.start : one.end].split())
        folded = fold_words(words)
        if folded.count(" ") + 1 >= _FEWEST_WORDS:
            found.append(Passage(start=one.start, end=one.end, words=words, folded=folded))
    return tuple(found)


def reused(left: str, right: str) -> tuple[Reuse, ...]:
    """Return the passages of one text that stand in another as well, in the order of the first.

    Each passage of either text is told once, with the one that is most like it.
    """
    known = passages_of(right)
    runs = _runs_of(right)
    found = [
        reuse for passage in passages_of(left) if (reuse := _best(passage, known, runs)) is not None
    ]
    taken: dict[int, Reuse] = {}
    for reuse in found:
        other = taken.get(reuse.right.start)
        if other is None or reuse.likeness > other.likeness:
            taken[reuse.right.start] = reuse
    return tuple(sorted(taken.values(), key=lambda reuse: reuse.left.start))


def _best(
    passage: Passage, known: tuple[Passage, ...], runs: Mapping[str, tuple[int, ...]]
) -> Reuse | None:
    """Return the passage that is most like one, None where none is like enough."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - only where texts are compared

    shared = Counter(place for run in _runs(passage.folded) for place in runs.get(run, ()))
    best: Reuse | None = None
    for place, count in shared.most_common(_TRIED):
        if count < _FEWEST_SHARED:
            break
        if not _of_like_length(passage.folded, known[place].folded):
            continue
        likeness = token_set_ratio(passage.folded, known[place].folded)
        if likeness >= LEAST and (best is None or likeness > best.likeness):
            best = Reuse(left=passage, right=known[place], likeness=likeness)
    return best


def _of_like_length(left: str, right: str) -> bool:
    """Tell whether one passage may repeat the other: a phrase inside a long one does not."""
    return min(len(left), len(right)) * _LONGER >= max(len(left), len(right))


@lru_cache(maxsize=64)
def _runs_of(text: str) -> Mapping[str, tuple[int, ...]]:
    """Return where each run of words stands, by number of the passage; common ones are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(passages_of(text)):
        for run in _runs(passage.folded):
            found[run].append(place)
    return {run: tuple(places) for run, places in found.items() if len(places) <= _COMMON}


def _runs(folded: str) -> set[str]:
    """Return the runs of three words of a passage."""
    words = folded.split()
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}

"""Passages as sets of overlapping word triples, and how alike two passages are.

Two passages that share a few triples are compared. Common turns of phrase make long passages share
words without saying the same, so the shorter one must lie in the longer one in its order.

Source: A. Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import Final
from zlib import crc32

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from ontology.vietnamese_text import fold_words

FEWEST_WORDS: Final = 8
LONGEST_LIST: Final = 30
FEWEST_SHARED: Final = 3
LEAST_SIMILARITY: Final = 80
_LEAST_SHARE: Final = 0.15
_LEAST_SHARE_WITHIN: Final = 0.5
_LEAST_IN_ORDER: Final = 0.62
_SIZE_BITS: Final = 10
_LARGEST_SIZE: Final = (1 << _SIZE_BITS) - 1
_MASK: Final = (1 << 63) - 1


def passage_words(quote: str) -> str:
    """Return the words of a passage as they are compared: folded, signs dropped; or nothing.

    Args:
        quote: the passage; one of fewer than `FEWEST_WORDS` words is too short to be told from
            common speech and gives nothing.
    """
    words = fold_words(quote)
    return words if words.count(" ") + 1 >= FEWEST_WORDS else ""


def wording_id(words: str) -> int:
    """Return the number under which the same words are kept once.

    It has 63 bits of their digest, save the last ten, which hold the number of triples.
    """
    digest = int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
    size = min(words.count(" ") - 1, _LARGEST_SIZE)
    return (digest << _SIZE_BITS & _MASK) | size


def size_of(wording: int) -> int:
    """Return the number of triples of a wording, at most 1,023."""
    return wording & _LARGEST_SIZE


def shingles(words: str) -> frozenset[int]:
    """Return the word triples of a passage as numbers of 64 bits.

    They are the same in every process: hashes of numbers, unlike those of words, know no chance.
    """
    marks = [*map(_mark, words.split())]
    return frozenset(map(hash, zip(marks, marks[1:], marks[2:], strict=False)))


def hashing() -> int:
    """Return a number that changes when another interpreter would number triples otherwise."""
    return abs(hash((1, 2, 3)))


@lru_cache(maxsize=65_536)
def _mark(word: str) -> int:
    return crc32(word.encode())


def is_enough(shared: int, size: int, other: int) -> bool:
    """Tell whether two wordings share enough triples to be compared word by word.

    Of a passage with three words of ten changed a third of the triples are left. A wording that
    is far smaller must stand in the other one.

    Args:
        shared: how many triples they share.
        size, other: how many each has.
    """
    small, large = (size, other) if size < other else (other, size)
    return shared >= small * (_LEAST_SHARE if 2 * small >= large else _LEAST_SHARE_WITHIN)


def similarity(one: str, other: str) -> int:
    """Return how alike two passages are: 80 to 100 where one repeats the other, else 0.

    Source: token set ratio of RapidFuzz; longest common subsequence of words.
    """
    alike = fuzz.token_set_ratio(one, other, score_cutoff=LEAST_SIMILARITY)
    return round(alike) if alike and _is_in_order(one.split(), other.split()) else 0


def _is_in_order(one: list[str], other: list[str]) -> bool:
    fewest = int(min(len(one), len(other)) * _LEAST_IN_ORDER)
    return LCSseq.similarity(one, other) >= fewest

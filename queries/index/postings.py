"""Which wordings hold a word triple: the first one, and the few that follow it.

Most triples are held by one wording only. Its number stands by itself, in the table as in memory:
a list for each triple costs most of the time of comparing.

Source: J. Zobel and A. Moffat, "Inverted files for text search engines" (2006).
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from queries.index.shingles import FEWEST_SHARED, LONGEST_LIST, is_enough, size_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_MANY: Final = 500
_NUMBERS: Final = "q"
_READ: Final = "SELECT triple, wordings FROM postings WHERE triple IN ({marks})"
_WRITE: Final = "INSERT OR REPLACE INTO postings VALUES (?, ?)"


class Postings:
    """Wordings by triple, at most `LONGEST_LIST` each, as far as they are looked at.

    Args:
        one: the wording of each triple that only one holds.
        several: the wordings of each triple that more hold, in their order.
    """

    def __init__(self, one: dict[int, int], several: dict[int, array[int]]) -> None:
        self._one = one
        self._several = several

    def sharing(self, own: frozenset[int], size: int) -> list[int]:
        """Return the wordings that share enough triples with one to be compared with it.

        Args:
            own: triples of the one.
            size: how many there are.
        """
        lists = map(self._several.__getitem__, own & self._several.keys())
        counts = Counter(chain.from_iterable(lists))
        counts.update(map(self._one.__getitem__, own & self._one.keys()))
        return [
            other
            for other, shared in counts.items()
            if shared >= FEWEST_SHARED and is_enough(shared, size, size_of(other))
        ]

    def add(self, own: frozenset[int], wording: int) -> frozenset[int]:
        """Note that a wording holds triples; return those whose wordings are others now."""
        second, later = own & self._one.keys(), own & self._several.keys()
        fresh = own - second - later
        self._one.update(dict.fromkeys(fresh, wording))
        for triple in second:
            self._several[triple] = array(_NUMBERS, (self._one.pop(triple), wording))
        open_lists = {t for t in later if len(self._several[t]) < LONGEST_LIST}
        for triple in open_lists:
            self._several[triple].append(wording)
        return fresh | second | open_lists

    def take_out(self, gone: set[int]) -> None:
        """Forget some wordings."""
        for triple in [triple for triple, wording in self._one.items() if wording in gone]:
            del self._one[triple]
        for triple, held in list(self._several.items()):
            left = [wording for wording in held if wording not in gone]
            if len(left) > 1:
                self._several[triple] = array(_NUMBERS, left)
                continue
            del self._several[triple]
            self._one.update((triple, wording) for wording in left)

    def write(self, index: sqlite3.Connection, triples: set[int]) -> None:
        """Write which wordings hold some triples; those that none holds go."""
        one, several = sorted(triples & self._one.keys()), sorted(triples & self._several.keys())
        packed = map(array.tobytes, map(self._several.__getitem__, several))
        index.executemany(_WRITE, zip(one, map(self._one.__getitem__, one), strict=True))
        index.executemany(_WRITE, zip(several, packed, strict=True))
        if len(one) + len(several) < len(triples):
            empty = ((triple,) for triple in triples.difference(one, several))
            index.executemany("DELETE FROM postings WHERE triple = ?", empty)


def read(index: sqlite3.Connection, triples: set[int]) -> Postings:
    """Return which wordings are known to hold some triples.

    Args:
        index: the side index.
        triples: as `shingles` numbers them.
    """
    one: dict[int, int] = {}
    several: dict[int, array[int]] = {}
    for triple, kept in _rows(index, triples):
        if isinstance(kept, int):
            one[triple] = kept
        else:
            several[triple] = array(_NUMBERS, kept)
    return Postings(one, several)


def _rows(index: sqlite3.Connection, triples: set[int]) -> Iterator[tuple[int, int | bytes]]:
    """Go through what is kept of some triples: one wording, or several packed."""
    if index.execute("SELECT 1 FROM postings LIMIT 1").fetchone() is None:
        return
    for some in _parts(sorted(triples)):
        marks = ", ".join("?" * len(some))
        yield from index.execute(_READ.format(marks=marks), some)


def _parts(values: Sequence[int]) -> Iterator[Sequence[int]]:
    """Give values in parts that a query can take."""
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]

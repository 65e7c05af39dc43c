"""Passages that documents share, kept up to date at the cost of the passages that changed.

The same words are kept once, however many documents repeat them. Each word triple lists the first
passages that hold it; a passage is compared with those that share some triples with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from queries.index import postings
from queries.index.duties import REPORT_PART
from queries.index.shingles import passage_words, shingles, similarity, size_of, wording_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from queries.index.nodes import Row

_BATCH: Final = 4_000
_MANY: Final = 500
_FRESH: Final = "SELECT id, words FROM wordings WHERE is_linked = 0 ORDER BY id LIMIT ?"
_NEW: Final = "CREATE TEMP TABLE IF NOT EXISTS fresh_wordings (id INTEGER, words TEXT)"
_IN_ORDER: Final = """
INSERT OR IGNORE INTO wordings SELECT id, words, 0 FROM fresh_wordings ORDER BY id
"""
_GONE: Final = """
SELECT w.id, w.words FROM touched_wordings t JOIN wordings w ON w.id = t.id
WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.wording = t.id)
"""

Pair = tuple[int, int, int]


def note(index: sqlite3.Connection, graph: str, obligations: Iterable[Row]) -> None:
    """Keep the passages of a graph's obligations; they are compared by `bring_up_to_date`.

    Args:
        index: the side index, open for writing.
        graph: name of the graph.
        obligations: rows of the table of that name, without its first column. A duty to report
            that is part of a task adds nothing to the task's own words.
    """
    index.execute(_NEW)
    for iri, document, _, _, _, _, quote, *_ in obligations:
        words = "" if REPORT_PART in str(iri) else passage_words(str(quote or ""))
        if words:
            number = wording_id(words)
            index.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?)", (graph, iri, document, number)
            )
            index.execute("INSERT INTO fresh_wordings VALUES (?, ?)", (number, words))


def touch(index: sqlite3.Connection, graph: str) -> None:
    """Remember the passages of a graph that is about to be replaced."""
    index.execute("CREATE TEMP TABLE IF NOT EXISTS touched_wordings (id INTEGER PRIMARY KEY)")
    index.execute(
        "INSERT OR IGNORE INTO touched_wordings SELECT wording FROM passages WHERE graph = ?",
        (graph,),
    )


def bring_up_to_date(index: sqlite3.Connection) -> None:
    """Forget wordings that no passage has any more, and compare those that came."""
    gone = index.execute(_GONE).fetchall() if _has(index, "touched_wordings") else []
    if gone:
        _forget(index, gone)
    if _has(index, "fresh_wordings"):
        index.execute(_IN_ORDER)
        index.execute("DELETE FROM fresh_wordings")
    while fresh := index.execute(_FRESH, (_BATCH,)).fetchall():
        _link(index, fresh)


def _has(index: sqlite3.Connection, table: str) -> bool:
    """Tell whether a table of this connection alone has been created."""
    found = index.execute("SELECT 1 FROM sqlite_temp_master WHERE name = ?", (table,))
    return found.fetchone() is not None


def _forget(index: sqlite3.Connection, gone: list[tuple[int, str]]) -> None:
    """Take wordings out of the lists of their triples, with their links."""
    numbers = {number for number, _ in gone}
    triples = {triple for _, words in gone for triple in shingles(words)}
    held = postings.read(index, triples)
    held.take_out(numbers)
    held.write(index, triples)
    each = [(number,) for number in numbers]
    index.executemany("DELETE FROM wordings WHERE id = ?", each)
    index.executemany("DELETE FROM reuse WHERE one = ?1 OR other = ?1", each)


def _link(index: sqlite3.Connection, fresh: list[tuple[int, str]]) -> None:
    """Compare fresh wordings with all that came before them, and add them to the lists."""
    own = {number: shingles(words) for number, words in fresh}
    held = postings.read(index, set().union(*own.values()))
    changed: set[int] = set()
    near: dict[int, list[int]] = {}
    for number, triples in own.items():
        near[number] = held.sharing(triples, size_of(number))
        changed |= held.add(triples, number)
    index.executemany("INSERT OR REPLACE INTO reuse VALUES (?, ?, ?)", _pairs(index, fresh, near))
    held.write(index, changed)
    index.execute(
        "UPDATE wordings SET is_linked = 1 WHERE is_linked = 0 AND id <= ?", fresh[-1][:1]
    )


def _pairs(
    index: sqlite3.Connection, fresh: list[tuple[int, str]], near: dict[int, list[int]]
) -> Iterator[Pair]:
    """Give the pairs of wordings that say the same, with their similarity."""
    words = dict(fresh)
    others = {other for found in near.values() for other in found} - words.keys()
    words.update(_words(index, others))
    for number, found in near.items():
        for other in found:
            alike = similarity(words[number], words[other])
            if alike:
                yield min(number, other), max(number, other), alike


def _words(index: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    for some in _parts(list(numbers)):
        marks = ", ".join("?" * len(some))
        yield from index.execute(f"SELECT id, words FROM wordings WHERE id IN ({marks})", some)  # noqa: S608  # marks only


def _parts(values: Sequence[int]) -> Iterator[Sequence[int]]:
    """Give values in parts that a query can take."""
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]

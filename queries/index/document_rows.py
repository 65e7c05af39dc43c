"""The rows of documents, merged from what graphs say of each, and the words they are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words
from queries.index.merging import merged
from queries.index.numbers import number_key, symbol_key
from queries.index.ordering import row_number

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from queries.index.merging import MergedRow

_COLUMNS: Final = 18
_FRESH: Final = f"""
CREATE TEMP TABLE fresh_documents (
  words, id, iri, {", ".join(f"c{number}" for number in range(_COLUMNS - 2))}
)
"""
_IN_ORDER: Final = "SELECT * FROM fresh_documents ORDER BY id, iri"
_IS_TAKEN: Final = "SELECT 1 FROM documents WHERE id = ?"
_NOT_SEARCHED: Final = (None, "Clause")

FreshRow = tuple[str | int | None, ...]


def forget(index: sqlite3.Connection, documents: Iterable[str]) -> None:
    """Take documents out, in the order in which the index of words takes them fast."""
    index.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    index.executemany(
        "INSERT OR IGNORE INTO gone SELECT id FROM documents WHERE iri = ?",
        ((document,) for document in documents),
    )
    for table, key in (("documents_text", "rowid"), ("documents", "id")):
        index.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT id FROM gone)")  # noqa: S608  # fixed names
    index.execute("DROP TABLE gone")


def write(index: sqlite3.Connection, documents: Iterable[str], base: str) -> None:
    """Write documents that have no row, in the order of their numbers.

    Args:
        index: the side index, open for writing.
        documents: their IRIs, each once; one of which no graph speaks gets no row.
        base: the setting `base_iri`, with its final slash.
    """
    marks = ", ".join("?" * _COLUMNS)
    index.execute(_FRESH)
    index.executemany(
        f"INSERT INTO fresh_documents VALUES (?, {marks})",  # noqa: S608  # marks only
        _rows(index, documents, base),
    )
    for words, number, *columns in index.execute(_IN_ORDER):
        row = _free(index, number)
        index.execute(f"INSERT INTO documents VALUES ({marks})", (row, *columns))  # noqa: S608  # marks only
        if words is not None:
            index.execute("INSERT INTO documents_text (rowid, words) VALUES (?, ?)", (row, words))
    index.execute("DROP TABLE fresh_documents")


def _rows(index: sqlite3.Connection, documents: Iterable[str], base: str) -> Iterator[FreshRow]:
    registry = f"{base}graph/registry"
    for document in documents:
        known = merged(index, document, registry)
        if known is not None:
            yield _row(document, base, known)


def _row(iri: str, base: str, known: MergedRow) -> FreshRow:
    """Return the row of a document after the words it is found by: none for a part of one."""
    path = iri.removeprefix(base)
    key = number_key(known.printed_number or known.number or "")
    bare = key.bare if key else None
    letters = key.symbol if key and key.symbol else symbol_key(known.symbol or "")
    series = path.removeprefix("id/vn/").rpartition("/")[0]
    words = fold_words(" ".join(filter(None, (known.printed_number, known.title, known.aliases))))
    is_whole = known.presence == "fullText"
    row = row_number(is_whole=is_whole, words=words, day=known.date, path=path)
    searched = None if known.type in _NOT_SEARCHED else words
    return (searched, row, iri, path, series, *known, bare, letters)


def _free(index: sqlite3.Connection, number: int) -> int:
    """Return the first number from one on that no document has."""
    while index.execute(_IS_TAKEN, (number,)).fetchone():
        number += 1
    return number

"""Write the side index: anew, or only for the graphs that changed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words
from queries.errors import StoreError
from queries.index import changes, counts, reuse
from queries.index.facts import read
from queries.index.findings import is_of_findings, replace_findings
from queries.index.merging import merged
from queries.index.numbers import number_key, symbol_key
from queries.index.ordering import row_number
from queries.index.shingles import hashing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from queries.index.merging import MergedRow
    from queries.index.nodes import Row, TripleSource

_TABLES: Final = {
    "document_facts": 15,
    "issuers": 3,
    "citations": 12,
    "edges": 5,
    "obligations": 11,
    "assignments": 7,
    "deadlines": 7,
    "reports": 5,
    "fulfilments": 3,
    "members": 3,
    "successions": 6,
    "names": 12,
    "texts": 3,
    "statements": 4,
    "plural": 3,
}
_CACHE: Final = 131_072
"""Kilobytes of pages in memory while writing; a fifth is saved where a collection is indexed."""
_WORDS: Final = """
INSERT INTO documents_text (rowid, words) SELECT id, words FROM fresh_words ORDER BY id
"""


def refresh(file: Path, source: TripleSource, changed: Iterable[str], base: str) -> None:
    """Bring a side index up to date.

    Args:
        file: the index; where it is missing or of another layout it is made from all graphs.
        source: the store it describes.
        changed: graphs that came, changed or went since it was written.
        base: the setting `base_iri`, with its final slash.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as index:
            index.execute(
                "PRAGMA journal_mode = TRUNCATE"
            )  # on disk, so that a kill breaks nothing
            index.execute("PRAGMA synchronous = OFF")
            index.execute(f"PRAGMA cache_size = -{_CACHE}")
            index.execute("BEGIN")
            is_made_again = _is_made(index) and not _is_current(index)
            at = "" if is_made_again else datetime.now(UTC).isoformat(timespec="seconds")
            _write(index, source, _to_do(index, source, changed), base, at)
            index.execute("COMMIT")
    except sqlite3.Error as error:
        raise StoreError("index-unusable", f"The side index cannot be written: {error}") from error


def create_tables(index: sqlite3.Connection) -> None:
    """Create the tables of the layout in an empty file."""
    for statement in _statements(_schema()):
        index.execute(statement)


def digests(file: Path, graphs: Iterable[str]) -> tuple[str, ...]:
    """Return the digests of the texts that graphs speak of; of all graphs where none is named."""
    wanted = tuple(graphs)
    with closing(sqlite3.connect(file)) as index:
        if not wanted:
            return tuple(row[0] for row in index.execute("SELECT DISTINCT sha256 FROM texts"))
        return tuple(
            row[0]
            for graph in wanted
            for row in index.execute("SELECT sha256 FROM texts WHERE graph = ?", (graph,))
        )


def is_of_this_layout(file: Path) -> bool:
    """Tell whether a side index need not be made anew from all graphs.

    Args:
        file: the index; one that is missing or no index at all is of another layout.
    """
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as index:
            return _is_current(index)
    except sqlite3.Error:
        return False


def _schema() -> str:
    return files("queries.index").joinpath("schema.sql").read_text(encoding="utf-8")


def _is_current(index: sqlite3.Connection) -> bool:
    """Tell whether the file was made by this very layout."""
    (kept,) = index.execute("PRAGMA user_version").fetchone()
    return bool(kept == _layout())


def _is_made(index: sqlite3.Connection) -> bool:
    """Tell whether the file has been made before, by whichever layout."""
    return index.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _layout() -> int:
    """Return a number that changes when the layout does, or the way triples are numbered."""
    letters = sum(ord(c) * (i % 9973 + 1) for i, c in enumerate(_schema()))
    return (letters + hashing()) % 2_000_000_011


def _to_do(
    index: sqlite3.Connection, source: TripleSource, changed: Iterable[str]
) -> tuple[str, ...]:
    """Return the graphs to read; all of them, in fresh tables, where the layout is another."""
    if _is_current(index):
        return tuple(changed)
    for name, kind in index.execute(
        "SELECT name, type FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'documents_text_%' AND type <> 'index' AND name <> 'changes'"
    ).fetchall():
        index.execute(f"DROP {kind} {name}")
    create_tables(index)
    index.execute(f"PRAGMA user_version = {_layout()}")
    return tuple(source.graphs())


def _statements(script: str) -> tuple[str, ...]:
    """Return the statements of a script without comments."""
    lines = (line for line in script.splitlines() if not line.startswith("--"))
    return tuple(s for s in "\n".join(lines).split(";") if s.strip())


def _write(
    index: sqlite3.Connection, source: TripleSource, graphs: tuple[str, ...], base: str, at: str
) -> None:
    """Replace the rows of the graphs, then the merged rows of the documents they speak of.

    What changed is kept with the time, unless that is empty.
    """
    touched: dict[str, None] = {}
    lost, won = Counter[str](), Counter[str]()
    for graph in graphs:
        if is_of_findings(graph, base):
            replace_findings(index, source, graph)
            continue
        before = changes.held(index, graph)
        lost += counts.of_graph(index, graph)
        touched.update(_spoken_of(index, graph))
        reuse.touch(index, graph)
        for table in (*_TABLES, "passages"):
            index.execute(f"DELETE FROM {table} WHERE graph = ?", (graph,))  # noqa: S608  # fixed names
        _insert(index, source, graph, base)
        won += counts.of_graph(index, graph)
        touched.update(_spoken_of(index, graph))
        document = _document_of(graph, base)
        if at and document:
            changes.record(index, document, before, changes.held(index, graph), at)
    reuse.bring_up_to_date(index)
    lost += counts.of_documents(index, touched)
    _forget(index, touched)
    for document in touched:
        known = merged(index, document, f"{base}graph/registry")
        if known is not None:
            _insert_document(index, document, base, known)
    index.execute(_WORDS)
    won += counts.of_documents(index, touched)
    counts.carry_on(index, lost, won)


def _spoken_of(index: sqlite3.Connection, graph: str) -> dict[str, None]:
    rows = index.execute("SELECT iri FROM document_facts WHERE graph = ?", (graph,))
    return dict.fromkeys(iri for (iri,) in rows)


def _document_of(graph: str, base: str) -> str:
    """Return the document whose graph it is; nothing for the other graphs."""
    path = graph.removeprefix(f"{base}graph/doc/")
    return "" if path == graph else f"{base}id/{path}"


def _insert(index: sqlite3.Connection, source: TripleSource, graph: str, base: str) -> None:
    """Add the rows that a graph gives."""
    facts = read(source, graph, _document_of(graph, base))
    rows: dict[str, tuple[Row, ...]] = {
        "document_facts": facts.documents,
        "issuers": facts.issuers,
        "citations": facts.citations,
        "edges": facts.edges,
        "obligations": facts.obligations,
        "assignments": facts.assignments,
        "deadlines": facts.deadlines,
        "reports": facts.reports,
        "fulfilments": facts.fulfilments,
        "members": facts.members,
        "successions": facts.successions,
        "names": facts.names,
        "texts": facts.texts,
        "statements": facts.statements,
        "plural": facts.plural,
    }
    for table, found in rows.items():
        marks = ", ".join("?" * _TABLES[table])
        index.executemany(
            f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608  # fixed names
            ((graph, *row) for row in found),
        )
    reuse.note(index, graph, facts.obligations)


def _forget(index: sqlite3.Connection, documents: Iterable[str]) -> None:
    """Take documents out, in the order in which the index of words takes them fast."""
    index.execute("CREATE TEMP TABLE fresh_words (id INTEGER PRIMARY KEY, words TEXT)")
    index.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    index.executemany(
        "INSERT OR IGNORE INTO gone SELECT id FROM documents WHERE iri = ?",
        ((document,) for document in documents),
    )
    for table, key in (("documents_text", "rowid"), ("documents", "id")):
        index.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT id FROM gone)")  # noqa: S608  # fixed names


def _insert_document(index: sqlite3.Connection, iri: str, base: str, known: MergedRow) -> None:
    """Write a document and, unless it is a part of one, the words it is found by."""
    path = iri.removeprefix(base)
    key = number_key(known.printed_number or known.number or "")
    bare = key.bare if key else None
    letters = key.symbol if key and key.symbol else symbol_key(known.symbol or "")
    series = path.removeprefix("id/vn/").rpartition("/")[0]
    words = fold_words(" ".join(filter(None, (known.printed_number, known.title, known.aliases))))
    is_whole = known.presence == "fullText"
    row = row_number(is_whole=is_whole, words=words, day=known.date, path=path)
    while index.execute("SELECT 1 FROM documents WHERE id = ?", (row,)).fetchone():
        row += 1
    index.execute(
        f"INSERT INTO documents VALUES ({', '.join('?' * 18)})",  # noqa: S608  # marks only
        (row, iri, path, series, *known, bare, letters),
    )
    if known.type not in (None, "Clause"):
        index.execute("INSERT INTO fresh_words VALUES (?, ?)", (row, words))

"""Write the side index: anew, or only for the graphs that changed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from queries.errors import StoreError
from queries.index import changes, counts, document_rows, reuse
from queries.index.facts import read
from queries.index.findings import insert_findings, is_of_findings, replace_findings
from queries.index.layout import begin_anew, index_documents, index_rows, is_current, is_made

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from queries.index.changes import Held
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
_MANY: Final = 1_000
"""Changed graphs from which on it may pay to make the whole index anew."""
_HELD: Final = "SELECT value FROM counts WHERE name = 'fullText'"


def refresh(file: Path, source: TripleSource, changed: Iterable[str], base: str) -> None:
    """Bring a side index up to date.

    Args:
        file: the index; where it is missing or of another layout, or where more changed than it
            holds, it is made from all graphs.
        source: the store it describes.
        changed: graphs that came, changed or went since it was written.
        base: the setting `base_iri`, with its final slash.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as index:
            # the journal stands on disk, so that a kill breaks nothing
            index.execute("PRAGMA journal_mode = TRUNCATE")
            index.execute("PRAGMA synchronous = OFF")
            index.execute(f"PRAGMA cache_size = -{_CACHE}")
            index.execute("BEGIN")
            _write(index, source, tuple(changed), base)
            index.execute("COMMIT")
    except sqlite3.Error as error:
        raise StoreError("index-unusable", f"The side index cannot be written: {error}") from error


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


def _write(
    index: sqlite3.Connection, source: TripleSource, changed: tuple[str, ...], base: str
) -> None:
    """Write what changed, and keep that it did, unless an older layout cannot tell what was."""
    current, made = is_current(index), is_made(index)
    if current and not _is_most(index, changed):
        _replace(index, source, changed, base)
        return
    graphs = tuple(dict.fromkeys((*changed, *source.graphs())))
    before = {graph: changes.held(index, graph) for graph in changed} if current else {}
    _fill(index, source, graphs, base)
    if current or not made:
        _record(index, changed if current else graphs, before, base)


def _is_most(index: sqlite3.Connection, changed: tuple[str, ...]) -> bool:
    """Tell whether so much changed that what is held already is the smaller part."""
    return len(changed) > _MANY and len(changed) > index.execute(_HELD).fetchone()[0]


def _fill(
    index: sqlite3.Connection, source: TripleSource, graphs: tuple[str, ...], base: str
) -> None:
    """Make all rows anew, and the indexes over them when they are there."""
    begin_anew(index)
    for graph in graphs:
        if is_of_findings(graph, base):
            insert_findings(index, source, graph)
        else:
            _insert(index, source, graph, base)
    index_rows(index)
    reuse.bring_up_to_date(index)
    spoken_of = index.execute("SELECT DISTINCT iri FROM document_facts ORDER BY iri")
    document_rows.write(index, (iri for (iri,) in spoken_of), base)
    index_documents(index)
    counts.carry_on(index, Counter(), counts.of_all(index))


def _record(
    index: sqlite3.Connection, graphs: tuple[str, ...], before: Mapping[str, Held], base: str
) -> None:
    """Keep what changed in some graphs."""
    at = _now()
    for graph in graphs:
        document = _document_of(graph, base)
        if document:
            was = before.get(graph, changes.NOTHING)
            changes.record(index, document, was, changes.held(index, graph), at)


def _replace(
    index: sqlite3.Connection, source: TripleSource, graphs: tuple[str, ...], base: str
) -> None:
    """Replace the rows of the graphs, then the merged rows of the documents they speak of."""
    at = _now()
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
        if document:
            changes.record(index, document, before, changes.held(index, graph), at)
    reuse.bring_up_to_date(index)
    lost += counts.of_documents(index, touched)
    document_rows.forget(index, touched)
    document_rows.write(index, touched, base)
    won += counts.of_documents(index, touched)
    counts.carry_on(index, lost, won)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


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

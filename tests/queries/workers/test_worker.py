"""What a worker answers, asked in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.answers_json import read_json
from queries.errors import ResultTooLarge
from queries.store.answers import Dataset
from queries.store.media import CSV, N_TRIPLES, RESULTS_JSON
from queries.workers.limits import Limits
from queries.workers.worker import Task, reply

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader


def task(reader: FolderReader, query: str, rows_type: str = RESULTS_JSON) -> Task:
    return Task(
        folder=reader.generation().public,
        query=query,
        dataset=Dataset(),
        rows_type=rows_type,
        graph_type=N_TRIPLES,
    )


def test_rows_are_counted(reader: FolderReader) -> None:
    """A reply knows its rows in whatever format."""
    store = reader.opened().public
    query = "SELECT ?s { ?s ?p ?o } LIMIT 5"
    found = reply(store, task(reader, query), Limits())
    assert found.rows == len(read_json(found.body)) == 5
    table = reply(store, task(reader, query, CSV), Limits())
    assert table.body.count(b"\r\n") == 6
    with pytest.raises(ResultTooLarge):
        reply(store, task(reader, query), Limits(rows=4))
    with pytest.raises(ResultTooLarge):
        reply(store, task(reader, query), Limits(bytes=50))


def test_graphs_and_booleans(reader: FolderReader) -> None:
    """The other forms have their own formats and limits."""
    store = reader.opened().public
    graph = reply(store, task(reader, "CONSTRUCT WHERE { ?s a ?t }"), Limits())
    assert graph.rows == graph.body.count(b" .\n")
    assert reply(store, task(reader, "ASK { }"), Limits()).rows == 1
    with pytest.raises(ResultTooLarge):
        reply(store, task(reader, "CONSTRUCT WHERE { ?s a ?t }"), Limits(bytes=50))

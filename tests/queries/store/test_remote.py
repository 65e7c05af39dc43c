"""A store somewhere else gives the same rows as the embedded one, and takes the same updates."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from queries.answers_json import read_json
from queries.errors import QueryRefused, QuerySyntax, QueryTimeout, StoreError, UnsuitableFormat
from queries.questions import ask, catalogue
from queries.store.media import CSV, N_TRIPLES, RDF_XML, RESULTS_XML, TURTLE
from queries.store.remote import RemotePlace, RemoteStore
from queries.workers.remote_service import RemoteQueryService, RemoteQuestionService
from queries.workers.service import FreeQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.store.folder_reader import FolderReader

GRAPH = "https://w3id.org/luocdo/graph/doc/vn/ct/ubnd-lam-thanh/2024/7"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemotePlace]:
    """Start the oxigraph server on an empty folder."""
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("the oxigraph server (pip install oxigraph) is not installed")
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    folder = tmp_path_factory.mktemp("oxigraph")
    words = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - of the registry
        address = f"http://127.0.0.1:{port}"
        found = RemotePlace(query=f"{address}/query", update=f"{address}/update", seconds=20)
        for _ in range(100):
            try:
                RemoteStore(found).select(COUNT)
                break
            except StoreError:
                time.sleep(0.1)
        yield found
        server.terminate()


@pytest.fixture(scope="module")
def remote(place: RemotePlace, reader: FolderReader) -> RemoteStore:
    """Return the server with the graphs of the province, written twice."""
    store = RemoteStore(place)
    for _ in range(2):
        for graph in reader.graphs():
            store.replace_merged(graph, reader.graph(graph, N_TRIPLES))
    return store


def test_twice_is_once_and_the_default_graph_is_a_set(
    remote: RemoteStore, reader: FolderReader
) -> None:
    """As many triples as in the embedded store, and the same graphs."""
    assert remote.select(COUNT).rows == reader.select(COUNT).rows
    assert remote.graphs() == reader.graphs()


def test_the_questions_have_the_same_answers(remote: RemoteStore, reader: FolderReader) -> None:
    """Every question of the catalogue with arguments that the province has."""
    there = RemoteQuestionService(reader, remote)
    asked = 0
    for question in catalogue():
        if any(p.default is None for p in question.parameters) or question.dataset != "public":
            continue
        ours, theirs = ask(question.id, {}, reader).rows, ask(question.id, {}, there).rows
        assert sorted(map(str, ours.rows)) == sorted(map(str, theirs.rows)), question.id
        asked += 1
    assert asked > 5
    up = {"doc": "07/CT-UBND"}
    assert ask("lineage-up", up, there).rows == ask("lineage-up", up, reader).rows
    assert ask("completeness", {}, there).rows == ask("completeness", {}, reader).rows


def test_a_graph_goes_with_what_only_it_stated(
    place: RemotePlace, remote: RemoteStore, reader: FolderReader
) -> None:
    """And comes back."""
    before = remote.select(COUNT).rows
    remote.remove_merged(GRAPH)
    assert GRAPH not in remote.graphs()
    assert remote.select(COUNT).rows != before
    remote.replace_merged(GRAPH, reader.graph(GRAPH, N_TRIPLES))
    assert remote.select(COUNT).rows == before
    with pytest.raises(StoreError):
        RemoteStore(RemotePlace(query=place.query)).remove_merged(GRAPH)


def test_free_queries_keep_their_rules(remote: RemoteStore, reader: FolderReader) -> None:
    """Formats, refusals and limits are ours, whatever the server does."""
    service = RemoteQueryService(reader, remote, rows=500)

    def answer(text: str, rows: str = CSV, graph: str = TURTLE) -> bytes:
        return service.ask(FreeQuery(text=text, rows_type=rows, graph_type=graph), never).body

    assert answer("SELECT ?x { VALUES ?x { 1 } }") == b"x\r\n1\r\n"
    assert b"<boolean>true" in answer("ASK { ?s ?p ?o }", rows=RESULTS_XML)
    assert b"urn:b" in answer("CONSTRUCT { <urn:a> <urn:x:b> <urn:b> } {}")
    with pytest.raises(QueryRefused):
        answer("SELECT * { SERVICE <urn:x> { ?s ?p ?o } }")
    with pytest.raises(QuerySyntax):
        answer("SELECT * { ?s }")
    with pytest.raises(UnsuitableFormat):
        answer("SELECT ('a\\u0001' AS ?x) {}", rows=RESULTS_XML)
    with pytest.raises(UnsuitableFormat):
        answer("CONSTRUCT { <urn:a> <urn:x:1> <urn:b> } {}", graph=RDF_XML)
    held = FreeQuery(text=COUNT, default=("urn:not-held",))
    assert read_json(service.ask(held, never).body).rows[0][0].value == "0"  # type: ignore[union-attr]  # a count


def test_a_server_that_is_slow_or_away_is_told_apart(place: RemotePlace) -> None:
    """Out of time is not the same as unreachable."""
    slow = RemotePlace(query=place.query, seconds=0.5)
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
    with pytest.raises(QueryTimeout):
        RemoteStore(slow).select(runaway)
    with pytest.raises(StoreError) as away:
        RemoteStore(RemotePlace(query="http://127.0.0.1:9/query")).select(COUNT)
    assert away.value.code == "remote-unreachable"

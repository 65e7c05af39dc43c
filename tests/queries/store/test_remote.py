"""Two real servers hold what the embedded store holds, and give every triple back as it was."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from queries.errors import QuerySyntax, QueryTimeout, ResultTooLarge, StoreError
from queries.store.answers import Dataset
from queries.store.media import N_TRIPLES
from queries.store.remote import RemotePlace, RemoteStore
from queries.store.versions import version_of

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader
    from tests.conftest import Server

GRAPH = "https://w3id.org/luocdo/graph/doc/vn/ct/ubnd-lam-thanh/2024/7"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
STRANGE = (
    '<urn:s> <urn:p> "Đề án\\t\\"😀\\"\\r\\n \u0001"@vi .\n'
    '<urn:s> <urn:p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n'
    '<urn:s> <urn:p> "0.85"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
    '<urn:s> <urn:p> "2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date> .\n'
    '<urn:s> <urn:p> "" .\n'
    "_:a <urn:p> _:b .\n"
    "_:b <urn:p> _:a .\n"
)


@pytest.fixture
def place(server: Server) -> RemotePlace:
    """Return where an empty server is."""
    return RemotePlace(**asdict(server), seconds=60)


@pytest.fixture
def store(place: RemotePlace, reader: FolderReader) -> RemoteStore:
    """Return a server with the graphs of the province, written twice."""
    made = RemoteStore(place)
    for graph in (*reader.graphs(), *reader.graphs()):
        triples = reader.graph(graph, N_TRIPLES)
        made.replace_merged(graph, triples, version_of(triples))
    return made


def test_twice_is_once_and_each_triple_counts_once(
    place: RemotePlace, store: RemoteStore, reader: FolderReader
) -> None:
    """As many triples as in the embedded store, the same graphs, and their versions."""
    assert store.select(COUNT).rows == reader.select(COUNT).rows
    assert tuple(sorted(store.graphs())) == reader.graphs()
    assert tuple(sorted(store.versions())) == reader.graphs()
    triples = reader.graph(GRAPH, N_TRIPLES)
    assert store.version(GRAPH) == version_of(triples)
    ours, theirs = (Graph().parse(data=data, format="nt") for data in (triples, store.graph(GRAPH)))
    assert isomorphic(ours, theirs)
    before = store.select(COUNT).rows
    store.replace_merged(GRAPH, b"", "removed")
    assert GRAPH not in store.graphs()
    assert store.version(GRAPH) == "removed"
    assert store.select(COUNT).rows != before
    store.replace_merged(GRAPH, triples, version_of(triples))
    assert store.select(COUNT).rows == before
    with pytest.raises(StoreError) as refused:
        RemoteStore(RemotePlace(query=place.query)).update("CLEAR ALL")
    assert refused.value.code == "remote-read-only"


def test_values_come_back_as_they_went(place: RemotePlace) -> None:
    """Control characters, languages, booleans, exact numbers, blank nodes that belong together."""
    store = RemoteStore(place)
    store.replace_merged(GRAPH, STRANGE.encode(), "1")
    lines = store.graph(GRAPH).decode().splitlines()
    plain = [line for line in lines if not line.startswith("_:")]
    assert sorted(plain) == sorted(STRANGE.splitlines()[:5])
    there, back = (line.split() for line in lines if line.startswith("_:"))
    assert (there[0], there[2]) == (back[2], back[0])
    assert len({there[0], there[2]}) == 2
    assert store.select(COUNT).rows[0][0].value == "7"  # type: ignore[union-attr]  # a count
    assert store.select(COUNT, Dataset(default=("urn:not-held",))).rows[0][0].value == "0"  # type: ignore[union-attr]  # a count


def test_only_who_may_can_write(virtuoso: Server) -> None:
    """A wrong password is refused, and none sent twice."""
    wrong = RemotePlace(query=virtuoso.query, update=virtuoso.update, user="dba", password="no")  # noqa: S106 - a wrong one
    with pytest.raises(StoreError) as refused:
        RemoteStore(wrong).update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }")
    assert refused.value.code == "remote-refused"


def test_what_a_server_cut_is_an_error(virtuoso: Server) -> None:
    """It says 200 and gives as many rows as it may."""
    many = "SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 30000"
    with pytest.raises(ResultTooLarge):
        RemoteStore(RemotePlace(query=virtuoso.query)).select(many)


def test_errors_are_told_apart(oxigraph: Server) -> None:
    """Wrong words, out of time, too much, unreachable."""
    with pytest.raises(QuerySyntax):
        RemoteStore(RemotePlace(query=oxigraph.query)).select("SELECT * { ?s }")
    values = " ".join(f"<urn:{number}>" for number in range(300))
    rows = f"VALUES ?a {{ {values} }} VALUES ?b {{ {values} }} VALUES ?c {{ {values} }}"
    slow = f"SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?b), STR(?c))) AS ?n) {{ {rows} }}"
    with pytest.raises(QueryTimeout):
        RemoteStore(RemotePlace(query=oxigraph.query, seconds=0.2)).select(slow)
    with pytest.raises(ResultTooLarge):
        RemoteStore(RemotePlace(query=oxigraph.query, bytes=10)).select(COUNT)
    with pytest.raises(StoreError) as away:
        RemoteStore(RemotePlace(query="http://127.0.0.1:9/query")).select(COUNT)
    assert away.value.code == "remote-unreachable"

"""One store: values, formats, data sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from queries.errors import QuerySyntax, ResultTooLarge, StoreError, UnsuitableFormat
from queries.store.answers import Dataset, Solutions
from queries.store.embedded import QuadStore
from queries.store.media import GRAPH_TYPES, JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from queries.store.serialising import Triples, graph_bytes

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = "http://g/1", "http://g/2"
READERS = {TURTLE: "turtle", N_TRIPLES: "nt", RDF_XML: "xml", JSON_LD: "json-ld"}


@pytest.fixture
def store(tmp_path: Path) -> QuadStore:
    """Two graphs that share a triple."""
    opened = QuadStore.in_folder(tmp_path / "s")
    opened.replace_merged(ONE, b'<a:s> <http://v/p> "1" .\n<a:s> <http://v/p> "2" .\n')
    opened.replace_merged(TWO, b'<a:s> <http://v/p> "1" .\n<a:t> <http://v/p> _:b .\n')
    return opened


def count(store: QuadStore, dataset: Dataset) -> int:
    answer = store.evaluate("SELECT * { ?s ?p ?o }", dataset)
    assert isinstance(answer, Solutions)
    return len(list(answer.rows))


def test_the_merge_of_any_graphs_has_each_triple_once(store: QuadStore) -> None:
    """The store's own default graph and one asked for count alike."""
    assert count(store, Dataset()) == 3
    assert count(store, Dataset(default=(ONE, TWO), named=())) == 3
    assert count(store, Dataset(default=(ONE,), named=())) == 2
    assert count(store, Dataset(default=(), named=(ONE,))) == 0
    assert count(store, Dataset(default=("http://not/held", ONE), named=())) == 2


def test_statements_are_looked_up_in_one_graph(store: QuadStore) -> None:
    """All of them have to stand there; what another graph states does not count."""
    store.replace_merged(TWO, b'<a:t> <http://v/q> "x" .\n<a:t> <http://v/r> "y" .\n')
    both = (("a:t", "http://v/q", "x"), ("a:t", "http://v/r", "y"))
    assert store.states(TWO, both)
    assert not store.states(ONE, both)
    assert not store.states(TWO, (*both, ("a:t", "http://v/r", "x")))


def triples(store: QuadStore, query: str) -> Triples:
    answer = store.evaluate(query, Dataset())
    assert isinstance(answer, Triples)
    return answer


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
def test_graphs_are_read_by_another_library(store: QuadStore, media_type: str) -> None:
    """Each format holds the same triples, each once."""
    query = "CONSTRUCT { ?s ?p ?o . ?s <http://v/q> 1 } { ?s ?p ?o }"
    written = graph_bytes(triples(store, query), media_type, 10, {"v": "http://v/"})
    assert len(Graph().parse(data=written.body, format=READERS[media_type])) == 5
    assert written.triples == 5


def test_a_graph_over_its_limit_is_an_error(store: QuadStore) -> None:
    """Triples are never cut."""
    with pytest.raises(ResultTooLarge):
        graph_bytes(triples(store, "CONSTRUCT WHERE { ?s ?p ?o }"), TURTLE, 2, {})


@pytest.mark.parametrize(
    "query",
    [
        'CONSTRUCT { <a:s> <http://v/p> "a\\u0001" } { }',
        'CONSTRUCT { <a:s> <http://v/1/> "no name" } { }',
    ],
)
def test_rdf_xml_refuses_what_it_cannot_hold(store: QuadStore, query: str) -> None:
    """A control character or a predicate that is no XML name is refused, not garbled."""
    with pytest.raises(UnsuitableFormat):
        graph_bytes(triples(store, query), RDF_XML, 10, {})


def test_syntax_errors_have_a_place(store: QuadStore) -> None:
    """Line and column are those of the parser."""
    with pytest.raises(QuerySyntax) as caught:
        store.select("SELECT *\n{ ?s ?p }")
    assert caught.value.line == 2
    assert caught.value.column


def test_a_folder_that_is_no_store_is_our_error(tmp_path: Path) -> None:
    """What pyoxigraph says leaves as an error of the store."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError):
        QuadStore.read_only(tmp_path / "missing")
    with pytest.raises(StoreError):
        QuadStore.in_folder(tmp_path / "file")
    (tmp_path / "file").write_bytes(b"no quads at all")
    with pytest.raises(StoreError):
        QuadStore.in_folder(tmp_path / "s").bulk_load(tmp_path / "file")


def test_the_merge_can_be_made_again(store: QuadStore, tmp_path: Path) -> None:
    """What a broken bulk loading left in the default graph goes."""
    (tmp_path / "left.nq").write_bytes(b'<a:x> <http://v/p> "left over" .\n')
    store.bulk_load(tmp_path / "left.nq")
    assert count(store, Dataset()) == 4
    store.merge_again()
    assert count(store, Dataset()) == 3

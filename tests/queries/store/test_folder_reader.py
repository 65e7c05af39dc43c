"""The reader."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from queries.errors import QuerySyntax, UnsuitableFormat
from queries.store.media import CSV, JSON_LD, N_TRIPLES, TURTLE

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

GRAPH = "https://w3id.org/luocdo/graph/agencies"


def test_graphs_are_given_in_a_format(reader: FolderReader) -> None:
    """A held graph is whole; one that is not held is an empty document."""
    whole = Graph().parse(data=reader.graph(GRAPH, TURTLE), format="turtle")
    assert len(whole) == len(Graph().parse(data=reader.graph(GRAPH, JSON_LD), format="json-ld"))
    assert reader.graph("http://not/held", N_TRIPLES) == b""
    assert GRAPH in reader.graphs()
    with pytest.raises(UnsuitableFormat):
        reader.graph(GRAPH, CSV)


def test_forms_are_not_mixed_up(reader: FolderReader) -> None:
    """Each call takes the form it is made for."""
    assert reader.ask("ASK { ?s ?p ?o }")
    assert reader.construct("DESCRIBE <x:y>", N_TRIPLES) == b""
    for wrong in ("SELECT * { }", "ASK { }"):
        with pytest.raises(QuerySyntax):
            reader.construct(wrong, TURTLE)
    with pytest.raises(QuerySyntax):
        reader.ask("SELECT * { }")
    with pytest.raises(QuerySyntax):
        reader.select("ASK { }")


def test_findings_are_in_the_other_store(reader: FolderReader) -> None:
    """The work store is read apart, by graph."""
    query = "SELECT ?s { GRAPH ?g { ?s a <http://www.w3.org/ns/shacl#ValidationResult> } }"
    assert len(reader.select_work(query)) == 1
    assert len(reader.select(query)) == 0


def test_threads_share_a_reader(reader: FolderReader) -> None:
    """The first queries may come together."""
    with ThreadPoolExecutor(8) as threads:
        sizes = set(threads.map(lambda _: len(reader.select("SELECT * { ?s a ?t }")), range(24)))
    assert len(sizes) == 1

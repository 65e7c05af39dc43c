"""Files of lineages are read by other libraries, with their types, and hold the same edges."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from rdflib import Graph

from queries.errors import UnsuitableFormat
from queries.exports.graphs import FORMATS, ExportGraph, of_lineage, of_paths, write_graph
from queries.lineage import lineage
from queries.tracing import all_paths

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

DIRECTIVE = "https://w3id.org/luocdo/id/vn/ct/ubnd-lam-thanh/2024/7"
PLAN = "https://w3id.org/luocdo/id/vn/kh/so-noi-vu-lam-thanh/2024/31"


@pytest.fixture(scope="module")
def graph(reader: FolderReader) -> ExportGraph:
    """Return the lineage of a directive."""
    return of_lineage(lineage(reader.index(), DIRECTIVE))


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_the_files_back(graph: ExportGraph, form: str) -> None:
    """With numbers as numbers and words as words (Gephi and yEd read the same)."""
    file = io.BytesIO(write_graph(graph, form))
    read = nx.read_graphml(file) if form == "graphml" else nx.read_gexf(file)
    assert set(read) == {node.iri for node in graph.nodes}
    assert read.number_of_edges() == len(graph.edges)
    for node in graph.nodes:
        held = read.nodes[node.iri]
        assert isinstance(held["rank"], int)
        assert held["step"] == node.step
        assert held["label"] == node.label
    found = {(s, t, d["relation"]) for s, t, d in read.edges(data=True)}
    assert found == {(e.source, e.target, e.relation) for e in graph.edges}


def test_tables_hold_nodes_and_edges(graph: ExportGraph) -> None:
    """As Gephi takes them: Id and Label, Source and Target."""

    def rows(form: str) -> list[dict[str, str]]:
        words = write_graph(graph, form).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(words, newline="")))

    assert {row["Id"] for row in rows("nodes-csv")} == {node.iri for node in graph.nodes}
    edges = {(row["Source"], row["Target"], row["Label"]) for row in rows("edges-csv")}
    assert edges == {(e.source, e.target, e.relation) for e in graph.edges}


def test_json_gives_the_words_of_each_edge(graph: ExportGraph, reader: FolderReader) -> None:
    """And the ways between two documents in their order."""
    content = json.loads(write_graph(graph, "json"))
    assert content["document"] == DIRECTIVE
    assert any(edge.get("quote") for edge in content["edges"])
    ways = json.loads(write_graph(of_paths(all_paths(reader.index(), PLAN, DIRECTIVE)), "json"))
    assert ways["paths"] == [[PLAN, DIRECTIVE]]


def test_turtle_holds_the_relations(graph: ExportGraph) -> None:
    """A parser reads as many as there are edges."""
    read = Graph().parse(data=write_graph(graph, "turtle"), format="turtle")
    found = {
        (str(s), str(o))
        for s, p, o in read
        if str(p).startswith("https://w3id.org/luocdo/ns#") and "http" in str(o)
    }
    assert found == {(e.source, e.target) for e in graph.edges}


def test_words_that_a_format_cannot_hold_break_nothing(graph: ExportGraph) -> None:
    """Control characters, quotes and formulas in a title."""
    odd = replace(graph.nodes[0], title='=1+"x"\x01\n<b> & \\')
    hostile = ExportGraph(nodes=(odd, *graph.nodes[1:]), edges=graph.edges, about=graph.about)
    for form in FORMATS:
        assert write_graph(hostile, form)
    nx.read_graphml(io.BytesIO(write_graph(hostile, "graphml")))
    nx.read_gexf(io.BytesIO(write_graph(hostile, "gexf")))
    with pytest.raises(UnsuitableFormat):
        write_graph(graph, "docx")

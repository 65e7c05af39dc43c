"""Text and run are named without a clock."""

from __future__ import annotations

from rdflib import Graph

from loaders.graph.nodes import Nodes
from loaders.graph.provenance import provenance_triples
from loaders.records import Run
from ontology.namespaces import LDO, PROV

NODES = Nodes(base="https://example.org/", path="id/vn/doc/0", text_sha256="ab" * 32)


def test_when_it_ran_does_not_enter_the_graph() -> None:
    """Two runs of one program over one text say the same."""
    runs = [
        Run(version="0.1", register_sha256="c" * 64, settings="", started_at=day)
        for day in ("2026-01-01", "2026-01-02")
    ]
    first, second = (set(provenance_triples(NODES, run)) for run in runs)
    assert first == second
    graph = Graph()
    for triple in first:
        graph.add(triple)
    assert graph.value(NODES.run, PROV.used) == NODES.text
    assert str(graph.value(NODES.text, LDO.sha256)) == "ab" * 32


def test_a_text_without_a_run_is_still_named() -> None:
    """An extract for a test has no run, but its text has its digest."""
    assert len(list(provenance_triples(NODES, None))) == 3

"""Evidence is a position and a quote with what stands round it."""

from __future__ import annotations

from decimal import Decimal

from rdflib import Graph

from loaders.graph.evidence import CONTEXT, confidence_literal, evidence_triples
from loaders.graph.nodes import Nodes
from loaders.records import SourceText, Span
from ontology.namespaces import OA


def test_a_quote_can_be_found_again_by_its_neighbours() -> None:
    """Prefix and suffix are the words before and after, cut at the ends of the text."""
    source = SourceText(source_sha256="0", text="x" * 50 + "QUOTE" + "y" * 3)
    nodes = Nodes(base="https://example.org/", path="id/vn/doc/0", text_sha256="0" * 64)
    span = Span(start=50, end=55)
    graph = Graph()
    for triple in evidence_triples(nodes.evidence(span), nodes, source, span):
        graph.add(triple)
    assert [str(v) for v in graph.objects(None, OA.exact)] == ["QUOTE"]
    assert [str(v) for v in graph.objects(None, OA.prefix)] == ["x" * CONTEXT]
    assert [str(v) for v in graph.objects(None, OA.suffix)] == ["yyy"]


def test_confidence_is_a_decimal_of_two_places() -> None:
    """0.9 and 0.90 are one value, so that loading twice gives one triple."""
    assert confidence_literal(0.9).toPython() == Decimal("0.90")

"""Evidence is a position and a quote with what stands round it."""

from __future__ import annotations

from decimal import Decimal

from rdflib import RDF, Graph, Literal

from loaders.graph.evidence import (
    CONTEXT,
    MEDIA_FRAGMENTS,
    confidence_literal,
    evidence_triples,
)
from loaders.graph.nodes import Nodes
from loaders.records import SourceText, Span
from loaders.source_text import Box, PrintedWord
from ontology.namespaces import DCTERMS, OA


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


def test_words_of_a_scan_lead_to_page_and_box() -> None:
    """A client that knows Media Fragments can cut out the place; a typed text has none."""
    box = Box(left=0.1, top=0.2, right=0.4, bottom=0.25)
    word = PrintedWord(span=Span(start=0, end=5), page=3, box=box, confidence=1)
    source = SourceText(source_sha256="0", text="QUOTE", words=(word,))
    nodes = Nodes(base="https://example.org/", path="id/vn/doc/0", text_sha256="0" * 64)
    graph = Graph()
    for triple in evidence_triples(nodes.evidence(word.span), nodes, source, word.span):
        graph.add(triple)
    (selector,) = graph.subjects(RDF.type, OA.FragmentSelector)
    assert graph.value(selector, RDF.value) == Literal("page=3&xywh=percent:10.0,20.0,30.0,5.0")
    assert graph.value(selector, DCTERMS.conformsTo) == MEDIA_FRAGMENTS


def test_confidence_is_a_decimal_of_two_places() -> None:
    """0.9 and 0.90 are one value, so that loading twice gives one triple."""
    assert confidence_literal(0.9).toPython() == Decimal("0.90")

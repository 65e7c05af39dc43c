"""Names of parts follow the contract, so that decisions outlive a reload."""

from __future__ import annotations

from rdflib import URIRef

from loaders.graph.nodes import Nodes, below, fragment
from loaders.records import Span

NODES = Nodes(base="https://example.org/", path="id/vn/ct/ttg/2019/12", text_sha256="ab" * 32)
SPAN = Span(start=3, end=9)


def test_parts_are_named_by_their_span() -> None:
    """A second citation on one span has a number; the first has none."""
    document = "https://example.org/id/vn/ct/ttg/2019/12"
    assert str(NODES.citation(SPAN)) == f"{document}/cit/3-9"
    assert str(NODES.citation(SPAN, 2)) == f"{document}/cit/3-9/2"
    assert str(NODES.obligation(SPAN)) == f"{document}/obl/3-9"
    assert str(NODES.evidence(SPAN)) == f"{document}/ev/3-9"
    assert str(NODES.metadata_evidence(SPAN, "date")) == f"{document}/ev/3-9/date"
    assert str(NODES.text) == f"{document}/text/abababababab"
    assert str(NODES.clause("dieu/3")) == f"{document}/dieu/3"


def test_parts_of_parts() -> None:
    """What has a page hangs below its owner; helpers are fragments."""
    node = URIRef("https://example.org/x")
    assert below(node, "asg/1") == URIRef("https://example.org/x/asg/1")
    assert fragment(node, "quote") == URIRef("https://example.org/x#quote")

"""The words behind a fact, as Web Annotation selectors (W3C, 23 February 2017)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from rdflib import RDF, XSD, Literal

from loaders.graph.nodes import fragment
from ontology.namespaces import LDO, OA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef
    from rdflib.term import Node

    from loaders.graph.nodes import Nodes
    from loaders.records import SourceText, Span

Triple: TypeAlias = "tuple[Node, Node, Node]"
"""One statement."""

CONTEXT = 32
"""Code points of the text that a quote carries before and after it, to be found again."""


def evidence_triples(
    node: URIRef, nodes: Nodes, source: SourceText, span: Span
) -> Iterator[Triple]:
    """Give the triples of one piece of evidence: where it stands and what it says.

    Args:
        node: IRI of the evidence.
        source: the text, whose code points the span counts.
    """
    text = source.text
    position, quote = fragment(node, "position"), fragment(node, "quote")
    yield node, RDF.type, LDO.Evidence
    yield node, OA.hasSource, nodes.text
    yield node, OA.hasSelector, position
    yield node, OA.hasSelector, quote
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(span.start)
    yield position, OA.end, Literal(span.end)
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(text[span.start : span.end])
    yield quote, OA.prefix, Literal(text[max(0, span.start - CONTEXT) : span.start])
    yield quote, OA.suffix, Literal(text[span.end : span.end + CONTEXT])


def confidence_literal(confidence: float) -> Literal:
    """Return a confidence as a decimal with two places, 0 to 1."""
    return Literal(Decimal(f"{confidence:.2f}"), datatype=XSD.decimal)

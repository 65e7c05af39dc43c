"""The words behind a fact, as Web Annotation selectors (W3C, 23 February 2017)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from rdflib import RDF, XSD, Literal, URIRef

from loaders.graph.nodes import fragment
from ontology.namespaces import DCTERMS, LDO, OA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from loaders.graph.nodes import Nodes
    from loaders.records import SourceText, Span
    from loaders.source_text import PageBox

Triple: TypeAlias = "tuple[Node, Node, Node]"
"""One statement."""

MEDIA_FRAGMENTS = URIRef("http://www.w3.org/TR/media-frags/")
"""What the place of a scanned word conforms to."""

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
    for place in source.boxes(span):
        yield from _place_triples(node, place)


def _place_triples(node: URIRef, place: PageBox) -> Iterator[Triple]:
    """Give where on a page the words of a scan stand, as a fragment of its file.

    Source: RFC 8118, section 3, for the page; Media Fragments URI 1.0, section 4.2.2, for the box.
    """
    selector = fragment(node, f"page-{place.page}")
    box = place.box
    sides = (box.left, box.top, box.right - box.left, box.bottom - box.top)
    percent = ",".join(f"{100 * side:.1f}" for side in sides)
    yield node, OA.hasSelector, selector
    yield selector, RDF.type, OA.FragmentSelector
    yield selector, DCTERMS.conformsTo, MEDIA_FRAGMENTS
    yield selector, RDF.value, Literal(f"page={place.page}&xywh=percent:{percent}")


def confidence_literal(confidence: float) -> Literal:
    """Return a confidence as a decimal with two places, 0 to 1."""
    return Literal(Decimal(f"{confidence:.2f}"), datatype=XSD.decimal)

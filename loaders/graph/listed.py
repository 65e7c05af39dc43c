"""Documents that a site lists, as citations whose basis is metadata (contract, section 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, Literal

from loaders.graph.citations import part_triples, resolution_triples
from loaders.graph.evidence import confidence_literal
from loaders.records import Span, Status
from ontology.namespaces import LDO, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef

    from loaders.graph.evidence import Triple
    from loaders.graph.nodes import Nodes
    from loaders.records import ExtractedDocument, ListedDocument

NO_WORDS = Span(start=0, end=0)
"""The span that names nodes which no words of the text state."""

SURE = 0.9
"""How sure a relation is that a site states."""


def listed_triples(document: ExtractedDocument, nodes: Nodes) -> Iterator[Triple]:
    """Give the triples of all documents that a site lists.

    A document that relates to this one has two nodes: one that mentions it, and, where it is
    known, one in which it is the citing work and this document the cited one.
    """
    for place, listed in enumerate(document.listed, 1):
        node = nodes.citation(NO_WORDS, 2 * place - 1)
        yield from _common_triples(node, listed, document, nodes)
        yield from part_triples(node, listed.citation)
        yield from resolution_triples(node, listed.resolution, nodes)
        kind = "mentions" if listed.entry.towards else listed.entry.kind
        yield node, LDO.citingWork, nodes.document
        yield node, LDO.relationType, LDO[kind]
        if listed.entry.towards and listed.resolution.target:
            yield from _towards_triples(
                nodes.citation(NO_WORDS, 2 * place), listed, document, nodes
            )


def _towards_triples(
    node: URIRef, listed: ListedDocument, document: ExtractedDocument, nodes: Nodes
) -> Iterator[Triple]:
    """Give the relation of a listed document to this one."""
    yield from _common_triples(node, listed, document, nodes)
    yield node, LDO.citingWork, nodes.other(listed.resolution.target or "")
    yield node, LDO.citedWork, nodes.document
    yield node, LDO.relationType, LDO[listed.entry.kind]
    yield node, LDO.status, LDO[Status.RESOLVED.value]
    yield node, LDO.resolutionConfidence, confidence_literal(listed.resolution.confidence)


def _common_triples(
    node: URIRef, listed: ListedDocument, document: ExtractedDocument, nodes: Nodes
) -> Iterator[Triple]:
    """Give what both nodes of an entry say."""
    yield node, RDF.type, LDO.Citation
    yield node, LDO.printed, Literal(listed.entry.words)
    yield node, LDO.form, LDO[listed.citation.form.value]
    yield node, LDO.basis, LDO.metadata
    yield node, LDO.statedIn, nodes.document
    yield node, LDO.confidence, confidence_literal(listed.citation.confidence)
    yield node, LDO.relationCue, Literal(listed.entry.label)
    yield node, LDO.relationConfidence, confidence_literal(SURE)
    if document.run:
        yield node, PROV.wasGeneratedBy, nodes.run

"""Step 10: the graphs of one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.graph.agencies import agency_triples
from loaders.graph.citations import citation_triples
from loaders.graph.clauses import clause_triples
from loaders.graph.document import DocumentWriter
from loaders.graph.effective import effective
from loaders.graph.listed import listed_triples
from loaders.graph.nodes import Nodes
from loaders.graph.obligations import obligation_triples
from loaders.graph.provenance import provenance_triples
from loaders.graph.statements import Statements, graph_of
from ontology.namespaces import graph_iri, iri

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

    from loaders.graph.effective import Collection
    from loaders.records import ExtractedDocument
    from ontology.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStatements:
    """What the two graphs of a document say, with their names.

    Args:
        document_iri: the document.
        raw, effective: what they say.
        raw_iri, effective_iri: their names.
    """

    document_iri: URIRef
    raw_iri: URIRef
    raw: Statements
    effective_iri: URIRef
    effective: Statements


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentGraph:
    """The two graphs of a document, with their names.

    Args:
        document_iri: the document.
        raw, effective: the graphs.
        raw_iri, effective_iri: their names.
    """

    document_iri: URIRef
    raw_iri: URIRef
    raw: Graph
    effective_iri: URIRef
    effective: Graph


def build(
    document: ExtractedDocument, registry: Registry, collection: Collection, base: str
) -> DocumentGraph:
    """Return the raw and the effective graph of a document for use with rdflib.

    Args: as of `state`, which is faster where the graphs only go into a store.
    """
    said = state(document, registry, collection, base)
    return DocumentGraph(
        document_iri=said.document_iri,
        raw_iri=said.raw_iri,
        raw=graph_of(said.raw),
        effective_iri=said.effective_iri,
        effective=graph_of(said.effective),
    )


def state(
    document: ExtractedDocument, registry: Registry, collection: Collection, base: str
) -> DocumentStatements:
    """Return what the raw and the effective graph of a document say.

    Args:
        document: what was read.
        registry: the registers it was resolved against.
        collection: what is stored.
        base: setting `base_iri`.
    """
    raw = raw_statements(document, registry, base)
    return DocumentStatements(
        document_iri=iri(base, document.path),
        raw_iri=graph_iri(base, "raw", document.path),
        raw=raw,
        effective_iri=graph_iri(base, "doc", document.path),
        effective=effective(raw, registry, collection, base),
    )


def raw_graph(document: ExtractedDocument, registry: Registry, base: str) -> Graph:
    """Return the raw graph of a document for use with rdflib; arguments as of `state`."""
    return graph_of(raw_statements(document, registry, base))


def raw_statements(document: ExtractedDocument, registry: Registry, base: str) -> Statements:
    """Return what extraction said of a document, resolved against the registers alone."""
    nodes = Nodes(base=base, path=document.path, text_sha256=document.source.text_sha256)
    said = Statements(DocumentWriter(document=document, nodes=nodes, registry=registry).triples())
    said.update(provenance_triples(nodes, document.run))
    said.update(citation_triples(document, nodes))
    said.update(listed_triples(document, nodes))
    said.update(clause_triples(document, nodes))
    said.update(obligation_triples(document, nodes))
    said.update(agency_triples(document.agencies, registry, base))
    return said

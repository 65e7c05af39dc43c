"""Step 10: the graphs of one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph

from loaders.graph.agencies import agency_triples
from loaders.graph.citations import citation_triples
from loaders.graph.clauses import clause_triples
from loaders.graph.document import DocumentWriter
from loaders.graph.effective import effective_graph
from loaders.graph.nodes import Nodes
from loaders.graph.obligations import obligation_triples
from loaders.graph.provenance import provenance_triples
from ontology.namespaces import bind_prefixes, graph_iri, iri

if TYPE_CHECKING:
    from rdflib import URIRef

    from loaders.graph.effective import Collection
    from loaders.records import ExtractedDocument
    from ontology.registry import Registry


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
    """Return the raw and the effective graph of a document.

    Args:
        document: what was read.
        registry: the registers it was resolved against.
        collection: what is stored.
        base: setting `base_iri`.
    """
    raw = raw_graph(document, registry, base)
    return DocumentGraph(
        document_iri=iri(base, document.path),
        raw_iri=graph_iri(base, "raw", document.path),
        raw=raw,
        effective_iri=graph_iri(base, "doc", document.path),
        effective=effective_graph(raw, registry, collection, base),
    )


def raw_graph(document: ExtractedDocument, registry: Registry, base: str) -> Graph:
    """Return what extraction said of a document, resolved against the registers alone."""
    nodes = Nodes(base=base, path=document.path, text_sha256=document.source.text_sha256)
    graph = bind_prefixes(Graph())
    for triples in (
        DocumentWriter(document=document, nodes=nodes, registry=registry).triples(),
        provenance_triples(nodes, document.run),
        citation_triples(document, nodes),
        clause_triples(document, nodes),
        obligation_triples(document, nodes),
        agency_triples(document.agencies, registry, base),
    ):
        for triple in triples:
            graph.add(triple)
    return graph

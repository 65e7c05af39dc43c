"""What a site lists stands in the graph with basis metadata, each relation the right way round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rdflib import Graph, Literal

from loaders.graph.listed import listed_triples
from loaders.graph.nodes import Nodes
from loaders.listing import read_listed
from loaders.records import Metadata
from loaders.source_text import PageRelation
from ontology.namespaces import DEFAULT_BASE, LDO, iri

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument
    from ontology.registry import Registry

DECREE = iri(DEFAULT_BASE, "id/vn/nd/cp/2020/30")


def graph_of(document: ExtractedDocument, registry: Registry, *, towards: bool) -> Graph:
    """Return the graph of a document that a site says guides a decree, or is guided by it."""
    entry = PageRelation(
        kind="guides", towards=towards, label="Văn bản", words="Nghị định số 30/2020/NĐ-CP"
    )
    listed = read_listed((entry,), Metadata(), registry)
    nodes = Nodes(base=DEFAULT_BASE, path=document.path, text_sha256="0" * 64)
    graph = Graph()
    for triple in listed_triples(replace(document, listed=listed), nodes):
        graph.add(triple)
    return graph


def test_a_relation_of_the_document(document: ExtractedDocument, registry: Registry) -> None:
    """The document is the citing work; the heading is the cue; no words are evidence."""
    graph = graph_of(document, registry, towards=False)
    (node,) = graph.subjects(LDO.relationType, LDO.guides)
    assert graph.value(node, LDO.citingWork) == iri(DEFAULT_BASE, document.path)
    assert graph.value(node, LDO.citedWork) == DECREE
    assert graph.value(node, LDO.basis) == LDO.metadata
    assert graph.value(node, LDO.relationCue) == Literal("Văn bản")
    assert graph.value(node, LDO.evidence) is None


def test_a_relation_towards_the_document(document: ExtractedDocument, registry: Registry) -> None:
    """The listed document is the citing work; this one only mentions it."""
    graph = graph_of(document, registry, towards=True)
    (node,) = graph.subjects(LDO.relationType, LDO.guides)
    assert graph.value(node, LDO.citingWork) == DECREE
    assert graph.value(node, LDO.citedWork) == iri(DEFAULT_BASE, document.path)
    (mention,) = graph.subjects(LDO.relationType, LDO.mentions)
    assert graph.value(mention, LDO.citedWork) == DECREE

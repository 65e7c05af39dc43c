"""Types, places and terms come from the registers and obey the shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from rdflib import RDF, Graph, Literal

from ontology.namespaces import DCTERMS, DEFAULT_BASE, LDO, SKOS, XSD, iri
from ontology.registry import Registry, load_registry
from ontology.schemes import (
    agencies_graph,
    document_types_graph,
    places_graph,
    registry_graph,
    terms_graph,
)
from ontology.validation import Row, validate_by_query
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return the registers of the program."""
    return load_registry()


def test_types_carry_their_symbols(registry: Registry) -> None:
    """A class knows the symbols that its numbers print, and the first parts of its paths."""
    graph = document_types_graph(registry, DEFAULT_BASE)
    assert (LDO.Directive, SKOS.notation, Literal("CT")) in graph
    assert (LDO.Directive, DCTERMS.identifier, Literal("ct")) in graph
    classes = {LDO[row.class_name] for row in registry.document_types}
    assert set(graph.subjects(SKOS.inScheme)) == classes


def test_borrowed_symbols_bring_their_paths(registry: Registry) -> None:
    """A Party regulation that prints the symbol of decisions also has their first part."""
    graph = document_types_graph(registry, DEFAULT_BASE)
    assert (LDO.Provision, DCTERMS.identifier, Literal("qd")) in graph


def test_places_know_what_they_went_into(registry: Registry) -> None:
    """A province that was merged has a last day and a successor."""
    graph = places_graph(registry, DEFAULT_BASE)
    old = iri(DEFAULT_BASE, "id/vn/place/tien-giang")
    new = iri(DEFAULT_BASE, "id/vn/place/dong-thap-2025")
    assert (old, LDO.succeededBy, new) in graph
    assert (old, LDO.validUntil, Literal("2025-06-30", datatype=XSD.date)) in graph
    assert (new, RDF.type, SKOS.Concept) in graph


def test_terms_follow_each_other(registry: Registry) -> None:
    """Party terms, terms of the Assembly, and those of each provincial committee in its time."""
    graph = terms_graph(registry, DEFAULT_BASE)

    def term(path: str) -> Node:
        return iri(DEFAULT_BASE, f"id/vn/term/{path}")

    assert (term("dang/k12"), LDO.succeededBy, term("dang/k13")) in graph
    assert (term("dang/k13"), RDF.type, LDO.PartyTerm) in graph
    assert (term("qh/qh15"), RDF.type, LDO.PartyTerm) not in graph
    assert (term("tu-tien-giang/nk2020"), RDF.type, LDO.TermOfOffice) in graph
    assert (term("tu-tien-giang/nk2025"), None, None) not in graph
    assert (term("tu-dong-thap-2025/nk2025"), None, None) in graph


def test_registers_obey_the_shapes(registry: Registry) -> None:
    """All graphs of the registers together raise no violation."""
    store = pyoxigraph.Store()
    for graph in (
        vocabulary_graph(),
        registry_graph(registry, DEFAULT_BASE),
        agencies_graph(registry, DEFAULT_BASE, frozenset({"tien-giang", "dong-thap-2025"})),
        places_graph(registry, DEFAULT_BASE),
        terms_graph(registry, DEFAULT_BASE),
    ):
        store.bulk_load(_lines(graph), format=pyoxigraph.RdfFormat.N_TRIPLES)

    def ask(query: str) -> Iterator[Row]:
        for row in store.query(query):  # type: ignore[union-attr]  # a SELECT gives rows
            this, path, value = (None if term is None else term.value for term in row)
            yield this, path, value

    report = validate_by_query(ask)
    assert [each for each in report.findings if each.severity == "violation"] == []


def _lines(graph: Graph) -> bytes:
    """Return a graph as N-Triples."""
    return graph.serialize(format="nt").encode()

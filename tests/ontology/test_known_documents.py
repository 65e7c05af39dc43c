"""Documents of the register: what is known, and that every relation has its support."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from ontology.known_documents import known_documents_graph
from ontology.namespaces import DCTERMS, DEFAULT_BASE, ELI, LDO, XSD, iri
from ontology.registry import load_registry
from ontology.validation import validate


def node(path: str) -> URIRef:
    """Return the IRI of a thing."""
    return iri(DEFAULT_BASE, f"id/vn/{path}")


CONCLUSION = node("kl/tw/k13/13")
DIRECTIVE = node("ct/tw/k10/48")


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the known documents."""
    return known_documents_graph(load_registry(), DEFAULT_BASE)


def test_what_is_known(graph: Graph) -> None:
    """Type, number in its parts, date, title, term; the state of force stays open."""
    assert {LDO.Conclusion, LDO.Document, ELI.LegalResource} <= set(
        graph.objects(CONCLUSION, RDF.type)
    )
    assert graph.value(CONCLUSION, LDO.presence) == LDO.metadataOnly
    assert graph.value(CONCLUSION, LDO.forceStatus) == LDO.unknown
    assert graph.value(CONCLUSION, LDO.printedNumber) == Literal("13-KL/TW")
    assert graph.value(CONCLUSION, LDO.number) == Literal("13")
    assert graph.value(CONCLUSION, LDO.symbol) == Literal("KL/TW")
    assert graph.value(CONCLUSION, LDO.date) == Literal("2021-08-16", datatype=XSD.date)
    assert graph.value(CONCLUSION, LDO.term) == node("term/dang/k13")
    title = graph.value(CONCLUSION, DCTERMS.title)
    assert isinstance(title, Literal)
    assert title.language == "vi"


def test_series_and_author_are_kept_apart(graph: Graph) -> None:
    """The number is the Central Committee's, the will the Politburo's."""
    assert graph.value(CONCLUSION, LDO.issuingBody) == node("agency/tw")
    assert graph.value(CONCLUSION, LDO.decidedBy) == node("agency/bct-tw")


def test_relation_and_what_follows(graph: Graph) -> None:
    """The conclusion continues the directive, and so cites and mentions it."""
    assert {LDO.continues, LDO.cites, LDO.mentions, ELI.related_to} <= set(
        graph.predicates(CONCLUSION, DIRECTIVE)
    )


def test_replacement_runs_from_the_new_to_the_old(graph: Graph) -> None:
    """Who stands in the column replaced_by is the subject."""
    new, old = node("hd/vptw/k12/36"), node("hd/vptw/k9/11")
    assert (new, LDO.replaces, old) in graph
    assert (old, LDO.replaces, new) not in graph


def test_annex_belongs_to_its_decision(graph: Graph) -> None:
    """A scheme that was approved is an annex, and does not implement its own decision."""
    annex, decision = node("qd/ttg/2022/6/annex"), node("qd/ttg/2022/6")
    assert graph.value(annex, LDO.annexOf) == decision
    assert (annex, LDO.implements, decision) not in graph
    assert {LDO.Annex, LDO.Scheme} <= set(graph.objects(annex, RDF.type))


def test_guidance_is_told_by_the_title(graph: Graph) -> None:
    """A decree that details a law guides it; a directive that carries out a scheme does not."""
    assert (node("nd/cp/2016/34"), LDO.guides, node("qh13/2015/80")) in graph
    assert (node("ct/ttg/2024/4"), LDO.implements, node("qd/ttg/2022/6/annex")) in graph


def test_no_relation_without_support(graph: Graph) -> None:
    """Every relation has a citation with basis metadata: rule E3 finds nothing."""
    assert {each.code for each in validate(graph).findings} & {"E3", "C1", "C2", "D1"} == set()


def test_stored_documents_speak_for_themselves() -> None:
    """A document whose text is stored is not described here, but still replaces another."""
    stored = frozenset({"id/vn/kl/tw/k13/13", "id/vn/hd/vptw/k12/36"})
    graph = known_documents_graph(load_registry(), DEFAULT_BASE, stored)
    assert (CONCLUSION, LDO.presence, None) not in graph
    assert (CONCLUSION, LDO.continues, None) not in graph
    assert (node("hd/vptw/k12/36"), LDO.replaces, node("hd/vptw/k9/11")) in graph

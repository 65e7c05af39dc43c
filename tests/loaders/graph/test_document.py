"""What a document says of itself stands in the graph with the words it came from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rdflib import XSD, Graph, Literal

from loaders.graph.document import DocumentWriter
from loaders.graph.nodes import Nodes
from loaders.records import AgencyResolution, Reading
from loaders.source_text import PageFact
from ontology.namespaces import DEFAULT_BASE, LDO, OA, RDF, iri

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument
    from ontology.registry import Registry


def graph_of(document: ExtractedDocument, registry: Registry) -> Graph:
    """Return the graph of a document's metadata."""
    nodes = Nodes(base=DEFAULT_BASE, path=document.path, text_sha256="0" * 64)
    graph = Graph()
    for triple in DocumentWriter(document=document, nodes=nodes, registry=registry).triples():
        graph.add(triple)
    return graph


def test_a_number_shows_its_words(document: ExtractedDocument, registry: Registry) -> None:
    """The evidence says which statement it is for, and quotes the print."""
    graph = graph_of(document, registry)
    node = iri(DEFAULT_BASE, document.path)
    assert graph.value(node, LDO.printedNumber) == Literal("07/CT-UBND")
    assert graph.value(node, LDO.number) == Literal("7")
    evidence = next(graph.subjects(LDO.onProperty, LDO.printedNumber))
    selectors = list(graph.objects(evidence, OA.hasSelector))
    assert Literal("07/CT-UBND") in {graph.value(s, OA.exact) for s in selectors}


def test_the_type_decides_the_class(document: ExtractedDocument, registry: Registry) -> None:
    """A type without a row is of unknown type, not of a guessed one."""
    node = iri(DEFAULT_BASE, document.path)
    assert graph_of(document, registry).value(node, RDF.type) == LDO.Directive
    bare = replace(document, metadata=replace(document.metadata, document_type=None))
    assert graph_of(bare, registry).value(node, RDF.type) == LDO.UnknownType


def test_an_office_holder_decides_and_the_body_issues(
    document: ExtractedDocument, registry: Registry
) -> None:
    """The number is the body's; the chair is who decided."""
    chair = "Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang"
    said: Reading[str] = Reading(value=chair, printed="", span=None, rule="hand", confidence=0.9)
    agency = AgencyResolution(
        printed=chair,
        kind="post",
        target="id/vn/post/ct-ubnd-tien-giang",
        body="id/vn/agency/ubnd-tien-giang",
    )
    metadata = replace(document.metadata, issuing_body=said)
    graph = graph_of(replace(document, metadata=metadata, agencies=(agency,)), registry)
    node = iri(DEFAULT_BASE, document.path)
    body = iri(DEFAULT_BASE, "id/vn/agency/ubnd-tien-giang")
    assert graph.value(node, LDO.issuingBody) == body
    assert graph.value(node, LDO.decidedBy) == iri(DEFAULT_BASE, "id/vn/post/ct-ubnd-tien-giang")
    assert (body, RDF.type, LDO.IssuingBody) in graph


def test_a_joint_paper_has_each_of_its_bodies(
    document: ExtractedDocument, registry: Registry
) -> None:
    """Who asks for the papers of one body finds those that it issued with others."""
    names = ("Bộ Y tế", "Bộ Tài chính")
    codes = ("byt", "btc")
    readings = tuple(
        Reading(value=name, printed="", span=None, rule="hand", confidence=0.9) for name in names
    )
    agencies = tuple(
        AgencyResolution(printed=name, kind="agency", target=f"id/vn/agency/{code}")
        for name, code in zip(names, codes, strict=True)
    )
    metadata = replace(document.metadata, co_issuers=readings)
    graph = graph_of(replace(document, metadata=metadata, agencies=agencies), registry)
    issuers = set(graph.objects(iri(DEFAULT_BASE, document.path), LDO.issuingBody))
    assert issuers == {iri(DEFAULT_BASE, f"id/vn/agency/{code}") for code in codes}


def test_the_term_of_a_party_number_is_in_its_path(
    document: ExtractedDocument, registry: Registry
) -> None:
    """Numbers of the Party restart each term, so the term is part of the identity."""
    party = replace(document, path="id/vn/nq/tu-tien-giang/nk2020/14")
    term = graph_of(party, registry).value(iri(DEFAULT_BASE, party.path), LDO.term)
    assert term == iri(DEFAULT_BASE, "id/vn/term/tu-tien-giang/nk2020")


def test_what_a_site_says_is_marked(document: ExtractedDocument, registry: Registry) -> None:
    """A number without words and the state of force say that they are taken from metadata."""
    number = Reading(value="9/CT-TTg", printed="", span=None, rule="site-table", confidence=0.9)
    facts = (
        PageFact(field="state", value="Còn hiệu lực"),
        PageFact(field="effective", value="01/07/2020"),
    )
    paper = replace(
        document,
        metadata=replace(document.metadata, number=number),
        source=replace(document.source, page_facts=facts),
    )
    graph = graph_of(paper, registry)
    node = iri(DEFAULT_BASE, document.path)
    assert graph.value(node, LDO.forceStatus) == LDO.inForce
    assert graph.value(node, LDO.effectiveFrom) == Literal("2020-07-01", datatype=XSD.date)
    taken = set(graph.objects(node, LDO.takenFromMetadata))
    assert taken == {LDO.printedNumber, LDO.forceStatus, LDO.effectiveFrom}

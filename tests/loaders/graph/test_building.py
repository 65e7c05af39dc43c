"""The raw and the effective graph of a document say what was read, with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, Literal, URIRef
from rdflib.compare import isomorphic

from loaders.graph.building import build, raw_graph
from ontology.namespaces import DEFAULT_BASE, ELI, LDO, OA, iri

if TYPE_CHECKING:
    from datetime import date

    from loaders.graph.decisions import Decision
    from loaders.records import Candidate, Citation, ExtractedDocument, Resolution
    from ontology.registry import Registry

DOC = iri(DEFAULT_BASE, "id/vn/ct/ubnd-tien-giang/2024/7")
KL13 = iri(DEFAULT_BASE, "id/vn/kl/tw/k13/13")
CT48 = iri(DEFAULT_BASE, "id/vn/ct/tw/k10/4800")


class Shelf:
    """A collection that holds some paths and decides nothing."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths

    def holds(self, path: str) -> bool:
        """Tell whether a path is on the shelf."""
        return path in self.paths

    def decisions(self, path: str) -> tuple[Decision, ...]:
        """Know of no reviewer."""
        del path
        return ()

    def decide(
        self, citation: Citation, candidates: tuple[Candidate, ...], day: date | None
    ) -> Resolution | None:
        """Decide nothing."""
        del citation, candidates, day


def test_the_same_record_gives_the_same_triples(
    document: ExtractedDocument, registry: Registry
) -> None:
    """No blank nodes and no clock: a second building is equal triple by triple."""
    first = raw_graph(document, registry, DEFAULT_BASE)
    second = raw_graph(document, registry, DEFAULT_BASE)
    assert set(first) == set(second)
    assert isomorphic(first, second)


def test_every_evidence_quotes_the_text(document: ExtractedDocument, registry: Registry) -> None:
    """`text[start:end]` is the quote of each evidence."""
    graph = raw_graph(document, registry, DEFAULT_BASE)
    found = list(graph.subjects(RDF.type, LDO.Evidence))
    assert len(found) >= 8
    for evidence in found:
        selectors = set(graph.objects(evidence, OA.hasSelector))
        start = next(int(str(v)) for s in selectors for v in graph.objects(s, OA.start))
        end = next(int(str(v)) for s in selectors for v in graph.objects(s, OA.end))
        exact = next(str(v) for s in selectors for v in graph.objects(s, OA.exact))
        assert document.source.text[start:end] == exact


def test_nested_citations_make_a_chain(document: ExtractedDocument, registry: Registry) -> None:
    """D implements KL 13, KL 13 continues CT 48, and D only mentions CT 48."""
    graph = build(document, registry, Shelf(), DEFAULT_BASE).effective
    assert (DOC, LDO.implements, KL13) in graph
    assert (KL13, LDO.continues, CT48) in graph
    assert (DOC, LDO.mentions, CT48) in graph
    assert (DOC, LDO.cites, CT48) not in graph
    assert (DOC, ELI.applies, KL13) in graph


def test_cited_documents_are_described_as_far_as_known(
    document: ExtractedDocument, registry: Registry
) -> None:
    """Registered: metadataOnly; unknown: citedOnly; stored: it speaks for itself."""
    graph = build(document, registry, Shelf(), DEFAULT_BASE).effective
    assert graph.value(KL13, LDO.presence) == LDO.metadataOnly
    assert graph.value(CT48, LDO.presence) == LDO.citedOnly
    stored = build(document, registry, Shelf("id/vn/ct/tw/k10/4800"), DEFAULT_BASE).effective
    assert stored.value(CT48, LDO.presence) is None


def test_a_document_that_is_stored_resolves_its_citations(
    document: ExtractedDocument, registry: Registry
) -> None:
    """What the registers did not know is resolved once the document is there."""
    graph = build(document, registry, Shelf("id/vn/ct/tw/k10/4800"), DEFAULT_BASE).effective
    node = next(graph.subjects(LDO.citedWork, CT48))
    assert graph.value(node, LDO.status) == LDO.resolved


def test_an_ambiguous_citation_keeps_its_candidates(
    document: ExtractedDocument, registry: Registry
) -> None:
    """Candidates stand best first, and no direct triple is written."""
    graph = build(document, registry, Shelf(), DEFAULT_BASE).effective
    node = next(graph.subjects(LDO.status, LDO.ambiguous))
    first = graph.value(node, LDO.candidates)
    entries = list(graph.items(first))  # type: ignore[arg-type]  # a list stands there
    works = [graph.value(entry, LDO.work) for entry in entries]
    assert works == [iri(DEFAULT_BASE, f"id/vn/nq/tw/{k}/12") for k in ("k13", "k12")]
    assert (DOC, LDO.mentions, works[0]) not in graph


def test_a_doubtful_relation_falls_to_cites(
    document: ExtractedDocument, registry: Registry
) -> None:
    """Below the minimum the graph says no more than that the text refers to it."""
    graph = raw_graph(document, registry, DEFAULT_BASE)
    node = next(graph.subjects(LDO.status, LDO.ambiguous))
    assert graph.value(node, LDO.relationType) == LDO.cites


def test_a_date_without_its_day_is_no_date(document: ExtractedDocument, registry: Registry) -> None:
    """An unknown part means no date, never the first of the month."""
    graph = raw_graph(document, registry, DEFAULT_BASE)
    assert graph.value(DOC, LDO.date) is None
    assert graph.value(DOC, LDO.printedDate) == Literal("03/2024")


def test_obligations_carry_their_parts(document: ExtractedDocument, registry: Registry) -> None:
    """Assignee, deadline, target and report hang on the obligation, each with its words."""
    graph = raw_graph(document, registry, DEFAULT_BASE)
    duty = next(
        node
        for node in graph.subjects(RDF.type, LDO.Obligation)
        if (node, RDF.type, LDO.ReportingDuty) not in graph
    )
    assignment = graph.value(duty, LDO.assignment)
    assert graph.value(assignment, LDO.assignee) == iri(DEFAULT_BASE, "id/vn/agency/cat-tien-giang")
    deadline = graph.value(duty, LDO.deadline)
    assert str(graph.value(deadline, LDO.dueDate)) == "2024-06-30"
    assert graph.value(graph.value(duty, LDO.target), LDO.comparison) == LDO.ge
    report = next(graph.subjects(RDF.type, LDO.ReportingDuty))
    assert graph.value(report, LDO.reportsTo) == iri(DEFAULT_BASE, "id/vn/agency/ubnd-tien-giang")
    assert graph.value(duty, LDO.statedInClause) == URIRef(f"{DOC}/muc/1")

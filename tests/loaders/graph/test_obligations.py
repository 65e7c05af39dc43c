"""Obligations become nodes with their parts below them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rdflib import Graph

from loaders.graph.nodes import Nodes
from loaders.graph.obligations import obligation_triples
from loaders.records import Deadline
from ontology.namespaces import DEFAULT_BASE, LDO, RDF

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument


def graph_of(document: ExtractedDocument) -> Graph:
    """Return the graph of a document's obligations."""
    nodes = Nodes(base=DEFAULT_BASE, path=document.path, text_sha256="0" * 64)
    graph = Graph()
    for triple in obligation_triples(document, nodes):
        graph.add(triple)
    return graph


def test_every_part_shows_its_words(document: ExtractedDocument) -> None:
    """Obligation, assignment, deadline, target and report each have evidence."""
    graph = graph_of(document)
    for kind in ("Obligation", "Assignment", "Deadline", "Target", "ReportingDuty"):
        found = list(graph.subjects(RDF.type, LDO[kind]))
        assert found, kind
        assert all(graph.value(node, LDO.evidence) for node in found), kind


def test_a_body_nobody_knows_keeps_its_printed_name(document: ExtractedDocument) -> None:
    """Without a body in the registers the assignment has words and no assignee."""
    graph = graph_of(replace(document, agencies=()))
    node = next(graph.subjects(RDF.type, LDO.Assignment))
    assert str(graph.value(node, LDO.printed)) == "Công an tỉnh"
    assert graph.value(node, LDO.assignee) is None


def test_two_obligations_on_one_span_are_two_nodes(document: ExtractedDocument) -> None:
    """A number tells them apart."""
    (duty,) = document.obligations
    graph = graph_of(replace(document, obligations=(duty, replace(duty, index=1))))
    plain = [n for n in graph.subjects(RDF.type, LDO.Obligation) if "/report/" not in str(n)]
    assert len(plain) == 2


def test_a_recurrence_is_no_date(document: ExtractedDocument) -> None:
    """What recurs has a rule and no due date."""
    yearly = Deadline(
        printed="hằng năm", span=document.obligations[0].span, recurrence="FREQ=YEARLY"
    )
    duty = replace(document.obligations[0], deadlines=(yearly,), reports=())
    graph = graph_of(replace(document, obligations=(duty,)))
    node = next(graph.subjects(RDF.type, LDO.Deadline))
    assert str(graph.value(node, LDO.recurrence)) == "FREQ=YEARLY"
    assert graph.value(node, LDO.dueDate) is None

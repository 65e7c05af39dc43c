"""A task carries out what is cited inside it."""

from __future__ import annotations

import pytest
from rdflib import RDF, URIRef

from loaders.graph.fulfilment import fulfilment_triples
from loaders.graph.statements import Statements
from ontology.namespaces import LDO

PAPER = URIRef("https://w3id.org/luocdo/id/vn/ct/ubnd-tien-giang/2024/7")
WORK = URIRef("https://w3id.org/luocdo/id/vn/nq/tw/k12/12")


def citation(
    start: int, end: int, kind: URIRef = LDO.implements, citing: URIRef = PAPER
) -> list[tuple[URIRef, URIRef, URIRef]]:
    """Return a resolved citation on a span."""
    node = URIRef(f"{PAPER}/cit/{start}-{end}")
    return [
        (node, LDO.citedWork, WORK),
        (node, LDO.citingWork, citing),
        (node, LDO.statedIn, PAPER),
        (node, LDO.relationType, kind),
    ]


def task(
    start: int, end: int, name: URIRef = LDO.evidence, below: str = ""
) -> list[tuple[URIRef, URIRef, URIRef]]:
    """Return a task with its words, or a lead-in, on a span."""
    node = URIRef(f"{PAPER}/obl/100-200{below}")
    return [(node, RDF.type, LDO.Obligation), (node, name, URIRef(f"{PAPER}/ev/{start}-{end}"))]


@pytest.mark.parametrize("name", [LDO.evidence, LDO.leadIn])
@pytest.mark.parametrize("kind", [LDO.implements, LDO.continues])
def test_the_citation_inside_is_carried_out(name: URIRef, kind: URIRef) -> None:
    """In the task's own words or in its lead-in."""
    graph = Statements([*task(100, 200, name), *citation(100, 130, kind), *citation(150, 200)])
    assert set(fulfilment_triples(graph)) == {(URIRef(f"{PAPER}/obl/100-200"), LDO.fulfils, WORK)}


@pytest.mark.parametrize(
    "cited",
    [
        citation(90, 120),
        citation(190, 210),
        citation(300, 310),
        citation(120, 130, LDO.basedOn),
        citation(120, 130, LDO.mentions),
        citation(120, 130, LDO.implements, WORK),
    ],
    ids=["across the start", "across the end", "elsewhere", "basis", "mention", "of another"],
)
def test_other_citations_are_not(cited: list[tuple[URIRef, URIRef, URIRef]]) -> None:
    """Neither what stands outside, nor what is cited for another reason or by another paper."""
    assert list(fulfilment_triples(Statements([*task(100, 200), *cited]))) == []


def test_a_report_within_a_task_adds_nothing() -> None:
    """The task itself says it already."""
    graph = Statements([*task(100, 200, below="/report/1"), *citation(120, 130)])
    assert list(fulfilment_triples(graph)) == []

"""What follows is written, and nothing that ELI would contradict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, RDFS, Graph, URIRef

from ontology.materialise import derived_triples, materialise
from ontology.namespaces import ELI, FOAF, LDO, ORG
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from rdflib.term import Node

EXAMPLE = Path(__file__).parent / "worked_example.ttl"
A, B, C = (URIRef(f"https://example.org/{name}") for name in "abc")

# Domains and ranges that ELI 1.5 states and that its super-classes do not already grant.
ELI_RANGES: dict[Node, Node] = {
    ELI.applies: ELI.LegalResource,
    ELI.ensures_implementation_of: ELI.LegalResource,
    ELI.is_part_of: ELI.Work,
    ELI.based_on: ELI.Work,
    ELI.cites: ELI.Work,
    ELI.refers_to: ELI.Work,
    ELI.related_to: ELI.Work,
    ELI.amends: ELI.Work,
    ELI.repeals: ELI.Work,
    ELI.changes: ELI.Work,
    ELI.corrects: ELI.Work,
    ELI.has_annex: ELI.Work,
    ELI.consolidates: ELI.Work,
}
RELATIONS = sorted(
    str(name).removeprefix(str(LDO))
    for name in vocabulary_graph().transitive_subjects(RDFS.subPropertyOf, LDO.mentions)
)
TYPES = sorted(
    str(name).removeprefix(str(LDO))
    for name in vocabulary_graph().subjects(RDFS.subClassOf, LDO.Document)
)


def two_documents(source: str, relation: str, target: str) -> Graph:
    """Return a graph of two documents and one relation."""
    graph = Graph()
    graph.add((A, RDF.type, LDO[source]))
    graph.add((B, RDF.type, LDO[target]))
    graph.add((A, LDO[relation], B))
    return graph


def relations_of(graph: Graph) -> set[Node]:
    """Return the properties that lead from A to B."""
    return set(graph.predicates(A, B))


def test_implements_of_a_legal_resource() -> None:
    """To implement a directive is to apply, cite and mention it."""
    assert relations_of(materialise(two_documents("Plan", "implements", "Directive"))) == {
        LDO.implements, LDO.cites, LDO.mentions, ELI.applies, ELI.cites, ELI.refers_to,
    }  # fmt: skip


def test_implements_of_a_mere_work() -> None:
    """An announcement is no legal resource: eli:related_to stands in for eli:applies."""
    found = relations_of(materialise(two_documents("Plan", "implements", "Announcement")))
    assert ELI.related_to in found
    assert ELI.applies not in found


def test_guard_of_guides() -> None:
    """The same guard holds for guidance."""
    legal = relations_of(materialise(two_documents("Guideline", "guides", "Law")))
    other = relations_of(materialise(two_documents("Guideline", "guides", "Report")))
    assert ELI.ensures_implementation_of in legal
    assert ELI.ensures_implementation_of not in other
    assert ELI.related_to in other


def test_types_may_stand_in_another_graph() -> None:
    """What the cited document is may be said by the register."""
    graph, register = Graph(), Graph()
    graph.add((A, LDO.implements, B))
    register.add((B, RDF.type, LDO.Directive))
    assert (A, ELI.applies, B) in derived_triples(graph, register)
    assert (A, ELI.related_to, B) in derived_triples(graph)


def test_replaces_repeals() -> None:
    """Who takes the place of a document ends it."""
    found = relations_of(materialise(two_documents("Decision", "replaces", "Decision")))
    assert {LDO.repeals, ELI.repeals, LDO.cites, LDO.mentions} <= found


def test_super_classes_are_written() -> None:
    """A directive is a document, a work and a legal resource; an announcement no such."""
    graph = materialise(two_documents("Directive", "cites", "Announcement"))
    assert set(graph.objects(A, RDF.type)) == {
        LDO.Directive, LDO.Document, ELI.Work, ELI.LegalResource,
    }  # fmt: skip
    assert set(graph.objects(B, RDF.type)) == {LDO.Announcement, LDO.Document, ELI.Work}


def test_bodies_get_the_classes_of_their_vocabularies() -> None:
    """An issuing body is an agency and an organisation, a group is a group."""
    graph = Graph()
    graph.add((A, RDF.type, LDO.IssuingBody))
    graph.add((B, RDF.type, LDO.AgencyGroup))
    full = materialise(graph)
    assert {LDO.Agency, ORG.Organization} <= set(full.objects(A, RDF.type))
    assert FOAF.Group in set(full.objects(B, RDF.type))


@pytest.mark.parametrize(("kind", "legal"), [("Decision", True), ("Report", False)])
def test_clause_follows_its_document(kind: str, *, legal: bool) -> None:
    """A clause within a clause of a decision is a legal resource's subdivision."""
    graph = Graph()
    graph.add((A, RDF.type, LDO[kind]))
    for clause, holder in ((B, A), (C, B)):
        graph.add((clause, RDF.type, LDO.Clause))
        graph.add((clause, ELI.is_part_of, holder))
    types = set(materialise(graph).objects(C, RDF.type))
    assert ELI.WorkSubdivision in types
    assert (ELI.LegalResourceSubdivision in types) == legal


def test_worked_example_is_complete() -> None:
    """Nothing follows from the contract's example that it does not say."""
    assert derived_triples(Graph().parse(EXAMPLE)) == frozenset()


@given(st.sampled_from(TYPES), st.sampled_from(RELATIONS), st.sampled_from(TYPES))
def test_written_triples_fit_eli(source: str, relation: str, target: str) -> None:
    """Whatever the types, no ELI property gets an end that ELI does not allow."""
    graph = materialise(two_documents(source, relation, target))
    for subject, name, value in graph:
        if not str(name).startswith(str(ELI)):
            continue
        assert (subject, RDF.type, ELI.Work) in graph
        assert (value, RDF.type, ELI_RANGES[name]) in graph


@given(st.sampled_from(TYPES), st.sampled_from(RELATIONS), st.sampled_from(TYPES))
def test_materialising_twice_adds_nothing(source: str, relation: str, target: str) -> None:
    """The result is closed, and holds what it was made of."""
    direct = two_documents(source, relation, target)
    full = materialise(direct)
    assert set(direct) <= set(full)
    assert derived_triples(full) == frozenset()


def test_input_is_left_alone() -> None:
    """The direct graph stays as it was."""
    direct = two_documents("Plan", "implements", "Directive")
    materialise(direct)
    assert len(direct) == 3

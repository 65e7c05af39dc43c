"""Bodies of districts and communes as statements."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal

from ontology.local_scheme import local_triples
from ontology.namespaces import DEFAULT_BASE, LDO, ORG, SKOS, iri
from ontology.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return the registers."""
    return load_registry()


def graph(code: str, registry: Registry) -> Graph:
    """Return what is said of a body."""
    made = Graph()
    for triple in local_triples(f"id/vn/agency/{code}", "Tên", registry, DEFAULT_BASE):
        made.add(triple)
    return made


def test_a_district_ended_by_a_resolution(registry: Registry) -> None:
    """On 1 July 2025, and nobody took over as a whole."""
    made = graph("ubnd-huyen-chau-thanh-ben-tre", registry)
    node = iri(DEFAULT_BASE, "id/vn/agency/ubnd-huyen-chau-thanh-ben-tre")
    events = set(made.subjects(ORG.originalOrganization, node))
    assert {str(made.value(event, LDO.eventDate)) for event in events} == {"2025-07-01"}
    assert {made.value(event, LDO.byDocument) for event in events} == {
        iri(DEFAULT_BASE, "id/vn/nq/qh15/2025/203"),
        iri(DEFAULT_BASE, "id/vn/nq/ubtvqh15/k15/1687"),
    }
    assert all(made.value(event, ORG.resultingOrganization) is None for event in events)
    assert made.value(node, LDO.rank) == Literal(5)
    assert made.value(node, ORG.subOrganizationOf) == iri(DEFAULT_BASE, "id/vn/agency/ubnd-ben-tre")
    assert made.value(node, SKOS.prefLabel) == Literal("Tên", lang="vi")


def test_district_police_went_to_the_provinces(registry: Registry) -> None:
    """On 1 March 2025."""
    made = graph("ca-huyen-chau-thanh-ben-tre", registry)
    node = iri(DEFAULT_BASE, "id/vn/agency/ca-huyen-chau-thanh-ben-tre")
    assert made.value(node, LDO.succeededBy) == iri(DEFAULT_BASE, "id/vn/agency/cat-ben-tre")
    (event,) = made.subjects(ORG.originalOrganization, node)
    assert str(made.value(event, LDO.eventDate)) == "2025-03-01"


def test_a_commune_lives_on(registry: Registry) -> None:
    """Without an event."""
    made = graph("ubnd-xa-an-hoi-ben-tre", registry)
    assert list(made.subjects(ORG.originalOrganization)) == []
    assert list(made.objects(None, LDO.validUntil)) == []


def test_other_codes_say_nothing(registry: Registry) -> None:
    """A province's own body stands in the registers."""
    assert len(graph("ubnd-ben-tre", registry)) == 0

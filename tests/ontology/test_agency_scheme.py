"""Bodies of the registers: whose they are, how long they lived, who took over."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from ontology.agency_scheme import agencies_graph
from ontology.namespaces import DEFAULT_BASE, LDO, ORG, SKOS, XSD, iri
from ontology.registry import load_registry

PROVINCES = frozenset({"tien-giang", "dong-thap", "dong-thap-2025", "an-giang"})


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the bodies of a few provinces."""
    return agencies_graph(load_registry(), DEFAULT_BASE, PROVINCES)


def node(path: str) -> URIRef:
    """Return the IRI of a thing."""
    return iri(DEFAULT_BASE, f"id/vn/{path}")


def test_provincial_body(graph: Graph) -> None:
    """A province's committee has its name, rank, place and last day."""
    body = node("agency/ubnd-tien-giang")
    labels = {str(label) for label in graph.objects(body, SKOS.prefLabel)}
    assert "Ủy ban nhân dân tỉnh Tiền Giang" in labels
    assert graph.value(body, LDO.rank) == Literal(3)
    assert graph.value(body, LDO.ofPlace) == node("place/tien-giang")
    assert graph.value(body, LDO.validUntil) == Literal("2025-06-30", datatype=XSD.date)
    assert (body, RDF.type, LDO.IssuingBody) in graph


def test_merger_of_provinces(graph: Graph) -> None:
    """Both old committees went into the new one by one event, which names its document."""
    new = node("agency/ubnd-dong-thap-2025")
    event = node("event/2025-07-01/ubnd-dong-thap-2025")
    for old in (node("agency/ubnd-tien-giang"), node("agency/ubnd-dong-thap")):
        assert (old, LDO.succeededBy, new) in graph
        assert (event, ORG.originalOrganization, old) in graph
    assert graph.value(event, ORG.resultingOrganization) == new
    assert graph.value(event, LDO.byDocument) == node("nq/qh15/2025/202")


def test_merger_of_departments(graph: Graph) -> None:
    """A department that ended with its kind is followed within its own province."""
    old, new = node("agency/so-gtvt-an-giang"), node("agency/so-xay-dung-an-giang")
    assert (old, LDO.succeededBy, new) in graph


def test_body_that_never_lived_in_a_province(graph: Graph) -> None:
    """A department that had ended before the province came is not invented."""
    assert (node("agency/so-gtvt-dong-thap-2025"), None, None) not in graph


def test_ministries(graph: Graph) -> None:
    """Ministries that merged are followed by the one that took over."""
    assert (node("agency/bkhdt"), LDO.succeededBy, node("agency/btc")) in graph


def test_posts_and_groups(graph: Graph) -> None:
    """A chair is a post in a body; «all departments» is an open group, never a list."""
    post = node("post/ct-ubnd-tien-giang")
    assert graph.value(post, ORG.postIn) == node("agency/ubnd-tien-giang")
    groups = set(graph.subjects(RDF.type, LDO.AgencyGroup))
    assert groups
    assert all((group, LDO.open, Literal(lexical_or_value=True)) in graph for group in groups)
    assert (None, LDO.member, None) not in graph


def test_abolition_has_no_result(graph: Graph) -> None:
    """A body without successor ended by an event that results in nothing."""
    event = node("event/2025-07-01/hdnd-huyen")
    assert (event, ORG.originalOrganization, node("agency/hdnd-huyen")) in graph
    assert (event, ORG.resultingOrganization, None) not in graph

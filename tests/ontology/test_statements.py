"""Statements shared by the graphs of the registers."""

from __future__ import annotations

from datetime import date

from rdflib import RDF, Graph, Literal, URIRef

from ontology.namespaces import LDO, ORG, SKOS, XSD
from ontology.statements import add_names, add_validity, complete, day_literal

NODE = URIRef("https://example.org/a")


def test_names_in_both_languages() -> None:
    """An English name is written only if there is one."""
    graph = Graph()
    add_names(graph, NODE, "Bộ Công an", other=("BCA",))
    assert set(graph) == {
        (NODE, SKOS.prefLabel, Literal("Bộ Công an", lang="vi")),
        (NODE, SKOS.altLabel, Literal("BCA", lang="vi")),
    }
    add_names(graph, NODE, "Bộ Công an", "Ministry of Public Security")
    assert (NODE, SKOS.prefLabel, Literal("Ministry of Public Security", lang="en")) in graph


def test_only_known_days_are_written() -> None:
    """An unknown day is left out, never filled in."""
    graph = Graph()
    add_validity(graph, NODE, None, date(2025, 6, 30))
    assert set(graph) == {(NODE, LDO.validUntil, Literal("2025-06-30", datatype=XSD.date))}
    assert day_literal(date(2025, 7, 1)) == Literal("2025-07-01", datatype=XSD.date)


def test_complete_adds_super_classes() -> None:
    """What follows from the hierarchy is added in place."""
    graph = Graph()
    graph.add((NODE, RDF.type, LDO.Agency))
    assert (NODE, RDF.type, ORG.Organization) in complete(graph)
    assert (NODE, RDF.type, ORG.Organization) in graph

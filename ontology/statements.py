"""Statements that graphs made from the registers share: names, days, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph, Literal, URIRef

from ontology.materialise import derived_triples
from ontology.namespaces import LDO, SKOS, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def complete(graph: Graph) -> Graph:
    """Add to a graph what follows from it by the hierarchy, and return it."""
    for triple in derived_triples(graph):
        graph.add(triple)
    return graph


def day_literal(day: date) -> Literal:
    """Return a day as a literal."""
    return Literal(day.isoformat(), datatype=XSD.date)


def add_validity(graph: Graph, node: URIRef, first: date | None, last: date | None) -> None:
    """Add the first and last day of a thing's existence, where they are known."""
    for name, day in ((LDO.validFrom, first), (LDO.validUntil, last)):
        if day is not None:
            graph.add((node, name, day_literal(day)))


def add_names(graph: Graph, node: URIRef, vi: str, en: str = "", other: Iterable[str] = ()) -> None:
    """Add the label of a thing in Vietnamese, in English if given, and its other names."""
    graph.add((node, SKOS.prefLabel, Literal(vi, lang="vi")))
    if en:
        graph.add((node, SKOS.prefLabel, Literal(en, lang="en")))
    for name in other:
        graph.add((node, SKOS.altLabel, Literal(name, lang="vi")))

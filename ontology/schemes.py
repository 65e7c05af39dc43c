"""The registers as graphs: no list is kept twice.

Types, places and terms of office are made here; bodies in `agency_scheme.py`, documents without
text in `known_documents.py`, whose functions this module offers too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rdflib import Graph, Literal

from ontology.agency_scheme import agencies_graph
from ontology.identifiers import ROOT, place_path, term_path
from ontology.known_documents import known_documents_graph
from ontology.namespaces import DCTERMS, LDO, RDF, SKOS, bind_prefixes, iri
from ontology.statements import add_names, add_validity, complete

if TYPE_CHECKING:
    from ontology.registry import DocumentType, Province, Registry, TermOfOffice

_TYPES: Final = f"{ROOT}scheme/document-types"
_ANY_COMMITTEE: Final = "tu"
_CENTRAL_PARTY: Final = "dang"
_ASSEMBLY: Final = "qh"

__all__ = [
    "agencies_graph",
    "document_types_graph",
    "places_graph",
    "registry_graph",
    "terms_graph",
]


def document_types_graph(registry: Registry, base_iri: str) -> Graph:
    """Return what the register says of the document classes: symbols, slugs, other type words.

    The classes themselves are the concepts: `skos:notation` is a symbol that numbers of the
    type print, `dcterms:identifier` a first part of their paths.
    """
    graph = bind_prefixes(Graph())
    scheme = iri(base_iri, _TYPES)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    for row in registry.document_types:
        kind = LDO[row.class_name]
        graph.add((kind, SKOS.inScheme, scheme))
        for symbol in filter(None, (row.symbol, *row.other_symbols)):
            graph.add((kind, SKOS.notation, Literal(symbol)))
        for slug in _slugs(registry, row):
            graph.add((kind, DCTERMS.identifier, Literal(slug)))
        for alias in row.aliases:
            graph.add((kind, SKOS.altLabel, Literal(alias, lang="vi")))
    return graph


def _slugs(registry: Registry, row: DocumentType) -> set[str]:
    """Return the first parts of paths of a type: its own, and those of symbols it borrows."""
    borrowed = (each for symbol in row.other_symbols for each in registry.types_printed(symbol))
    return {row.slug, *(each.slug for each in borrowed)}


def registry_graph(
    registry: Registry, base_iri: str, stored: frozenset[str] = frozenset()
) -> Graph:
    """Return the known documents and the document types: the content of `graph/registry`.

    Args:
        registry: the registers.
        base_iri: the setting of that name.
        stored: paths of documents whose text is stored; their own graphs describe them.
    """
    graph = known_documents_graph(registry, base_iri, stored)
    graph += document_types_graph(registry, base_iri)
    return graph


def places_graph(registry: Registry, base_iri: str) -> Graph:
    """Return the provinces in time, and what each went into: the content of `graph/places`."""
    graph = bind_prefixes(Graph())
    for row in registry.provinces:
        _add_province(graph, base_iri, row)
    for change in registry.province_changes:
        if change.old != change.new:
            old, new = (iri(base_iri, place_path(slug)) for slug in (change.old, change.new))
            graph.add((old, LDO.succeededBy, new))
    return complete(graph)


def _add_province(graph: Graph, base_iri: str, row: Province) -> None:
    """Add one province."""
    node = iri(base_iri, place_path(row.slug))
    graph.add((node, RDF.type, LDO.Place))
    add_names(graph, node, row.name_vi, other=(row.name_short, *row.aliases))
    if row.code:
        graph.add((node, SKOS.notation, Literal(row.code)))
    add_validity(graph, node, row.valid_from, row.valid_to)


def terms_graph(registry: Registry, base_iri: str) -> Graph:
    """Return the terms of office: the content of `graph/terms`."""
    graph = bind_prefixes(Graph())
    for body in (_CENTRAL_PARTY, _ASSEMBLY):
        _add_terms(graph, base_iri, body, [row for row in registry.terms if row.body == body])
    for province in registry.provinces:
        body = f"{_ANY_COMMITTEE}-{province.slug}"
        _add_terms(graph, base_iri, body, _committee_terms(registry, body, province))
    return complete(graph)


def _committee_terms(registry: Registry, body: str, province: Province) -> list[TermOfOffice]:
    """Return the terms of one provincial committee while its province existed.

    Its own rows hold; the rows for any committee stand in where it has none of that code.
    """
    own = [row for row in registry.terms if row.body == body]
    codes = {row.code for row in own}
    general = (row for row in registry.terms if row.body == _ANY_COMMITTEE)
    rows = [*own, *(row for row in general if row.code not in codes)]
    return [row for row in rows if _overlaps(row, province)]


def _overlaps(row: TermOfOffice, province: Province) -> bool:
    """Tell whether a term has a day on which the province existed."""
    ended = province.valid_to is not None and province.valid_to < row.valid_from
    unborn = province.valid_from and row.valid_to and row.valid_to < province.valid_from
    return not ended and not unborn


def _add_terms(graph: Graph, base_iri: str, body: str, rows: list[TermOfOffice]) -> None:
    """Add the terms of one body and who follows whom."""
    rows.sort(key=lambda row: row.valid_from)
    for row in rows:
        node = iri(base_iri, term_path(body, row.code))
        graph.add((node, RDF.type, LDO.TermOfOffice if body == _ASSEMBLY else LDO.PartyTerm))
        add_names(graph, node, row.label_vi, row.label_en)
        add_validity(graph, node, row.valid_from, row.valid_to)
    for before, after in pairwise(rows):
        old, new = (iri(base_iri, term_path(body, row.code)) for row in (before, after))
        graph.add((old, LDO.succeededBy, new))

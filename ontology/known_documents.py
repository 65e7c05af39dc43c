"""Documents that are known without their text, as a graph.

What the register says of a relation is a citation of its own with basis metadata, so that no
relation stands without support (contract of the graph, rule E3).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from rdflib import Graph, Literal, URIRef

from ontology.errors import IdentifierError
from ontology.identifiers import (
    agency_path,
    instance_parts,
    parse_number,
    parse_path,
    place_path,
    span_path,
    term_path,
)
from ontology.namespaces import DCTERMS, LDO, RDF, SKOS, bind_prefixes, iri
from ontology.statements import complete, day_literal
from ontology.vietnamese_text import fold_words
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ontology.document_numbers import DocumentNumber
    from ontology.registry import KnownDocument, Registry

_CONFIDENCE: Final = {"A": Decimal("1.0"), "B": Decimal("0.8"), "C": Decimal("0.6")}
_ANNEX: Final = "/annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relation:
    """What a row of the register says: source, relation and target (paths), and how surely."""

    source: str
    relation: URIRef
    target: str
    certainty: str


def known_documents_graph(
    registry: Registry, base_iri: str, stored: frozenset[str] = frozenset()
) -> Graph:
    """Return the documents of the register and how they relate.

    Args:
        registry: the registers.
        base_iri: the setting of that name.
        stored: paths of documents whose text is stored; their own graphs describe them.
    """
    graph = bind_prefixes(Graph())
    for row in registry.documents:
        if row.path not in stored:
            _add_document(graph, base_iri, registry, row)
    for alias in registry.document_aliases:
        graph.add((iri(base_iri, alias.path), LDO.alias, Literal(alias.alias)))
    numbers: dict[str, int] = {}
    for relation in _relations(registry, stored):
        numbers[relation.source] = numbers.get(relation.source, 0) + 1
        _add_relation(graph, base_iri, registry, relation, numbers[relation.source])
    return complete(graph)


def _add_document(graph: Graph, base_iri: str, registry: Registry, row: KnownDocument) -> None:
    """Add what is known of one document.

    Its state of force stays unknown: the register's word is advice, not law.
    """
    node = iri(base_iri, row.path)
    kind = registry.document_type(row.type_code)
    graph.add((node, RDF.type, LDO[kind.class_name if kind else "UnknownType"]))
    graph.add((node, LDO.presence, LDO.metadataOnly))
    graph.add((node, LDO.forceStatus, LDO.unknown))
    graph.add((node, DCTERMS.title, Literal(row.title, lang="vi")))
    days = (LDO.date, row.issued_on), (LDO.effectiveFrom, row.valid_from)
    for name, day in (*days, (LDO.effectiveUntil, row.valid_to)):
        if day is not None:
            graph.add((node, name, day_literal(day)))
    _add_annex(graph, base_iri, row)
    _add_number(graph, node, registry, row)
    _add_issuer(graph, base_iri, registry, row)


def _add_annex(graph: Graph, base_iri: str, row: KnownDocument) -> None:
    """Add that a document is an annex of another, as its path tells."""
    owner, found, _ = row.path.partition(_ANNEX)
    if found:
        graph.add((iri(base_iri, row.path), RDF.type, LDO.Annex))
        graph.add((iri(base_iri, row.path), LDO.annexOf, iri(base_iri, owner)))


def _number(registry: Registry, row: KnownDocument) -> DocumentNumber | None:
    """Return the parts of the number of a document, if it has one that can be read."""
    try:
        kind = registry.document_type(row.type_code)
        return parse_number(row.number, registry, document_type=kind) if row.number else None
    except IdentifierError:
        return None


def _add_number(graph: Graph, node: URIRef, registry: Registry, row: KnownDocument) -> None:
    """Add the number as printed and in its parts."""
    if row.number:
        graph.add((node, LDO.printedNumber, Literal(row.number)))
    number = _number(registry, row)
    if number:
        graph.add((node, LDO.number, Literal(number.running)))
        graph.add((node, LDO.symbol, Literal(number.symbol)))


def _body_path(registry: Registry, code: str) -> tuple[str, str]:
    """Return the path of a body of a code, and the slug of its province; empty where unknown."""
    try:
        body, province = instance_parts(code, registry)
    except IdentifierError:
        return "", ""
    slug = province.slug if province else ""
    return agency_path(body, slug), slug


def _add_issuer(graph: Graph, base_iri: str, registry: Registry, row: KnownDocument) -> None:
    """Add whose number it is, who decided, the province and the term of office."""
    node = iri(base_iri, row.path)
    parts = parse_path(row.path)
    decided, place = _body_path(registry, row.issuer)
    issued, series_place = _body_path(registry, parts.series)
    if "/post/" not in (issued or decided):
        graph.add((node, LDO.issuingBody, iri(base_iri, issued or decided)))
    if issued and decided and decided != issued:
        graph.add((node, LDO.decidedBy, iri(base_iri, decided)))
    if series_place or place:
        graph.add((node, LDO.place, iri(base_iri, place_path(series_place or place))))
    term = _term(parts.series, parts.scope)
    if term:
        graph.add((node, LDO.term, iri(base_iri, term)))


def _term(series: str, scope: str) -> str:
    """Return the path of the term of office that a scope names, or an empty string."""
    if scope.startswith("nk") and series.startswith("tu-"):
        return term_path(series, scope)
    if scope.startswith("k") and not series.startswith("ubtvqh"):
        return term_path("dang", scope)
    return ""


def _relations(registry: Registry, stored: frozenset[str]) -> Iterator[_Relation]:
    """Yield what the register says of documents and their relations.

    A stored document speaks for itself, save that it replaces another.
    """
    for row in registry.documents:
        if row.replaced_by:
            yield _Relation(
                source=row.replaced_by,
                relation=LDO.replaces,
                target=row.path,
                certainty=row.certainty,
            )
        if row.path in stored:
            continue
        steps = ((LDO.continues, row.continues), (_upward(row), _upper(row)))
        for relation, target in steps:
            if target:
                yield _Relation(
                    source=row.path, relation=relation, target=target, certainty=row.certainty
                )


def _upper(row: KnownDocument) -> str:
    """Return the document that a row carries out; of an annex its own decision does not count."""
    return "" if row.path.startswith(f"{row.implements}{_ANNEX}") else row.implements


def _upward(row: KnownDocument) -> URIRef:
    """Return how a document carries out a higher one: the title says whether it guides."""
    title = fold_words(row.title)
    return LDO.guides if any(cue in title for cue in _guiding_cues()) else LDO.implements


@cache
def _guiding_cues() -> tuple[str, ...]:
    """Return the folded words of guidance, as the vocabulary gives them."""
    return tuple(
        fold_words(str(cue)) for cue in vocabulary_graph().objects(LDO.guides, SKOS.example)
    )


def _add_relation(
    graph: Graph, base_iri: str, registry: Registry, relation: _Relation, number: int
) -> None:
    """Add a relation and the citation that supports it; it has no span, as there is no text."""
    source, target = iri(base_iri, relation.source), iri(base_iri, relation.target)
    known = registry.document(relation.target)
    named = known.number or known.title if known else relation.target
    citation = iri(base_iri, span_path(relation.source, "cit", 0, 0, number))
    graph.add((source, relation.relation, target))
    for name, value in (
        (RDF.type, LDO.Citation),
        (LDO.statedIn, source),
        (LDO.citingWork, source),
        (LDO.citedWork, target),
        (LDO.relationType, relation.relation),
        (LDO.status, LDO.resolved),
        (LDO.form, LDO.full if known and known.number else LDO.named),
        (LDO.printed, Literal(named)),
        (LDO.basis, LDO.metadata),
        (LDO.confidence, Literal(_CONFIDENCE[relation.certainty])),
    ):
        graph.add((citation, name, value))

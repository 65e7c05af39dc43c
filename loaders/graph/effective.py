"""Raw graph and what the collection holds -> effective graph, derived triples included.

Source: contract of the graph, sections 1 and 4. A citation that the registers alone left open is
decided again with the documents that are stored; a cited document is described as far as it is
known; direct triples of the relations and their super-properties are written out.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Protocol

from rdflib import RDF, Literal, URIRef

from loaders.graph.citations import candidate_triples
from loaders.graph.decisions import decided
from loaders.graph.evidence import confidence_literal
from loaders.graph.fulfilment import fulfilment_triples
from loaders.graph.mentions import mentions
from loaders.graph.statements import Statements
from loaders.records import Candidate, Status
from ontology.errors import IdentifierError
from ontology.identifiers import number_of_path
from ontology.materialise import derived_triples
from ontology.namespaces import DCTERMS, LDO, iri, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from loaders.graph.decisions import Decision
    from loaders.graph.evidence import Triple
    from loaders.graph.mentions import Mention
    from loaders.records import Citation, Resolution
    from ontology.registry import Registry


ANNEX = re.compile(r"(?P<decision>.+)/annex(?:/\d+)?$")
"""The path of an annex, below that of the document that promulgates it."""


class Collection(Protocol):
    """What is stored beside the registers, as far as one document's graph depends on it."""

    def holds(self, path: str) -> bool:
        """Tell whether the document of a path is stored with its text."""

    def decisions(self, path: str) -> tuple[Decision, ...]:
        """Return what reviewers decided on the parts of a document; the last on each counts."""

    def decide(
        self, citation: Citation, candidates: tuple[Candidate, ...], day: date | None
    ) -> Resolution | None:
        """Return what an open citation means in this collection, or None where it adds nothing.

        Args:
            citation: its parts.
            candidates: those that the registers gave.
            day: of the citing paper; None where not known.
        """


def effective(raw: Statements, registry: Registry, collection: Collection, base: str) -> Statements:
    """Return what the effective graph of a document says.

    Args:
        raw: what the raw graph of the document says; it is not changed.
        registry: the registers.
        collection: what is stored.
        base: setting `base_iri`.
    """
    path = _document(raw, base)
    graph = decided(raw, collection.decisions(path)) if path else Statements(raw)
    for mention in tuple(mentions(graph)):
        _decide(graph, mention, collection, base)
    graph.update([*_relations(graph), *_cited_documents(graph, registry, collection, base)])
    graph.update([*fulfilment_triples(graph)])
    stored = _stored_documents(graph, registry, collection, base)
    graph.update(derived_triples(graph, stored))
    return graph


def _document(raw: Statements, base: str) -> str:
    """Return the path of the document that a raw graph is about; empty where it is about none."""
    for _, document in raw.subject_objects(DCTERMS.isFormatOf):
        return path_of(base, str(document))
    return ""


def _decide(graph: Statements, mention: Mention, collection: Collection, base: str) -> None:
    """Put what the collection knows in the place of what the registers left open."""
    node = mention.node
    if mention.status is Status.RESOLVED:
        return
    target = graph.value(node, LDO.citedWork)
    if target is not None:
        if collection.holds(path_of(base, str(target))):
            graph.put(node, LDO.status, LDO.resolved)
        return
    known = tuple(
        Candidate(target=path_of(base, str(work)), score=score, reason="registers")
        for work, score in mention.candidates
    )
    found = collection.decide(mention.citation, known, _day_of(graph, node))
    if found is not None:
        _put(graph, node, found, base)


def _day_of(graph: Statements, node: Node) -> date | None:
    """Return the whole day of the paper that a citation stands in."""
    paper = graph.value(node, LDO.statedIn)
    written = graph.value(paper, LDO.date) if paper is not None else None
    try:
        return date.fromisoformat(str(written)) if written is not None else None
    except ValueError:
        return None


def _put(graph: Statements, node: Node, found: Resolution, base: str) -> None:
    """Replace how a citation was resolved."""
    graph.put(node, LDO.status, LDO[found.status.value])
    graph.drop(node, LDO.candidates)
    graph.drop(node, LDO.method)
    _drop_list(graph, node)
    for method in found.methods:
        graph.add((node, LDO.method, LDO[method]))
    if found.target:
        graph.add((node, LDO.citedWork, iri(base, found.target)))
        graph.add((node, LDO.resolutionConfidence, confidence_literal(found.confidence)))
    elif found.candidates:
        works = [(iri(base, c.target), c.score) for c in found.candidates]
        graph.update(candidate_triples(URIRef(str(node)), works))


def _drop_list(graph: Statements, node: Node) -> None:
    """Remove the cells of a list of candidates, which are named below the citation."""
    cells = [s for s in graph.subjects() if str(s).startswith(f"{node}#list-")]
    for cell in cells:
        graph.drop_subject(cell)


def _relations(graph: Statements) -> Iterator[Triple]:
    """Give the direct triples that the citations state."""
    for node, cited in graph.subject_objects(LDO.citedWork):
        stated_in = graph.value(node, LDO.statedIn)
        citing = graph.value(node, LDO.citingWork)
        kind = graph.value(node, LDO.relationType)
        if citing is not None and kind is not None and citing != cited:
            yield citing, kind, cited
        if stated_in is not None and stated_in != cited:
            yield stated_in, LDO.mentions, cited


def _cited_documents(
    graph: Statements, registry: Registry, collection: Collection, base: str
) -> Iterator[Triple]:
    """Give type, number and presence of the documents that are cited and not stored.

    What a stored document is, its own graph says.
    """
    done: set[Node] = set()
    for node, cited in graph.subject_objects(LDO.citedWork):
        path = path_of(base, str(cited))
        if cited in done or collection.holds(path):
            continue
        done.add(cited)
        known = registry.document(path)
        yield cited, RDF.type, _class(graph, node, registry, path)
        yield cited, LDO.presence, LDO.metadataOnly if known else LDO.citedOnly
        yield cited, LDO.forceStatus, LDO.unknown
        yield from _annex(cited, path, base)
        yield from _number(cited, path, registry)


def _number(cited: Node, path: str, registry: Registry) -> Iterator[Triple]:
    """Give the number of a document that is not stored, the same in every paper that cites it.

    That of a known document is described by the graph of the registers.
    """
    if registry.document(path):
        return
    try:
        number = number_of_path(path, registry)
    except IdentifierError:
        return
    yield cited, LDO.number, Literal(number.running)
    yield cited, LDO.symbol, Literal(number.symbol)
    yield cited, LDO.printedNumber, Literal(number.canonical)


def _annex(cited: Node, path: str, base: str) -> Iterator[Triple]:
    """Give whose annex a cited scheme, statute or plan is; it is cited by that number."""
    whole = ANNEX.match(path)
    if whole:
        yield cited, RDF.type, LDO.Annex
        yield cited, LDO.annexOf, iri(base, whole["decision"])


def _stored_documents(
    graph: Statements, registry: Registry, collection: Collection, base: str
) -> Statements:
    """Return the types of the cited documents that are stored, for what depends on them."""
    types = Statements()
    for node, cited in graph.subject_objects(LDO.citedWork):
        path = path_of(base, str(cited))
        if collection.holds(path):
            types.add((cited, RDF.type, _class(graph, node, registry, path)))
    return types


def _class(graph: Statements, citation: Node, registry: Registry, path: str) -> URIRef:
    """Return the class of a cited document: by the register, else by the word of the mention."""
    known = registry.document(path)
    code = known.type_code if known else str(graph.value(citation, LDO.citedType) or "")
    found = registry.document_type(code)
    return LDO[found.class_name if found and found.class_name else "UnknownType"]

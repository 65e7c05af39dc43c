"""Citations as nodes: who refers to what, in which words, how sure (contract, sections 3, 4)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Literal

from loaders.graph.evidence import confidence_literal, evidence_triples
from loaders.graph.nodes import fragment
from loaders.records import Status
from ontology.namespaces import LDO, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef

    from loaders.graph.evidence import Triple
    from loaders.graph.nodes import Nodes
    from loaders.records import Citation, ExtractedDocument, Relation, Resolution

MINIMAL_RELATION = 0.60
"""Below this confidence a relation falls to `cites` (contract, section 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationNode:
    """One citation as it enters the graph: a mention in one relation.

    Args:
        node: its IRI; a second relation on the same span has a second node.
        citation, resolution, relation: what was read; relation None for a bare mention.
    """

    node: URIRef
    citation: Citation
    resolution: Resolution
    relation: Relation | None


def citation_nodes(document: ExtractedDocument, nodes: Nodes) -> tuple[CitationNode, ...]:
    """Return the citations of a document, this document's own relations first.

    A mention with several relations ("X, amended by Y") has one node for each.
    """
    relations: dict[int, list[Relation]] = defaultdict(list)
    for relation in document.relations:
        relations[relation.target].append(relation)
    found = []
    taken: dict[tuple[int, int], int] = defaultdict(int)
    for citation, resolution in zip(document.citations, document.resolutions, strict=True):
        own = sorted(relations[citation.index], key=lambda r: (r.source is not None, r.source or 0))
        each: list[Relation | None] = [*own] or [None]
        for kind in each:
            span = citation.span
            taken[span.start, span.end] += 1
            found.append(
                CitationNode(
                    node=nodes.citation(span, taken[span.start, span.end]),
                    citation=citation,
                    resolution=resolution,
                    relation=kind,
                )
            )
    return tuple(found)


def citation_triples(document: ExtractedDocument, nodes: Nodes) -> Iterator[Triple]:
    """Give the triples of all citations of a document."""
    found = citation_nodes(document, nodes)
    first = {entry.citation.index: entry.node for entry in reversed(found)}
    targets = {r.citation: r.target for r in document.resolutions}
    for entry in found:
        node, citation = entry.node, entry.citation
        yield node, RDF.type, LDO.Citation
        yield from _print_triples(node, citation, document)
        yield from _place_triples(node, citation, nodes, document)
        yield from _relation_triples(entry, nodes, document, targets)
        yield from resolution_triples(node, entry.resolution, nodes)
        if citation.within is not None and citation.within in first:
            yield node, LDO.withinCitation, first[citation.within]


def _print_triples(
    node: URIRef, citation: Citation, document: ExtractedDocument
) -> Iterator[Triple]:
    """Give what is printed and the parts of the mention."""
    yield node, LDO.printed, Literal(document.source.text[citation.span.start : citation.span.end])
    yield node, LDO.form, LDO[citation.form.value]
    yield node, LDO.basis, LDO.text
    yield node, LDO.confidence, confidence_literal(citation.confidence)
    yield from part_triples(node, citation)


def part_triples(node: URIRef, citation: Citation) -> Iterator[Triple]:
    """Give what was repaired and the parts of a mention: number, type, issuer, date ..."""
    if citation.number and citation.repairs:
        yield node, LDO.repaired, Literal(citation.number)
    for repair in citation.repairs:
        yield node, LDO.repairKind, LDO[repair]
    parts = (
        (LDO.citedNumber, citation.number or citation.short_number),
        (LDO.citedType, citation.document_type),
        (LDO.citedTerm, citation.term),
        (LDO.citedIssuer, citation.issuer),
        (LDO.citedTitle, citation.title),
    )
    for term, part in parts:
        if part:
            yield node, term, Literal(part)
    if citation.issued_on and citation.issued_on.day:
        yield node, LDO.citedDate, Literal(citation.issued_on.iso(), datatype=XSD.date)


def _place_triples(
    node: URIRef, citation: Citation, nodes: Nodes, document: ExtractedDocument
) -> Iterator[Triple]:
    """Give where the mention stands: document, clause, evidence, run."""
    evidence = nodes.evidence(citation.span)
    yield node, LDO.statedIn, nodes.document
    yield node, LDO.evidence, evidence
    yield from evidence_triples(evidence, nodes, document.source, citation.span)
    if document.run:
        yield node, PROV.wasGeneratedBy, nodes.run


def _relation_triples(
    entry: CitationNode,
    nodes: Nodes,
    document: ExtractedDocument,
    targets: dict[int, str | None],
) -> Iterator[Triple]:
    """Give the relation and the work that makes it.

    Where the citing work is another citation that nobody could identify, or another name of the
    target itself, this document mentions the target, no more (contract, section 4, "Nested").
    """
    relation = entry.relation
    if relation is None:
        yield entry.node, LDO.citingWork, nodes.document
        yield entry.node, LDO.relationType, LDO.mentions
        return
    sure = relation.confidence >= MINIMAL_RELATION
    kind = LDO[relation.kind] if sure else LDO.cites
    citing = nodes.document
    if relation.source is not None:
        outer = targets.get(relation.source)
        outer = None if outer == targets.get(relation.target) else outer
        citing = nodes.other(outer) if outer else nodes.document
        kind = kind if outer else LDO.mentions
    yield entry.node, LDO.citingWork, citing
    yield entry.node, LDO.relationType, kind
    yield entry.node, LDO.relationConfidence, confidence_literal(relation.confidence)
    if relation.cue:
        cue = document.source.text[relation.cue.start : relation.cue.end]
        yield entry.node, LDO.relationCue, Literal(" ".join(cue.split()))


def resolution_triples(node: URIRef, resolution: Resolution, nodes: Nodes) -> Iterator[Triple]:
    """Give what the mention means: the document, or its candidates, best first."""
    yield node, LDO.status, LDO[resolution.status.value]
    for method in resolution.methods:
        yield node, LDO.method, LDO[method]
    if resolution.target:
        yield node, LDO.citedWork, nodes.other(resolution.target)
        yield node, LDO.resolutionConfidence, confidence_literal(resolution.confidence)
    if resolution.status is Status.AMBIGUOUS:
        yield from candidate_triples(
            node, [(nodes.other(c.target), c.score) for c in resolution.candidates]
        )


def candidate_triples(node: URIRef, candidates: list[tuple[URIRef, float]]) -> Iterator[Triple]:
    """Give the list of candidates of an ambiguous citation, best first.

    Args:
        node: IRI of the citation.
        candidates: documents with their scores, 0 to 1.
    """
    cells = [fragment(node, f"list-{n}") for n, _ in enumerate(candidates, 1)]
    yield node, LDO.candidates, cells[0]
    for cell, after, (work, score) in zip(cells, [*cells[1:], RDF.nil], candidates, strict=True):
        entry = type(cell)(f"{cell}-entry")
        yield cell, RDF.first, entry
        yield cell, RDF.rest, after
        yield entry, LDO.work, work
        yield entry, LDO.score, Literal(f"{score:.2f}", datatype=XSD.decimal)

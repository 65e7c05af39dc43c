"""Clauses as nodes: the printed numbering in which citations and obligations stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from rdflib import RDF, Literal

from ontology.namespaces import ELI, LDO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib import URIRef

    from loaders.graph.evidence import Triple
    from loaders.graph.nodes import Nodes
    from loaders.records import ExtractedDocument, Section, Span


class Clauses:
    """Finds the innermost clause of a span.

    Args:
        sections: sections of a document, in the order of their start.
    """

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self.sections = sections
        self.starts = [section.span.start for section in sections]

    def innermost(self, span: Span) -> Section | None:
        """Return the smallest section with a clause path that holds the span, or None."""
        place = bisect_right(self.starts, span.start) - 1
        section = self.sections[place] if place >= 0 else None
        while section is not None:
            if section.clause_path and section.span.covers(span):
                return section
            section = self.sections[section.parent] if section.parent is not None else None
        return None


def clause_triples(document: ExtractedDocument, nodes: Nodes) -> Iterator[Triple]:
    """Give in which clause each obligation and citation stands, and what these clauses are."""
    clauses = Clauses(document.sections)
    used: dict[int, Section] = {}
    for duty in document.obligations:
        section = document.sections[duty.section]
        if section.clause_path:
            used[section.index] = section
            yield nodes.obligation(duty.span), LDO.statedInClause, nodes.clause(section.clause_path)
    for citation in document.citations:
        found = clauses.innermost(citation.span)
        if found:
            used[found.index] = found
            clause = nodes.clause(found.clause_path)
            yield nodes.citation(citation.span), LDO.statedInClause, clause
    yield from _described(used.values(), document, nodes)


def _described(
    used: Iterable[Section], document: ExtractedDocument, nodes: Nodes
) -> Iterator[Triple]:
    """Give type, path and whole of each clause that something stands in, and of its parents."""
    done: set[str] = set()
    for section in used:
        current: Section | None = section
        while current is not None and current.clause_path not in done:
            parent = _holder(current, document)
            if current.clause_path:
                done.add(current.clause_path)
                yield from _clause(current, parent, nodes)
            current = parent


def _holder(section: Section, document: ExtractedDocument) -> Section | None:
    """Return the nearest section above that is a clause itself."""
    place = section.parent
    while place is not None:
        parent = document.sections[place]
        if parent.clause_path:
            return parent
        place = parent.parent
    return None


def _clause(section: Section, parent: Section | None, nodes: Nodes) -> Iterator[Triple]:
    node: URIRef = nodes.clause(section.clause_path)
    whole = nodes.clause(parent.clause_path) if parent else nodes.document
    yield node, RDF.type, LDO.Clause
    yield node, LDO.clausePath, Literal(section.clause_path)
    yield node, ELI.is_part_of, whole

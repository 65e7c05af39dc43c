"""Decisions of reviewers override what a document's raw graph says.

Source: contract of the graph, section 3 (`onNode`, `verdict`, `onProperty`, `newValue`,
`seenQuote`): the last decision wins, and one whose node has moved, as the text was read anew,
finds it again by the words that the reviewer saw, where these stand there once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import RDF, Literal, URIRef

from loaders.graph.statements import Statements
from ontology.namespaces import LDO, OA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

_PART: Final = re.compile(r"(?P<head>.+/(?:cit|obl)/\d+-\d+(?:/\d+)?)(?P<rest>/[a-z].*)?$")
_CERTAIN: Final = Literal("1.00", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal"))
_OF_TASKS: Final = frozenset({LDO.assignee, LDO.role})
ACCEPT, REJECT, CORRECT = "accept", "reject", "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided on one node of a document.

    Args:
        node: the node as it was seen.
        verdict: `ACCEPT`, `REJECT` or `CORRECT`.
        quote: the words that were seen; empty for a statement about the document itself.
        term: property to correct; None otherwise.
        value: what it is to say; None otherwise.
    """

    node: URIRef
    verdict: str
    quote: str = ""
    term: URIRef | None = None
    value: Node | None = None


def decided(raw: Statements, decisions: Iterable[Decision]) -> Statements:
    """Return what a raw graph says when reviewers have had their say.

    Args:
        raw: it is not changed.
        decisions: the last on each node and property, in the order in which they were taken.
    """
    graph = Statements(raw)
    for decision in decisions:
        node = _found(raw, decision)
        if node is None:
            continue
        if decision.verdict == REJECT:
            _take_out(graph, node)
        elif decision.verdict == CORRECT and decision.term and decision.value is not None:
            graph.put(node, decision.term, decision.value)
            _settle(graph, node, decision.term)
        elif decision.verdict == ACCEPT:
            _accept(graph, node)
    return graph


def _found(raw: Statements, decision: Decision) -> Node | None:
    """Return the node of a decision in a graph, moved or not; None where it is not there."""
    if raw.says_of(decision.node):
        return decision.node
    part = _PART.match(str(decision.node))
    if part is None or not decision.quote:
        return None
    kind = LDO.Citation if "/cit/" in part["head"] else LDO.Obligation
    alike = [node for node in raw.subjects(RDF.type, kind) if decision.quote in _quotes(raw, node)]
    if len(alike) != 1:
        return None
    moved = URIRef(f"{alike[0]}{part['rest'] or ''}")
    return moved if raw.says_of(moved) else None


def _quotes(raw: Statements, node: Node) -> tuple[str, ...]:
    """Return the exact words that a node rests on."""
    return tuple(
        str(words)
        for evidence in raw.objects(node, LDO.evidence)
        for selector in raw.objects(evidence, OA.hasSelector)
        for words in raw.objects(selector, OA.exact)
    )


def _take_out(graph: Statements, node: Node) -> None:
    """Remove a node with what is named below it, and what others say of it."""
    gone = [
        subject
        for subject in graph.subjects()
        if subject == node or str(subject).startswith((f"{node}/", f"{node}#"))
    ]
    for subject in gone:
        graph.drop_subject(subject)
    for subject, term, found in [triple for triple in graph if triple[2] in gone]:
        graph.take(subject, term, found)


def _settle(graph: Statements, node: Node, term: URIRef) -> None:
    """Make what a reviewer named certain: a citation is a resolved one then."""
    if term == LDO.citedWork:
        graph.put(node, LDO.status, LDO.resolved)
        graph.put(node, LDO.method, LDO.byReviewer)
        graph.put(node, LDO.resolutionConfidence, _CERTAIN)
        graph.drop(node, LDO.candidates)
    elif term == LDO.relationType:
        graph.put(node, LDO.relationConfidence, _CERTAIN)
    elif term in _OF_TASKS and graph.value(node, LDO.confidence) is not None:
        graph.put(node, LDO.confidence, _CERTAIN)


def _accept(graph: Statements, node: Node) -> None:
    """Make what a reviewer has confirmed certain."""
    for term in (LDO.confidence, LDO.resolutionConfidence, LDO.relationConfidence):
        if graph.value(node, term) is not None:
            graph.put(node, term, _CERTAIN)

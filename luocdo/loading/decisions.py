"""Stored decisions of reviewers as the building of a document's graph takes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rdflib import Literal, URIRef

from loaders.graph.decisions import Decision
from ontology.namespaces import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

    from queries.store.reviews import StoredDecision
    from queries.terms import Term

_PART: Final = re.compile(r"/(?:cit|obl|ev|text)/.*")


def document_path(node: str, base: str) -> str:
    """Return the path of the document that a node is or belongs to.

    Args:
        node: IRI of a document, or of something that its text says.
        base: setting `base_iri`.
    """
    return path_of(base, _PART.sub("", node))


def by_document(decisions: Iterable[StoredDecision], base: str) -> dict[str, tuple[Decision, ...]]:
    """Return decisions by the path of the document that they are about, in their order."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.node.startswith(base):
            found.setdefault(document_path(decision.node, base), []).append(_decision(decision))
    return {path: tuple(each) for path, each in found.items()}


def _decision(stored: StoredDecision) -> Decision:
    return Decision(
        node=URIRef(stored.node),
        verdict=stored.verdict,
        quote=stored.quote,
        term=URIRef(stored.term) if stored.term else None,
        value=_node(stored.value) if stored.value else None,
    )


def _node(term: Term) -> Node:
    if term.kind == "iri":
        return URIRef(term.value)
    datatype = URIRef(term.datatype) if term.datatype else None
    return Literal(term.value, lang=term.language or None, datatype=datatype)

"""Stored decisions find their document."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef

from luocdo.loading.decisions import by_document, document_path
from ontology.namespaces import DEFAULT_BASE
from queries.store.reviews import StoredDecision
from queries.terms import literal

DIRECTIVE = "id/vn/ct/ubnd-lang-son/2024/7"


@pytest.mark.parametrize("rest", ["", "/cit/1-20", "/obl/3-40/asg/1", "/ev/1-2/title", "/text/ab"])
def test_the_document_of_a_node(rest: str) -> None:
    """Itself, or what its text says."""
    assert document_path(f"{DEFAULT_BASE}{DIRECTIVE}{rest}", DEFAULT_BASE) == DIRECTIVE


def test_decisions_are_kept_by_document_in_their_order() -> None:
    """Values become terms of the graph; what is not of this collection is left out."""
    decisions = [
        StoredDecision(
            iri=f"{DEFAULT_BASE}id/review/{number}",
            node=node,
            verdict="correct",
            at="2026-11-21T08:00:00Z",
            term="http://purl.org/dc/terms/title",
            value=literal(f"Tên {number}", language="vi"),
        )
        for number, node in enumerate(
            [
                f"{DEFAULT_BASE}{DIRECTIVE}",
                "https://elsewhere.example/1",
                f"{DEFAULT_BASE}{DIRECTIVE}",
            ]
        )
    ]
    found = by_document(decisions, DEFAULT_BASE)
    assert list(found) == [DIRECTIVE]
    assert [each.value for each in found[DIRECTIVE]] == [
        Literal("Tên 0", lang="vi"),
        Literal("Tên 2", lang="vi"),
    ]
    assert found[DIRECTIVE][0].node == URIRef(DEFAULT_BASE + DIRECTIVE)

"""What is published is seen by others; what is only written is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.namespaces import DEFAULT_BASE
from queries.store.published import PublishedDocuments

if TYPE_CHECKING:
    from pathlib import Path

DIRECTIVE = "id/vn/ct/ubnd-lam-thanh/2024/7"


def test_a_published_document_is_held_and_found_by_its_number(province: Path) -> None:
    """A cited document without its text is not held."""
    documents = PublishedDocuments(province, DEFAULT_BASE)
    assert documents.holds_document(DIRECTIVE)
    assert not documents.holds_document("id/vn/kl/tw/k13/909")
    assert [paper.iri for paper in documents.numbered("7")] == [DEFAULT_BASE + DIRECTIVE]


def test_where_nothing_is_published_there_are_no_documents(tmp_path: Path) -> None:
    """The first load begins so."""
    documents = PublishedDocuments(tmp_path, DEFAULT_BASE)
    assert not documents.holds_document(DIRECTIVE)
    assert documents.numbered("7") == ()

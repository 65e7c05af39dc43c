"""What is stored or arrives answers what the registers leave open, in whatever order papers came."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from luocdo.loading.collection import StoredCollection
from luocdo.loading.papers import ArrivingPapers
from ontology.namespaces import DEFAULT_BASE
from queries.store.writer import NumberedDocument

if TYPE_CHECKING:
    from luocdo.pipeline import Pipeline

STORED = "id/vn/ct/ubnd-lang-son/2024/7"


class Shelf:
    """A store with one document."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def holds_document(self, document_path: str) -> bool:
        """Hold that document."""
        self.asked.append(document_path)
        return document_path == STORED

    def numbered(self, number: str) -> tuple[NumberedDocument, ...]:
        """Find it by its number."""
        paper = NumberedDocument(
            iri=DEFAULT_BASE + STORED,
            printed_number="07/CT-UBND",
            date=dt.date(2024, 3, 12),
            title="",
        )
        return (paper,) if number == "7" else ()


def test_what_is_stored_is_asked_once(pipeline: Pipeline) -> None:
    """A paper that many cite is looked up once; one that arrives is not looked up at all."""
    shelf = Shelf()
    arriving = ArrivingPapers((), DEFAULT_BASE)
    arriving.paths.add("id/vn/kh/ubnd-lang-son/2024/1")
    collection = StoredCollection(
        stored=shelf, arriving=arriving, registry=pipeline.registry, base=DEFAULT_BASE
    )
    assert all(collection.holds(STORED) for _ in range(3))
    assert collection.holds("id/vn/kh/ubnd-lang-son/2024/1")
    assert not collection.holds("id/vn/ct/ubnd-lang-son/2024/8")
    assert shelf.asked == [STORED, "id/vn/ct/ubnd-lang-son/2024/8"]

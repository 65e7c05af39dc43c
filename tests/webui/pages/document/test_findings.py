"""What was read in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.facts.documents import read_document
from webui.language import load_language
from webui.pages.document.findings import fact_anchor, marks, read_document_findings
from webui.site import current_site

if TYPE_CHECKING:
    from types import ModuleType

    from flask import Flask


def test_every_mark_belongs_to_a_fact_and_lies_in_the_text(app: Flask, sample: ModuleType) -> None:
    """Citations and tasks are numbered in the order of the text; reports belong to their task."""
    with app.test_request_context("/"):
        document = read_document(current_site().reader, str(sample.of(sample.DIRECTIVE)))
        assert document is not None
        found = read_document_findings(document)
        numbers = found.numbers()
        assert [numbers[c.iri] for c in found.citations] == [1, 2, 3, 4]
        assert [len(found.reports(task)) for task in found.tasks] == [0, 1, 0]
        made = list(marks(document, found, load_language("vi")))
        facts = {fact_anchor(iri) for iri in numbers}
    assert all(0 <= mark.start < mark.end <= len(sample.DIRECTIVE_TEXT) for mark in made)
    assert {m.fact for m in made if m.kind in {"citation", "task"}} == facts

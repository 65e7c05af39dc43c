"""Citations can be read back from a raw graph, to be decided again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.graph.building import raw_statements
from loaders.graph.mentions import mentions
from loaders.records import CitationForm, Status
from ontology.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument
    from ontology.registry import Registry


def test_what_was_written_is_read_back(document: ExtractedDocument, registry: Registry) -> None:
    """Number, type, form, span and status survive the way through the graph."""
    read = {
        m.citation.printed: m for m in mentions(raw_statements(document, registry, DEFAULT_BASE))
    }
    assert set(read) == {c.printed for c in document.citations}
    for citation in document.citations:
        back = read[citation.printed].citation
        assert (back.number, back.short_number) == (citation.number, citation.short_number)
        assert (back.document_type, back.span) == (citation.document_type, citation.span)
    short = read["Nghị quyết 12"]
    assert short.status is Status.AMBIGUOUS
    assert short.citation.form is CitationForm.SHORT

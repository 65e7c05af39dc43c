"""Mentions while they are read."""

from __future__ import annotations

from loaders.citations.draft import Draft
from loaders.records import CitationForm, Span


def test_a_finished_draft_keeps_its_fields() -> None:
    """Every field of a draft is that of the citation; place and words come at the end."""
    draft = Draft(span=Span(start=1, end=9), form=CitationForm.SHORT, rule="short", confidence=0.8)
    draft.term = "XII"
    citation = draft.finished(3, "Chỉ thị 5", in_basis=True, in_title=False)
    assert all(getattr(citation, name) == getattr(draft, name) for name in Draft.__slots__)
    assert (citation.index, citation.printed, citation.in_basis) == (3, "Chỉ thị 5", True)

"""Spans found in the normalised text lead back to the print, at any depth of a record."""

from __future__ import annotations

from loaders.anchoring import anchor
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, CitationForm, Reading, Span


def test_spans_of_nested_records_move() -> None:
    """A soft hyphen before them moves the span of a citation and of its title alike."""
    source = "xx\u00adyy Luật Cư trú về cư trú"
    text = normalise(source)
    start = text.text.index("Luật")
    title = text.text.index("về")
    found = Citation(
        index=0,
        span=Span(start=start, end=start + 11),
        printed="Luật Cư trú",
        form=CitationForm.NAMED,
        title_span=Span(start=title, end=len(text.text)),
    )
    (moved,) = anchor((found,), text)
    assert source[moved.span.start : moved.span.end] == "Luật Cư trú"
    assert moved.title_span is not None
    assert source[moved.title_span.start :] == "về cư trú"


def test_a_text_of_the_same_length_keeps_its_records() -> None:
    """Where nothing moved, the very record comes back."""
    text = normalise("Luật – Cư trú")
    reading = Reading(
        value="x", printed="x", span=Span(start=0, end=4), rule="hand", confidence=1.0
    )
    assert anchor(reading, text) is reading

"""What readers of mentions share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.citations.context import Cover, read_context
from loaders.normalisation.normaliser import normalise
from loaders.records import Span
from ontology.registry import load_registry


def test_look_ups_by_place() -> None:
    """Type words and numbers are found by where they stand."""
    text = "Theo Nghị quyết số 5-NQ/TW, Chỉ thị"
    context = read_context(normalise(text), load_registry())
    word = context.word_ending(text.index(" số"))
    assert word is not None
    assert word.name == "Nghị quyết"
    assert context.word_before(len(text)) == context.words[-1]
    assert context.words_between(0, 10) == context.words[:1]
    number = context.number_after(0)
    assert number is not None
    assert number.number == "5-NQ/TW"
    assert context.number_after(len(text)) is None


@given(st.text())
def test_lower_case_keeps_its_length(text: str) -> None:
    """Offsets of the lower-case text are those of the text."""
    context = read_context(normalise(text), load_registry())
    assert len(context.lower) == len(context.text)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9))), st.integers(0, 60))
def test_a_cover_tells_what_lies_inside(pairs: list[tuple[int, int]], place: int) -> None:
    """The quick test agrees with looking at every span."""
    spans = [Span(start=start, end=start + length) for start, length in pairs]
    assert Cover(spans)(place) == any(s.start <= place < s.end for s in spans)

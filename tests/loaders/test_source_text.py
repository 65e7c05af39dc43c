"""What a text promises: spans quote it, and its words name it."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from loaders.normalisation.normaliser import normalise
from loaders.source_text import SourceText, Span


def test_words_are_printed_words_on_one_line() -> None:
    """Marks and line breaks go, diacritics and quotes stay as printed."""
    text = normalise("**Uỷ ban\nnhân dân** “tỉnh”")
    whole = Span(start=0, end=len(text.text))
    assert text.words(whole) == "Uỷ ban nhân dân “tỉnh”"
    assert text.quote(whole) == "**Uỷ ban\nnhân dân** “tỉnh”"


def test_a_span_covers_what_lies_inside() -> None:
    """Covering is inclusive at both ends."""
    assert Span(start=1, end=5).covers(Span(start=1, end=5))
    assert not Span(start=1, end=5).covers(Span(start=0, end=3))


def test_a_text_is_named_by_its_words() -> None:
    """The digest is of the words in UTF-8, whatever file they came from."""
    assert (
        SourceText(source_sha256="a", text="chữ").text_sha256 == sha256("chữ".encode()).hexdigest()
    )


@given(st.text(alphabet="ab \u0103a\u0306\u00ad\n", max_size=30), st.data())
def test_a_respelt_stretch_leads_back_to_the_same_words(printed: str, data: st.DataObject) -> None:
    text = normalise(printed)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    around = data.draw(st.integers(1, 5))
    stretch = text.respelt(Span(start=start, end=end), "x" * (end - start), around)
    low, high = max(0, start - around), min(len(text.text), end + around)
    assert stretch.text == text.text[low:start] + "x" * (end - start) + text.text[end:high]
    within = Span(start=start - low, end=end - low)
    assert stretch.quote(within) == text.quote(Span(start=start, end=end))

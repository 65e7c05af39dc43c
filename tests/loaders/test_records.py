"""What the records themselves promise."""

from __future__ import annotations

from hashlib import sha256

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.records import PartialDate, SourceText, Span


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (PartialDate(year=2024), "2024"),
        (PartialDate(year=2024, month=7), "2024-07"),
        (PartialDate(year=2024, month=7, day=1), "2024-07-01"),
    ],
)
def test_a_date_is_as_precise_as_its_print(date: PartialDate, iso: str) -> None:
    """ISO 8601 with reduced precision: an unknown part is left out."""
    assert date.iso() == iso


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

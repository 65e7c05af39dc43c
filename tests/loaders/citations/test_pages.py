"""Joining what the turn of a page parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import segments
from loaders.citations import find
from loaders.citations.pages import join_pages, seams_of
from loaders.normalisation.normaliser import normalise
from loaders.records import Metadata, Section, SectionKind, Span
from ontology.registry import load_registry


def noise(start: int, end: int) -> Section:
    """Return a margin."""
    return Section(index=0, kind=SectionKind.NOISE, span=Span(start=start, end=end))


@pytest.mark.parametrize(
    ("printed", "margin", "joined"),
    [
        ("theo Nghị quyết số\n\n5\n\n99/NQ-CP", "5", "theo Nghị quyết số\n99/NQ-CP"),
        ("ban hành ngày\n\n- 12 -\n\n05/3/2020", "- 12 -", "ban hành ngày\n05/3/2020"),
        ("của Bộ\n\n7\n\nChính trị", "7", "của Bộ\nChính trị"),
        ("số 66-\n\n3\n\nNQ/TW", "3", "số 66-\nNQ/TW"),
        ("Điều 4 hết.\n\n7\n\nchữ", "7", "Điều 4 hết.\n\n7\n\nchữ"),
        ("một bảng\n\n7\n\nDòng mới", "7", "một bảng\n\n7\n\nDòng mới"),
    ],
)
def test_a_margin_inside_a_sentence_is_left_out(printed: str, margin: str, joined: str) -> None:
    """A page number goes where the sentence runs on over it, and stays where it does not."""
    start = printed.index(margin)
    text, _, _ = join_pages(normalise(printed), [noise(start, start + len(margin))])
    assert text.text == joined


@given(st.text(alphabet="ab1.\n\u0300 ", max_size=60), st.integers(0, 50), st.integers(1, 6))
def test_joined_words_lead_back_to_the_source(printed: str, start: int, length: int) -> None:
    """Each character of the joined text is the one that its map leads to."""
    whole = normalise(printed)
    start = min(start, len(whole.text))
    section = noise(start, min(start + length, len(whole.text)))
    text, _, seams = join_pages(whole, [section])
    for index, letter in enumerate(text.text):
        place = seams.outer(Span(start=index, end=index + 1)).start
        assert whole.text[place] == letter
        assert text.position(index) == whole.position(place)


def test_seams_lead_there_and_back() -> None:
    """A span outside the cuts is the same after going in and out."""
    seams = seams_of([Span(start=5, end=8), Span(start=12, end=20)])
    for span in (Span(start=0, end=4), Span(start=8, end=11), Span(start=20, end=22)):
        assert seams.outer(seams.inner(span)) == span


def test_a_mention_over_two_pages_is_read_and_quoted() -> None:
    """A number on the next page belongs to its type word, and the span covers both."""
    text = normalise(
        "I. Việc chung\n1. Theo Kế hoạch số\n\n6\n\n88/KH-UBND ngày 05/3/2020, các xã họp.\n"
    )
    sections = segments.segment(text)
    (citation,) = find(text, sections, Metadata(), load_registry())
    assert (citation.number, citation.issued_on and citation.issued_on.day) == ("88/KH-UBND", 5)
    words = text.text[citation.span.start : citation.span.end]
    assert words == "Kế hoạch số\n\n6\n\n88/KH-UBND ngày 05/3/2020"

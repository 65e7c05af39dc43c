"""A record is no surer than the words that it was read from."""

from __future__ import annotations

from loaders.records import Metadata, Reading, SourceText, Span
from loaders.source_text import Box, PrintedWord
from loaders.weighing import certainty, weigh

BOX = Box(left=0, top=0, right=1, bottom=1)


def scanned(*words: tuple[str, float]) -> SourceText:
    """Return a text of words with their confidences."""
    printed, at = [], 0
    for word, confidence in words:
        span = Span(start=at, end=at + len(word))
        printed.append(PrintedWord(span=span, page=1, box=BOX, confidence=confidence))
        at = span.end + 1
    text = " ".join(word for word, _ in words)
    return SourceText(source_sha256="", text=text, words=tuple(printed))


def test_letters_count_by_their_mean_and_figures_by_the_worst() -> None:
    """One doubtful figure makes a number doubtful; one doubtful letter among many does not."""
    text = scanned(("số", 0.5), ("15/KH-UBND", 0.9), ("ngày", 1.0))
    whole = Span(start=0, end=len(text.text))
    assert certainty(text, whole) == 0.8
    doubtful = scanned(("số", 1.0), ("15/KH-UBND", 0.2), ("ngày", 1.0))
    assert certainty(doubtful, whole) == 0.2
    assert certainty(text, Span(start=2, end=3)) == 1.0


def test_records_are_lowered_at_any_depth() -> None:
    """Metadata holds readings; each is weighed by its own words."""
    text = scanned(("15/KH-UBND", 0.5), ("Kế", 1.0))
    number = Reading(
        value="15/KH-UBND", printed="", span=Span(start=0, end=10), rule="", confidence=0.8
    )
    derived = Reading(value="KH", printed="", span=None, rule="", confidence=0.7)
    weighed = weigh(Metadata(number=number, document_type=derived), text)
    assert weighed.number is not None
    assert weighed.number.confidence == 0.4
    assert weighed.document_type == derived


def test_a_typed_text_is_left_as_it_is() -> None:
    """Without recognised words nothing is doubted."""
    said = Metadata()
    assert weigh(said, SourceText(source_sha256="", text="x")) is said

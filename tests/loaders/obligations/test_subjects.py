"""Who a clause is about, and whether that is told to do something."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations.names import read_names
from loaders.obligations.subjects import (
    begins_with_doer,
    begins_with_doing,
    is_told,
    late_subject,
    subject_start,
)
from loaders.records import Span


def whole(words: str) -> Span:
    """Return the span of all words."""
    return Span(start=0, end=len(words))


def test_connecting_words_stand_before_the_subject() -> None:
    """A subject begins behind the words that connect its sentence."""
    words = "Đồng thời, Sở Y tế rà soát"
    assert words[subject_start(words, whole(words)) :].startswith("Sở Y tế")


def test_described_bodies_are_told_nothing() -> None:
    """A body that "đã" did something is told nothing; one that "chủ trì" is."""
    for words, told in (("Sở Y tế đã rà soát", False), ("Sở Y tế chủ trì rà soát", True)):
        run = read_names(normalise(words), 0, len(words))
        assert is_told(words, run, len(words)) is told


def test_a_subject_behind_a_circumstance() -> None:
    """A subject may stand behind the comma of a circumstance."""
    text = normalise("Nếu có vướng mắc, các sở báo cáo UBND tỉnh")
    assert [n.agency for n in late_subject(text, whole(text.text), [])] == ["các sở"]


def test_paragraphs_that_begin_with_a_doer_or_with_doing() -> None:
    """A paragraph begins with its doer, with the order to one, or with what is to be done."""
    text = normalise("Giao Công an tỉnh tuần tra")
    assert begins_with_doer(text, whole(text.text))
    assert not begins_with_doer(normalise("Trong năm qua"), Span(start=0, end=13))
    assert begins_with_doing("Rà soát quy định", Span(start=0, end=16))
    assert not begins_with_doing("Để nâng cao hiệu quả", Span(start=0, end=20))

"""Bare numbers and words that point back."""

from __future__ import annotations

from collections.abc import Callable

from loaders.records import Citation, CitationForm

Finder = Callable[[str], tuple[Citation, ...]]


def test_a_bare_number_is_no_complete_one(found: Finder) -> None:
    """A short form keeps its bare number and leaves the complete one open."""
    (citation,) = found("theo Đề án 06 Chính phủ trên địa bàn")
    assert citation.form is CitationForm.SHORT
    assert (citation.number, citation.short_number, citation.issuer) == (None, "06", "Chính phủ")


def test_words_that_point_back_need_something_to_point_to(found: Finder) -> None:
    """An anaphor is kept only after a paper of its type."""
    text = "Thực hiện Kế hoạch số 5/KH-UBND, các xã báo cáo theo {} nêu trên."
    assert found(text.format("Kế hoạch"))[-1].form is CitationForm.ANAPHORIC
    assert len(found(text.format("Chỉ thị"))) == 1

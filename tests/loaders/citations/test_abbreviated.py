"""Laws by their abbreviation."""

from __future__ import annotations

from collections.abc import Callable

from loaders.records import Citation, CitationForm

Finder = Callable[[str], tuple[Citation, ...]]


def test_an_abbreviation_is_its_law(found: Finder) -> None:
    """Type and title are those of the register, clause and year those of the text."""
    (citation,) = found("theo khoản 1 Điều 51 BLHS năm 2015.")
    assert citation.form is CitationForm.NAMED
    assert (citation.document_type, citation.title) == ("BL", "Hình sự")
    assert citation.printed == "khoản 1 Điều 51 BLHS năm 2015"
    assert citation.issued_on is not None
    assert citation.issued_on.year == 2015


def test_an_abbreviation_in_a_symbol_is_none(found: Finder) -> None:
    """Longer words, symbols of units and unknown abbreviations name no law."""
    assert not found("mẫu 12/BLHS, tổ BLHS-01, BLHSX và BLXX")

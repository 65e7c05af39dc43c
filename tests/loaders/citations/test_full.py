"""Mentions of complete numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation, CitationForm

Finder = Callable[[str], tuple[Citation, ...]]


def test_the_word_decides_the_type(found: Finder) -> None:
    """One symbol stands before decisions and regulations: the word before the number tells."""
    decision, regulation = found("Quyết định số 17-QĐ/TW và Quy định số 18-QĐ/TW")
    assert (decision.type_name, regulation.type_name) == ("Quyết định", "Quy định")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Văn bản số 308/BC-BXD", "Báo cáo"),
        ("văn bản số 512/UBND-NC", "Công văn"),
        ("Chương trình hành động số 22-CTr/TU", "Chương trình hành động"),
    ],
)
def test_a_generic_word_takes_the_type_of_the_symbol(found: Finder, text: str, kind: str) -> None:
    """The symbol gives the type of a generic word; without one it is a dispatch."""
    (citation,) = found(text)
    assert citation.type_name == kind


def test_a_list_shares_its_tail(found: Finder) -> None:
    """Bare numbers get the symbol, the issuer and the term of the last."""
    first, last = found("Nghị quyết số 20, 21-NQ/TW của Ban Chấp hành Trung ương khóa XII")
    assert (first.number, last.number) == ("20-NQ/TW", "21-NQ/TW")
    assert first.form is last.form is CitationForm.LISTED
    assert (first.term, last.term) == ("XII", "XII")
    assert (first.printed, last.printed.split(" ")[0]) == ("Nghị quyết số 20", "21-NQ/TW")


def test_a_repair_is_told(found: Finder) -> None:
    """A repaired number keeps its print and says what was repaired."""
    (citation,) = found("Kế hoạch số 1O5/KH-UBND")
    assert citation.number == "105/KH-UBND"
    assert citation.repairs == ("letterForDigit",)
    assert citation.printed == "Kế hoạch số 1O5/KH-UBND"


@pytest.mark.parametrize(
    ("issuer", "number"),
    [("Tỉnh ủy", "14-NQ/TU"), ("Bộ Chính trị", "14-NQ/TW"), ("", "14-NQ/TW")],
)
def test_an_open_symbol_is_told_by_the_issuer(found: Finder, issuer: str, number: str) -> None:
    """The words after a number decide which committee a misspelt symbol means."""
    (citation,) = found(f"Nghị quyết số 14-NQ/TƯ của {issuer}")
    assert citation.number == number


def test_the_issuer_may_stand_before_the_number(found: Finder) -> None:
    """Old papers are cited with their issuer first; its number need not name the type."""
    (decree,) = found("Căn cứ Nghị định của Hội đồng\nChính phủ số 72-CP ngày 01/11/1973;")
    assert (decree.number, decree.issuer) == ("72-CP", "Hội đồng Chính phủ")
    assert decree.printed.startswith("Nghị định của")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Nghị quyết liên tịch số 8/2008/NQLT-CP của Chính phủ, Ủy ban Trung ương MTTQ Việt Nam",
            "Chính phủ, Ủy ban Trung ương MTTQ Việt Nam",
        ),
        ("Kế hoạch số 8/KH-BNV của Bộ Nội vụ và Bộ Tài chính về sách", "Bộ Nội vụ và Bộ Tài chính"),
        ("Kế hoạch số 8/KH-BNV của Bộ Nội vụ và Bộ Tài chính đã báo cáo", "Bộ Nội vụ"),
    ],
)
def test_several_bodies_may_issue_a_paper(found: Finder, text: str, issuer: str) -> None:
    """A joint paper names all of them; of another one the subject after them tells it."""
    (paper,) = found(f"Căn cứ {text}")
    assert paper.issuer == issuer


def test_a_name_that_holds_a_type_word_goes_before_its_number(found: Finder) -> None:
    """The Statutes have no number of that symbol: it is that of the rules on carrying them out."""
    (rules,) = found("Căn cứ Quy định thi hành Điều lệ Đảng số 29-QĐ/TW;")
    assert (rules.document_type, rules.number) == ("QyĐ", "29-QĐ/TW")
    assert rules.printed == "Quy định thi hành Điều lệ Đảng số 29-QĐ/TW"


def test_a_symbol_may_add_letters_to_that_of_its_type_word(found: Finder) -> None:
    """A word may stand between the type and the number where the symbol begins with the type's."""
    (report,) = found("theo Báo cáo thẩm định số 8/BCTĐ-STP ngày 05/3/2020 của Sở Tư pháp")
    assert (report.document_type, report.number) == ("BC", "8/BCTĐ-STP")
    assert found("theo Báo cáo thẩm định số 8/XYTĐ-STP ngày 05/3/2020") == ()

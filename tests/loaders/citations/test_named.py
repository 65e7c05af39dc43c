"""Papers that are named without a number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation, CitationForm

Finder = Callable[[str], tuple[Citation, ...]]


def test_a_congress_is_the_issuer(found: Finder) -> None:
    """The name of the congress is title and issuer."""
    (citation,) = found("mục tiêu Nghị quyết Đại hội lần thứ XIII của Đảng.")
    assert citation.form is CitationForm.NAMED
    assert citation.issuer == citation.title == "Đại hội lần thứ XIII của Đảng"


def test_a_plenum_keeps_its_term(found: Finder) -> None:
    """The figure is that of the meeting, not a number; the term stands after it."""
    (citation,) = found("Nghị quyết Trung ương 4 khóa XII")
    assert (citation.number, citation.term) == (None, "XII")


def test_a_name_in_quotes_loses_them(found: Finder) -> None:
    """The title of a scheme is its name without quotes; the span keeps them."""
    (citation,) = found("triển khai Đề án “Xây dựng thư viện xã kiểu mẫu”.")
    assert citation.title == "Xây dựng thư viện xã kiểu mẫu"
    assert citation.printed.endswith("”")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Nghị quyết Trung ương 5, 7 khóa XI", ["Nghị quyết Trung ương 5", "7 khóa XI"]),
        (
            "Nghị quyết Trung ương 4, Trung ương 8 (khóa XI)",
            ["Nghị quyết Trung ương 4", "Trung ương 8 (khóa XI)"],
        ),
    ],
)
def test_plenums_in_a_row_share_their_term(found: Finder, text: str, printed: list[str]) -> None:
    """The term after the last of several plenums is that of all."""
    row = found(f"Quán triệt {text}.")
    assert [c.printed for c in row] == printed
    assert {c.term for c in row} == {"XI"}
    assert [(c.title or "")[:10] for c in row] == ["Trung ương"] * 2


def test_plenums_of_one_number_in_several_terms(found: Finder) -> None:
    """Each further term names a resolution of its own."""
    row = found("Thực hiện Nghị quyết Trung ương 4 khóa XI, XII và khóa XIII về xây dựng Đảng.")
    assert [c.printed for c in row] == ["Nghị quyết Trung ương 4 khóa XI", "XII", "khóa XIII"]
    assert [c.term for c in row] == ["XI", "XII", "XIII"]
    assert {c.title for c in row} == {"Trung ương 4"}


def test_figures_after_a_plenum_count_things(found: Finder) -> None:
    """A figure with a thing behind it names no plenum."""
    (plenum,) = found("Theo Nghị quyết Trung ương 4, 5 nhiệm vụ được giao.")
    assert plenum.printed == "Nghị quyết Trung ương 4"


def test_a_policy_without_a_number_is_told_by_its_subject(found: Finder) -> None:
    """Who issued it and the words after it tell which one is meant; of several none."""
    (paper,) = found("Thực hiện Nghị quyết của Quốc hội về thư viện xã, các sở làm.")
    assert (paper.printed, paper.issuer) == ("Nghị quyết của Quốc hội", "Quốc hội")
    assert paper.title == "về thư viện xã"
    assert found("Thực hiện các Nghị quyết của Quốc hội về thư viện xã.") == ()


def test_a_body_that_acts_below_a_name_is_not_in_it(found: Finder) -> None:
    """The line below a basis begins with the body that decides."""
    text = "Căn cứ Quy chế làm việc của Ban Bí thư,\nBộ Chính trị quy định thi hành Điều lệ Đảng."
    assert [c.printed for c in found(text)] == ["Quy chế làm việc của Ban Bí thư", "Điều lệ Đảng"]


def test_programmes_of_two_bodies_share_what_they_carry_out(found: Finder) -> None:
    """The first of two names ends with its body, where the second goes on with the subject."""
    text = (
        "Thực hiện Chương trình hành động của Chính phủ và Chương trình hành động của Tỉnh ủy "
        "thực hiện Nghị quyết số 42-NQ/TW."
    )
    assert [c.issuer for c in found(text)][:2] == ["Chính phủ", "Tỉnh ủy"]

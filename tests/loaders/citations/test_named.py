"""Papers that are named without a number."""

from __future__ import annotations

from collections.abc import Callable

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


def test_a_national_programme_may_be_small(found: Finder) -> None:
    """Its registered name is enough; other programmes in small letters are none."""
    assert [c.printed for c in found("thực hiện chương trình quốc gia bảo đảm cấp nước an toàn")]
    assert not found("thực hiện chương trình công tác năm 2025")


def test_a_plan_of_a_year_needs_its_author(found: Finder) -> None:
    """Without an author, or still to be made, a plan of a year is no particular paper."""
    assert not found("theo Kế hoạch mua sách năm 2025.")
    assert not found("xây dựng Kế hoạch mua sách năm 2025 của Sở Nội vụ.")

"""Schemes, programmes and plans that are named without quotes or number."""

from __future__ import annotations

from collections.abc import Callable

from loaders.records import Citation

Finder = Callable[[str], tuple[Citation, ...]]


def test_a_national_programme_may_be_small(found: Finder) -> None:
    """Its registered name is enough; other programmes in small letters are none."""
    assert [c.printed for c in found("thực hiện chương trình quốc gia bảo đảm cấp nước an toàn")]
    assert not found("thực hiện chương trình công tác năm 2025")


def test_a_plan_of_a_year_needs_its_author(found: Finder) -> None:
    """Without an author, or still to be made, a plan of a year is no particular paper."""
    assert not found("theo Kế hoạch mua sách năm 2025.")
    assert not found("xây dựng Kế hoạch mua sách năm 2025 của Sở Nội vụ.")


def test_a_national_programme_needs_no_period(found: Finder) -> None:
    """A name of some length that says "national" is enough; what follows it is no part of it."""
    text = "chi thực hiện Chương trình quốc gia về số hóa sách cổ vùng cao theo kế hoạch;"
    (programme,) = found(text)
    assert programme.title == "quốc gia về số hóa sách cổ vùng cao"
    assert found("thực hiện Chương trình quốc gia về sách.") == ()

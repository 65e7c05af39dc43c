"""Date, issuer and term after a number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation

Finder = Callable[[str], tuple[Citation, ...]]


@pytest.mark.parametrize(
    "tail",
    [
        "ngày 03/4/2019 của Ban Bí thư khóa XII",
        "của Ban Bí thư (khóa XII), ngày 03.04.2019",
        "(ngày 03-4-2019) của Ban Bí thư\nkhoá XII",
    ],
)
def test_the_parts_come_in_any_order(found: Finder, tail: str) -> None:
    """Date, issuer and term are read in whatever order, in brackets or not."""
    (citation,) = found(f"Kết luận số 44-KL/TW {tail} về thi đua")
    assert citation.issued_on is not None
    assert citation.issued_on.iso() == "2019-04-03"
    assert (citation.issuer, citation.term) == ("Ban Bí thư", "XII")
    assert citation.title == "về thi đua"


def test_a_meeting_may_be_the_issuer(found: Finder) -> None:
    """A resolution may be followed by the plenum that passed it; a year alone is not its date."""
    (citation,) = found("Nghị quyết số 29-NQ/TW, Hội nghị Trung ương 8 khóa XI, ban hành năm 2013.")
    assert (citation.issuer, citation.term) == ("Hội nghị Trung ương 8", "XI")
    assert citation.issued_on is None


def test_a_comma_may_begin_the_next_issuer(found: Finder) -> None:
    """A body after a comma that issued the next paper is not that of the one before."""
    first, second = found(
        "chỉ đạo của Bộ Chính trị tại Thông báo số 9-TB/TW ngày 21/11/2025, "
        "của Ban Bí thư tại Kết luận số 13-KL/TW"
    )
    assert (first.issuer, second.issuer) == ("Bộ Chính trị", "Ban Bí thư")


def test_only_the_assembly_passes_laws(found: Finder) -> None:
    """A body after the name of a law is another's duty, not its issuer."""
    (law,) = found("nhiệm vụ được giao trong Luật Thư viện của Ủy ban nhân dân các tỉnh")
    assert (law.printed, law.issuer) == ("Luật Thư viện", None)
    (law,) = found("Luật Thư viện của Quốc hội")
    assert law.issuer == "Quốc hội"

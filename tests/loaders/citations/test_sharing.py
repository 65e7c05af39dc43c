"""Issuer, term and date along rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation

Finder = Callable[[str], tuple[Citation, ...]]


def days(citations: tuple[Citation, ...]) -> list[str | None]:
    """Return the dates of citations."""
    return [c.issued_on.iso() if c.issued_on else None for c in citations]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Quyết định số 5, 6 và 7/QĐ-UBND cùng ngày 22/02/2022", ["2022-02-22"] * 3),
        (
            "Thông tư số 02/2021/TT-BNV, 05/2021/TT-BNV ngày 11/6 và 12/8/2021",
            ["2021-06-11", "2021-08-12"],
        ),
        (
            "Từ Nghị quyết số 41/NQ-HĐND đến Nghị quyết số 47/NQ-HĐND ngày 09/12/2022",
            ["2022-12-09"] * 2,
        ),
        (
            "Công điện số 5/CĐ-TTg, 6/CĐ-TTg ngày 01 và 03/9/2024",
            ["2024-09-01", "2024-09-03"],
        ),
        ("Quyết định số 70-QĐ/TU và Thông báo số 5-TB/TU ngày 11/4/2021", [None, "2021-04-11"]),
        (
            "Nghị định số 87/CP ngày 12/12/1995 và Quyết định số 8/TTg cùng ngày.",
            ["1995-12-12"] * 2,
        ),
    ],
)
def test_days_of_a_row(found: Finder, text: str, dates: list[str | None]) -> None:
    """A day is shared only where the words say so."""
    assert days(found(text)) == dates


def test_the_last_author_is_that_of_all(found: Finder) -> None:
    """The author after the last of a row is that of all with the same symbol, and of no other."""
    first, second = found("Quyết định số 7-QĐ/TU và Thông báo số 5-TB/TU của Tỉnh ủy Long An")
    assert first.issuer == second.issuer == "Tỉnh ủy Long An"
    first, second = found("Nghị quyết số 1/NQ-CP và Quyết định số 2/QĐ-TTg của Thủ tướng Chính phủ")
    assert (first.issuer, second.issuer) == (None, "Thủ tướng Chính phủ")


def test_the_words_before_may_name_the_author(found: Finder) -> None:
    """Who issued a paper, and when, may stand before it in the same clause."""
    (citation,) = found("Ngày 19/12/2022, Ban Thường vụ Tỉnh ủy ban hành Nghị quyết số 14-NQ/TU")
    assert citation.issuer == "Ban Thường vụ Tỉnh ủy"
    assert days((citation,)) == ["2022-12-19"]


def test_a_range_gives_its_two_ends(found: Finder) -> None:
    """The ends of a range are cited, and the first points to the last; none is made up."""
    first, last = found("Từ Nghị quyết số 41/NQ-HĐND đến Nghị quyết số 47/NQ-HĐND")
    assert (first.range_end, last.range_end) == (last.index, None)


def test_a_subject_after_the_last_is_that_of_the_row(found: Finder) -> None:
    """Papers whose issuer only the last one prints have its subject too."""
    first, second = found(
        "Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND của UBND tỉnh về thư viện xã."
    )
    assert first.title == second.title == "về thư viện xã"
    assert first.title_span is None


def test_each_paper_with_its_issuer_has_a_subject_of_its_own(found: Finder) -> None:
    """A subject after the last paper is not that of one with an issuer of its own."""
    first, _ = found(
        "Quyết định số 5/QĐ-UBND của UBND tỉnh và Quyết định số 6/QĐ-BNV của Bộ Nội vụ về sách."
    )
    assert first.title is None


def test_numbers_of_one_office_share_their_issuer(found: Finder) -> None:
    """A notice and a dispatch of one office bear its symbol at different places."""
    first, _ = found(
        "văn bản số 5/TB-VPCP và văn bản số 6/VPCP-NN ngày 1/2/2025 của Văn phòng Chính phủ"
    )
    assert first.issuer == "Văn phòng Chính phủ"


@pytest.mark.parametrize(
    ("row", "terms"),
    [
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị và Nghị quyết số 18-NQ/TW", [None, "XII"]),
        ("Nghị quyết số 57-NQ/TW và Nghị quyết số 18-NQ/TW", [None, "XII"]),
        ("Nghị quyết số 17-NQ/TW và Nghị quyết số 18-NQ/TW", ["XII", "XII"]),
        ("các Nghị quyết số 19, 18-NQ/TW", ["XII", "XII"]),
    ],
)
def test_a_term_goes_to_papers_that_may_be_of_it(
    found: Finder, row: str, terms: list[str | None]
) -> None:
    """A paper with an issuer of its own, or with the higher number before, may be of a later one."""
    papers = found(f"Thực hiện {row} của Ban Chấp hành Trung ương khóa XII.")
    assert [paper.term for paper in papers] == terms

"""Subjects, and mentions inside the subjects of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.records import Citation

Finder = Callable[[str], tuple[Citation, ...]]


def test_three_levels(found: Finder) -> None:
    """A subject may name a paper whose subject names another."""
    citations = found(
        "Kế hoạch số 9/KH-UBND thực hiện Chỉ thị số 7/CT-TTg về đẩy mạnh Nghị quyết số 3-NQ/TW "
        "ở cấp xã."
    )
    assert [c.within for c in citations] == [None, 0, 1]
    assert citations[0].title is not None
    assert citations[0].title.endswith("ở cấp xã")


@pytest.mark.parametrize(
    ("text", "within"),
    [
        (
            "Kết luận số 1-KL/TW về tiếp tục thực hiện Chỉ thị số 2-CT/TW; Chỉ thị số 3-CT/TW",
            [None, 0, None],
        ),
        ("Chỉ thị số 1-CT/TW về thư viện, Kết luận số 2-KL/TW về sách", [None, None]),
        (
            "Kế hoạch số 1/KH-UBND về thực hiện Nghị quyết số 2/NQ-CP và Kết luận số 3-KL/TW",
            [None, 0, 0],
        ),
        (
            (
                "Nghị định số 15/2020/NĐ-CP sửa đổi Nghị định số 3/2016/NĐ-CP và "
                "Nghị định số 45/2024/NĐ-CP sửa đổi Nghị định số 3/2016/NĐ-CP"
            ),
            [None, 0, None, 2],
        ),
        (
            (
                "Thông tư số 138/2025/TT-BTC sửa đổi Thông tư số 6/2022/TT-BTC và "
                "Thông tư số 139/2025/TT-BTC sửa đổi Thông tư số 7/2022/TT-BTC"
            ),
            [None, 0, None, 2],
        ),
        (
            "Chỉ thị số 1/CT-TTg về sách và Bộ Nội vụ đã ban hành Công văn số 2/BNV-VP",
            [None, None],
        ),
        (
            "Thông tư số 6/2008/TT-BNV sửa đổi Khoản 2 Mục III, Thông tư số 4/2008/TT-BNV",
            [None, 0],
        ),
    ],
)
def test_siblings_close_subjects(found: Finder, text: str, within: list[int | None]) -> None:
    """A semicolon closes a nest; a comma or "and" sets beside the deepest of a kind."""
    assert [c.within for c in found(text)] == within


@pytest.mark.parametrize(
    ("after", "title"),
    [
        ("về thư viện; các xã", "về thư viện"),
        ("về thư viện (sau đây gọi tắt là Chỉ thị)", "về thư viện"),
        ("về thư viện. Các xã", "về thư viện"),
        ("về thư viện đã được sửa đổi", "về thư viện"),
        ("về thư viện\ncấp xã\n\nĐiều 1", "về thư viện cấp xã"),
        ("được thực hiện", None),
        ("(nay là Bộ Xây dựng) về thư viện", "về thư viện"),
    ],
)
def test_where_a_subject_ends(found: Finder, after: str, title: str | None) -> None:
    """A subject runs over line ends and stops at stops, brackets and verbs that follow it."""
    assert found(f"Chỉ thị số 7/CT-TTg {after}")[0].title == title


def test_a_quoted_subject_ends_at_its_quote(found: Finder) -> None:
    """What follows the closing quote is another clause."""
    (citation,) = found('Thực hiện Nghị quyết số 5-NQ/TU về "Sách cho vùng cao", Sở Nội vụ yêu cầu')
    assert citation.title == 'về "Sách cho vùng cao"'


def test_a_bracket_that_ends_a_subject_is_outside(found: Finder) -> None:
    """Words in a bracket that end a subject end it before the bracket."""
    (citation,) = found("Kế hoạch số 5/KH-UBND về thư viện xã (bản chụp được gửi kèm theo)")
    assert citation.title == "về thư viện xã"


def test_a_subject_may_go_on_to_change_another_paper(found: Finder) -> None:
    """The second paper that is changed lies in the subject of the one that changes both."""
    citations = found(
        "Quyết định số 8/QĐ-UBND sửa đổi Quyết định số 5/QĐ-UBND về thư viện xã "
        "và bãi bỏ một phần Quyết định số 4/QĐ-UBND."
    )
    assert [c.within for c in citations] == [None, 0, 0]
    assert citations[1].title == "về thư viện xã"


def test_the_decision_of_an_annex_has_no_siblings(found: Finder) -> None:
    """A paper after it stands beside the one whose subject names the annex."""
    citations = found(
        "Bãi bỏ Quyết định số 8/QĐ-UBND sửa đổi Quy chế quản lý thư viện xã ban hành kèm theo "
        "Quyết định số 5/QĐ-UBND và Quyết định số 9/QĐ-UBND về sách."
    )
    assert [c.within for c in citations] == [None, 0, 0, None]


def test_a_numbered_paper_is_beside_the_decision(found: Finder) -> None:
    """A paper after what a decision promulgates is beside the decision, not beside the annex."""
    citations = found(
        "Chính phủ đã có Nghị quyết số 5/NQ-CP ban hành Chương trình hành động của Chính phủ về "
        "thư viện số, Nghị định số 7/2025/NĐ-CP quy định về sách."
    )
    assert [(c.number, c.within) for c in citations][1] == (None, 0)
    assert citations[1].issuer == "Chính phủ"
    assert citations[1].title == "về thư viện số"


def test_a_law_named_in_full_has_no_subject(found: Finder) -> None:
    """What follows the name of a law goes on with the subject of the paper before it."""
    citations = found(
        "Thông tư số 28/2011/TT-BTC hướng dẫn thi hành Luật Quản lý thuế hướng dẫn thi hành "
        "Nghị định số 85/2007/NĐ-CP"
    )
    assert [c.within for c in citations] == [None, 0, 0]


def test_a_semicolon_in_quotes_ends_no_subject(found: Finder) -> None:
    """The name of a scheme in quotes is read whole; behind the quotes a semicolon ends it."""
    name = 'phê duyệt Đề án "Bảo tồn làng nghề; phát triển du lịch xã"'
    decision, scheme = found(f"Quyết định số 88/QĐ-UBND của UBND xã {name}; thư viện xã.")
    assert decision.title == name
    assert scheme.title == "Bảo tồn làng nghề; phát triển du lịch xã"

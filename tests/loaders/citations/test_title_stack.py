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
    ],
)
def test_where_a_subject_ends(found: Finder, after: str, title: str | None) -> None:
    """A subject runs over line ends and stops at stops, brackets and verbs that follow it."""
    assert found(f"Chỉ thị số 7/CT-TTg {after}")[0].title == title

"""Names of bodies."""

from __future__ import annotations

import pytest

from loaders.citations.bodies import bodies_of
from ontology.registry import load_registry


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bộ trưởng Bộ Tài chính quy định", "Bộ trưởng Bộ Tài chính"),
        ("Ủy ban nhân dân tỉnh Kon Tum bổ sung", "Ủy ban nhân dân tỉnh Kon Tum"),
        ("UBND tỉnh Quy định về", "UBND tỉnh"),
        ("Bộ Lao động - Thương binh\nvà Xã hội hướng dẫn", "Bộ Lao động - Thương binh và Xã hội"),
        ("Ban Bứ thư (khóa XI)", "Ban Bí thư"),
        ("Ban Chỉ đạo Thư viện xã về việc", "Ban Chỉ đạo Thư viện xã"),
        (
            "Ban Chỉ đạo về phát triển thư viện và bạn đọc tỉnh ban hành Quy chế",
            "Ban Chỉ đạo về phát triển thư viện và bạn đọc tỉnh",
        ),
        ("Thành ủy Cần Thơ ngày 5/3", "Thành ủy Cần Thơ"),
        ("Ủy ban nhân dân quận 7 về thu hồi", "Ủy ban nhân dân quận 7"),
        ("Ủy ban nhân dân quận 7/2011", "Ủy ban nhân dân quận"),
    ],
)
def test_a_name_ends_where_it_should(text: str, name: str) -> None:
    """Registered names are read whole with their place; others end before a word outside names."""
    body = bodies_of(load_registry()).read(text, 0)
    assert body is not None
    assert body.name == name


@pytest.mark.parametrize("text", ["Ban về việc", "thư viện xã", "Nghị quyết số 5"])
def test_what_is_no_body(text: str) -> None:
    """A head word alone, common words and papers are no bodies."""
    assert bodies_of(load_registry()).read(text, 0) is None


def test_a_body_right_before_a_place() -> None:
    """The longest name that ends at a place is found from behind."""
    text = "theo đề nghị của Giám đốc Sở Tài chính tại"
    end = text.index(" tại")
    body = bodies_of(load_registry()).ending(text, 0, end)
    assert body is not None
    assert body.name == "Giám đốc Sở Tài chính"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND THÀNH PHỐ ĐÀ NẴNG VÀ QUYẾT ĐỊNH SỐ 5", "UBND THÀNH PHỐ ĐÀ NẴNG"),
        ("CHỦ TỊCH UBND THÀNH PHỐ VỀ VIỆC CÔNG BỐ", "CHỦ TỊCH UBND THÀNH PHỐ"),
        ("Ủy ban nhân dân xã Tân Phú\nCăn cứ", "Ủy ban nhân dân xã Tân Phú"),
    ],
)
def test_a_place_ends_before_the_subject(text: str, name: str) -> None:
    """Words in capitals that begin a subject or a line are not part of a place."""
    body = bodies_of(load_registry()).read(text, 0)
    assert body is not None
    assert text[body.span.start : body.span.end] == name


def test_a_board_is_that_of_its_council() -> None:
    """The council's name after that of its board belongs to it."""
    text = "Ban Văn hóa - Xã hội Hội đồng nhân dân Thành phố; ý kiến"
    body = bodies_of(load_registry()).read(text, 0)
    assert body is not None
    assert text[: body.span.end] == "Ban Văn hóa - Xã hội Hội đồng nhân dân Thành phố"

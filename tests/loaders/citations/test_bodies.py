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
        ("Thành ủy Cần Thơ ngày 5/3", "Thành ủy Cần Thơ"),
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

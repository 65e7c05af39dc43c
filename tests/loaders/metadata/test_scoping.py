"""Names of bodies that the line above them completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.scoping import (
    is_department_below,
    scoped,
    spelled_like_place,
    spelled_like_text,
    with_own_place,
)

if TYPE_CHECKING:
    from ontology.registry import Registry


@pytest.mark.parametrize(
    ("bodies", "name"),
    [
        (("Đảng bộ tỉnh Bắc Sơn", "Ủy ban Kiểm tra"), "Ủy ban Kiểm tra Tỉnh ủy Bắc Sơn"),
        (("Đảng bộ huyện Sông Mây", "Ban Tổ chức"), "Ban Tổ chức Huyện ủy Sông Mây"),
        (("Đảng bộ tỉnh Bắc Sơn", "Ban Chấp hành"), "Ban Chấp hành Đảng bộ tỉnh Bắc Sơn"),
        (
            ("Hội Nông dân Việt Nam", "Ban Chấp hành Trung ương"),
            "Ban Chấp hành Trung ương Hội Nông dân Việt Nam",
        ),
        (("Bộ Tài chính", "Tổng cục Thuế"), "Tổng cục Thuế"),
    ],
)
def test_the_line_above_completes_a_name(
    registry: Registry, bodies: tuple[str, ...], name: str
) -> None:
    """Organs of a committee bear its name, not that of the branch of the Party."""
    assert scoped(bodies, registry) == name


@pytest.mark.parametrize(
    ("name", "place", "spelled"),
    [
        (
            "Ủy ban nhân dân phường Bến Nghệ",
            "Bến Nghé",
            "Ủy ban nhân dân phường Bến Nghé",
        ),
        ("Ủy ban nhân dân xã Mường Vang", "Sông Mây", "Ủy ban nhân dân xã Mường Vang"),
        ("Ủy ban nhân dân tỉnh Huệ", "Huế", "Ủy ban nhân dân tỉnh Huệ"),
    ],
)
def test_small_letters_keep_their_marks(name: str, place: str, spelled: str) -> None:
    """Only a place of the same letters, of two words or more, tells the marks."""
    assert spelled_like_place(name, place) == spelled


@pytest.mark.parametrize(
    ("name", "bodies", "full"),
    [
        (
            "Chủ tịch Ủy ban nhân dân xã",
            ("Ủy ban nhân dân xã Sông Mây",),
            "Chủ tịch Ủy ban nhân dân xã Sông Mây",
        ),
        (
            "Hội đồng nhân dân thị xã",
            ("Hội đồng nhân dân thị xã Bến Đá",),
            "Hội đồng nhân dân thị xã Bến Đá",
        ),
        (
            "Ủy ban nhân dân huyện",
            ("Ủy ban nhân dân xã Sông Mây",),
            "Ủy ban nhân dân huyện",
        ),
        ("Bộ trưởng Bộ Tài chính", ("Bộ Tài chính",), "Bộ trưởng Bộ Tài chính"),
    ],
)
def test_the_heading_names_the_place_of_the_authority(
    name: str, bodies: tuple[str, ...], full: str
) -> None:
    """A line of authority names the level alone."""
    assert with_own_place(name, bodies) == full


def test_the_department_below_a_lone_committee() -> None:
    """Only where the committee stands alone, without its place, and the symbol is a department's."""
    lone = ("Ủy ban nhân dân",)
    assert is_department_below(lone, "Sở Y tế")
    assert not is_department_below(lone, "Ủy ban nhân dân")
    assert not is_department_below(("Ủy ban nhân dân tỉnh Bắc Sơn",), "Sở Y tế")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Hiệu trưởng Trường Cao đẳng công nghệ sông mây",
            "Căn cứ Quy chế của trường Cao đẳng Công nghệ\nSông Mây;",
            "Hiệu trưởng Trường Cao đẳng Công nghệ Sông Mây",
        ),
        (
            "Công ty Cổ phần bắc sơn",
            "CÔNG TY CỔ PHẦN BẮC SƠN",
            "Công ty Cổ phần bắc sơn",
        ),
        ("Bộ Tài chính", "theo đề nghị của bộ tài chính", "Bộ Tài chính"),
    ],
)
def test_a_sentence_spells_a_name_printed_in_capitals(name: str, text: str, expected: str) -> None:
    """Capitals of a sentence tell the proper name; lines of capitals tell nothing."""
    assert spelled_like_text(name, text) == expected

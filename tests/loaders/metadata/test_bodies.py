"""Names of bodies are written right and completed with their province."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.bodies import completed, of_organisation, spell, split_bodies, with_province
from loaders.metadata.places import Place, place_in, spellings

if TYPE_CHECKING:
    from ontology.registry import Registry


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG", "Ủy ban nhân dân tỉnh Tiền Giang"),
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Thống đốc Ngân hàng Nhà nước ViệtNam", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
        ("BAN CHỈ HUY PCTT TỈNH SÔNG MÂY", "Ban Chỉ huy PCTT tỉnh Sông Mây"),
        ("ỦY BAN NHÂN DÂN HUYỆN BẮC SƠN", "Ủy ban nhân dân huyện Bắc Sơn"),
    ],
)
def test_spelling(registry: Registry, printed: str, name: str) -> None:
    """Registers first, then abbreviations and places."""
    assert spell(printed, registry) == name


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["ỦY BAN NHÂN", "DÂN", "TỈNH PHÚ THỌ"], ("Ủy ban nhân dân tỉnh Phú Thọ",)),
        (["VĂN PHÒNG CHÍNH", "PHỦ"], ("Văn phòng Chính phủ",)),
        (["VĂN PHÒNG", "CHÍNH PHỦ"], ("Văn phòng Chính phủ",)),
        (["BỘ Y TẾ", "BỘ Y TẾ"], ("Bộ Y tế",)),
        (["BỘ CÔNG AN - BỘ QUỐC PHÒNG"], ("Bộ Công an", "Bộ Quốc phòng")),
        (
            ["BỘ Y TẾ - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"],
            ("Bộ Y tế", "Bộ Lao động - Thương binh và Xã hội"),
        ),
        (
            ["UBND TỈNH SÔNG MÂY", "SỞ XÂY DỰNG"],
            ("Ủy ban nhân dân tỉnh Sông Mây", "Sở Xây dựng"),
        ),
    ],
)
def test_lines_of_a_heading(registry: Registry, lines: list[str], names: tuple[str, ...]) -> None:
    """A name may run over lines, and a line may hold two."""
    assert split_bodies(lines, registry) == names


def test_provinces(registry: Registry) -> None:
    """The longest name counts; unknown ones are taken from print; central bodies get none."""
    known = spellings(registry)
    sea = place_in("Sở Du lịch tỉnh Thừa Thiên Huế", known.provinces)
    assert sea is not None
    assert sea.name == "Thừa Thiên Huế"
    invented = place_in("Tỉnh ủy Sông Mây", known.provinces)
    assert invented == Place(name="Sông Mây", kind="province")
    assert place_in("Bộ Tài chính", known.provinces) is None


def test_completing(registry: Registry) -> None:
    """Only the bodies of a province, and only where they do not name it."""
    known = spellings(registry)
    place = Place(name="Sông Mây", kind="province")
    assert with_province("Ủy ban nhân dân tỉnh", place, known) == "Ủy ban nhân dân tỉnh Sông Mây"
    assert with_province("Sở Nội vụ", place, known) == "Sở Nội vụ tỉnh Sông Mây"
    assert with_province("Bộ Nội vụ", place, known) == "Bộ Nội vụ"
    assert with_province("Ban Thường vụ Tỉnh ủy", None, known) == "Ban Thường vụ Tỉnh ủy"


@pytest.mark.parametrize(
    ("name", "above", "whole"),
    [
        ("Ban Chỉ đạo trồng rừng", "Ủy ban nhân dân tỉnh Sơn La", "tỉnh Sơn La"),
        ("Hội đồng thi đua tỉnh", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La"),
        ("Ban Chỉ đạo 35", "Tỉnh ủy Sơn La", "Tỉnh ủy Sơn La"),
        ("Trường Đại học Sông Mây", "Ủy ban nhân dân tỉnh Sơn La", ""),
        ("Ban Chỉ đạo trồng rừng", "Bộ Nông nghiệp và Môi trường", ""),
    ],
)
def test_a_committee_bears_the_place_of_the_body_above(
    registry: Registry, name: str, above: str, whole: str
) -> None:
    """Bodies with a name of their own, and those below a ministry, need none."""
    assert completed(name, above, registry) == f"{name} {whole}".strip()


@pytest.mark.parametrize(
    ("bodies", "name"),
    [
        (("Hội Nông dân Việt Nam", "Ban Chấp hành tỉnh Sơn La"), "Hội Nông dân tỉnh Sơn La"),
        (("Tỉnh ủy Sơn La", "Ban Chấp hành xã Sông Mây"), "Ban Chấp hành xã Sông Mây"),
        (("Ban Chấp hành tỉnh Sơn La",), "Ban Chấp hành tỉnh Sơn La"),
    ],
)
def test_the_committee_of_a_branch_bears_the_organisation_s_name(
    bodies: tuple[str, ...], name: str
) -> None:
    """Only below an organisation."""
    assert of_organisation(bodies) == name

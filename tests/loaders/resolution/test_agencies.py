"""Names of bodies, posts and groups mean what they mean to the paper that prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.resolution.agencies import name_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.standpoint import Standpoint

BEN_TRE = ("ben-tre", "2023-05-04")


@pytest.mark.parametrize(
    ("printed", "kind", "target"),
    [
        ("Công an tỉnh", "agency", "agency/cat-ben-tre"),
        ("UBND tỉnh", "agency", "agency/ubnd-ben-tre"),
        ("Uỷ ban nhân dân tỉnh Bến Tre", "agency", "agency/ubnd-ben-tre"),
        ("Sở LĐTBXH", "agency", "agency/so-ldtbxh-ben-tre"),
        ("Sở Lao động – Thương binh và Xã hội", "agency", "agency/so-ldtbxh-ben-tre"),
        ("Sở Y tế tỉnh Long An", "agency", "agency/so-y-te-long-an"),
        ("Văn phòng UBND tỉnh", "agency", "agency/vp-ubnd-ben-tre"),
        ("Sở LĐ-TB&XH", "agency", "agency/so-ldtbxh-ben-tre"),
        ("Sở Lao động TB&XH", "agency", "agency/so-ldtbxh-ben-tre"),
        ("CA tỉnh", "agency", "agency/cat-ben-tre"),
        ("BCH Quân sự", "agency", "agency/bchqs-ben-tre"),
        ("UBMTTQ", "agency", "agency/mttq-ben-tre"),
        ("Ban TG Tỉnh ủy", "agency", "agency/btgtu-ben-tre"),
        ("Chánh Thanh tra tỉnh", "post", "post/chanh-thanh-tra-ben-tre"),
        ("Trưởng Ban Dân tộc tỉnh", "post", "post/truong-ban-dan-toc-ben-tre"),
        ("Bộ CHQS tỉnh", "agency", "agency/bchqs-ben-tre"),
        ("Ban Thường vụ Tỉnh uỷ", "agency", "agency/btv-tu-ben-tre"),
        ("Bộ Y tế", "agency", "agency/byt"),
        ("Bộ VHTT&DL", "agency", "agency/bvhttdl"),
        ("Thủ tướng Chính phủ", "agency", "agency/ttg"),
        ("Chủ tịch UBND tỉnh", "post", "post/ct-ubnd-ben-tre"),
        ("Giám đốc Sở Y tế", "post", "post/giam-doc-so-y-te-ben-tre"),
        ("Bộ trưởng Bộ Tài chính", "post", "post/bo-truong-btc"),
        ("các sở, ban, ngành tỉnh", "group", "group/ben-tre/so-ban-nganh"),
        ("Thủ trưởng các sở, ban, ngành tỉnh", "group", "group/ben-tre/thu-truong-sbn"),
        ("UBND cấp xã", "group", "group/ben-tre/cap-xa"),
        ("các cơ quan, đơn vị liên quan", "group", "group/ben-tre/co-quan-don-vi-lien-quan"),
        ("chủ đầu tư", "group", "group/ben-tre/chu-dau-tu"),
    ],
)
def test_names(
    names: AgencyNames, stand: Callable[..., Standpoint], printed: str, kind: str, target: str
) -> None:
    """Full names, abbreviations, old tone marks, posts and groups are found."""
    found = names.resolve(printed, stand(*BEN_TRE))
    assert (found.kind, found.target) == (kind, f"id/vn/{target}")
    assert found.printed == printed


@pytest.mark.parametrize(
    "printed",
    [
        "UBND thành phố",
        "Ban Tổ chức Cuộc thi",
        "VNPT Bến Tre",
    ],
)
def test_what_stays_open(
    names: AgencyNames, stand: Callable[..., Standpoint], printed: str
) -> None:
    """Bodies of districts and unknown bodies are not taken for the province's."""
    assert names.resolve(printed, stand(*BEN_TRE)).target is None


def test_without_a_province_a_provincial_body_is_open(
    names: AgencyNames, stand: Callable[..., Standpoint]
) -> None:
    """No province is guessed."""
    assert names.resolve("Công an tỉnh", stand(day="2023-05-04")).target is None
    assert names.resolve("Công an tỉnh Long An", stand(day="2023-05-04")).target is not None


def test_a_city_under_the_centre_is_a_province(
    names: AgencyNames, stand: Callable[..., Standpoint]
) -> None:
    """The committee of a city is the province's body where the city is under the centre."""
    found = names.resolve("UBND thành phố", stand("ha-noi", "2023-05-04"))
    assert found.target == "id/vn/agency/ubnd-ha-noi"


def test_a_post_names_its_body(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """The head and the body are two, and linked."""
    found = names.resolve("Chánh Văn phòng Ủy ban nhân dân tỉnh", stand(*BEN_TRE))
    assert found.body == "id/vn/agency/vp-ubnd-ben-tre"


def test_a_name_is_of_its_time(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """A province's body is the merged one after the merger; an ended body is less sure."""
    after = stand("vinh-long-2025", "2025-11-03")
    assert names.resolve("Sở Tài chính", after).target == "id/vn/agency/so-tai-chinh-vinh-long-2025"
    ended = names.resolve("Bộ Thông tin và Truyền thông", after)
    assert ended.target == "id/vn/agency/btttt"
    assert ended.confidence < names.resolve("Bộ Y tế", after).confidence


def test_one_name_two_bodies(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """The Ministry of the Interior before 1998 became another body than today's."""
    old = names.resolve("Bộ Nội vụ", stand(day="1995-02-01"))
    new = names.resolve("Bộ Nội vụ", stand(day="2015-02-01"))
    assert (old.target, new.target) == ("id/vn/agency/bnvu-cu", "id/vn/agency/bnv")


def test_a_slip_lowers_confidence(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """A wrong letter is forgiven, at a price; another first word is another body."""
    slip = names.resolve("Sở Nông nghiêp và Phát triên nông thônn", stand(*BEN_TRE))
    assert slip.target == "id/vn/agency/so-nnptnt-ben-tre"
    assert slip.confidence < 0.9


def test_a_persons_name_behind_a_post(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """The person is not the body, and a bracket does not count."""
    found = names.resolve("Thủ tướng Chính phủ Trần Văn Mây (để báo cáo)", stand(*BEN_TRE))
    assert found.target == "id/vn/agency/ttg"


def test_words_behind_a_name(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """A verb that a reader left at the end lowers confidence; a capital makes another name."""
    wordy = names.resolve("Sở Y tế tuyên truyền", stand(*BEN_TRE))
    assert wordy.target == "id/vn/agency/so-y-te-ben-tre"
    assert wordy.confidence < 0.7
    assert names.resolve("Chính phủ điện tử", stand(*BEN_TRE)).target is None
    assert names.resolve("Sở Y tế Mây Trắng", stand(*BEN_TRE)).target is None


def test_a_short_name_forgives_one_letter(
    names: AgencyNames, stand: Callable[..., Standpoint]
) -> None:
    """Scans read Bứ for Bí."""
    assert names.resolve("Ban Bứ thư", stand(*BEN_TRE)).target == "id/vn/agency/bbt"


def test_numbering_body(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """The number of a chairman's or director's paper is that of the body."""
    where = stand(*BEN_TRE)
    for printed, code in (
        ("Chủ tịch UBND tỉnh", "ubnd-ben-tre"),
        ("Giám đốc Sở Tư pháp", "so-tu-phap-ben-tre"),
        ("Thủ tướng Chính phủ", "ttg"),
    ):
        body = names.numbering_body(printed, where)
        assert body is not None
        assert body.code == code


def test_a_long_group_name_is_cut(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """Its path stays short and still tells it from others."""
    first = names.resolve("các đơn vị " + "quản lý rừng " * 20 + "phía Đông", stand(*BEN_TRE))
    other = names.resolve("các đơn vị " + "quản lý rừng " * 20 + "phía Tây", stand(*BEN_TRE))
    assert first.target is not None
    assert len(first.target) < 130
    assert first.target != other.target


def test_name_key() -> None:
    """Abbreviations count as printed only; small words and signs do not."""
    assert name_key("CA tỉnh") == name_key("Công an tỉnh")
    assert name_key("cá nhân") == "ca nhan"
    assert name_key("Thành ủy") == name_key("Tỉnh ủy")

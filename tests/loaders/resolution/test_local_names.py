"""Names of bodies of districts and communes."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.resolution.agencies import AgencyNames
from loaders.resolution.standpoint import Standpoint
from ontology.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return the registers."""
    return load_registry()


@pytest.fixture(scope="module")
def stand(registry: Registry) -> Standpoint:
    """Return a paper of a province of before 2025."""
    return Standpoint(
        registry=registry, province=registry.province("tien-giang"), day=date(2023, 5, 1)
    )


@pytest.mark.parametrize(
    ("printed", "code", "label"),
    [
        ("UBND huyện Châu Thành", "ubnd-huyen-chau-thanh", "Ủy ban nhân dân huyện Châu Thành"),
        ("Công an xã Tân Hội Đông", "ca-xa-tan-hoi-dong", "Công an xã Tân Hội Đông"),
        (
            "UBND Thành phố Mỹ Tho",
            "ubnd-huyen-thanh-pho-my-tho",
            "Ủy ban nhân dân thành phố Mỹ Tho",
        ),
        ("Công an thị xã Gò Công", "ca-huyen-thi-xa-go-cong", "Công an thị xã Gò Công"),
        ("UBND phường 5", "ubnd-xa-phuong-5", "Ủy ban nhân dân phường 5"),
        ("Huyện ủy Cái Bè", "hu-huyen-uy-cai-be", "Huyện ủy Cái Bè"),
        ("Huyện đoàn Cái Bè", "tn-huyen-doan-cai-be", "Huyện đoàn Cái Bè"),
        (
            "MTTQ huyện Cái Bè",
            "mttq-huyen-cai-be",
            "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Cái Bè",
        ),
        ("TAND huyện Chợ Gạo", "tand-huyen-cho-gao", "Tòa án nhân dân huyện Chợ Gạo"),
        (
            "Ủy ban nhân dân huyện Cái Bè, tỉnh Tiền Giang",
            "ubnd-huyen-cai-be",
            "Ủy ban nhân dân huyện Cái Bè",
        ),
    ],
)
def test_a_body_below_a_province_is_of_the_papers_province(
    printed: str, code: str, label: str, registry: Registry, stand: Standpoint
) -> None:
    """With the kind of its place where the kind of body does not say it."""
    found = AgencyNames(registry).resolve(printed, stand)
    assert found.target == f"id/vn/agency/{code}-tien-giang"
    assert found.local_label == f"{label}, tỉnh Tiền Giang"


def test_its_head_leads_to_it(registry: Registry, stand: Standpoint) -> None:
    """A post of the body."""
    found = AgencyNames(registry).resolve("Chủ tịch UBND huyện Châu Thành", stand)
    assert found.kind == "post"
    assert found.body == "id/vn/agency/ubnd-huyen-chau-thanh-tien-giang"
    assert found.target == "id/vn/post/chu-tich-ubnd-huyen-chau-thanh-tien-giang"
    chief = AgencyNames(registry).resolve("Trưởng Công an huyện Cái Bè", stand)
    assert chief.body == "id/vn/agency/ca-huyen-cai-be-tien-giang"
    division = AgencyNames(registry).resolve("Trưởng Phòng Nội vụ huyện Cái Bè", stand)
    assert division.body == "id/vn/agency/phong-noi-vu-huyen-cai-be-tien-giang"
    city = AgencyNames(registry).resolve("Chủ tịch Ủy ban nhân dân thành phố Mỹ Tho", stand)
    assert city.body == "id/vn/agency/ubnd-huyen-thanh-pho-my-tho-tien-giang"


@pytest.mark.parametrize(
    "printed",
    ["UBND huyện", "Sở Y tế huyện Cái Bè", "UBND huyện Cái Bè, tỉnh Không Đâu", "huyện Cái Bè"],
)
def test_what_names_no_such_body_stays_open(
    printed: str, registry: Registry, stand: Standpoint
) -> None:
    """No place, no such kind of body, an unknown province, no body at all."""
    assert AgencyNames(registry).resolve(printed, stand).target is None


def test_without_a_province_nothing_is_guessed(registry: Registry) -> None:
    """Several provinces have a district of that name."""
    found = AgencyNames(registry).resolve("UBND huyện Châu Thành", Standpoint(registry=registry))
    assert found.target is None


def test_several_bodies_stay_a_group(registry: Registry, stand: Standpoint) -> None:
    """And bodies of provinces stay what they were."""
    names = AgencyNames(registry)
    assert names.resolve("UBND các huyện, thành phố", stand).kind == "group"
    assert names.resolve("UBND thành phố Hà Nội", stand).target == "id/vn/agency/ubnd-ha-noi"

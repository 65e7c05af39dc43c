"""Names and short forms mean the document that they mean on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaders.records import Status
from loaders.resolution.named import NamedDocuments, Usage

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Citation, Resolution
    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.standpoint import Standpoint
    from ontology.registry import Registry


@pytest.fixture
def meaning(
    registry: Registry, names: AgencyNames, stand: Callable[..., Standpoint]
) -> Callable[..., Resolution]:
    """Return a function that resolves one citation on a day."""
    documents = NamedDocuments(registry, names)

    def resolve(citation: Citation, day: str = "2024-09-10", *, newest: bool = False) -> Resolution:
        usage = Usage(day=date.fromisoformat(day) if day else None, newest=newest)
        return documents.resolve(citation, stand("ben-tre", day), usage)

    return resolve


@pytest.mark.parametrize(
    ("day", "target"),
    [
        ("2012-01-01", "qh11/2003/13"),
        ("2020-01-01", "qh13/2013/45"),
        ("2025-01-01", "qh15/2024/31"),
    ],
)
def test_a_law_is_the_one_in_force(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution], day: str, target: str
) -> None:
    """The name carries over; the day chooses."""
    assert meaning(cite("Luật", title="Đất đai"), day).target == f"id/vn/{target}"


def test_between_passing_and_force_a_name_is_open(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A new law is passed, the old one is in force: both are candidates, unless it is detailed."""
    citation = cite("Luật", title="Việc làm")
    both = meaning(citation, "2025-11-18")
    assert both.status is Status.AMBIGUOUS
    assert {c.target for c in both.candidates} == {"id/vn/qh13/2013/38", "id/vn/qh15/2025/74"}
    assert meaning(citation, "2025-11-18", newest=True).target == "id/vn/qh15/2025/74"


def test_a_printed_year_or_day_decides(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A law with a year behind its name, and one with the day of its passing."""
    assert meaning(cite("Luật", title="Đất đai năm 2013"), "2025-01-01").target == (
        "id/vn/qh13/2013/45"
    )
    dated = meaning(cite("Luật", title="Tổ chức Chính phủ", day="2001-12-25"), "2025-01-01")
    assert dated.target == "id/vn/qh10/2001/32"


def test_unknown_laws_are_open(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A name that no register has, and the mere word for amending, lead nowhere."""
    for title in ("Bảo vệ mây núi", "sửa đổi, bổ sung", "so sánh"):
        assert meaning(cite("Luật", title=title)).target is None


def test_amending_laws(cite: Callable[..., Citation], meaning: Callable[..., Resolution]) -> None:
    """An amending law is found by what it amends, never the amended law itself."""
    base = "sửa đổi, bổ sung một số điều của "
    law = cite("Luật", title=f"{base}Luật Công an nhân dân")
    assert meaning(law).target == "id/vn/qh15/2023/21"
    assert meaning(cite("Luật", title="sửa đổi, bổ sung Luật Cư trú")).target is None


def test_short_forms(cite: Callable[..., Citation], meaning: Callable[..., Resolution]) -> None:
    """A scheme's own short name is sure; a bare number with author and subject is; alone not."""
    assert meaning(cite("Đề án", short="06")).target == "id/vn/qd/ttg/2022/6/annex"
    title = "về đẩy mạnh xây dựng lực lượng Công an nhân dân thật sự trong sạch, vững mạnh"
    told = cite("Nghị quyết", short="12", issuer="Bộ Chính trị", title=title)
    assert meaning(told).target == "id/vn/nq/tw/k13/12"
    bare = meaning(cite("Nghị quyết", short="12"))
    assert bare.status is Status.AMBIGUOUS
    assert meaning(cite("Chỉ thị", short="18")).target is None
    assert meaning(cite("Chỉ thị", short="9999")).status is Status.UNRESOLVED


def test_a_local_author_has_no_central_scheme(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """The short name is that of a central scheme, but the words give it to a province."""
    of_all = cite("Đề án", short="30")
    own = cite("Đề án", short="30", issuer="UBND tỉnh Bến Tre")
    assert meaning(of_all, "2009-11-23").target == "id/vn/qd/ttg/2007/30/annex"
    assert meaning(own, "2009-11-23").target is None


def test_plenums_name_the_meeting(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A plenum and its term are a known name of a resolution; the number is another."""
    named = cite("Nghị quyết", title="Trung ương 4 khóa XI")
    assert meaning(named).target == "id/vn/nq/tw/k11/12"


def test_a_plenum_that_passed_several_resolutions_names_none(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """Where a plenum passed several, all of them are candidates."""
    several = meaning(cite("Nghị quyết", title="Trung ương 6 khóa XII"))
    assert several.status is Status.AMBIGUOUS
    assert {each.target.rpartition("/")[2] for each in several.candidates} == {
        "18",
        "19",
        "20",
        "21",
    }


def test_a_name_needs_its_type(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A programme is the annex, not the decision that approves it."""
    title = "mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025"
    assert meaning(cite("Chương trình", title=title)).target == "id/vn/qd/ttg/2022/90/annex"
    assert meaning(cite("Đề án", title=title)).target is None


def test_the_day_of_a_short_form_decides(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A bare number with its day is the document of that day, and never one of another."""
    dated = cite("Chỉ thị", short="36", day="2019-08-16", issuer="Bộ Chính trị")
    assert meaning(dated).target == "id/vn/ct/tw/k12/36"
    other = cite("Chỉ thị", short="36", day="2018-08-16", issuer="Bộ Chính trị")
    assert meaning(other).target is None


def test_a_plenum_is_known_by_its_number_and_its_term(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A later one of a row prints no words of its name, but its term is told."""
    row = replace(cite("Nghị quyết", title="Trung ương 7"), term="XI", printed="7 khóa XI")
    targets = {c.target for c in meaning(row).candidates}
    assert targets == {"id/vn/nq/tw/k11/24", "id/vn/nq/tw/k11/25"}

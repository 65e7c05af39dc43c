"""A complete number leads to one document, to candidates, or nowhere, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.records import Status
from loaders.resolution.numbered import ambiguous, found, read_numbered, resolve_numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Citation, Resolution
    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.standpoint import Standpoint


@pytest.fixture
def meaning(names: AgencyNames, stand: Callable[..., Standpoint]) -> Callable[..., Resolution]:
    """Return a function that resolves one citation for a paper of Bến Tre of 2024."""

    def resolve(
        citation: Citation, province: str = "ben-tre", day: str = "2024-09-10"
    ) -> Resolution:
        where = stand(province, day)
        read = read_numbered(citation, where)
        assert read is not None
        return resolve_numbered(read, where, names)

    return resolve


@pytest.mark.parametrize(
    ("word", "number", "extra", "target"),
    [
        ("Chỉ thị", "31/CT-UBND", {"day": "2021-09-04"}, "ct/ubnd-ben-tre/2021/31"),
        ("Nghị định", "62/2021/NĐ-CP", {}, "nd/cp/2021/62"),
        ("Công văn", "812-CV/TU", {"day": "2022-06-07"}, "cv/tu-ben-tre/nk2020/812"),
        ("Công văn", "2456/UBND-NC", {"day": "2022-05-12"}, "cv/ubnd-ben-tre/2022/2456"),
        ("Quyết định", "09/2023/QĐ-UBND", {}, "qd/ubnd-ben-tre/2023-qp/9"),
        ("Nghị quyết", "61/2022/QH15", {}, "nq/qh15/2022/61"),
        ("Luật", "19/2023/QH15", {}, "qh15/2023/19"),
        ("Chỉ thị", "27-CT/TW", {"term": "XII"}, "ct/tw/k12/27"),
        ("Kết luận", "54-KL/TW", {"day": "2023-05-09"}, "kl/tw/k13/54"),
        ("Quy định", "200-QĐ/TW", {"day": "2024-01-02"}, "qd/tw/k13/200"),
        ("Nghị định", "87/CP", {"day": "1995-12-12"}, "nd/cp/1995/87"),
        ("Quyết định", "814/TTg", {"day": "1995-12-12"}, "qd/ttg/1995/814"),
        ("Chương trình hành động", "22-CTr/TU", {"day": "2021-07-14"}, "ctr/tu-ben-tre/nk2020/22"),
        ("Thông tư", "17/2022/TT-BCA", {}, "tt/bca/2022/17"),
        ("Nghị quyết", "66.7/2025/NQ-CP", {}, "nq/cp/2025-qp/66.7"),
    ],
)
def test_certain_numbers(
    cite: Callable[..., Citation],
    meaning: Callable[..., Resolution],
    word: str,
    number: str,
    extra: dict[str, str],
    target: str,
) -> None:
    """Number, series and year or term give the path, known to the registers or not."""
    resolution = meaning(cite(word, number, **extra))
    assert resolution.target == f"id/vn/{target}"
    assert resolution.status in {Status.RESOLVED, Status.NOT_IN_REGISTRY}
    assert "byNumber" in resolution.methods
    assert resolution.confidence >= 0.8


def test_a_day_that_disagrees_is_no_reason(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A number of one document with another day than the registers know is found by number only."""
    printed = cite("Nghị quyết", "163/2024/QH15", day="2025-11-27")
    agreeing = cite("Nghị quyết", "163/2024/QH15", day="2024-11-27")
    assert meaning(printed).methods == ("byNumber",)
    assert "byDate" in meaning(agreeing).methods
    assert meaning(printed).target == meaning(agreeing).target
    assert meaning(printed).confidence < meaning(agreeing).confidence


@pytest.mark.parametrize(
    ("word", "number", "extra", "reason"),
    [
        ("Tờ trình", "374/BC-BCT", {"day": "2024-05-30"}, "type-conflict"),
        ("Quyết định", "46/2002/QĐ-UBND", {"day": "2022-09-12"}, "year-conflict"),
        ("Kế hoạch", "91/KH-UBND", {}, "year-or-term-missing"),
        ("Chỉ thị", "77-CT/TW", {}, "year-or-term-missing"),
        (
            "Kế hoạch",
            "105/KH-UBND",
            {"issuer": "UBND huyện", "day": "2023-04-18"},
            "below-province",
        ),
        ("Nghị quyết", "03-NQ/BCSĐ", {"day": "2023-04-18"}, "symbol-names-no-body"),
    ],
)
def test_open_numbers(
    cite: Callable[..., Citation],
    meaning: Callable[..., Resolution],
    word: str,
    number: str,
    extra: dict[str, str],
    reason: str,
) -> None:
    """A wrong link is worse than none: what is not certain has no target and a reason."""
    resolution = meaning(cite(word, number, **extra))
    assert resolution.target is None
    assert (resolution.status, resolution.reason) == (Status.UNRESOLVED, reason)


def test_the_registers_know_the_term(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A Party number without term or day means the one known document of that age.

    Later terms have reached the number too: then it stays a candidate.
    """
    bare = cite("Chỉ thị", "48-CT/TW", issuer="Bộ Chính trị")
    resolution = meaning(bare, day="2012-03-01")
    assert (resolution.status, resolution.target) == (Status.RESOLVED, "id/vn/ct/tw/k10/48")
    later = meaning(bare, day="2024-09-10")
    assert (later.status, later.reason) == (Status.UNRESOLVED, "other-terms")
    assert [each.target for each in later.candidates] == ["id/vn/ct/tw/k10/48"]


def test_author_and_subject_choose(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """Three documents bear 12-NQ/TW: the subject finds one, nothing leaves all three."""
    bare = meaning(cite("Nghị quyết", "12-NQ/TW"))
    assert bare.status is Status.AMBIGUOUS
    assert len(bare.candidates) == 3
    title = "về tiếp tục cơ cấu lại, đổi mới và nâng cao hiệu quả doanh nghiệp nhà nước"
    chosen = meaning(cite("Nghị quyết", "12-NQ/TW", title=title))
    assert chosen.target == "id/vn/nq/tw/k12/12"


def test_younger_documents_do_not_count(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A paper of 2014 cannot cite a resolution of 2017."""
    early = meaning(cite("Nghị quyết", "12-NQ/TW"), "ben-tre", "2014-03-03")
    assert early.target == "id/vn/nq/tw/k11/12"


def test_the_day_finds_the_normative_twin(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """A normative number printed without its year is known by its day."""
    resolution = meaning(cite("Quyết định", "95/QĐ-TTg", day="2009-07-17"))
    assert resolution.target == "id/vn/qd/ttg/2009-qp/95"
    other = meaning(cite("Quyết định", "95/QĐ-TTg", day="2009-01-17"))
    assert other.target == "id/vn/qd/ttg/2009/95"


def test_a_law_and_a_resolution_share_a_number(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """100/2015/QH13 is the Penal Code and a resolution: the word decides."""
    assert meaning(cite("Bộ luật", "100/2015/QH13")).target == "id/vn/qh13/2015/100"
    assert meaning(cite("Nghị quyết", "100/2015/QH13")).target == "id/vn/nq/qh13/2015/100"


def test_unreadable_numbers(
    cite: Callable[..., Citation], stand: Callable[..., Standpoint]
) -> None:
    """What the grammar does not read is None, not an error."""
    assert read_numbered(cite("Quyết định", "24/7"), stand()) is None


def test_ambiguous_needs_two() -> None:
    """One candidate alone is no choice, and the best stands first."""
    one = ambiguous(3, [("id/vn/ct/tw/k10/1", 0.4)], "x")
    assert (one.status, one.citation) == (Status.UNRESOLVED, 3)
    two = ambiguous(3, [("id/vn/ct/tw/k10/1", 0.4), ("id/vn/ct/tw/k11/1", 0.6)], "x")
    assert two.status is Status.AMBIGUOUS
    assert [c.score for c in two.candidates] == [0.6, 0.4]
    assert found(1, "id/vn/hp/2013", ("byTitle",), 0.9).status is Status.RESOLVED


def test_a_committee_number_without_day_has_candidates_of_its_terms(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """Without day and term it is of the running term or the last one: both are candidates."""
    open_one = meaning(cite("Nghị quyết", "05-NQ/TU", issuer="Tỉnh ủy"), day="2022-12-19")
    assert open_one.status is Status.AMBIGUOUS
    assert [(each.target, each.score) for each in open_one.candidates] == [
        ("id/vn/nq/tu-ben-tre/nk2020/5", 0.62),
        ("id/vn/nq/tu-ben-tre/nk2015/5", 0.31),
    ]


def test_a_known_number_is_doubted_where_other_terms_have_reached_it(
    cite: Callable[..., Citation], meaning: Callable[..., Resolution]
) -> None:
    """Of a number that several terms must have, the one that is known is not simply taken."""
    alone = cite("Chỉ thị", "09-CT/TW")
    assert meaning(alone).target is None
    subject = (
        "về tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc"
    )
    named = cite("Chỉ thị", "09-CT/TW", title=subject)
    assert meaning(named).target == "id/vn/ct/tw/k11/9"

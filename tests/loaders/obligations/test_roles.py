"""Roles of those who must do a task, and who does it where it names nobody."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.assignees import read_stated
from loaders.obligations.roles import assign, lasting
from loaders.records import AssigneeBasis, Assignment, Role, Span


def roles(words: str, above: tuple[Assignment, ...] = ()) -> dict[str, str]:
    """Return assignee and role."""
    text = normalise(words)
    stated = read_stated(text, Span(start=0, end=len(text.text)))
    return {a.agency: a.role.value for a in assign(stated, above)}


ABOVE = (
    Assignment(
        agency="các sở",
        role=Role.IMPLEMENTING,
        basis=AssigneeBasis.STATED,
        span=Span(start=0, end=6),
        confidence=0.9,
    ),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan rà soát.",
            {
                "Sở Nội vụ": "lead",
                "Sở Tài chính": "coordinating",
                "các đơn vị liên quan": "coordinating",
            },
        ),
        ("Sở Y tế tham mưu UBND tỉnh ban hành kế hoạch.", {"Sở Y tế": "implementing"}),
        ("Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị.", {"Sở Nội vụ": "monitoring"}),
        ("Công an tỉnh báo cáo kết quả về UBND tỉnh.", {"Công an tỉnh": "implementing"}),
        (
            "Sở Y tế phối hợp với Công an tỉnh kiểm tra cơ sở.",
            {"Sở Y tế": "lead", "Công an tỉnh": "coordinating"},
        ),
        (
            "Sở Y tế, Sở Công Thương phối hợp với Công an tỉnh kiểm tra cơ sở.",
            {
                "Sở Y tế": "implementing",
                "Sở Công Thương": "implementing",
                "Công an tỉnh": "coordinating",
            },
        ),
        (
            "Bộ Y tế chỉ đạo lực lượng y tế cơ sở bảo đảm thuốc.",
            {"Bộ Y tế": "implementing", "lực lượng y tế cơ sở": "implementing"},
        ),
        (
            "Trên cơ sở Kế hoạch này, các địa phương xây dựng kế hoạch.",
            {"các địa phương": "implementing"},
        ),
        (
            "Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở; Chủ tịch UBND các xã tổ chức thực hiện.",
            {"Giám đốc các sở": "implementing", "Chủ tịch UBND các xã": "implementing"},
        ),
    ],
)
def test_roles(words: str, expected: dict[str, str]) -> None:
    """Doers, leads and partners are told apart; who is advised or told is none."""
    assert roles(words) == expected


def test_inheritance() -> None:
    """Where an item names nobody its doers stand above; "chủ trì" makes them lead."""
    assert roles("Rà soát quy định.", ABOVE) == {"các sở": "implementing"}
    assert roles("Chủ trì, phối hợp với Công an tỉnh rà soát.", ABOVE) == {
        "các sở": "lead",
        "Công an tỉnh": "coordinating",
    }
    assert roles("Sở Y tế rà soát quy định.", ABOVE) == {"Sở Y tế": "implementing"}
    text = normalise("Rà soát quy định.")
    stated = read_stated(text, Span(start=0, end=len(text.text)))
    (inherited,) = assign(stated, ABOVE)
    assert inherited.basis is AssigneeBasis.INHERITED


def test_working_with_a_doer_makes_partners() -> None:
    """Those told to work with a doer coordinate, and the doer leads."""
    words = "Sở Nội vụ tuyển công chức; các sở, ngành phối hợp với Sở Nội vụ rà soát biên chế."
    assert roles(words) == {"Sở Nội vụ": "lead", "các sở, ngành": "coordinating"}


def test_those_above_encourage_whom_an_item_encourages() -> None:
    """Below a body that must do something, "Khuyến khích các ..." is what it does."""
    words = "Khuyến khích các doanh nghiệp tham gia."
    assert roles(words) == {"các doanh nghiệp": "implementing"}
    assert roles(words, ABOVE) == {"các sở": "implementing"}


def test_whom_an_item_directs_does_not_do_the_items_below() -> None:
    """The doer of an item holds for the items below it, those it directs do not."""
    text = normalise("Bộ Y tế chỉ đạo các bệnh viện rà soát")
    found = read_stated(text, Span(start=0, end=len(text.text)))
    assert [a.agency for a in lasting(found, assign(found, ()))] == ["Bộ Y tế"]


def test_each_clause_names_its_own_lead() -> None:
    """Only the doer for whom "chủ trì" is printed leads."""
    text = normalise("Giao Sở Xây dựng chủ trì rà soát; Sở Tài chính cân đối vốn")
    found = assign(read_stated(text, Span(start=0, end=len(text.text))), ())
    assert [(a.agency, a.role) for a in found] == [
        ("Sở Xây dựng", Role.LEAD),
        ("Sở Tài chính", Role.IMPLEMENTING),
    ]

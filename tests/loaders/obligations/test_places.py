"""What headings and lead-ins promise of the words below them."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.places import Above, Zone, below, below_item
from loaders.records import AssigneeBasis, Assignment, Role, Section, SectionKind, Span


def under(words: str, kind: SectionKind = SectionKind.CHAPTER, above: Above | None = None) -> Above:
    """Return what stands below a heading."""
    text = normalise(words)
    section = Section(index=0, kind=kind, span=Span(start=0, end=len(text.text)), lead_in=True)
    return below(text, section, above or Above())


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("NHIỆM VỤ, GIẢI PHÁP", Zone.TASKS),
        ("TỔ CHỨC THỰC HIỆN", Zone.TASKS),
        ("MỤC ĐÍCH, YÊU CẦU", Zone.NEVER),
        ("Đánh giá tình hình", Zone.NEVER),
        ("MỤC TIÊU", Zone.AIMS),
        ("KINH PHÍ THỰC HIỆN", Zone.NAMED),
        ("Hạ tầng số", Zone.NEUTRAL),
    ],
)
def test_headings(heading: str, zone: Zone) -> None:
    """The first telling word of a heading decides."""
    assert under(heading).zone is zone


def test_requirements_of_a_directive_are_orders() -> None:
    """The words 'Yêu cầu' is no task in a plan, but what an ordering preamble opens is."""
    assert under("YÊU CẦU").zone is Zone.NEVER
    assert under("NGUYÊN TẮC, YÊU CẦU", above=Above(zone=Zone.TASKS)).zone is Zone.TASKS


def test_topics_keep_the_zone() -> None:
    """A heading inside tasks that names a topic leaves them tasks."""
    above = Above(zone=Zone.TASKS)
    kept = under("Hoàn thiện thể chế và đánh giá tác động", SectionKind.ITEM, above)
    assert kept.zone is Zone.TASKS


def test_a_preamble_that_orders_opens_tasks() -> None:
    """Its addressees hold for what follows; that of a plan only issues the plan."""
    words = "Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở thực hiện các nhiệm vụ sau"
    opened = under(words, SectionKind.PREAMBLE)
    assert opened.zone is Zone.TASKS
    assert [a.agency for a in opened.assignments] == ["Giám đốc các sở"]
    plan = under("UBND tỉnh ban hành Kế hoạch với các nội dung như sau", SectionKind.PREAMBLE)
    assert plan.zone is Zone.NEUTRAL
    assert plan.assignments == ()


@pytest.mark.parametrize("words", ["Chủ tịch UBND tỉnh yêu cầu", "YÊU CẦU", "CHỈ THỊ"])
def test_a_formula_that_orders_opens_tasks(words: str) -> None:
    """A short line that orders is no heading of requirements; one that decides promises nothing."""
    assert under(words, SectionKind.DECISION_FORMULA).zone is Zone.TASKS
    assert under("QUYẾT ĐỊNH", SectionKind.DECISION_FORMULA).zone is Zone.NEUTRAL


def test_names_open_tasks() -> None:
    """Below a body's name stands what it must do."""
    named = under("Sở Tài chính", SectionKind.ITEM)
    assert named.zone is Zone.TASKS
    assert [a.agency for a in named.assignments] == ["Sở Tài chính"]


def test_things_are_no_tasks() -> None:
    """What a lead-in only enumerates are things."""
    assert under("Bộ tài liệu gửi kèm gồm", SectionKind.PARAGRAPH).zone is Zone.THINGS


def test_what_follows_takes_the_doer_without_partners() -> None:
    """A later paragraph takes the doers as responsible, without those who coordinate."""
    made = tuple(
        Assignment(
            agency=agency,
            role=role,
            basis=AssigneeBasis.STATED,
            span=Span(start=0, end=1),
            confidence=0.9,
        )
        for agency, role in (("Sở Y tế", Role.LEAD), ("Công an tỉnh", Role.COORDINATING))
    )
    section = Section(index=3, kind=SectionKind.ITEM, span=Span(start=5, end=9))
    later = below_item(section, Above(zone=Zone.TASKS), made).continued()
    assert [(a.agency, a.role) for a in later.assignments] == [("Sở Y tế", Role.IMPLEMENTING)]
    assert later.is_task

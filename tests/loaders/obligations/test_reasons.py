"""Why an item or paragraph is a task, or none."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.assignees import read_stated
from loaders.obligations.papers import read_paper
from loaders.obligations.places import Above, Zone
from loaders.obligations.reasons import may_oblige, read_reason
from loaders.records import Metadata, PartialDate, Reading, Section, SectionKind, Span


def reason(words: str, zone: Zone, kind: SectionKind = SectionKind.PARAGRAPH) -> str:
    """Return why the only section of a paper is a task."""
    text = normalise(words)
    section = Section(index=0, kind=kind, span=Span(start=0, end=len(text.text)))
    paper = read_paper(text, (section,), Metadata(), ())
    return read_reason(paper, section, Above(zone=zone), read_stated(text, section.span))


@pytest.mark.parametrize(
    ("words", "zone", "kind", "expected"),
    [
        ("Kho lưu trữ điện tử dùng chung", Zone.TASKS, SectionKind.ITEM, "tasks"),
        ("Rà soát các quy định hiện hành", Zone.TASKS, SectionKind.PARAGRAPH, "tasks"),
        ("Đề nghị Sở Y tế cung cấp số liệu", Zone.NEUTRAL, SectionKind.PARAGRAPH, "order"),
        ("Sở Y tế có trách nhiệm cung cấp số liệu", Zone.NEUTRAL, SectionKind.PARAGRAPH, "duty"),
        (
            "Các đơn vị gửi ý kiến về Phòng Khảo thí trước ngày 13/12/2026",
            Zone.NEUTRAL,
            SectionKind.PARAGRAPH,
            "duty",
        ),
        (
            "Các đơn vị đã gửi ý kiến về Phòng Khảo thí trước ngày 13/12/2026",
            Zone.NEUTRAL,
            SectionKind.PARAGRAPH,
            "",
        ),
        (
            "Báo cáo bằng văn bản gửi về Sở Y tế chậm nhất 10h00 ngày 13/12/2026",
            Zone.NEUTRAL,
            SectionKind.PARAGRAPH,
            "duty",
        ),
        ("Mức quà tặng: 100.000 đồng/người", Zone.TASKS, SectionKind.PARAGRAPH, ""),
        ("Ưu điểm: Sở Y tế đã rà soát quy trình", Zone.BARE, SectionKind.ITEM, ""),
        ("Ít nhất 40% hộ dân dùng nước sạch", Zone.AIMS, SectionKind.ITEM, "aims"),
        (
            "Thủ trưởng các đơn vị lập kế hoạch theo nhiệm vụ trước ngày 10/6/2026",
            Zone.NEUTRAL,
            SectionKind.ARTICLE,
            "duty",
        ),
        (
            "Sở Y tế trình đề án trong quý II năm 2026",
            Zone.NAMED,
            SectionKind.PARAGRAPH,
            "named",
        ),
    ],
)
def test_tasks(words: str, zone: Zone, kind: SectionKind, expected: str) -> None:
    """Items of tasks, orders, duties by statement and aims with figures are tasks."""
    assert reason(words, zone, kind) == expected


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Thời gian qua, các sở đã triển khai nhiều giải pháp", Zone.TASKS),
        ("Các sở, ban, ngành nghiêm túc triển khai thực hiện Kế hoạch này", Zone.TASKS),
        ("Văn phòng UBND tỉnh thông báo để các sở biết, thực hiện", Zone.TASKS),
        ("Nâng cao chất lượng cuộc sống của người dân", Zone.AIMS),
        ("Kéo giảm tai nạn giao thông", Zone.AIMS),
        ("Các sở chủ động triển khai đồng bộ", Zone.NEVER),
        ("Cơ quan đăng ký có quyền yêu cầu bổ sung hồ sơ", Zone.NEUTRAL),
        ("Quyết định này có hiệu lực kể từ ngày ký", Zone.NEUTRAL),
        ("(Chi tiết tại Phụ lục kèm theo)", Zone.TASKS),
        ("Nghị quyết này đã được Hội đồng nhân dân tỉnh thông qua", Zone.TASKS),
        ("Được phép rút ngắn thủ tục", Zone.TASKS),
    ],
)
def test_no_tasks(words: str, zone: Zone) -> None:
    """Past, closing, permission, force, remarks and purposes are none."""
    assert reason(words, zone) == ""


def test_the_article_of_who_carries_a_decision_out_closes_it() -> None:
    """Also where a plan is printed behind the decision."""
    words = "Chánh Văn phòng và các vụ chịu trách nhiệm thi hành Quyết định này./."
    assert reason(words, Zone.NEUTRAL, SectionKind.ARTICLE) == ""


def test_a_sentence_up_to_a_past_day_tells() -> None:
    """What was reached up to a day before the paper was issued is no task; a later day is one."""
    issued = Reading(
        value=PartialDate(year=2025, month=6, day=20),
        printed="20/6/2025",
        span=Span(start=0, end=1),
        rule="test",
        confidence=1.0,
    )
    for day, expected in (("31/5/2025", ""), ("31/12/2025", "tasks")):
        text = normalise(f"Đến ngày {day}, toàn tỉnh giải ngân đạt 30% kế hoạch")
        section = Section(index=0, kind=SectionKind.ITEM, span=Span(start=0, end=len(text.text)))
        paper = read_paper(text, (section,), Metadata(issued_on=issued), ())
        stated = read_stated(text, section.span)
        assert read_reason(paper, section, Above(zone=Zone.TASKS), stated) == expected


def test_quick_look() -> None:
    """Outside tasks a section without any word that orders needs no reading."""
    words = "Tình hình thời tiết diễn biến phức tạp"
    assert not may_oblige(words, Span(start=0, end=len(words)), Zone.NEUTRAL)
    assert may_oblige(words, Span(start=0, end=len(words)), Zone.TASKS)


@pytest.mark.parametrize(
    ("giver", "expected"),
    [("Phó Thủ tướng Hoàng Trung Hải", "duty"), ("Tổng cục Thuế", "")],
)
def test_a_paragraph_behind_what_its_giver_says(giver: str, expected: str) -> None:
    """Whom the paragraph behind "có ý kiến như sau:" names is told to do it."""
    said = f"Xét đề nghị của Bộ Y tế, {giver} có ý kiến như sau:"
    text = normalise(f"{said}\n\nBộ Giao thông vận tải tính toán kỹ việc lập trạm.")
    spans = (Span(start=0, end=len(said)), Span(start=len(said) + 2, end=len(text.text)))
    kind = SectionKind.PARAGRAPH
    sections = tuple(Section(index=i, kind=kind, span=span) for i, span in enumerate(spans))
    paper = read_paper(text, sections, Metadata(), ())
    stated = read_stated(text, sections[1].span)
    assert read_reason(paper, sections[1], Above(zone=Zone.NEUTRAL), stated) == expected

"""Why an item or paragraph is a task, or none."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.assignees import read_stated
from loaders.obligations.papers import read_paper
from loaders.obligations.places import Above, Zone
from loaders.obligations.reasons import may_oblige, read_reason
from loaders.records import Metadata, Section, SectionKind, Span


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
        ("Ít nhất 40% hộ dân dùng nước sạch", Zone.AIMS, SectionKind.ITEM, "aims"),
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


def test_quick_look() -> None:
    """Outside tasks a section without any word that orders needs no reading."""
    words = "Tình hình thời tiết diễn biến phức tạp"
    assert not may_oblige(words, Span(start=0, end=len(words)), Zone.NEUTRAL)
    assert may_oblige(words, Span(start=0, end=len(words)), Zone.TASKS)

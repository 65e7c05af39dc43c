"""Doers and times that a part of a plan prints once for all its tasks."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations import find
from loaders.obligations.blocks import read_blocks
from loaders.records import Metadata, Obligation, PartialDate, Reading, Role
from loaders.segments import segment

PLAN = """Số: 12/KH-UBND

Sông Mây, ngày 12 tháng 02 năm 2025

KẾ HOẠCH

Trồng rừng ven sông

II. CHĂM SÓC RỪNG

1. Nội dung, biện pháp

a) Rà soát diện tích rừng ven sông;

b) Sở Khoa học và Công nghệ cung cấp giống mới;

c) Sơ kết vào năm 2027.

2. Cơ quan chủ trì, phối hợp

a) Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.

b) Cơ quan phối hợp

- Sở Tài chính.

- Các sở, ngành liên quan.

3. Thời gian thực hiện: Từ năm 2025 đến năm 2028.

III. KINH PHÍ

1. Nguồn vốn

a) Lồng ghép các chương trình.

2. Thời gian: năm 2026.
"""
ISSUED = PartialDate(year=2025, month=2, day=12)


def tasks(words: str) -> tuple[Obligation, ...]:
    """Return the tasks of a plan of 12 February 2025."""
    text = normalise(words)
    issued = Reading(value=ISSUED, printed="", span=None, rule="test", confidence=1.0)
    return find(text, segment(text), Metadata(issued_on=issued), ())


def test_what_a_part_says_once_holds_for_all_its_tasks() -> None:
    """Doers and times below headings of their own go to each item of the part."""
    first, second, third = tasks(PLAN)[:3]
    named = [(a.agency, a.role) for a in first.assignments]
    assert named == [
        ("Sở Nông nghiệp và Môi trường", Role.LEAD),
        ("Sở Tài chính", Role.COORDINATING),
        ("Các sở, ngành liên quan", Role.COORDINATING),
    ]
    assert [d.iso for d in first.deadlines] == ["2028"]
    assert [a.agency for a in second.assignments] == ["Sở Khoa học và Công nghệ"]
    assert [d.iso for d in third.deadlines] == ["2027"]


def test_the_lines_that_say_it_are_no_tasks() -> None:
    """Names below a label are read with it, not as tasks of their own."""
    assert [task.label for task in tasks(PLAN)][:3] == ["II.1.a", "II.1.b", "II.1.c"]
    assert not [task for task in tasks(PLAN) if task.label.startswith(("II.2", "II.3"))]


def test_a_part_that_names_nobody_says_nothing() -> None:
    """A time alone beside a list does not bind its items."""
    text = normalise(PLAN)
    sections = segment(text)
    said = read_blocks(text, sections, ISSUED).said
    assert [sections[index].label for index in said] == ["II"]

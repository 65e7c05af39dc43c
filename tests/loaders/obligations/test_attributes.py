"""Doers and times beside a task: lines below it and columns of a table."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations.attributes import is_attribute, read_attributes, read_bearers
from loaders.records import PartialDate, Span

ISSUED = PartialDate(year=2025, month=1, day=10)


def test_lines_of_attributes() -> None:
    """Labels give role and time; a line that begins with one is no task."""
    words = "Cơ quan chủ trì: Sở Nội vụ; Cơ quan phối hợp: Sở Tài chính. Thời gian: Quý II/2025"
    text = normalise(words)
    span = Span(start=0, end=len(words))
    found = read_attributes(text, span, ISSUED)
    assert is_attribute(text, span)
    assert [(a.agency, a.role.value) for a in found.assignments] == [
        ("Sở Nội vụ", "lead"),
        ("Sở Tài chính", "coordinating"),
    ]
    assert [d.iso for d in found.deadlines] == ["2025-Q2"]


def test_all_of_an_implementing_line_are_responsible() -> None:
    """The words 'Đơn vị thực hiện: A, B' makes both responsible, unless one is said to lead."""
    text = normalise("Cơ quan thực hiện: Sở Y tế chủ trì tham mưu; Sở Tư pháp, Công an tỉnh.")
    found = read_attributes(text, Span(start=0, end=len(text.text)), ISSUED)
    assert [(a.agency, a.role.value) for a in found.assignments] == [
        ("Sở Y tế", "lead"),
        ("Sở Tư pháp", "implementing"),
        ("Công an tỉnh", "implementing"),
    ]


def test_an_item_is_no_attribute() -> None:
    """Words without a label at their beginning say nothing beside a task."""
    text = normalise("Rà soát các nội dung sau: quy hoạch, đất đai")
    span = Span(start=0, end=len(text.text))
    assert not is_attribute(text, span)
    assert read_attributes(text, span, ISSUED).assignments == ()


def test_a_label_may_name_partners_too() -> None:
    """The words 'A chủ trì, phối hợp với B' behind a label give both their roles."""
    text = normalise("Cơ quan thực hiện: Sở Y tế chủ trì, phối hợp với Công an tỉnh.")
    found = read_attributes(text, Span(start=0, end=len(text.text)), ISSUED)
    assert [(a.agency, a.role.value) for a in found.assignments] == [
        ("Sở Y tế", "lead"),
        ("Công an tỉnh", "coordinating"),
    ]


def test_lines_below_a_label() -> None:
    """Names alone are bearers; a line that says what somebody does is none."""
    text = normalise("Cơ quan thực hiện:\nSở Y tế, Công an tỉnh\nSở Xây dựng treo biển báo")
    label = Span(start=0, end=text.text.index(":"))
    names = Span(start=text.text.index("Sở Y"), end=text.text.index("\nSở X"))
    found = read_bearers(text, names, label, ISSUED)
    assert [a.agency for a in found.assignments] == ["Sở Y tế", "Công an tỉnh"]
    doing = Span(start=text.text.index("Sở X"), end=len(text.text))
    assert read_bearers(text, doing, label, ISSUED).assignments == ()

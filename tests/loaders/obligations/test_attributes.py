"""Doers and times beside a task: lines below it and columns of a table."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations.attributes import (
    Columns,
    cells_of,
    is_attribute,
    is_cell,
    read_attributes,
    read_columns,
    read_row,
)
from loaders.records import NormalisedText, PartialDate, Section, SectionKind, Span

ISSUED = PartialDate(year=2025, month=1, day=10)


def row(text: NormalisedText, first: int, *cells: str) -> tuple[Section, ...]:
    """Return a row and its cells as sections, by their words."""
    made = []
    for place, words in enumerate(cells):
        start = text.text.index(words)
        made.append(
            Section(
                index=first + place,
                kind=SectionKind.TABLE_ROW,
                span=Span(start=start, end=start + len(words)),
                label="1" if place == 0 else f"1|{place + 1}",
                parent=None if place == 0 else first,
            )
        )
    return tuple(made)


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


def test_rows_are_read_by_their_heads() -> None:
    """Columns are known by their heads; the number column holds no task."""
    text = normalise(
        "STT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời hạn\n"
        "Rà soát quy hoạch\nSở Xây dựng\nUBND các xã\n12/2025"
    )
    heads = row(text, 0, "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
    columns = read_columns(text, heads)
    assert columns == Columns(means=("task", "lead", "coordinating", "time"))
    body = row(text, 0, "Rà soát quy hoạch", "Sở Xây dựng", "UBND các xã", "12/2025")
    found = read_row(text, cells_of(body, body[0]), columns, ISSUED)
    assert [(a.agency, a.role.value) for a in found.assignments] == [
        ("Sở Xây dựng", "lead"),
        ("UBND các xã", "coordinating"),
    ]
    assert [d.iso for d in found.deadlines] == ["2025-12"]


def test_missing_cells_do_not_shift_the_others() -> None:
    """A row with an empty cell keeps the time in the time's column."""
    text = normalise("Rà soát quy hoạch\nSở Xây dựng\nnăm 2025")
    body = row(text, 0, "Rà soát quy hoạch", "Sở Xây dựng", "năm 2025")
    columns = Columns(means=("task", "lead", "coordinating", "time"))
    found = read_row(text, body[1:], columns, ISSUED)
    assert [a.role.value for a in found.assignments] == ["lead"]
    assert [d.iso for d in found.deadlines] == ["2025"]
    assert is_cell(body[1])
    assert not is_cell(body[0])


def test_other_tables_assign_nothing() -> None:
    """A table of figures has no columns for doers."""
    text = normalise("STT\nChỉ tiêu\nĐơn vị tính")
    assert read_columns(text, row(text, 0, "STT", "Chỉ tiêu", "Đơn vị tính")) is None


def test_lists_of_procedures_assign_nothing() -> None:
    """A table of administrative procedures names who handles them, not who has a task."""
    text = normalise("TT Tên TTHC Cơ quan thực hiện")
    cells = row(text, 0, "TT", "Tên TTHC", "Cơ quan thực hiện")
    assert read_columns(text, cells) is None

"""Tables with bars and tables printed cell by cell."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.records import SectionKind
from loaders.segments import segment


def rows(text: str) -> list[tuple[str, str]]:
    """Return label and words of the table cells."""
    normalised = normalise(text)
    return [
        (one.label, normalised.words(one.span))
        for one in segment(normalised)
        if one.kind is SectionKind.TABLE_ROW
    ]


def test_rows_with_bars() -> None:
    """The main cell carries the row's number, the others their place in the row."""
    text = (
        "1. Phân công như sau:\n\n| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n"
        "| 1 | Sửa đập tràn | Xã Đồi |\n| 2. | Nạo vét mương | Xã Suối |\n"
    )
    assert rows(text)[-4:] == [
        ("1.1", "Sửa đập tràn"),
        ("1.1|2", "Xã Đồi"),
        ("1.2", "Nạo vét mương"),
        ("1.2|2", "Xã Suối"),
    ]


CELLS = """\
PHỤ LỤC
DANH MỤC NHIỆM VỤ

TT

Nội dung

Cơ quan chủ trì

Thời hạn

I

CÔNG TÁC CHUẨN BỊ

1

Khảo sát các bến đò, cầu phao
trên địa bàn

Sở Giao thông

2025

II. CÔNG TÁC THỰC HIỆN

2

Lắp biển cảnh báo

Sở Giao thông
"""


def test_rows_printed_cell_by_cell() -> None:
    """A number alone opens a row; group heads are chapters; the row keeps its number."""
    found = rows(CELLS)
    assert ("PL.I.1", "Khảo sát các bến đò, cầu phao trên địa bàn") in found
    assert ("PL.I.1|2", "Sở Giao thông") in found
    assert ("PL.I.1|3", "2025") in found
    assert ("PL.II.2", "Lắp biển cảnh báo") in found


def test_cells_belong_to_their_row() -> None:
    """The parent of a cell is the row's main cell."""
    found = segment(normalise(CELLS))
    cell = next(one for one in found if one.label == "PL.I.1|2")
    assert cell.parent is not None
    assert found[cell.parent].label == "PL.I.1"


def test_a_group_that_was_not_printed_ends_the_open_one() -> None:
    """Numbers that go back belong to no group that is known."""
    text = CELLS + "\n…………\n\n2\n\nTháo dỡ cầu tạm\n"
    assert rows(text)[-1] == ("PL.2", "Tháo dỡ cầu tạm")


def test_group_rows_with_bars() -> None:
    """A row with a Roman number heads the rows below it."""
    text = (
        "PHỤ LỤC\nDANH MỤC\n\n| TT | Việc |\n|---|---|\n| **I.** | Chuẩn bị |\n"
        "| 1 | Đo đạc |\n| **II.** | Thi công |\n| 2 | Đổ móng |\n"
    )
    assert rows(text)[-4:] == [
        ("PL.I", "Chuẩn bị"),
        ("PL.I.1", "Đo đạc"),
        ("PL.II", "Thi công"),
        ("PL.II.2", "Đổ móng"),
    ]


def test_items_after_a_table_in_the_body_are_items() -> None:
    """A table in the body ends where the numbering of the body goes on."""
    text = "1. Phân công:\n\nTT\n\nViệc\n\n1\n\nĐo đạc\n\n2. Sở Xây dựng giám sát."
    found = segment(normalise(text))
    assert (found[-1].kind, found[-1].label) == (SectionKind.ITEM, "2")

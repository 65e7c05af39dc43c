"""Tables of which nothing but the line ends is left."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations.flattened import part_cells, read_heads
from loaders.records import Span


def parted(words: str) -> list[str]:
    """Return the cells of some lines."""
    text = normalise(words)
    return [text.words(cell) for cell in part_cells(text, Span(start=0, end=len(text.text)))]


def test_a_cell_ends_with_a_whole_name() -> None:
    """The next cell begins with a name, a time or a capital behind it."""
    assert parted(
        "Rà soát các hồ chứa\nxuống cấp\nSở Nông nghiệp và\nMôi trường\nSở Tài chính; UBND\n"
        "các xã\nDanh mục\nQuý II/2026"
    ) == [
        "Rà soát các hồ chứa xuống cấp",
        "Sở Nông nghiệp và Môi trường",
        "Sở Tài chính; UBND các xã",
        "Danh mục",
        "Quý II/2026",
    ]


def test_names_inside_a_task_open_no_cell() -> None:
    """A line that goes on, or on which the name is only the subject, opens none."""
    assert parted("Sửa đổi quy chế của\nSở Y tế\nUBND các xã") == [
        "Sửa đổi quy chế của Sở Y tế",
        "UBND các xã",
    ]
    assert parted("Lập kế hoạch để\nBộ Y tế thẩm định các\ndanh mục") == [
        "Lập kế hoạch để Bộ Y tế thẩm định các danh mục"
    ]


def test_heads_in_one_stretch() -> None:
    """Columns are named in the order of their heads; other words name none."""
    assert read_heads(
        "STT Tên nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Kết quả Thời gian hoàn thành"
    ) == ("number", "task", "lead", "coordinating", "result", "time")
    assert read_heads("STT Chỉ tiêu") == ()
    assert read_heads("Nhiệm vụ của cơ quan chủ trì và thời gian hoàn thành") == ()

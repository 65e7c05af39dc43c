"""Columns that only blanks keep apart."""

from __future__ import annotations

from loaders.readers.blank_columns import may_have_columns, regions, text_lines
from loaders.readers.ruled_tables import Box

PITCH = 12.0
LEFTS = (50.0, 80.0, 250.0, 350.0)


def words(text: str, left: float, line: float) -> list[Box]:
    """Return the boxes of words that stand on a line of a page, from its top."""
    found = []
    for word in text.split():
        low = 800 - PITCH * line
        found.append(Box(left, low, left + 5 * len(word), low + 8))
        left += 5 * len(word) + 3
    return found


def row(line: float, *cells: str) -> list[Box]:
    """Return the boxes of cells on a line, empty ones left out."""
    return [
        box for cell, left in zip(cells, LEFTS, strict=False) for box in words(cell, left, line)
    ]


PROSE = "Ủy ban nhân dân tỉnh yêu cầu các sở ban ngành và địa phương khẩn trương thực hiện ngay"
TABLE = [
    *row(2, "TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
    *row(3, "1", "Rà soát hồ đập trên địa bàn", "Sở Y tế", "Năm 2026"),
    *row(4, "", "tỉnh và kênh mương"),
    *row(5, "2", "Sửa đê", "Sở Nội vụ", "Quý I"),
]


def test_columns_stand_among_prose() -> None:
    """Sentences above and below are no part of the table."""
    page = [*words(PROSE, 50, 0), *TABLE, *words(PROSE, 50, 7), *words(PROSE, 50, 8)]
    (found,) = regions(page)
    assert len(found.lines) == 4
    assert [sum(left < border for border in found.borders) for left in LEFTS] == [3, 2, 1, 0]
    assert not any(found.crossed)


def test_a_line_over_all_columns_heads_a_group() -> None:
    """The columns go on below it."""
    head = words("II. Nhóm nhiệm vụ về xây dựng thể chế và chính sách của tỉnh", 50, 6)
    page = [*TABLE, *head, *row(7, "3", "Xây kè", "Sở Y tế", "Năm 2027")]
    (found,) = regions(page)
    assert found.crossed == (False, False, False, False, True, False)


def test_two_columns_and_prose_are_none() -> None:
    """Heads and signatures stand in two columns; words of sentences stand near each other."""
    head = [box for at in range(4) for box in row(at, "", "ỦY BAN NHÂN DÂN", "", "CỘNG HÒA")]
    assert list(regions(head)) == []
    assert list(regions([box for at in range(9) for box in words(PROSE, 50, at)])) == []
    assert list(regions([])) == []
    assert not may_have_columns(head)
    assert may_have_columns(TABLE)


def test_half_a_line_lower_is_another_line() -> None:
    """Cells whose middles are level have their lines between each other's; a mark stays on its."""
    page = [*words("một", 50, 0), *words("hai", 200, 0.5), *words("ba", 50, 1)]
    comma = Box(80, 799, 81, 802)
    assert [len(line) for line in text_lines([*page, comma])] == [2, 1, 1]

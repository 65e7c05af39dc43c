"""Tables without rulings are read as if they were ruled."""

from __future__ import annotations

from loaders.readers.blank_tables import blank_tables
from loaders.readers.ruled_tables import Box, Sign, first_squares, with_tables

CELLS = (
    (0, 50, "TT"),
    (0, 90, "Việc"),
    (0, 250, "Chủ trì"),
    (0, 350, "Hạn"),
    (1, 50, "1"),
    (1, 90, "Sửa đập"),
    (1, 250, "Sở Y tế"),
    (1, 350, "Quý I"),
    (2, 90, "số 2"),
    (3, 50, "II. Việc của nhiều ngành và của các địa phương"),
    (4, 50, "2"),
    (4, 90, "Xây kè"),
    (4, 250, "Sở Nội vụ"),
    (4, 350, "Năm 2026"),
)


def test_rows_become_lines() -> None:
    """Lines of a cell are one, and a line over all columns has no bar."""
    words: dict[Box, str] = {}
    signs: list[Sign] = []
    for line, left, text in CELLS:
        low, at = 700 - 12.0 * line, float(left)
        for word in text.split():
            box = Box(at, low, at + 5 * len(word), low + 8)
            words[box] = word
            signs += [Sign(letter, at + 5 * i, low + 3) for i, letter in enumerate(word)]
            signs.append(Sign(" ", None, low))
            at = box.right + 3
        signs.append(Sign("\n", None, low))
    (table,) = blank_tables(list(words), [], words.__getitem__)
    assert with_tables(signs, [table]).strip().split("\n") == [
        "TT | Việc | Chủ trì | Hạn",
        "1 | Sửa đập số 2 | Sở Y tế | Quý I",
        "II. Việc của nhiều ngành và của các địa phương",
        "2 | Xây kè | Sở Nội vụ | Năm 2026",
    ]
    assert len(set(first_squares(table).values())) == 4 * 3 + 1

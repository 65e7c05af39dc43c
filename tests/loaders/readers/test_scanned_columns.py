"""Tables of scans without upright lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from loaders.readers.limits import DEFAULT_LIMITS
from loaders.readers.scan import recognise
from loaders.readers.scanned_columns import outside_of, unruled_tables, with_row_numbers
from loaders.readers.tesseract import ReadWord

if TYPE_CHECKING:
    from collections.abc import Callable

HEIGHT = 2000
ROWS = (
    (100, ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian")),
    (150, ("1", "Rà soát các bến khách", "Công an tỉnh", "Quý III")),
    (195, ("", "ngang sông", "", "")),
    (245, ("2", "Sửa đập lớn", "Sở Nội vụ", "Quý IV")),
    (295, ("3", "Xây kè biển", "Sở Y tế", "Năm 2027")),
)
LEFTS = (200, 300, 850, 1250)


def words() -> tuple[ReadWord, ...]:
    """Return the words of the rows as Tesseract gives them."""
    found: list[ReadWord] = []
    for top, cells in ROWS:
        for left, cell in zip(LEFTS, cells, strict=True):
            at = left
            for text in cell.split():
                right = at + 16 * len(text)
                found.append(
                    ReadWord(
                        text=text,
                        confidence=0.9,
                        left=at,
                        top=top,
                        right=right,
                        bottom=top + 28,
                        line=(1, 1, 1, top),
                    )
                )
                at = right + 8
    return tuple(found)


def test_columns_of_words_make_a_table() -> None:
    """Words outside of it are told apart; a page of one column has none."""
    (table,) = unruled_tables(words(), (), (), HEIGHT)
    assert (len(table.xs), len(table.ys)) == (5, 5)
    assert outside_of(words(), [table], HEIGHT) == ()
    only = tuple(word for word in words() if LEFTS[0] < word.left < LEFTS[3])
    assert unruled_tables(only, (), (), HEIGHT) == []
    assert outside_of(only, [], HEIGHT) == only
    blank = Image.new("L", (9, 9), 255)
    assert with_row_numbers(only, (), blank, 1) == only


@pytest.mark.usefixtures("tesseract")
def test_rows_of_a_picture_are_read(printed: Callable[..., Image.Image]) -> None:
    """Figures that stand alone are found too, and lines of a cell are one."""
    lines = [
        (left, 2 * top, cell)
        for top, cells in ROWS
        for left, cell in zip(LEFTS, cells, strict=True)
        if cell
    ]
    page = printed([(left, round(top * 0.6), cell) for left, top, cell in lines])
    ImageDraw.Draw(page).line((200, 1000, 1400, 1000), fill="black", width=3)
    found = recognise(page.resize((2481, 1650)), 2, DEFAULT_LIMITS)
    assert found.text.split("\n")[:4] == [
        "TT | Nhiệm vụ | Chủ trì | Thời gian",
        "1 | Rà soát các bến khách ngang sông | Công an tỉnh | Quý III",
        "2 | Sửa đập lớn | Sở Nội vụ | Quý IV",
        "3 | Xây kè biển | Sở Y tế | Năm 2027",
    ]

"""Tables of scans give a line a row, words outside of them stay in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from loaders.readers.limits import DEFAULT_LIMITS
from loaders.readers.ruled_tables import Box, tables_of
from loaders.readers.scan import recognise
from loaders.readers.scanned_tables import laid_out, read_cells, without_tables
from loaders.readers.tesseract import ReadWord

if TYPE_CHECKING:
    from collections.abc import Callable

DOTS = 200 / 72
HEIGHT = 2000
XS, YS = (100, 200, 800, 1200), (400, 600, 800, 1000)
"""Places of the rulings, in dots from the top left corner of the page."""


def ruled() -> list[Box]:
    """Return the rulings in points from the lower left corner."""

    def box(left: float, top: float, right: float, bottom: float) -> Box:
        return Box(left / DOTS, (HEIGHT - bottom) / DOTS, right / DOTS, (HEIGHT - top) / DOTS)

    level = [box(XS[0], y, XS[-1], y + 2) for y in YS]
    return [*level, *(box(x, YS[0], x + 2, YS[-1]) for x in XS)]


def word(text: str, left: int, top: int) -> ReadWord:
    width = 16 * len(text)
    return ReadWord(
        text=text,
        confidence=0.9,
        left=left,
        top=top,
        right=left + width,
        bottom=top + 30,
        line=(1, 1, 1, top),
    )


WORDS = (
    *(word("TT", 120, 450), word("Việc", 250, 450), word("Chủ", 850, 450), word("trì", 920, 450)),
    *(word("1", 120, 650), word("Sửa", 250, 650), word("đập", 330, 650), word("số", 250, 700)),
    *(word("2", 300, 700), word("Sở", 850, 650), word("Khác", 110, 850)),
    *(word("PHỤ", 500, 100), word("LỤC", 600, 100), word("Ghi", 100, 1500), word("chú", 180, 1500)),
)


def test_cells_make_rows_among_the_other_lines() -> None:
    """Words above and below stay there; a cell of several lines is one; a row of one has no bar."""
    found = laid_out(WORDS, tables_of(ruled()), HEIGHT)
    printed = [" ".join(word.text for word in line) for line in found.lines]
    assert printed == [
        *("PHỤ LỤC", "TT", "Việc", "Chủ trì", "1", "Sửa đập", "số 2", "Sở", "Khác", "Ghi chú"),
    ]
    assert [" ".join(word.text for word in line) for line in found.joined(found.lines)] == [
        "PHỤ LỤC",
        "TT | Việc | Chủ trì",
        "1 | Sửa đập số 2 | Sở",
        "Khác",
        "Ghi chú",
    ]


def test_a_page_without_tables_is_as_it_was() -> None:
    """Each line is a row of its own; a page may also hold nothing."""
    found = laid_out(WORDS[-2:], (), HEIGHT)
    assert found.joined(found.lines) == found.lines == (WORDS[-2:],)
    assert laid_out((), (), HEIGHT).joined(()) == ()
    assert read_cells(Image.new("L", (9, 9), 255), (), 1) == ()


@pytest.mark.usefixtures("tesseract")
def test_cells_of_a_picture_are_read_one_by_one(printed: Callable[..., Image.Image]) -> None:
    """Each word leads back to its place, and none of the table is read a second time."""
    texts = (
        *((150, 150, "TT"), (300, 150, "Nhiệm vụ"), (950, 150, "Chủ trì")),
        *((150, 350, "1"), (270, 350, "Rà soát các bến khách"), (930, 350, "Công an tỉnh")),
        *((270, 400, "ngang sông trên địa bàn"), (200, 700, "Các sở thực hiện kế hoạch này.")),
    )
    page = printed(texts).resize((2481, 1650))
    pen = ImageDraw.Draw(page)
    for y in (150, 450, 900):
        pen.line((150, y, 2100, y), fill="black", width=4)
    for x in (150, 360, 1350, 2100):
        pen.line((x, 150, x, 900), fill="black", width=4)
    found = recognise(page, 2, DEFAULT_LIMITS)
    assert found.text.split("\n") == [
        "TT | Nhiệm vụ | Chủ trì",
        "1 | Rà soát các bến khách ngang sông trên địa bàn | Công an tỉnh",
        "Các sở thực hiện kế hoạch này.",
    ]
    assert "|" not in {found.text[w.span.start : w.span.end] for w in found.words}
    assert all(found.text[w.span.start : w.span.end].strip() for w in found.words)
    (body,) = [w for w in found.words if found.text[w.span.start : w.span.end] == "Công"]
    assert 0.55 < body.box.left < 0.6


def test_only_tables_are_painted_over() -> None:
    """The rest is read as one page."""
    page = Image.new("L", (1400, HEIGHT), 0)
    rest = without_tables(page, tables_of(ruled()))
    assert (rest.getpixel((600, 700)), rest.getpixel((600, 200))) == (255, 0)
    assert (rest.getpixel((50, 700)), rest.getpixel((600, 1100))) == (0, 0)

"""Rulings of tables are found on pictures; letters and underlines of words are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from loaders.readers.page_rulings import rulings, straightened, without_rulings
from loaders.readers.ruled_tables import first_squares, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable

XS, YS = (200, 400, 1200, 1800), (300, 500, 800)


def ruled(page: Image.Image) -> Image.Image:
    """Return a page with a table of two rows and three columns."""
    pen = ImageDraw.Draw(page)
    for y in YS:
        pen.line((XS[0], y, XS[-1], y), fill=0, width=4)
    for x in XS:
        pen.line((x, YS[0], x, YS[-1]), fill=0, width=4)
    return page


def test_a_ruled_table_is_found_where_it_stands() -> None:
    """In points from the lower left corner, whatever the page has besides."""
    page = ruled(Image.new("L", (2480, 3508), 255))
    ImageDraw.Draw(page).line((300, 2000, 900, 2000), fill=0, width=4)
    (table,) = tables_of(rulings(page))
    assert [round(x * 300 / 72 / 10) * 10 for x in table.xs] == list(XS)
    assert [round((3508 - y * 300 / 72) / 10) * 10 for y in reversed(table.ys)] == list(YS)


def test_without_rulings_the_words_are_left(printed: Callable[..., Image.Image]) -> None:
    """Nothing is painted over but the lines themselves."""
    words = printed([(450, 380, "Công an tỉnh")], size=60).convert("L")
    page = ruled(words.copy())
    clean = without_rulings(page, rulings(page))
    assert clean.tobytes() == words.tobytes()


def test_letters_rule_nothing(printed: Callable[..., Image.Image]) -> None:
    """Not even large ones that stand close."""
    page = printed([(100, 100 + 120 * i, "HHEETTLL____" * 2) for i in range(6)], size=70)
    assert tables_of(rulings(page.convert("L"))) == []
    assert tables_of(rulings(Image.new("L", (3, 3), 0))) == []


def test_a_table_on_bent_paper_has_no_rows_and_columns_more() -> None:
    """Its thin lines lean by a fortieth of their length, so that each is found in many parts."""
    page = Image.new("L", (2480, 3508), 255)
    pen = ImageDraw.Draw(page)
    for y in (300, 900, 1500):
        pen.line((200, y, 2200, y + 50), fill=0, width=3)
    for x in (200, 600, 1400, 2200):
        pen.line((x, 300, x + 30, 1550), fill=0, width=3)
    parts = rulings(page)
    assert len(parts) > 20
    (table,) = tables_of(straightened(parts))
    assert (len(table.xs), len(table.ys)) == (4, 3)
    assert set(first_squares(table).values()) == {(row, at) for row in (0, 1) for at in (0, 1, 2)}

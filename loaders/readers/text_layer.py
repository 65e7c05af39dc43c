"""The text layer of a PDF's page as it is read: tables row by row, footnotes apart.

Source: ISO 32000-1, 9.4 (text has places, not tables or notes); 8.5 (paths).
"""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import islice
from math import inf, pi
from typing import TYPE_CHECKING, Final

from pypdfium2 import raw

from loaders.readers.blank_columns import may_have_columns
from loaders.readers.blank_tables import blank_tables
from loaders.readers.page_notes import Glyph, may_have_notes, without_notes
from loaders.readers.ruled_tables import (
    MOST_RULINGS,
    Box,
    Sign,
    is_level,
    is_thin,
    level_lines,
    square_at,
    tables_of,
    with_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage, PdfTextPage
    from pypdfium2.raw import FPDF_PAGEOBJECT

    from loaders.readers.page_notes import Note, NotedPage
    from loaders.readers.ruled_tables import RuledTable

_MOST_RUNS: Final = 20_000
"""Runs of text of a page beyond which no table is looked for."""
_IN_WORD: Final = 0.2
"""Blank between two letters, in heights of print; words stand further from each other."""
_MOST_OBJECTS: Final = 100_000
"""Objects of a page, or of a form on it, that are looked at."""
_DEEPEST: Final = 5
"""Forms in forms that are looked into."""
_ASKED: Final = 40
"""Signs of a page that are asked for their direction."""
_CAPITAL: Final = 0.7
"""Height of print above its line, in sizes."""
_RAISED: Final = 0.6
"""How far above its line, in sizes, a sign of a word may stand."""
_TORN: Final = 3
"""Signs a line, with its end, up to which the lines of a text layer are in doubt."""
_BLANK: Final = 0.2
"""How far apart, in sizes, two words of a line may stand in height."""
_WIDEST: Final = 2.5
"""Blank between two words of a line, in sizes."""
_QUARTERS: Final = 4


def laid_out_text(
    page: PdfPage, layer: PdfTextPage, text: str, before: Note | None
) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a page with a line for each row of a table, and its footnotes apart.

    Args:
        page: the page.
        layer: its text layer.
        text: what the layer says without places.
        before: the last footnote of the pages before; None where they have none.
    """
    quarters = _turned(layer)
    rulings = [_upright(box, quarters) for box in _rulings(page)]
    levels = [rule for rule in rulings if is_level(rule)]
    ruled = tables_of(rulings)
    width = page.get_width()
    looks_set = may_have_columns(_outside(_runs(layer, quarters), ruled))
    torn = text.count("\n") * _TORN > len(text)
    if not ruled and not looks_set and not torn and not may_have_notes(text, levels, width, before):
        return text, ()
    glyphs = tuple(_glyphs(layer, quarters))
    glyphs = tuple(_mended(glyphs)) if torn else glyphs
    grids = [*ruled, *(_blank_tables(glyphs, ruled, levels) if looks_set else ())]
    floor = min((grid.ys[0] for grid in grids), default=inf)
    below = [rule for rule in levels if rule.top <= floor]
    noted = without_notes(glyphs, below, width, before)
    if not grids and noted is None and not torn:
        return text, ()
    laid = with_tables(_signs(glyphs, noted), grids)
    return (laid.rstrip(), noted.notes) if noted else (laid, ())


def _blank_tables(
    glyphs: Sequence[Glyph], ruled: Sequence[RuledTable], levels: Sequence[Box]
) -> list[RuledTable]:
    """Return the tables of a page that no upright lines rule."""
    words = dict(_words(glyphs))
    return blank_tables(_outside(words, ruled), level_lines(levels), words.__getitem__)


def _outside(boxes: Iterable[Box], ruled: Sequence[RuledTable]) -> list[Box]:
    """Return the boxes outside of tables."""
    middles = (Sign("", (box.left + box.right) / 2, (box.bottom + box.top) / 2) for box in boxes)
    kept = zip(boxes, middles, strict=False)
    return [box for box, middle in kept if square_at(middle, ruled) is None]


def _runs(layer: PdfTextPage, quarters: int) -> list[Box]:
    """Return the boxes of the runs of text of a page; none where they are beyond all measure."""
    count = raw.FPDFText_CountRects(layer, 0, -1)
    if count > _MOST_RUNS:
        return []
    runs: list[Box] = []
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    for number in range(count):
        raw.FPDFText_GetRect(layer, number, left, top, right, bottom)
        box = Box(left.value, bottom.value, right.value, top.value)
        box = _upright(box, quarters) if quarters else box
        if runs and _is_one_run(runs[-1], box):
            runs[-1] = _joined(runs[-1], box)
        elif box.right > box.left and box.top > box.bottom:
            runs.append(box)
    return runs


def _is_one_run(box: Box, following: Box) -> bool:
    """Tell whether a run goes on with the one before it; some files print letter by letter."""
    height = max(box.top - box.bottom, following.top - following.bottom)
    if not -height < following.left - box.right < _IN_WORD * height:
        return False
    return box.top > following.bottom and following.top > box.bottom


def _joined(box: Box, other: Box) -> Box:
    return Box(
        box.left,
        min(box.bottom, other.bottom),
        max(box.right, other.right),
        max(box.top, other.top),
    )


def _words(glyphs: Sequence[Glyph]) -> Iterator[tuple[Box, str]]:
    """Give the words of a page with their boxes, all of one size equally high."""
    word: list[Glyph] = []
    for glyph in (*glyphs, Glyph("\n")):
        if word and not _is_one_word(word[-1], glyph):
            top = max(one.foot + _CAPITAL * one.size for one in word)
            box = Box(word[0].left, min(one.foot for one in word), word[-1].right, top)
            yield box, "".join(one.letter for one in word)
            word = []
        if glyph.size:
            word.append(glyph)


def _is_one_word(last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a sign goes on with the word before it."""
    gap = glyph.left - last.right
    level = abs(glyph.foot - last.foot) < _RAISED * last.size
    return bool(glyph.size) and level and -last.size < gap < _IN_WORD * last.size


def _rulings(page: PdfPage) -> Iterator[Box]:
    """Give the boxes of the paths of a page that are lines or whose outline is drawn."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for path in islice(_paths(page), MOST_RULINGS):
        raw.FPDFPageObj_GetBounds(path, left, bottom, right, top)
        box = Box(left.value, bottom.value, right.value, top.value)
        if is_thin(box) or _is_drawn(path):
            yield box


def _paths(page: PdfPage) -> Iterator[FPDF_PAGEOBJECT]:
    """Give the paths of a page and of the forms on it, among so many objects at most."""
    for number in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        found = raw.FPDFPage_GetObject(page, number)
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield found
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _paths_of_form(found, _DEEPEST)


def _paths_of_form(form: FPDF_PAGEOBJECT, depth: int) -> Iterator[FPDF_PAGEOBJECT]:
    """Give the paths of a form and of those in it."""
    for number in range(min(raw.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
        found = raw.FPDFFormObj_GetObject(form, number)
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield found
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            yield from _paths_of_form(found, depth - 1)


def _is_drawn(path: FPDF_PAGEOBJECT) -> bool:
    """Tell whether the outline of a path is drawn; else it only colours what stands on it."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _turned(layer: PdfTextPage) -> int:
    """Return by how many quarters of a circle, against the clock, most words of a page run."""
    count = layer.count_chars()
    step = max(1, count // _ASKED)
    angles = Counter(
        -round(raw.FPDFText_GetCharAngle(layer, at) / (pi / 2)) % _QUARTERS
        for at in range(0, count, step)
    )
    return angles.most_common(1)[0][0] if angles else 0


def _upright(box: Box, quarters: int) -> Box:
    """Return a box of a page that is turned with the clock by so many quarters of a circle."""
    for _ in range(quarters):
        box = Box(box.bottom, -box.right, box.top, -box.left)
    return box


def _glyphs(layer: PdfTextPage, quarters: int) -> Iterator[Glyph]:
    """Give the signs of a text layer; blanks and line feeds that PDFium adds have no place."""
    loose = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(layer.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(layer, index))
        if letter in "\r\x00\ufffe":
            continue
        if letter.isspace():
            yield Glyph(letter)
            continue
        raw.FPDFText_GetLooseCharBox(layer, index, loose)
        raw.FPDFText_GetCharOrigin(layer, index, x, y)
        glyph = Glyph(letter, x.value, loose.right, y.value, loose.top - loose.bottom)
        yield _turned_glyph(glyph, loose, quarters) if quarters else glyph


def _turned_glyph(glyph: Glyph, loose: raw.FS_RECTF, quarters: int) -> Glyph:
    """Return a sign of a page that is turned with the clock by so many quarters of a circle."""
    foot = _upright(Box(glyph.left, glyph.foot, glyph.left, glyph.foot), quarters)
    box = _upright(Box(loose.left, loose.bottom, loose.right, loose.top), quarters)
    return Glyph(glyph.letter, foot.left, box.right, foot.bottom, box.top - box.bottom)


def _mended(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Give the signs of a text layer with blanks and line feeds where their places show them.

    PDFium takes some pages that are printed sign by sign for upright writing: a sign a line.
    """
    last = Glyph("\n")
    for glyph in glyphs:
        if not glyph.size:
            continue
        if last.size and not _is_one_word(last, glyph):
            level = abs(glyph.foot - last.foot) < _BLANK * last.size
            beside = 0 < glyph.left - last.right < _WIDEST * last.size
            yield Glyph(" " if level and beside else "\n")
        yield glyph
        last = glyph


def _signs(glyphs: Sequence[Glyph], noted: NotedPage | None) -> Iterator[Sign]:
    """Give the signs of a page that are no part of a footnote, its number in brackets."""
    for at in noted.kept if noted else range(len(glyphs)):
        glyph = glyphs[at]
        letter = noted.signs.get(at, glyph.letter) if noted else glyph.letter
        x = (glyph.left + glyph.right) / 2 if glyph.size else None
        yield Sign(letter, x, glyph.foot + glyph.size / _QUARTERS)

"""The lines that rule a table on the picture of a page.

A ruling is a run of ink longer than any stroke of a letter, along a row or a column of dots.
"""

from __future__ import annotations

import re
from operator import itemgetter
from statistics import fmean
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageChops

from loaders.readers.page_images import FINE_DPI
from loaders.readers.ruled_tables import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_POINT: Final = FINE_DPI / 72
"""Dots a point."""
_INK: Final = 150
"""Grey, 0 to 255, below which a dot is ink."""
_STEP: Final = 16
"""Dots that are looked at together: a ruling may have a gap that is smaller."""
_FULL: Final = 200
"""Ink of a step, 0 to 255, from which the ruling runs through it."""
_EDGE: Final = 2
"""Dots on either side of a ruling that are grey from its ink; at its ends a step may be."""
_LEAN: Final = 2
"""Dots by which a line may lean within a run."""
_BESIDE: Final = 12
"""Dots from a ruling to where the letters of its cells have not begun."""
_WHITE: Final = 60
"""Mean ink, 0 to 255, beside a ruling: feet of letters have the letters above them."""
_NEXT: Final = 5.0
"""Points between two parts of one line; rows and columns are further apart."""
_LEVEL: Final = re.compile(rb"\xff{10,}")
"""Steps of a level ruling, together some 38 points: longer than the feet of letters that touch."""
_UPRIGHT: Final = re.compile(rb"\xff{5,}")
"""Steps of an upright ruling, together some 19 points: a row of one line, twice a capital."""


def rulings(page: Image.Image) -> list[Box]:
    """Return the level and upright lines of ink on a page, in points from its lower left corner.

    Args:
        page: the grey, straight page at the fine resolution.
    """
    ink = page.point(lambda grey: 255 if grey < _INK else 0)
    turned = ink.transpose(Image.Transpose.TRANSPOSE)
    found = [Box(start, at, end, at + 1) for at, start, end in _runs(ink, _LEVEL)]
    found += [Box(at, low, at + 1, up) for at, low, up in _runs(turned, _UPRIGHT)]
    return [
        Box(
            box.left / _POINT,
            (page.height - box.top) / _POINT,
            box.right / _POINT,
            (page.height - box.bottom) / _POINT,
        )
        for box in found
    ]


def straightened(lines: Iterable[Box]) -> list[Box]:
    """Return rulings with the parts of one bent or slanting line put at one place, without gaps.

    Args:
        lines: in points; paper is rarely flat when it is scanned.
    """
    gap = _STEP / _POINT
    level: list[Box] = []
    upright: list[Box] = []
    for line in lines:
        (level if line.right - line.left > line.top - line.bottom else upright).append(line)
    return [
        *(Box(line.left - gap, at, line.right + gap, at) for at, line in _snapped(level, 1)),
        *(Box(at, line.bottom - gap, at, line.top + gap) for at, line in _snapped(upright, 0)),
    ]


def _snapped(lines: list[Box], side: int) -> Iterator[tuple[float, Box]]:
    """Give lines along one axis, each with the mean place of those that lead over to it."""
    group: list[Box] = []
    for line in sorted(lines, key=itemgetter(side)):
        if group and line[side] - group[-1][side] > _NEXT:
            at = fmean(one[side] for one in group)
            yield from ((at, one) for one in group)
            group = []
        group.append(line)
    if group:
        at = fmean(one[side] for one in group)
        yield from ((at, one) for one in group)


def without_rulings(page: Image.Image, lines: Iterable[Box]) -> Image.Image:
    """Return a page with lines of ink painted white, so that none is read as a letter.

    Args:
        page: the grey page at the fine resolution.
        lines: in points from its lower left corner.
    """
    clean = page.copy()
    for line in lines:
        is_level = line.right - line.left > line.top - line.bottom
        along, across = (_STEP, _EDGE) if is_level else (_EDGE, _STEP)
        left, right = round(line.left * _POINT), round(line.right * _POINT)
        top, bottom = (round(page.height - y * _POINT) for y in (line.top, line.bottom))
        clean.paste(255, (left - along, top - across, right + along, bottom + across))
    return clean


def _runs(ink: Image.Image, ruling: re.Pattern[bytes]) -> Iterator[tuple[float, float, float]]:
    """Give the row of each ruling, and where it starts and ends along it, in dots.

    A line that leans is in each row for a short while only, so rows are looked at with those beside
    them; what is a line and no lines of letters has white on both its sides.
    """
    size = (max(1, ink.width // _STEP), ink.height)
    thick = ink
    for by in (-_LEAN, _LEAN):
        thick = ImageChops.lighter(thick, ImageChops.offset(ink, 0, by))
    full = thick.resize(size, Image.Resampling.BOX).point(lambda one: 255 if one >= _FULL else 0)
    full.paste(0, (full.width - 1, 0, full.width, full.height))
    plain = ink.resize(size, Image.Resampling.BOX).tobytes()
    step = ink.width / full.width
    for run in ruling.finditer(full.tobytes()):
        row, start = divmod(run.start(), full.width)
        if all(_is_white(plain, run, by * full.width) for by in (-_BESIDE, _BESIDE)):
            yield row, start * step, (start + run.end() - run.start()) * step


def _is_white(ink: bytes, run: re.Match[bytes], by: int) -> bool:
    """Tell whether there is hardly any ink some rows beside a run."""
    beside = ink[max(0, run.start() + by) : max(0, run.end() + by)]
    return sum(beside) <= _WHITE * len(beside)

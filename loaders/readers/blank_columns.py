"""Columns of a page that nothing but blanks keeps apart.

A table without rulings is a stretch of lines through which the same blanks run from top to bottom,
two of them at least. A line over all columns among them heads a group of rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.readers.ruled_tables import Box

TextLine: TypeAlias = "tuple[Box, ...]"
"""Pieces of print at one height, from left to right."""

_WIDE: Final = 0.8
"""Blank between two cells on a line, in heights of print; words stand closer to each other."""
_NARROW: Final = 0.45
"""Blank, in heights of print, that stays free between two columns through all lines."""
_FEWEST: Final = 2
"""Blanks through a table: three columns, as two are how heads and signatures stand."""
_SAME_LINE: Final = 0.5
"""Share of the lower piece's height in which two pieces on one line overlap."""
_MOST: Final = 40
"""Blanks on a line or through a table beyond which it is none that a person reads."""
_OUTER: Final = 2
"""Blanks left and right of all columns."""
_LINES_BACK: Final = 3
_FAR: Final = 7.0
"""Lines further apart, in heights of print, belong to no common table."""
_CLOSE: Final = 1.0
"""Lines closer than that may belong to the head of one table though few columns have words."""
_YOUNG: Final = 4
"""Lines through which a blank must run before one that crosses it is no line of its table."""
_AHEAD: Final = 8
"""Lines after which columns must go on behind one that heads a group of rows."""
_HEADING: Final = 3
"""Lines of such a heading."""
_PROSE: Final = 3
"""Words of a line from which it may be a sentence."""
_HEAD: Final = 5
"""Lines of a head above the first one with words in three columns."""


class Blank(NamedTuple):
    """A stretch of a line, or of the lines of a table from one on, without print."""

    left: float
    right: float
    since: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Lines of a page that stand in common columns.

    Args:
        lines: the lines from the top.
        borders: the middle of each blank between two columns.
        crossed: for each line, whether a piece of it reaches over a border.
        height: of print, in points.
        is_wide: whether each of the blanks is, through all lines, wider than those of a sentence.
    """

    lines: tuple[TextLine, ...]
    borders: tuple[float, ...]
    crossed: tuple[bool, ...]
    height: float
    is_wide: bool


def regions(pieces: Sequence[Box]) -> Iterator[Region]:
    """Give the stretches of a page that stand in three columns or more, from its top.

    Args:
        pieces: the boxes of words, or of runs of them, in points from the lower left corner.
    """
    if not pieces:
        return
    height = median(piece.top - piece.bottom for piece in pieces)
    lines = text_lines(pieces)
    at = 0
    while at < len(lines):
        blanks = _blanks(lines[at], _WIDE * height)
        end, region = at, None
        if _FEWEST <= len(blanks) <= _MOST:
            outer = (Blank(-inf, lines[at][0].left), Blank(lines[at][-1].right, inf))
            around = (outer[0], *blanks, outer[1])
            end, kept = _down(lines, at, [one._replace(since=at) for one in around], height)
        if end - at > _FEWEST:
            region = _region(lines, _up(lines, at, kept, height), end, kept, height)
        if region and len(region.borders) >= _FEWEST:
            yield region
        at = max(at + 1, end if region else at)


def _wide(lines: Sequence[TextLine], borders: Sequence[float], height: float) -> list[float]:
    """Return the borders at which words stand further apart than those of a sentence.

    What counts are the words of the two columns beside a border: a word of a long cell may stand
    behind a blank by which all others of its column end.
    """
    kept: list[float] = []
    for border, following in zip(borders, (*borders[1:], inf), strict=True):
        before = kept[-1] if kept else -inf
        gaps = [
            min(behind) - max(ahead)
            for line in lines
            if (ahead := [one.right for one in line if before < one.right < border])
            and (behind := [one.left for one in line if border < one.left < following])
        ]
        if median(gaps or [height]) >= _WIDE * height:
            kept.append(border)
    return kept


def may_have_columns(pieces: Sequence[Box]) -> bool:
    """Tell whether it is worth looking for columns on a page.

    Args:
        pieces: the boxes of words, or of runs of them.
    """
    if not pieces:
        return False
    height = median(piece.top - piece.bottom for piece in pieces)
    blanks = (_blanks(line, _WIDE * height) for line in text_lines(pieces))
    return sum(len(found) >= _FEWEST for found in blanks) >= _FEWEST


def text_lines(pieces: Iterable[Box]) -> list[TextLine]:
    """Return pieces by the height at which they stand, from the top.

    Args:
        pieces: the boxes of words, or of runs of them.
    """
    lines: list[list[Box]] = []
    tallest: list[Box] = []
    for piece in sorted(pieces, key=lambda box: -(box.bottom + box.top)):
        near = range(len(lines) - 1, max(-1, len(lines) - 1 - _LINES_BACK), -1)
        place = next((at for at in near if _is_level(tallest[at], piece)), None)
        if place is None:
            lines.append([piece])
            tallest.append(piece)
            continue
        lines[place].append(piece)
        if piece.top - piece.bottom > tallest[place].top - tallest[place].bottom:
            tallest[place] = piece
    return [tuple(sorted(line)) for line in lines]


def _is_level(tallest: Box, piece: Box) -> bool:
    """Tell whether a piece stands on a line with another."""
    common = min(tallest.top, piece.top) - max(tallest.bottom, piece.bottom)
    lower = min(tallest.top - tallest.bottom, piece.top - piece.bottom)
    return common >= _SAME_LINE * lower


def _blanks(line: TextLine, narrowest: float) -> tuple[Blank, ...]:
    """Return the blanks between the pieces of a line."""
    found: list[Blank] = []
    reached = line[0].right
    for piece in line[1:]:
        if piece.left - reached >= narrowest:
            found.append(Blank(reached, piece.left))
        reached = max(reached, piece.right)
    return tuple(found)


def _down(
    lines: Sequence[TextLine], start: int, blanks: Sequence[Blank], height: float
) -> tuple[int, Sequence[Blank]]:
    """Return the line behind the last one that keeps blanks free, and what of them stays free."""
    at = start + 1
    while at < len(lines) and _gap(lines, at) <= _FAR * height:
        line = lines[at]
        if not _keeps(line, blanks, height):
            ahead = _goes_on(lines, at, blanks, height)
            if ahead:
                at = ahead
                continue
            old = [blank for blank in blanks if at - blank.since >= _YOUNG]
            if _is_prose(line, blanks, height) or not all(_free(line, old, height)):
                break
        left = [
            part._replace(since=blank.since if len(parts) == 1 else at)
            for blank, parts in zip(blanks, _free(line, blanks, height), strict=True)
            for part in parts
        ]
        if not _FEWEST + _OUTER <= len(left) <= _MOST:
            break
        blanks = left
        at += 1
    return at, blanks


def _gap(lines: Sequence[TextLine], at: int) -> float:
    """Return how far a line stands below the one before it."""
    above = min(piece.bottom for piece in lines[at - 1])
    return above - max(piece.top for piece in lines[at])


def _goes_on(lines: Sequence[TextLine], at: int, blanks: Sequence[Blank], height: float) -> int:
    """Return the line at which columns go on behind lines that cross them; 0 where they do not."""
    crossing = at
    for ahead in range(at + 1, min(at + _AHEAD, len(lines))):
        if _gap(lines, ahead) > _FAR * height:
            return 0
        if not _keeps(lines[ahead], blanks, height):
            crossing = ahead
            if crossing - at >= _HEADING:
                return 0
        elif len(_blanks(lines[ahead], _WIDE * height)) >= _FEWEST:
            return crossing + 1
    return 0


def _keeps(line: TextLine, blanks: Iterable[Blank], height: float) -> bool:
    """Tell whether a line leaves all blanks free, and not by chance between the words of prose."""
    blanks = tuple(blanks)
    return all(_free(line, blanks, height)) and not _is_prose(line, blanks, height)


def _is_prose(line: TextLine, blanks: Iterable[Blank], height: float) -> bool:
    """Tell whether a line has words all along, no further apart than those of a sentence."""
    is_close = len(line) > _PROSE and not _blanks(line, _WIDE * height)
    return is_close and _is_long(line, blanks)


def _is_long(line: TextLine, blanks: Iterable[Blank]) -> bool:
    """Tell whether a line has words on both sides of two blanks."""
    sides = [line[0].left < blank.left and line[-1].right > blank.right for blank in blanks]
    return sum(sides) >= _FEWEST


def _free(line: TextLine, blanks: Iterable[Blank], height: float) -> tuple[tuple[Blank, ...], ...]:
    """Return for each blank what of it a line leaves free; nothing where it crosses it."""
    return tuple(tuple(_gaps_in(blank, line, _NARROW * height)) for blank in blanks)


def _gaps_in(blank: Blank, line: TextLine, narrowest: float) -> Iterator[Blank]:
    """Give the stretches of a blank that no piece of a line covers."""
    reached = blank.left
    for piece in line:
        if piece.right <= blank.left or piece.left >= blank.right:
            continue
        if piece.left - reached >= narrowest:
            yield Blank(reached, piece.left)
        reached = max(reached, piece.right)
    if blank.right - reached >= narrowest:
        yield Blank(reached, blank.right)


def _up(lines: Sequence[TextLine], start: int, blanks: Sequence[Blank], height: float) -> int:
    """Return the first line of the head above the first line with words in three columns."""
    at = start
    while at and start - at < _HEAD and _gap(lines, at) <= _CLOSE * height:
        if not _keeps(lines[at - 1], blanks, height):
            break
        at -= 1
    return at


def _region(
    lines: Sequence[TextLine], start: int, end: int, blanks: Sequence[Blank], height: float
) -> Region:
    """Return the lines of a table with the borders of its columns."""
    inside = tuple(lines[start:end])
    fitting = [piece for line in inside if _keeps(line, blanks, height) for piece in line]
    columns = _blanks(tuple(sorted(fitting)), _NARROW * height) if fitting else ()
    middles = [(blank.left + blank.right) / 2 for blank in columns]
    borders = tuple(_wide(inside, middles, height))
    return Region(
        lines=inside,
        borders=borders,
        crossed=tuple(
            any(piece.left < border < piece.right for piece in line for border in borders)
            for line in inside
        ),
        height=height,
        is_wide=all(
            blank.right - blank.left >= _WIDE * height
            for blank, middle in zip(columns, middles, strict=True)
            if middle in borders
        ),
    )

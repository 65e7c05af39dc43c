"""A second opinion on every figure of a scan: two models must see the same, or it is doubted.

Letters that were read wrongly can be told from their neighbours; figures cannot. So lines with
figures are read again by the model that knows figures best. Where the two disagree the word keeps
the surer reading at half its confidence; in the head of a document, where numbers and dates are
written by hand, figures that nobody read surely are left open, as a blank is better than a number
that names another document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from loaders.readers.page_images import FINE_DPI, READ_DPI, scaled, stacked
from loaders.readers.tesseract import FIGURES, RecognitionFailed, languages, read_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

    from loaders.readers.page_layout import Line
    from loaders.readers.tesseract import ReadWord

OPEN: Final = "\u2026"
"""What stands for figures that could not be read."""
_SCALES: Final = (1.0, 0.66, 0.5)
"""Sizes at which figures of the head are read; writing by hand must look the same at each."""
_MARGIN: Final = 9
"""Pixels of white that are cut out with a line."""
_MOST: Final = 2
"""Readings of a clean number in the head, of three, that must show it again."""
_DOUBT: Final = 0.5
_TAKEN: Final = 0.9
"""Factor on the confidence of a word that the second model alone read as figures."""
_LINE_OVERLAP: Final = 0.5
_FIGURE: Final = re.compile(r"[0-9]")
_FIGURES: Final = re.compile(r"[0-9]+")
_ALONE: Final = re.compile(r"^[0-9]+(?![^\W_])")
"""Figures at the beginning of a word that no letter follows."""
_STRANGE: Final = re.compile(r"[^\w\s.,;:/()\"'\u201c\u201d\u2013-]|[^\W\d_][0-9(]|[0-9][^\W\d_/]")
"""Signs that print does not mix with words: what writing by hand is taken for."""
_SYMBOL: Final = re.compile(r"[/-][^\W\d_].*$")


def confirmed(lines: Sequence[Line], page: Image.Image, seconds: float) -> tuple[Line, ...]:
    """Return the lines of a page with their figures seen by a second model.

    Args:
        lines: what was read, in pixels at the resolution for reading.
        page: the grey page at the fine resolution.
        seconds: how long the second reading may take.
    """
    chosen = [i for i, line in enumerate(lines) if _FIGURE.search(_text(line))]
    opinions = _opinions([lines[i] for i in chosen], page, 1.0, seconds)
    seen = dict(zip(chosen, opinions, strict=True))
    return tuple(_compared(line, seen[i]) if i in seen else line for i, line in enumerate(lines))


def head_confirmed(lines: Sequence[Line], page: Image.Image, seconds: float) -> tuple[Line, ...]:
    """Return the lines of the head of a document, their figures read surely or left open.

    Args:
        lines: what was read in the head, in pixels at the resolution for reading.
        page: the grey page at the fine resolution.
        seconds: how long each reading may take.
    """
    chosen = [i for i, line in enumerate(lines) if any(map(_is_doubtful, line))]
    heads = [lines[i] for i in chosen]
    votes = [_opinions(heads, page, scale, seconds) for scale in _SCALES]
    seen = {i: tuple(vote[k] for vote in votes) for k, i in enumerate(chosen)}
    return tuple(_decided(line, seen[i]) if i in seen else line for i, line in enumerate(lines))


def _text(line: Line) -> str:
    return " ".join(word.text for word in line)


def _is_doubtful(word: ReadWord) -> bool:
    """Tell whether a word may be figures that were written by hand."""
    return bool(_STRANGE.search(word.text) or _FIGURE.search(word.text))


def _opinions(
    lines: Sequence[Line], page: Image.Image, scale: float, seconds: float
) -> tuple[Line, ...]:
    """Return the lines as the second model reads them, placed in pixels of the first reading."""
    nothing: tuple[Line, ...] = ((),) * len(lines)
    if not lines or FIGURES not in languages():
        return nothing
    places = [_place(line, page) for line in lines]
    cuts = [scaled(page.crop(place), scale) for place in places]
    try:
        read = read_lines(stacked(cuts), FIGURES, round(FINE_DPI * scale), seconds)
    except RecognitionFailed:
        return nothing
    read = (*read, *nothing[len(read) :])
    factor = READ_DPI / FINE_DPI
    return tuple(
        tuple(
            replace(
                word,
                left=round((word.left / scale + place[0]) * factor),
                right=round((word.right / scale + place[0]) * factor),
            )
            for word in line
        )
        for line, place in zip(read, places, strict=True)
    )


def _place(line: Line, page: Image.Image) -> tuple[int, int, int, int]:
    """Return what to cut out of the fine page for a line."""
    factor = FINE_DPI / READ_DPI
    return (
        max(0, round(min(word.left for word in line) * factor) - _MARGIN),
        max(0, round(min(word.top for word in line) * factor) - _MARGIN),
        min(page.width, round(max(word.right for word in line) * factor) + _MARGIN),
        min(page.height, round(max(word.bottom for word in line) * factor) + _MARGIN),
    )


def _beside(word: ReadWord, opinion: Line) -> str:
    """Return what the second model read where a word stands."""
    return " ".join(
        other.text
        for other in opinion
        if min(word.right, other.right) - max(word.left, other.left)
        > _LINE_OVERLAP * min(word.right - word.left, other.right - other.left)
    )


def _digits(text: str) -> str:
    return "".join(_FIGURE.findall(text))


def _compared(line: Line, opinion: Line) -> Line:
    """Return a line whose figures the second model has seen too."""
    return tuple(
        _judged(word, _beside(word, opinion)) if _FIGURE.search(word.text) else word
        for word in line
    )


def _judged(word: ReadWord, other: str) -> ReadWord:
    """Return a word with figures after the second model was heard."""
    if not other or _digits(word.text) == _digits(other):
        return word
    if len(other) == len(word.text) and _is_clearer(other, word.text):
        return replace(word, text=_mixed(other, word.text), confidence=word.confidence * _TAKEN)
    return replace(word, confidence=word.confidence * _DOUBT)


def _is_clearer(other: str, mine: str) -> bool:
    """Tell whether the second model read the figures of the first, and more besides."""
    pairs = list(zip(other, mine, strict=True))
    return all(o == m for o, m in pairs if m.isdigit()) and any(
        o.isdigit() and not m.isdigit() for o, m in pairs
    )


def _mixed(other: str, mine: str) -> str:
    """Return the figures of the second reading among the letters of the first."""
    pairs = zip(other, mine, strict=True)
    return "".join(o if o.isdigit() else m for o, m in pairs)


def _decided(line: Line, votes: tuple[Line, ...]) -> Line:
    """Return a line of the head with its figures read by all, or left open."""
    return tuple(
        _settled(word, [_beside(word, vote) for vote in votes]) if _is_doubtful(word) else word
        for word in line
    )


def _settled(word: ReadWord, votes: list[str]) -> ReadWord:
    """Return a word of the head with figures that were seen alike again and again, or a blank."""
    symbol = found.group() if (found := _SYMBOL.search(word.text)) else ""
    numbers = [found.group() if (found := _ALONE.match(vote)) else "" for vote in votes]
    if not _STRANGE.search(word.text):
        mine = found.group() if (found := _FIGURES.search(word.text)) else ""
        agreeing = sum(mine in _FIGURES.findall(vote) for vote in votes)
        return (
            word
            if agreeing >= _MOST
            else replace(word, text=word.text.replace(mine, OPEN, 1), confidence=0.0)
        )
    stuck = "".join(takewhile(str.islower, word.text))
    if numbers[0] and not stuck and len(set(numbers)) == 1:
        return replace(word, text=numbers[0] + symbol)
    return replace(word, text=" ".join(filter(None, (stuck, OPEN))) + symbol, confidence=0.0)

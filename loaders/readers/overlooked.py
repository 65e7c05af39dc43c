"""The words of a scanned page that Tesseract took for part of a picture.

Where a seal or a signature runs over print, Tesseract leaves the whole place out as a picture: post
and name of the signer are lost. What no word covers is read once more, as words without order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from loaders.readers.tesseract import ReadWord

_EDGE: Final = 3
"""Dots round a word that belong to it."""
_CELL: Final = 8
"""Dots of the side of a square whose mean grey is looked at: single dots of dirt vanish in it."""
_DARK: Final = 200
"""Mean grey, 0 to 255, of a square with ink below which it holds part of a sign."""
_INK: Final = 40
"""Squares with ink, about those of one word, below which nothing was overlooked."""
_TRUSTED: Final = 0.5
"""Confidence from which on a word is one, not what a seal was taken for."""
_SURE: Final = 0.8
"""Confidence from which on a word of the second reading is taken."""
_SHORTEST: Final = 2
"""Letters of a word of the second reading."""
_SECOND: Final = 2
"""What tells the lines of the second reading from those of the first."""


def with_overlooked(
    words: tuple[ReadWord, ...],
    page: Image.Image,
    read: Callable[[Image.Image], tuple[ReadWord, ...]],
) -> tuple[ReadWord, ...]:
    """Return the words of a page with those that were overlooked.

    Args:
        words: what was read of the page.
        page: the page in grey, as it was read.
        read: reads words without order from a picture; not called where no ink is left.
    """
    rest = _left_over(page, words)
    if not _has_ink(rest):
        return words
    more = [word for word in read(rest) if _is_sure(word)]
    kept = (word for word in words if not any(_covers(other, word) for other in more))
    return (*kept, *(replace(word, line=(_SECOND, *word.line[1:])) for word in more))


def _left_over(page: Image.Image, words: Sequence[ReadWord]) -> Image.Image:
    """Return the page with the words that were read painted white."""
    rest = page.copy()
    brush = ImageDraw.Draw(rest)
    for word in words:
        if word.confidence >= _TRUSTED:
            box = (word.left - _EDGE, word.top - _EDGE, word.right + _EDGE, word.bottom + _EDGE)
            brush.rectangle(box, fill=255)
    return rest


def _has_ink(rest: Image.Image) -> bool:
    """Tell whether more than dirt is left on a page."""
    squares = rest.reduce(_CELL).histogram()
    return sum(squares[:_DARK]) >= _INK


def _is_sure(word: ReadWord) -> bool:
    """Tell whether a word of the second reading is print, not part of a seal."""
    letters = sum(map(str.isalpha, word.text))
    return word.confidence >= _SURE and letters >= _SHORTEST and letters * 3 >= 2 * len(word.text)


def _covers(other: ReadWord, word: ReadWord) -> bool:
    """Tell whether a word of the second reading stands where an unsure one of the first does."""
    return (
        word.confidence < _TRUSTED
        and other.left < word.right
        and word.left < other.right
        and other.top < word.bottom
        and word.top < other.bottom
    )

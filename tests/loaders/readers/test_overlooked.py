"""Words that were taken for part of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from loaders.readers.overlooked import with_overlooked
from loaders.readers.tesseract import ReadWord

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (600, 400)
READ = ReadWord(text="Luật", confidence=0.9, left=40, top=40, right=160, bottom=80, line=(1, 1))
UNSURE = ReadWord(text="lÓ", confidence=0.2, left=300, top=300, right=360, bottom=340, line=(1, 2))


def page(*boxes: tuple[int, int, int, int]) -> Image.Image:
    """Return a white page with black boxes, in dots."""
    made = Image.new("L", SIZE, 255)
    brush = ImageDraw.Draw(made)
    for box in boxes:
        brush.rectangle(box, fill=0)
    return made


def found(*words: ReadWord) -> Callable[[Image.Image], tuple[ReadWord, ...]]:
    """Return a reader that finds some words."""
    return lambda _: words


def box(word: ReadWord) -> tuple[int, int, int, int]:
    """Return where a word stands."""
    return (word.left, word.top, word.right, word.bottom)


def test_a_page_of_which_all_was_read_is_not_read_again() -> None:
    """Dots of dirt are no reason either."""

    def never(_: Image.Image) -> tuple[ReadWord, ...]:
        raise AssertionError

    dirty = page(box(READ), *((x, 200, x + 1, 201) for x in range(0, 600, 40)))
    assert with_overlooked((READ,), dirty, never) == (READ,)


def test_print_below_a_seal_is_added() -> None:
    """It takes the place of an unsure word there; what is hardly a word is left out."""
    name = ReadWord(
        text="PHÓ", confidence=0.95, left=300, top=300, right=380, bottom=340, line=(1,)
    )
    seal = ReadWord(text="o.", confidence=0.9, left=420, top=300, right=440, bottom=340, line=(1,))
    printed = page(box(READ), box(name), box(seal))
    words = with_overlooked((READ, UNSURE), printed, found(name, seal))
    assert [word.text for word in words] == ["Luật", "PHÓ"]
    assert len({word.line for word in words}) == len(words)

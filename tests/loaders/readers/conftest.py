"""What the tests of scans share: a page printed into a picture, and the program that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from loaders.readers.tesseract import VIETNAMESE, languages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONT = "DejaVuSerif.ttf"
WIDTH, HEIGHT, SIZE = 1654, 1100, 34
"""A sheet at 200 dots an inch, its lower part cut away."""


@pytest.fixture(scope="session")
def tesseract() -> None:
    """Skip where no program reads Vietnamese."""
    if VIETNAMESE not in languages():
        pytest.skip("Tesseract with Vietnamese is not installed (tests/install_system_packages.sh)")


@pytest.fixture(scope="session")
def printed() -> Callable[..., Image.Image]:
    """Return what prints lines, each at (left, top), into a picture of a page."""
    try:
        font = ImageFont.truetype(FONT, SIZE)
    except OSError:
        pytest.skip(f"the font {FONT} is not installed (tests/install_system_packages.sh)")

    def draw(lines: Sequence[tuple[int, int, str]], size: int = SIZE) -> Image.Image:
        page = Image.new("RGB", (WIDTH, HEIGHT), "white")
        pen = ImageDraw.Draw(page)
        face = font if size == SIZE else ImageFont.truetype(FONT, size)
        for left, top, text in lines:
            pen.text((left, top), text, fill="black", font=face)
        return page

    return draw

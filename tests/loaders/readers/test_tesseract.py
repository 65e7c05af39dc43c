"""Tesseract is asked with fixed words, and what it says becomes words with places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.errors import UnreadableDocument
from loaders.readers import tesseract as program
from loaders.readers.page_images import png, stacked
from loaders.readers.tesseract import (
    FIGURES,
    RecognitionFailed,
    read_lines,
    read_page,
    require_tesseract,
    turned,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

LINE = "Kế hoạch số 15/KH-UBND"


def test_without_the_program_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A person who hands in a scan learns what to do."""
    monkeypatch.setattr(program, "languages", frozenset)
    with pytest.raises(UnreadableDocument, match=r"quet\.pdf") as caught:
        require_tesseract("quet.pdf")
    assert caught.value.code == "tesseract-missing"
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in caught.value.hint


@pytest.mark.usefixtures("tesseract")
def test_words_come_with_place_and_confidence(printed: Callable[..., Image.Image]) -> None:
    """Each word stands where it was printed, and a clear one is sure."""
    words = read_page(png(printed([(200, 300, LINE)])), 200, 60)
    assert [word.text for word in words] == LINE.split()
    assert all(190 <= w.left < w.right < 800 and 295 <= w.top < w.bottom < 350 for w in words)
    assert min(word.confidence for word in words) > 0.7


@pytest.mark.usefixtures("tesseract")
def test_lines_are_read_one_by_one(printed: Callable[..., Image.Image]) -> None:
    """The second model gives an answer for each line, in order."""
    page = printed([(200, 300, "12/2024"), (200, 500, "345")])
    cuts = [page.crop((180, top, 700, top + 60)).convert("L") for top in (290, 490)]
    read = read_lines(stacked(cuts), FIGURES, 200, 60)
    assert [[word.text for word in line] for line in read] == [["12/2024"], ["345"]]


@pytest.mark.usefixtures("tesseract")
def test_damage_and_time_are_our_error(printed: Callable[..., Image.Image]) -> None:
    """Neither bytes that are no picture nor a limit of time ends in a foreign exception."""
    with pytest.raises(RecognitionFailed):
        read_page(b"no picture", 200, 60)
    with pytest.raises(RecognitionFailed):
        read_page(png(printed([(200, 300, LINE)])), 200, 0.001)
    assert turned(b"no picture", 200, 60) == 0

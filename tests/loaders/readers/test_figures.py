"""Figures are believed where two models see them; written ones of the head only if all agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from loaders.readers import figures
from loaders.readers.figures import OPEN, confirmed, head_confirmed
from loaders.readers.tesseract import ReadWord

if TYPE_CHECKING:
    from loaders.readers.page_layout import Line

PAGE = Image.new("L", (3000, 300), 255)


def line(*texts: str, confidence: float = 0.9) -> Line:
    """Return words side by side, a hundred pixels each."""
    return tuple(
        ReadWord(text=t, confidence=confidence, left=100 * i, top=9, right=100 * i + 90, bottom=40)
        for i, t in enumerate(texts)
    )


def heard(monkeypatch: pytest.MonkeyPatch, *answers: Line) -> None:
    """Let the second model give these answers, one a reading, for the one line it is asked."""
    said = iter(answers)
    monkeypatch.setattr(figures, "_opinions", lambda lines, *_: (next(said),) if lines else ())


def test_agreement_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks and letters may differ: only figures are compared."""
    read = line("số", "15/QĐ-TTg")
    heard(monkeypatch, line("s6", "15/QD-TTg"))
    assert confirmed([read], PAGE, 1) == (read,)


def test_doubt_halves_the_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of the two is right nobody knows, so the word stays and is believed less."""
    heard(monkeypatch, line("s6", "75/QD-TTg"))
    ((_, number),) = confirmed([line("số", "15/QĐ-TTg")], PAGE, 1)
    assert (number.text, number.confidence) == ("15/QĐ-TTg", 0.45)


def test_letters_among_figures_give_way_to_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one model saw a letter and the other a figure in the same place, the figure is taken."""
    heard(monkeypatch, line("ngay", "12"))
    ((_, day),) = confirmed([line("ngày", "I2")], PAGE, 1)
    assert day.text == "12"
    assert day.confidence < 0.9


@pytest.mark.parametrize(
    ("read", "votes", "becomes"),
    [
        ("505/QĐ-TTg", ("505/QD-TTg", "505/QD-TTg", "S0S/QD"), "505/QĐ-TTg"),
        ("403", ("AOI", "A03", "AOS"), OPEN),
        ("445", ("445", "AAS", "JAS"), OPEN),
        ("?⁄Ø/QĐ-TTg", ("749/QD-TTg", "749/QD-TTg", "749/QD"), "749/QĐ-TTg"),
        ("!†", ("4", "4", "4"), "4"),
        ("#@3", ("29", "24", "29"), OPEN),
        ("ngày-2{", ("ngay24", "ngay24", "ngay24"), f"ngày {OPEN}"),
        ("Nội,", ("N6i,", "N6i,", "N6i,"), "Nội,"),
    ],
)
def test_figures_of_the_head(
    read: str, votes: tuple[str, ...], becomes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number written by hand is taken if it looks the same at every size, else left open."""
    heard(monkeypatch, *(line(vote) for vote in votes))
    ((word,),) = head_confirmed([line(read)], PAGE, 1)
    assert word.text == becomes

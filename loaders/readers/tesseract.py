"""Tesseract, the program that reads pictures of text, as a process of its own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from loaders.errors import UnreadableDocument

VIETNAMESE: Final = "vie"
FIGURES: Final = "eng"
"""The language whose model reads figures most surely; it is the second opinion on each of them."""
_PAGE: Final = 3
"""Tesseract's way of reading a page: find its blocks, do not turn it."""
_SPARSE: Final = 11
"""Tesseract's way of reading words wherever they stand, without order."""
_LINE: Final = 7
"""Tesseract's way of reading one line."""
_BLOCK: Final = 6
"""Tesseract's way of reading one block of lines."""
_WORD_ROW: Final = "5"
_COLUMNS: Final = 12
_ONE_THREAD: Final = {"OMP_THREAD_LIMIT": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"}
"""Pages are read side by side, so each process keeps to one core."""
INSTALL: Final = (
    "Install Tesseract with Vietnamese: apt-get install tesseract-ocr tesseract-ocr-vie "
    "(Debian, Ubuntu), brew install tesseract tesseract-lang (macOS)."
)


class RecognitionFailed(Exception):
    """A picture that Tesseract could not read, or not in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWord:
    """A word as Tesseract read it.

    Args:
        text: its letters.
        confidence: 0 to 1.
        left, top, right, bottom: where it stands, in pixels of the picture.
        picture: which of the pictures, from 0.
        line: number of its line in the order of Tesseract's reading.
    """

    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int
    picture: int = 0
    line: tuple[int, ...] = ()


def moved(word: ReadWord, place: tuple[int, int, int, int], margin: int) -> ReadWord:
    """Return a word of a piece that was cut out at its place on the page.

    Args:
        word: as it stands on the piece.
        place: left, top, right and bottom of the piece on the page.
        margin: dots of white that were put round the piece.
    """
    across, down = place[0] - margin, place[1] - margin
    return replace(
        word,
        left=word.left + across,
        right=word.right + across,
        top=word.top + down,
        bottom=word.bottom + down,
    )


@cache
def languages() -> frozenset[str]:
    """Return the languages that the installed Tesseract reads; none where it is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    listed = subprocess.run(  # noqa: S603 - the program's own list, no word of a user
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=30
    )
    return frozenset(line.strip() for line in listed.stdout.splitlines()[1:])


def require_tesseract(name: str) -> None:
    """Refuse a scan where nothing on this machine can read it.

    Args:
        name: the file, for the message.

    Raises:
        UnreadableDocument: Tesseract or its Vietnamese is missing.
    """
    if VIETNAMESE not in languages():
        raise UnreadableDocument(
            "tesseract-missing",
            f"{name} is a scan, and no program on this machine can read it.",
            INSTALL,
        )


def read_page(picture: bytes, dpi: int, seconds: float) -> tuple[ReadWord, ...]:
    """Return the words of a page in Tesseract's order.

    Args:
        picture: the page as PNG or TIFF.
        dpi: its resolution.
        seconds: how long reading may take.

    Raises:
        RecognitionFailed: the picture cannot be read, or not in time.
    """
    return _words(_run(picture, VIETNAMESE, _PAGE, dpi, seconds))


def read_sparse(picture: bytes, dpi: int, seconds: float) -> tuple[ReadWord, ...]:
    """Return the words that stand anywhere on a picture, without order.

    Args:
        picture: what is left of a page, as PNG or TIFF.
        dpi: its resolution.
        seconds: how long reading may take.

    Raises:
        RecognitionFailed: the picture cannot be read, or not in time.
    """
    return _words(_run(picture, VIETNAMESE, _SPARSE, dpi, seconds))


def read_lines(
    picture: bytes, language: str, dpi: int, seconds: float
) -> tuple[tuple[ReadWord, ...], ...]:
    """Return the words of each picture of a multi-page TIFF that holds one line a page.

    Args:
        picture: the lines.
        language: the model to read them with.
        dpi: their resolution.
        seconds: how long reading may take.

    Raises:
        RecognitionFailed: the pictures cannot be read, or not in time.
    """
    words = _words(_run(picture, language, _LINE, dpi, seconds))
    count = max((word.picture for word in words), default=-1) + 1
    return tuple(tuple(w for w in words if w.picture == number) for number in range(count))


def read_blocks(
    picture: bytes, dpi: int, seconds: float, language: str = VIETNAMESE
) -> tuple[ReadWord, ...]:
    """Return the words of a multi-page TIFF that holds one block of lines a page.

    Args:
        picture: the blocks.
        dpi: their resolution.
        seconds: how long reading may take.
        language: the model to read them with.

    Raises:
        RecognitionFailed: the pictures cannot be read, or not in time.
    """
    return _words(_run(picture, language, _BLOCK, dpi, seconds))


def turned(picture: bytes, dpi: int, seconds: float) -> int:
    """Return by how many degrees a page must be turned clockwise to stand upright: 0 to 270.

    Args:
        picture: the page as PNG.
        dpi: its resolution.
        seconds: how long looking may take.
    """
    program = _program()
    try:
        found = subprocess.run(  # noqa: S603 - fixed arguments; the picture goes in by the pipe
            [program, "-", "-", "--psm", "0", "--dpi", str(dpi)],
            input=picture,
            capture_output=True,
            check=False,
            timeout=seconds,
            env=_ONE_THREAD,
        ).stdout.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        return 0
    said = dict(line.split(": ", 1) for line in found.splitlines() if ": " in line)
    rotate = said.get("Rotate", "0")
    return int(rotate) % 360 if rotate.isdigit() else 0


def _program() -> str:
    """Return the program, which `require_tesseract` has made sure of."""
    return shutil.which("tesseract") or "tesseract"


def _run(picture: bytes, language: str, way: int, dpi: int, seconds: float) -> str:
    """Return Tesseract's table of words (TSV) of the pictures."""
    command = [_program(), "-", "-", "-l", language, "--psm", str(way), "--dpi", str(dpi), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments; the picture goes in by the pipe
            command,
            input=picture,
            capture_output=True,
            check=False,
            timeout=seconds,
            env=_ONE_THREAD,
        )
    except (subprocess.TimeoutExpired, OSError) as fault:
        raise RecognitionFailed(str(fault)) from fault
    if done.returncode != 0:
        raise RecognitionFailed(done.stderr.decode("utf-8", "replace")[-200:])
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> tuple[ReadWord, ...]:
    """Return the words of a table of Tesseract. Source: its manual, output format TSV."""
    words: list[ReadWord] = []
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) == _COLUMNS and cells[0] == _WORD_ROW and cells[11].strip():
            left, top, width, height = map(int, cells[6:10])
            words.append(
                ReadWord(
                    text=cells[11].strip(),
                    confidence=max(0.0, float(cells[10])) / 100,
                    left=left,
                    top=top,
                    right=left + width,
                    bottom=top + height,
                    picture=int(cells[1]) - 1,
                    line=tuple(map(int, cells[1:5])),
                )
            )
    return tuple(words)

"""How much of a file the readers take before they refuse it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.errors import DocumentTooLarge

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import SourceFile

MEGABYTE = 1_000_000


def _nobody_waits() -> None:
    """Tell nobody that reading goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds that keep one file from taking the machine.

    Args:
        file_bytes: size of a file as handed in.
        unpacked_bytes: size of all parts of a packed file (.docx) together, unpacked.
        characters: length of the text.
        pages: pages of a PDF.
        scanned_pages: pages of a file that are pictures to be recognised.
        pixels: size of a picture.
        page_seconds: how long recognising a page may take.
        processes: how many pages are recognised side by side; 0 for one a core.
        alive: called after each page, so that whoever waits knows that reading goes on.
    """

    file_bytes: int = 50 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    characters: int = 20 * MEGABYTE
    pages: int = 5_000
    scanned_pages: int = 500
    pixels: int = 100 * MEGABYTE
    page_seconds: float = 90.0
    processes: int = 0
    alive: Callable[[], None] = field(default=_nobody_waits, compare=False, repr=False)


DEFAULT_LIMITS = Limits()


def check_size(file: SourceFile, found: int, limit: int, unit: str) -> None:
    """Refuse a file that holds more than the limit.

    Args:
        file: the file, for its name.
        found: what it holds.
        limit: what it may hold.
        unit: what is counted, in the plural, for the message.

    Raises:
        DocumentTooLarge: the file holds more.
    """
    if found > limit:
        detail = f"{file.name} has {found:,} {unit}; the limit is {limit:,}."
        raise DocumentTooLarge(
            "document-too-large", detail, "Split the file, or raise the limit in the settings."
        )

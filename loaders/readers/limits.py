"""How much of a file the readers take before they refuse it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from loaders.errors import DocumentTooLarge, UnreadableDocument

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


_MARKS: Final = 400
_STRANGE: Final = re.compile(rf"[^\w\s\x00-\x7f]{{{_MARKS},}}")


def check_marks(file: SourceFile, text: str) -> None:
    """Refuse a text in which hundreds of marks stand over one letter.

    Marks are put in order when a text is normalised, in time that grows with their square: a small
    file could hold up a load for days. Unicode itself allows for thirty of them.

    Args:
        file: the file, for its name.
        text: its words.

    Raises:
        UnreadableDocument: it has such a letter.

    Source: Unicode Standard Annex 15, section 13 (stream-safe text).
    """
    for found in _STRANGE.finditer(text):
        in_a_row = 0
        for sign in found.group():
            in_a_row = in_a_row + 1 if unicodedata.combining(sign) else 0
            if in_a_row >= _MARKS:
                raise UnreadableDocument(
                    "damaged-document",
                    f"{file.name} has hundreds of marks over one letter.",
                    "Save the file anew from where it came.",
                )

"""PDF: the text layer, page by page; pages that are pictures are recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

import pypdfium2

from loaders.errors import DocumentError, UnreadableDocument
from loaders.readers.limits import Limits, check_size
from loaders.readers.page_layout import PageWords
from loaders.readers.text_layer import laid_out_text

if TYPE_CHECKING:
    from PIL.Image import Image

    from loaders.readers.page_notes import Note
    from loaders.records import SourceFile, SourceText

_ONE_AT_A_TIME: Final = Lock()  # PDFium is not safe in two threads at once
_SIGNS_ON_A_PAGE: Final = 200
"""A page with a picture and fewer signs is a scan under a running head, a stamp or a number."""
_POINTS: Final = 72
"""Points of PDF an inch. Source: ISO 32000-1, 8.3.2.3."""
_NO_LETTER: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe]")
"""What stands for letters whose font does not say which they are."""
_GARBAGE: Final = 0.2
"""Share of such signs at which a text layer is worth less than a picture of its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """The text layer of a page, and whether the page must be recognised instead."""

    text: str
    scanned: bool
    notes: tuple[Note, ...] = ()


def read_pdf(file: SourceFile, limits: Limits) -> SourceText:
    """Return the text of a PDF with the span of each page.

    Args:
        file: the file.
        limits: bounds the pages and, through them, the text; and what recognising may take.

    Raises:
        UnreadableDocument: the file is encrypted, damaged, or a scan that nothing here can read.
        DocumentTooLarge: it has too many pages or too much text.
    """
    from loaders.readers.scan import (  # noqa: PLC0415 - pictures are needed for scans only
        gathered,
    )

    with _ONE_AT_A_TIME:
        document = _opened(file)
        try:
            check_size(file, len(document), limits.pages, "pages")
            layers = _layers(file, document, limits)
            recognised = _recognised(file, document, layers, limits)
        except DocumentError:
            raise
        except Exception as error:
            raise _unreadable(file, error) from error
        finally:
            document.close()
    pages = [
        recognised.get(number) or PageWords(text=layer.text, notes=layer.notes)
        for number, layer in enumerate(layers, start=1)
    ]
    return gathered(file, pages, "scan" if len(recognised) == len(pages) else "pdf")


def _opened(file: SourceFile) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(file.content)
    except Exception as error:
        raise _unreadable(file, error) from error


def _layers(
    file: SourceFile, document: pypdfium2.PdfDocument, limits: Limits
) -> tuple[_Layer, ...]:
    """Return the text layers with plain line feeds, stopping where they grow over the limit."""
    read: list[_Layer] = []
    length = 0
    last: Note | None = None
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        text = layer.get_text_range(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        scanned = _is_scanned(page, text)
        notes: tuple[Note, ...] = ()
        if not scanned:
            text, notes = laid_out_text(page, layer, text, last)
            last = notes[-1] if notes else last
        read.append(_Layer(text=text, scanned=scanned, notes=notes))
        layer.close()
        page.close()
        length += len(text)
        check_size(file, length, limits.characters, "characters")
        limits.alive()
    return tuple(read)


def _is_scanned(page: pypdfium2.PdfPage, text: str) -> bool:
    """Tell whether a page is a picture with hardly a word, or its text layer is garbage."""
    signs = "".join(text.split())
    if len(signs) >= _SIGNS_ON_A_PAGE:
        return len(_NO_LETTER.findall(signs)) > _GARBAGE * len(signs)
    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def _recognised(
    file: SourceFile,
    document: pypdfium2.PdfDocument,
    layers: tuple[_Layer, ...],
    limits: Limits,
) -> dict[int, PageWords]:
    """Return what the pages that are pictures say, by their numbers."""
    from loaders.readers.scan import (  # noqa: PLC0415 - pictures are needed for scans only
        recognise_all,
    )
    from loaders.readers.tesseract import require_tesseract  # noqa: PLC0415 - as above

    numbers = [number for number, layer in enumerate(layers, start=1) if layer.scanned]
    if not numbers:
        return {}
    require_tesseract(file.name)
    check_size(file, len(numbers), limits.scanned_pages, "scanned pages")
    rendered = ((number, _rendered(document, number, limits)) for number in numbers)
    return dict(zip(numbers, recognise_all(rendered, limits), strict=True))


def _rendered(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> Image:
    """Return the picture of a page at the resolution for reading, or as large as allowed."""
    from loaders.readers.page_images import FINE_DPI  # noqa: PLC0415 - as above

    page = document[number - 1]
    try:
        scale = FINE_DPI / _POINTS
        area = max(1.0, page.get_width() * page.get_height() * scale * scale)
        picture = page.render(scale=scale * min(1.0, (limits.pixels / area) ** 0.5))
        rendered: Image = picture.to_pil().convert("RGB")
        return rendered
    finally:
        page.close()


def _unreadable(file: SourceFile, error: Exception) -> UnreadableDocument:
    """Return our error for one of PDFium's."""
    if "password" in str(error).lower():
        return UnreadableDocument(
            "encrypted-document",
            f"{file.name} is protected by a password.",
            "Save a copy without the password and hand that in.",
        )
    return UnreadableDocument(
        "damaged-document",
        f"{file.name} is not a PDF that can be opened.",
        "Check that the file was saved whole.",
    )

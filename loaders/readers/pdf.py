"""PDF: the text layer, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Final

import pypdfium2

from loaders.errors import DocumentError, UnreadableDocument
from loaders.readers.limits import Limits, check_size
from loaders.records import Page, Remark, SourceFile, SourceText, Span

_ONE_AT_A_TIME: Final = Lock()  # PDFium is not safe in two threads at once
_SIGNS_ON_A_PAGE: Final = 200
"""A page with a picture and fewer signs is a scan under a running head, a stamp or a number."""


def read_pdf(file: SourceFile, limits: Limits) -> SourceText:
    """Return the text layer of a PDF with the span of each page.

    Args:
        file: the file.
        limits: bounds the pages and, through them, the text.

    Raises:
        UnreadableDocument: the file is encrypted, damaged, or a scan without a text layer.
        DocumentTooLarge: it has too many pages or too much text.
    """
    with _ONE_AT_A_TIME:
        read = _read_pages(file, limits)
    if all(page.scanned for page in read):
        raise UnreadableDocument(
            "no-text-layer",
            f"{file.name} is a scan: its pages ({len(read)}) hold pictures but no text.",
            "Have its text recognised (OCR) elsewhere and hand in the text.",
        )
    pages = _pages([page.text for page in read])
    remarks = tuple(
        Remark(code="page-without-text", detail=str(page.number), span=page.span)
        for page, found in zip(pages, read, strict=True)
        if found.scanned
    )
    return SourceText(
        source_sha256=file.sha256,
        text="\n".join(page.text for page in read),
        pages=pages,
        reader="pdf",
        remarks=remarks,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadPage:
    """The text of a page, and whether the page is a picture of text rather than text."""

    text: str
    scanned: bool


def _read_pages(file: SourceFile, limits: Limits) -> list[_ReadPage]:
    """Return the pages with plain line feeds."""
    try:
        document = pypdfium2.PdfDocument(file.content)
    except Exception as error:
        raise _unreadable(file, error) from error
    try:
        check_size(file, len(document), limits.pages, "pages")
        return _collected(file, document, limits)
    except DocumentError:
        raise
    except Exception as error:
        raise _unreadable(file, error) from error
    finally:
        document.close()


def _collected(
    file: SourceFile, document: pypdfium2.PdfDocument, limits: Limits
) -> list[_ReadPage]:
    """Return the pages, stopping where their text grows over the limit."""
    read: list[_ReadPage] = []
    length = 0
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        text = layer.get_text_range(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        read.append(_ReadPage(text=text, scanned=_is_scanned(page, text)))
        layer.close()
        page.close()
        length += len(text)
        check_size(file, length, limits.characters, "characters")
    return read


def _is_scanned(page: pypdfium2.PdfPage, text: str) -> bool:
    """Tell whether a page is a picture with hardly a word."""
    if len("".join(text.split())) >= _SIGNS_ON_A_PAGE:
        return False
    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def _pages(texts: list[str]) -> tuple[Page, ...]:
    """Return the pages with their spans in the texts joined by line feeds."""
    pages: list[Page] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        pages.append(Page(number=number, span=Span(start=start, end=start + len(text))))
        start += len(text) + 1
    return tuple(pages)


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

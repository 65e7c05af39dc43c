"""The formats that can be read, how they are told apart, and the one way in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from loaders.errors import DocumentError, UnreadableDocument, UnsupportedFormat
from loaders.readers.docx import read_docx
from loaders.readers.font_encoding import converted, is_font_encoded
from loaders.readers.html import read_html
from loaders.readers.limits import DEFAULT_LIMITS, Limits, check_marks, check_size
from loaders.readers.markdown import read_markdown, read_text
from loaders.readers.odt import read_odt
from loaders.readers.pdf import read_pdf
from loaders.readers.rtf import read_rtf
from loaders.records import Remark, SourceFile, SourceText

Reader = Callable[[SourceFile, Limits], SourceText]

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT: Final = "application/vnd.oasis.opendocument.text"


def read_old_word(file: SourceFile, limits: Limits) -> SourceText:
    """Return the words of a .doc file; what reads it is loaded when one comes.

    Args:
        file: the file.
        limits: bounds the text.

    Raises:
        DocumentError: it cannot be read.
    """
    from loaders.readers.doc import read_doc  # noqa: PLC0415 - needed for old files only

    return read_doc(file, limits)


def read_picture(file: SourceFile, limits: Limits) -> SourceText:
    """Return the words of a picture; what reads pictures is loaded when one comes.

    Args:
        file: PNG, JPEG or TIFF.
        limits: bounds pixels, pages, and the time for each.

    Raises:
        DocumentError: it cannot be read.
    """
    from loaders.readers.scan import read_scan  # noqa: PLC0415 - heavy, and needed for scans only

    return read_scan(file, limits)


READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "text/plain": read_text,
        "text/markdown": read_markdown,
        "text/html": read_html,
        "application/xhtml+xml": read_html,
        DOCX: read_docx,
        "application/pdf": read_pdf,
        "application/msword": read_old_word,
        "application/rtf": read_rtf,
        ODT: read_odt,
        "image/png": read_picture,
        "image/jpeg": read_picture,
        "image/tiff": read_picture,
    }
)
"""Which reader reads a media type; a new format is one row here."""

_SIGNATURES: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
"""First bytes of a kind of file. Source: the formats' own specifications."""
_UNREAD: Final = (
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftyp", "image/heif"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\x7fELF", "application/x-executable"),
)
"""What kinds that nobody reads bear, and where: they are no texts in an unknown encoding."""

_SIGNED: Final = frozenset({"application/msword", "application/rtf"})
"""Kinds whose first bytes always say so: without them the ending is wrong."""
_PARTS: Final = ((b"opendocument.text", ODT), (b"word/", DOCX), (b"[Content_Types].xml", DOCX))
"""Parts whose names tell a packed document whose ending is wrong."""
_PACKED: Final = b"PK\x03\x04"
_MARKUP: Final = (b"<!doctype html", b"<html")
_ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".txt": "text/plain",
        ".md": "text/markdown",
        ".markdown": "text/markdown",
        ".html": "text/html",
        ".htm": "text/html",
        ".xhtml": "application/xhtml+xml",
        ".docx": DOCX,
        ".doc": "application/msword",
        ".pdf": "application/pdf",
        ".rtf": "application/rtf",
        ".odt": ODT,
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".tif": "image/tiff",
        ".tiff": "image/tiff",
    }
)
_LOOKED_AT: Final = 1024


def media_type(name: str, first_bytes: bytes) -> str:
    """Return the media type of a file, by its first bytes, then by the ending of its name.

    Args:
        name: file name; only its ending counts.
        first_bytes: the beginning of the content; some hundred bytes are enough.

    >>> media_type("a.txt", b"%PDF-1.7")
    'application/pdf'
    >>> media_type("a.md", b"# A")
    'text/markdown'
    >>> media_type("a.jpg", b"GIF89a")
    'image/gif'
    """
    by_ending = _ENDINGS.get(PurePath(name).suffix.lower(), "")
    for signature, kind in _SIGNATURES:
        if first_bytes.startswith(signature):
            return kind
    for place, signature, kind in _UNREAD:
        if first_bytes.startswith(signature, place):
            return kind
    if first_bytes.startswith(_PACKED):
        return _packed_type(by_ending, first_bytes)
    start = first_bytes[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_MARKUP):
        return by_ending if by_ending in {"text/html", "application/xhtml+xml"} else "text/html"
    if by_ending in _SIGNED and first_bytes:
        return "text/plain"
    return by_ending or "text/plain"


def _packed_type(by_ending: str, first_bytes: bytes) -> str:
    """Return what a packed file is, by the parts that its first bytes name, then by its ending."""
    if by_ending.startswith("application/vnd."):
        return by_ending
    return next((kind for part, kind in _PARTS if part in first_bytes), "application/zip")


def read(file: SourceFile, limits: Limits = DEFAULT_LIMITS) -> SourceText:
    """Return the words of a file.

    Args:
        file: the file with its media type.
        limits: how much is taken at most.

    Raises:
        UnsupportedFormat: no reader reads the media type.
        UnreadableDocument: the file is empty, damaged, encrypted or holds no text.
        DocumentTooLarge: it holds more than the limits allow.
    """
    reader = READERS.get(file.media_type)
    if reader is None:
        raise _unsupported(file)
    if not file.content:
        raise _empty(file)
    check_size(file, len(file.content), limits.file_bytes, "bytes")
    text = reader(file, limits)
    check_marks(file, text.text)
    if not any(map(str.isalnum, text.text)):
        raise _empty(file)
    if is_font_encoded(text.text):
        text = _in_unicode(text)
    check_size(file, len(text.text), limits.characters, "characters")
    return text


def _in_unicode(text: SourceText) -> SourceText:
    """Return a text of the fonts before Unicode in Unicode, with a remark that says so."""
    words, encoding = converted(text.text)
    remark = Remark(code="font-encoding-converted", detail=encoding)
    return replace(text, text=words, pages=(), words=(), remarks=(*text.remarks, remark))


def _unsupported(file: SourceFile) -> DocumentError:
    """Return the error for a kind of file that nobody reads."""
    return UnsupportedFormat(
        "unsupported-format",
        f"{file.name} is of the kind {file.media_type}, which cannot be read.",
        "Hand in text, markdown, HTML, .docx, .doc, .odt, .rtf, PDF, PNG, JPEG or TIFF.",
    )


def _empty(file: SourceFile) -> DocumentError:
    """Return the error for a file without a word."""
    return UnreadableDocument(
        "empty-document", f"{file.name} holds no text.", "Check that the file was saved whole."
    )

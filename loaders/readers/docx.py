"""Word files (.docx): paragraphs and tables in the order in which they stand."""

from __future__ import annotations

import zipfile
from functools import partial
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from loaders.errors import DocumentError, UnreadableDocument
from loaders.readers.font_encoding import in_font
from loaders.readers.footnotes import note_lines
from loaders.readers.layout import table_lines
from loaders.readers.limits import Limits, check_size
from loaders.readers.list_numbers import ListNumbers
from loaders.records import SourceFile, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as DocumentObject
    from docx.table import Table, _Cell
    from docx.text.run import Run

_OLE: Final = b"\xd0\xcf\x11\xe0"  # an encrypted .docx is wrapped in an OLE file
_DEEPEST: Final = 20
"""Tables in tables beyond this depth are left out: no person makes them."""
_TAGS_AT_MOST: Final = 4_000_000
"""Tags of one part beyond which its tree, some hundred bytes a tag, takes too much memory."""
_CHUNK: Final = 1 << 20
_MEDIA: Final = b"word/media/"
"""Where a package keeps its pictures; names of parts stand unpacked in it."""


def read_docx(file: SourceFile, limits: Limits) -> SourceText:
    """Return the paragraphs and tables of a Word file, a line each.

    Args:
        file: the file.
        limits: bounds the unpacked size, before anything is unpacked, and the text.

    Raises:
        UnreadableDocument: the file is encrypted or damaged.
        DocumentTooLarge: it unpacks to more than the limits allow.
    """
    _check_package(file, limits)
    try:
        text = _text(file, Document(BytesIO(file.content)), limits)
    except DocumentError:
        raise
    except Exception as error:  # python-docx lets through what lxml, zipfile and itself raise
        raise _damaged(file) from error
    if not any(map(str.isalnum, text)) and _MEDIA in file.content:
        raise _only_pictures(file)
    return SourceText(source_sha256=file.sha256, text=text, reader="docx")


def _check_package(file: SourceFile, limits: Limits) -> None:
    """Refuse what is encrypted, no package at all, or a package that unpacks to too much."""
    if file.content.startswith(_OLE):
        raise UnreadableDocument(
            "encrypted-document",
            f"{file.name} is protected by a password or an old .doc under another name.",
            "Save it as an unprotected .docx.",
        )
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
            check_size(file, unpacked, limits.unpacked_bytes, "bytes unpacked")
            for part in package.infolist():
                if part.filename.endswith(".xml"):
                    check_size(file, _tags(package, part), _TAGS_AT_MOST, "tags in a part")
    except DocumentError:
        raise
    except Exception as error:  # a hostile directory makes zipfile raise more than BadZipFile
        raise _damaged(file) from error


def _tags(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return how many tags a part holds, without keeping it in memory."""
    with package.open(part) as content:
        return sum(chunk.count(b"<") for chunk in iter(partial(content.read, _CHUNK), b""))


def _text(file: SourceFile, document: DocumentObject, limits: Limits) -> str:
    """Return the lines of the body, bounded while they are gathered."""
    numbers = ListNumbers.of(document)
    lines: list[str] = []
    length = 0
    for line in chain(_lines(document, numbers, 0), note_lines(document)):
        lines.append(line)
        length += len(line) + 1
        check_size(file, length, limits.characters, "characters")
    return "\n".join(lines)


def _lines(holder: DocumentObject | _Cell, numbers: ListNumbers, depth: int) -> Iterator[str]:
    """Yield the lines of a body or a cell."""
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            yield numbers.marker(block) + _words(block)
        elif depth < _DEEPEST:
            yield from _table(block, numbers, depth + 1)


def _words(paragraph: Paragraph) -> str:
    """Return the words of a paragraph, those of fonts before Unicode in Unicode."""
    text = paragraph.text
    if text.isascii():
        return text
    runs = (
        run
        for part in paragraph.iter_inner_content()
        for run in (part.runs if isinstance(part, Hyperlink) else (part,))
    )
    return "".join(in_font(run.text, _font(run, paragraph)) for run in runs)


def _font(run: Run, paragraph: Paragraph) -> str:
    """Return the name of the font of a run: its own, its style's, its paragraph's; else empty."""
    kinds = (run, run.style, paragraph.style)
    names = (kind.font.name for kind in kinds if kind is not None and hasattr(kind, "font"))
    return next(filter(None, names), "")


def _table(table: Table, numbers: ListNumbers, depth: int) -> list[str]:
    """Return the lines of a table; a merged cell is printed once, at its first place."""
    rows: list[list[list[str]]] = []
    seen: set[object] = set()
    for row in table.rows:
        cells: list[list[str]] = []
        for cell in row.cells:
            is_new = cell._tc not in seen  # noqa: SLF001 - merged cells share nothing else
            seen.add(cell._tc)  # noqa: SLF001 - as above
            cells.append(_cell_lines(cell, numbers, depth) if is_new else [])
        rows.append(cells)
    return table_lines(rows)


def _cell_lines(cell: _Cell, numbers: ListNumbers, depth: int) -> list[str]:
    """Return the lines of a cell that hold a word."""
    whole = "\n".join(_lines(cell, numbers, depth))
    return [line.strip() for line in whole.split("\n") if line.strip()]


def _only_pictures(file: SourceFile) -> UnreadableDocument:
    """Return the error for a file that holds pictures and no word."""
    return UnreadableDocument(
        "no-text-layer",
        f"{file.name} holds pictures but no text.",
        "Have its text recognised (OCR) elsewhere and hand in the text.",
    )


def _damaged(file: SourceFile) -> UnreadableDocument:
    """Return the error for a file that is no sound package."""
    return UnreadableDocument(
        "damaged-document",
        f"{file.name} is not a .docx file that can be opened.",
        "Check that the file was saved whole, or save it again from a word processor.",
    )

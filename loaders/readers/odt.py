"""Texts of OpenDocument (.odt): paragraphs, lists, tables and notes.

Source: OASIS, Open Document Format for Office Applications 1.3, part 3, chapters 5 to 9.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from lxml import etree

from loaders.errors import DocumentError, UnreadableDocument
from loaders.readers.layout import table_lines
from loaders.readers.limits import check_size
from loaders.records import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.readers.limits import Limits
    from loaders.records import SourceFile

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BODY: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
_PARAGRAPHS: Final = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_LEFT_OUT: Final = frozenset(
    f"{_TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "note-citation", "note-body")
)
_SIGNS: Final = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_REPEATED_AT_MOST: Final = 50
_DEEPEST: Final = 60
"""Elements within elements beyond which no person writes."""


def read_odt(file: SourceFile, limits: Limits) -> SourceText:
    """Return the paragraphs, tables and notes of a .odt file, a line each.

    Args:
        file: the file.
        limits: bounds the unpacked size, before anything is unpacked, and the text.

    Raises:
        UnreadableDocument: the file is encrypted or damaged.
        DocumentTooLarge: it unpacks to more than the limits allow.
    """
    try:
        body = _body(_content(file, limits))
        lines = [] if body is None else [*_lines(body, 0), *_notes(body)]
    except DocumentError:
        raise
    except Exception as error:  # zipfile and lxml raise what they like on damage
        raise _damaged(file) from error
    text = "\n".join(lines)
    check_size(file, len(text), limits.characters, "characters")
    return SourceText(source_sha256=file.sha256, text=text, reader="odt")


def _body(content: bytes) -> etree._Element | None:
    """Return the element of the text; of what declares entities, nothing is parsed.

    Raises:
        ValueError: the part declares entities or a document type.
    """
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser).find(f".//{_BODY}")


def _content(file: SourceFile, limits: Limits) -> bytes:
    """Return the part with the words, which never unpacks to more than it says."""
    with zipfile.ZipFile(BytesIO(file.content)) as package:
        part = package.getinfo("content.xml")
        check_size(file, part.file_size, limits.unpacked_bytes, "bytes unpacked")
        if "META-INF/manifest.xml" in package.namelist():
            manifest = package.read("META-INF/manifest.xml")
            if b"encryption-data" in manifest:
                raise UnreadableDocument(
                    "encrypted-document",
                    f"{file.name} is protected by a password.",
                    "Save a copy without the password and hand that in.",
                )
        with package.open(part) as content:
            return content.read(part.file_size)


def _lines(holder: etree._Element, depth: int) -> Iterator[str]:
    """Yield the lines of the paragraphs and tables below an element."""
    if depth > _DEEPEST:
        return
    for element in holder:
        if element.tag in _PARAGRAPHS:
            yield from _words(element).split("\n")
        elif element.tag == f"{_TABLE}table":
            yield from table_lines(_rows(element, depth))
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            yield from _lines(element, depth + 1)


def _rows(table: etree._Element, depth: int) -> list[list[list[str]]]:
    """Return the cells of each row of a table, but not of tables inside it."""
    rows = table.iter(f"{_TABLE}table-row")
    return [
        [
            [line for line in _lines(cell, depth + 1) if line.strip()]
            for cell in row.iterchildren(f"{_TABLE}table-cell")
        ]
        for row in rows
        if next(row.iterancestors(f"{_TABLE}table")) is table
    ]


def _words(paragraph: etree._Element) -> str:
    """Return the words of a paragraph."""
    pieces = [paragraph.text or ""]
    for element in paragraph:
        if element.tag in _SIGNS:
            count = element.get(f"{_TEXT}c", "1")
            pieces.append(_SIGNS[element.tag] * min(_number(count), _REPEATED_AT_MOST))
        elif element.tag == f"{_TEXT}note":
            pieces.append("".join(element.itertext(f"{_TEXT}note-citation")))
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            pieces.append(_words(element))
        pieces.append(element.tail or "")
    return "".join(pieces)


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else 1


def _notes(body: etree._Element) -> Iterator[str]:
    """Yield the notes behind their marks, after the text, as at the foot of a page."""
    for note in body.iter(f"{_TEXT}note"):
        mark = "".join(note.itertext(f"{_TEXT}note-citation"))
        for words in note.iter(f"{_TEXT}note-body"):
            yield f"{mark} {' '.join(' '.join(words.itertext()).split())}"


def _damaged(file: SourceFile) -> UnreadableDocument:
    """Return the error for a file that is no sound package."""
    return UnreadableDocument(
        "damaged-document",
        f"{file.name} is not a .odt file that can be opened.",
        "Check that the file was saved whole, or save it as .docx.",
    )

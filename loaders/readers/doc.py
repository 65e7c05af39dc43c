"""Word files of 1997 to 2003 (.doc), and older ones as far as their text stands in one piece.

Source: Microsoft, [MS-DOC] Word (.doc) Binary File Format: 2.4.1 (retrieving text), 2.5 (the file
information block), 2.8.35 (pieces), 2.9.175 (paragraph properties), 2.6.2 (end of a table row).
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import olefile

from loaders.errors import DocumentError, UnreadableDocument, UnsupportedFormat
from loaders.readers.layout import table_lines
from loaders.readers.limits import check_size
from loaders.records import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.readers.limits import Limits
    from loaders.records import SourceFile

_MAIN: Final = "WordDocument"
_WORD_97: Final = 0xC1
"""Version from which text stands in pieces."""
_ENCRYPTED, _FIRST_TABLE = 0x100, 0x200
_CLX, _PARAGRAPHS = 33, 13
"""Places of the piece table and of the paragraph properties among the offsets of the block."""
_IN_TABLE, _ROW_END = 0x2416, 0x2417
"""Properties of a paragraph that stands in a table, or ends a row (sprmPFInTable, sprmPFTtp)."""
_PAGE: Final = 512
_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value by the upper three bits of its code; 0 where it says so itself."""
_CELL, _PARAGRAPH = "\x07", "\r"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_MARKS: Final = re.compile("[\r\x07\x13-\x15]")
_SPECIAL: Final = {
    0x01: None,
    0x02: None,
    0x03: None,
    0x04: None,
    0x05: None,
    0x08: None,
    0x0B: "\n",
    0x0C: "\n",
    0x0E: "\n",
    0x1E: "-",
    0x1F: None,
    0xA0: " ",
}
"""Signs for pictures, notes and breaks. Source: [MS-DOC] 2.4.1, special characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    """The positions of marks that end a paragraph in a table, and of those that end a row."""

    inside: frozenset[int] = frozenset()
    row_ends: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of text: the characters, the offset of the first byte, and bytes a character."""

    text: str
    offset: int
    width: int


def read_doc(file: SourceFile, limits: Limits) -> SourceText:
    """Return the paragraphs, tables and notes of a .doc file, a line each.

    Args:
        file: the file.
        limits: bounds the text.

    Raises:
        UnreadableDocument: the file is encrypted or damaged.
        UnsupportedFormat: it is packed like a .doc but holds no Word document.
    """
    try:
        main, table = _streams(file)
        text = "\n".join(_lines(*_body(main, table)))
    except DocumentError:
        raise
    except Exception as error:  # olefile and struct raise what they like on damage
        raise UnreadableDocument(
            "damaged-document",
            f"{file.name} is not a .doc file that can be opened.",
            "Open it in a word processor and save it as .docx.",
        ) from error
    check_size(file, len(text), limits.characters, "characters")
    return SourceText(source_sha256=file.sha256, text=text, reader="doc")


def _streams(file: SourceFile) -> tuple[bytes, bytes]:
    """Return the stream of the text and the stream of its tables; empty for old files."""
    with olefile.OleFileIO(BytesIO(file.content)) as package:
        if not package.exists(_MAIN):
            raise UnsupportedFormat(
                "unsupported-format",
                f"{file.name} holds no Word document.",
                "Save it as .docx.",
            )
        main = package.openstream(_MAIN).read()
        flags = _number(main, 0x0A, "H")
        if flags & _ENCRYPTED:
            raise UnreadableDocument(
                "encrypted-document",
                f"{file.name} is protected by a password.",
                "Save it as an unprotected .docx.",
            )
        name = "1Table" if flags & _FIRST_TABLE else "0Table"
        return main, package.openstream(name).read() if package.exists(name) else b""


def _number(data: bytes, at: int, form: str) -> int:
    """Return a little-endian number at a place."""
    return int(struct.unpack_from(f"<{form}", data, at)[0])


def _body(main: bytes, table: bytes) -> tuple[str, _Tables]:
    """Return the characters of body and notes, and where tables stand in them."""
    if _number(main, 2, "H") < _WORD_97 or not table:
        start, end = _number(main, 0x18, "I"), _number(main, 0x1C, "I")
        return main[start:end].decode("cp1252", "replace"), _Tables()
    words = 34 + 2 * _number(main, 32, "H")  # after the shorts come the longs, then the offsets
    longs = words + 2
    length = max(0, _number(main, longs + 12, "i")) + max(0, _number(main, longs + 16, "i"))
    offsets = longs + 4 * _number(main, words, "H") + 2
    pieces = _pieces(main, _slice(main, table, offsets, _CLX))
    text = "".join(piece.text for piece in pieces)[:length]
    return text, _tables(main, _slice(main, table, offsets, _PARAGRAPHS), pieces)


def _slice(main: bytes, table: bytes, offsets: int, number: int) -> bytes:
    """Return the part of the table stream that an entry of the block points to."""
    start = _number(main, offsets + 8 * number, "I")
    return table[start : start + _number(main, offsets + 8 * number + 4, "I")]


def _pieces(main: bytes, clx: bytes) -> tuple[_Piece, ...]:
    """Return the pieces of the text in their order."""
    at = 0
    while clx[at] == 1:
        at += 3 + _number(clx, at + 1, "H")
    plc = clx[at + 5 : at + 5 + _number(clx, at + 1, "I")]
    count = (len(plc) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", plc)
    read: list[_Piece] = []
    for i in range(count):
        code = _number(plc, 4 * (count + 1) + 8 * i + 2, "I")
        width = 1 if code & 0x40000000 else 2
        offset = (code & 0x3FFFFFFF) // (3 - width)
        content = main[offset : offset + width * max(0, bounds[i + 1] - bounds[i])]
        text = content.decode("cp1252" if width == 1 else "utf-16-le", "replace")
        read.append(_Piece(text=text, offset=offset, width=width))
    return tuple(read)


def _tables(main: bytes, bins: bytes, pieces: tuple[_Piece, ...]) -> _Tables:
    """Return where tables stand, by the properties of the paragraphs."""
    marks = sorted(_marks(main, bins))
    inside: set[int] = set()
    row_ends: set[int] = set()
    position = 0
    for piece in pieces:
        last = piece.offset + piece.width * len(piece.text)
        first = bisect_right(marks, (piece.offset, False))
        for end, ends_row in marks[first : bisect_right(marks, (last, True))]:
            at = position + (end - piece.offset) // piece.width - 1
            inside.add(at)
            if ends_row:
                row_ends.add(at)
        position += len(piece.text)
    return _Tables(inside=frozenset(inside), row_ends=frozenset(row_ends))


def _marks(main: bytes, bins: bytes) -> Iterator[tuple[int, bool]]:
    """Yield the offset behind each paragraph of a table, and whether it ends a row."""
    count = (len(bins) - 4) // 8
    for i in range(count):
        page = main[_number(bins, 4 * (count + 1) + 4 * i, "I") * _PAGE :][:_PAGE]
        runs = page[-1] if len(page) == _PAGE else 0
        for run in range(runs):
            place = 2 * page[4 * (runs + 1) + 13 * run]
            found = frozenset(_properties(page, place)) if place else frozenset()
            if found:
                yield _number(page, 4 * (run + 1), "I"), _ROW_END in found


def _properties(page: bytes, place: int) -> Iterator[int]:
    """Yield those of the two properties of tables that a paragraph has."""
    length = 2 * page[place] - 1 if page[place] else 2 * page[place + 1]
    at = place + (1 if page[place] else 2)
    end = min(at + length, _PAGE)
    at += 2  # the style comes first
    while at + 2 < end:
        code = _number(page, at, "H")
        if code in {_IN_TABLE, _ROW_END} and page[at + 2]:
            yield code
        at += 2 + (_SIZES[code >> 13] or 1 + page[at + 2])


def _lines(text: str, tables: _Tables) -> Iterator[str]:
    """Yield the lines of paragraphs and tables."""
    rows: list[list[list[str]]] = []
    cells: list[list[str]] = []
    cell: list[str] = []
    for words, end in _paragraphs(text):
        if text[end : end + 1] != _CELL and end not in tables.inside:
            yield from table_lines([*rows, cells] if cells else rows)
            rows, cells = [], []
            yield from words.split("\n")
        elif end in tables.row_ends or (not words and not cell and not tables.inside):
            rows.append(cells)
            cells = []
        else:
            cell += filter(str.strip, words.split("\n"))
            if text[end] == _CELL:
                cells.append(cell)
                cell = []
    yield from table_lines([*rows, cells] if cells else rows)


def _paragraphs(text: str) -> Iterator[tuple[str, int]]:
    """Yield the shown words of each paragraph or cell, and the position of the mark that ends it.

    Of a field only its result is shown, and not the instruction that made it.
    """
    words: list[str] = []
    open_fields: list[bool] = []  # for each field, whether its instruction is still being told
    at = 0
    for found in _MARKS.finditer(text):
        if not any(open_fields):
            words.append(text[at : found.start()])
        at = found.end()
        if found.group() == _FIELD:
            open_fields.append(True)
        elif found.group() in {_RESULT, _FIELD_END} and open_fields:
            open_fields.pop()
            open_fields += [False] * (found.group() == _RESULT)
        elif found.group() in {_PARAGRAPH, _CELL}:
            open_fields.clear()
            yield "".join(words).translate(_SPECIAL), found.start()
            words = []
    if not any(open_fields):
        yield "".join([*words, text[at:]]).translate(_SPECIAL), len(text)

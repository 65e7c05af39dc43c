"""Rich text (.rtf): the words, without what tells a printer how to set them.

Source: Microsoft, Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from loaders.errors import UnreadableDocument
from loaders.readers.font_encoding import in_font
from loaders.readers.layout import table_lines
from loaders.readers.limits import check_size
from loaders.records import SourceText

if TYPE_CHECKING:
    from loaders.readers.limits import Limits
    from loaders.records import SourceFile

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_NOT_WORDS: Final = frozenset(
    b"""fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl
    footerr footerf listtable listoverridetable rsidtbl themedata datastore latentstyles generator
    fldinst xmlnstbl mmathPr private template datafield shpinst bkmkstart bkmkend
    """.split()
)
"""Groups that hold no words of the document."""
_STRUCTURE: Final = frozenset({b"par", b"cell", b"nestcell", b"row", b"pard", b"intbl"})
_SIGNS: Final = {
    b"line": "\n", b"sect": "\n", b"page": "\n", b"tab": " ", b"emdash": "\u2014",
    b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c",
    b"rdblquote": "\u201d", b"bullet": "-",
}  # fmt: skip
_SYMBOLS: Final = {b"~": " ", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n"}
_CODE_PAGES: Final = {163: "cp1258", 0: "cp1252", 1: "cp1252", 238: "cp1250", 204: "cp1251"}
"""Character sets of fonts. Source: specification, \\fcharset."""
_DEEPEST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What holds within a group: whether its words are shown, and the font that they stand in."""

    hidden: bool = False
    in_fonts: bool = False
    font: int = 0
    skip: int = 1


@dataclass(slots=True, kw_only=True)
class _Reading:
    """A file on its way: the words of the current cell or body, and the table round them."""

    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    page: str = "cp1252"
    names: dict[int, str] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    rows: list[list[list[str]]] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    to_skip: int = 0
    starred: bool = False
    in_table: bool = False


def read_rtf(file: SourceFile, limits: Limits) -> SourceText:
    """Return the paragraphs and tables of a .rtf file, a line each.

    Args:
        file: the file.
        limits: bounds the text.

    Raises:
        UnreadableDocument: the file is no rich text, or nests beyond all measure.
    """
    if not file.content.lstrip().startswith(b"{\\rtf"):
        raise _damaged(file)
    reading = _Reading()
    for found in _TOKEN.finditer(file.content):
        _take(reading, found)
        if len(reading.stack) > _DEEPEST:
            raise _damaged(file)
    _settle(reading)
    if reading.words:
        _end_cell(reading, is_cell=False)
    _end_table(reading)
    text = _joined("\n".join(reading.lines))
    check_size(file, len(text), limits.characters, "characters")
    return SourceText(source_sha256=file.sha256, text=text, reader="rtf")


def _take(reading: _Reading, found: re.Match[bytes]) -> None:
    """Take one control word, group brace or stretch of text."""
    word, number, byte, symbol, brace, plain = found.groups()
    if byte:
        _bytes(reading, bytes([int(byte, 16)]))
    elif plain:
        _bytes(reading, plain)
    elif brace:
        _brace(reading, brace)
    elif word:
        _control(reading, word, int(number) if number else None)
    elif symbol:
        _symbol(reading, symbol)


def _joined(text: str) -> str:
    """Return a text with the halves of signs beyond the first plane put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _bytes(reading: _Reading, content: bytes) -> None:
    """Take bytes of text, save those that stand for a sign already told as Unicode."""
    skipped = min(reading.to_skip, len(content))
    reading.to_skip -= skipped
    if reading.state.in_fonts:
        name = content.decode("latin-1").split(";")[0].strip()
        known = reading.names.get(reading.state.font, "")
        reading.names[reading.state.font] = known + name
    elif not reading.state.hidden:
        reading.raw += content[skipped:]


def _shown(reading: _Reading, text: str) -> None:
    """Take a sign that is told by its name or number."""
    _settle(reading)
    if not reading.state.hidden:
        reading.words.append(text)


def _settle(reading: _Reading) -> None:
    """Turn the bytes gathered so far into words, by the font they stand in."""
    if not reading.raw:
        return
    font = reading.state.font
    page = reading.pages.get(font, reading.page)
    text = bytes(reading.raw).decode(page, "replace")
    name = reading.names.get(font, "")
    legacy = in_font(bytes(reading.raw).decode("latin-1"), name)
    reading.words.append(legacy if legacy != bytes(reading.raw).decode("latin-1") else text)
    reading.raw.clear()


def _brace(reading: _Reading, brace: bytes) -> None:
    """Open or close a group, whose settings end with it."""
    _settle(reading)
    reading.to_skip = 0
    if brace == b"{":
        reading.stack.append(reading.state)
    elif reading.stack:
        reading.state = reading.stack.pop()
    reading.starred = False


def _symbol(reading: _Reading, symbol: bytes) -> None:
    """Take a control symbol."""
    if symbol == b"*":
        reading.starred = True
    elif symbol in _SYMBOLS:
        _shown(reading, _SYMBOLS[symbol])


def _control(reading: _Reading, word: bytes, number: int | None) -> None:
    """Take a control word."""
    if word == b"fonttbl":
        reading.state = replace(reading.state, hidden=True, in_fonts=True)
    elif reading.starred or word in _NOT_WORDS:
        reading.state = replace(reading.state, hidden=True, in_fonts=False)
    elif word in _SIGNS:
        _shown(reading, _SIGNS[word])
    elif word in _STRUCTURE and not reading.state.hidden:
        _structure(reading, word)
    elif number is not None:
        _setting(reading, word, number)
    reading.starred = False


def _setting(reading: _Reading, word: bytes, number: int) -> None:
    """Take a control word whose number matters."""
    if word == b"u":
        _shown(reading, chr(number % 0x10000))
        reading.to_skip = reading.state.skip
    elif word == b"uc":
        reading.state = replace(reading.state, skip=max(0, min(number, 9)))
    elif word == b"f":
        _settle(reading)
        reading.state = replace(reading.state, font=number)
    elif word == b"fcharset" and reading.state.in_fonts:
        reading.pages[reading.state.font] = _CODE_PAGES.get(number, reading.page)
    elif word == b"ansicpg" and number in {1250, 1251, 1252, 1258}:
        reading.page = f"cp{number}"


def _structure(reading: _Reading, word: bytes) -> None:
    """Take a control word that ends a paragraph, a cell or a row, or tells where one stands."""
    if word == b"par" and not reading.in_table:
        _end_cell(reading, is_cell=False)
    elif word == b"par":
        _shown(reading, "\n")
    elif word in {b"cell", b"nestcell"}:
        _end_cell(reading, is_cell=True)
    elif word == b"row":
        reading.rows.append(reading.cells)
        reading.cells = []
    else:
        _settle(reading)
        reading.in_table = word == b"intbl"


def _end_cell(reading: _Reading, *, is_cell: bool) -> None:
    """Close the words gathered so far, as a cell or as paragraphs of the body."""
    _settle(reading)
    lines = "".join(reading.words).split("\n")
    reading.words.clear()
    if is_cell:
        reading.cells.append([line.strip() for line in lines if line.strip()])
    else:
        _end_table(reading)
        reading.lines += lines


def _end_table(reading: _Reading) -> None:
    """Give the lines of a table that is over."""
    rows = [*reading.rows, reading.cells] if reading.cells else reading.rows
    reading.lines += table_lines(rows)
    reading.rows, reading.cells = [], []


def _damaged(file: SourceFile) -> UnreadableDocument:
    """Return the error for a file that is no rich text."""
    return UnreadableDocument(
        "damaged-document",
        f"{file.name} is not a .rtf file that can be opened.",
        "Save it again from a word processor, as .docx if possible.",
    )

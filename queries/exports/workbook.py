"""A workbook of one sheet, sent while it is written: no library makes one without holding it all.

Source: ECMA-376 part 1, sections 18.2 to 18.8, and part 2 (packages); APPNOTE of ZIP, 4.3.9.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

_TEXT: Final = "1"
_DAY: Final = "2"
_HEADING: Final = "3"
"""Styles of cells: wrapped at the top, a day, a heading."""
_LONGEST: Final = 32_000  # characters of a cell
_PIECE: Final = 60_000  # bytes that wait before they are sent
_LEVEL: Final = 1  # of compression: the rows must not wait for it
_DAY_ZERO: Final = 693_594  # 30 December 1899, from which days are counted
_NOT_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_CODED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES: Final = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
_ROOT: Final = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>"""
_PARTS: Final = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>"""
_STYLES: Final = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" \
applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around the rows of a sheet.

    Args:
        title: of the file.
        name: of the sheet, at most 31 characters.
        made_at: the time of the data, which is that of the file.
        headings: words of the first row, which stays in sight.
        widths: of the columns, in characters.
    """

    title: str
    name: str
    made_at: datetime
    headings: tuple[str, ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row.

    Args:
        cells: what stands in it: words, or a day not before 1900.
        link: address that the last cell leads to; empty for none.
    """

    cells: tuple[str | date, ...]
    link: str = ""


class _Waiting(io.RawIOBase):
    """Takes what a package is made of until it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        """Tell that it takes bytes."""
        return True

    def write(self, data: object) -> int:
        """Take some bytes."""
        part = bytes(data)  # type: ignore[call-overload]  # what a buffer holds
        self._parts.append(part)
        self.size += len(part)
        return len(part)

    def taken(self) -> bytes:
        """Return what waits, and begin anew."""
        found = b"".join(self._parts)
        self._parts, self.size = [], 0
        return found


def workbook_pieces(sheet: Sheet, rows: Iterable[SheetRow]) -> Iterator[bytes]:
    """Go through the pieces of a workbook while its rows come.

    Cells are words or days, so that nothing in them runs as a formula.

    Args:
        sheet: what stands around the rows.
        rows: the rows; addresses of links are kept until the end.
    """
    waiting, links = _Waiting(), list[tuple[int, str]]()
    with ZipFile(waiting, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as package:
        for name, text in _around(sheet):
            package.writestr(_part(sheet, name), text)
        with package.open(_part(sheet, "xl/worksheets/sheet1.xml"), "w") as part:
            for text in _sheet(sheet, rows, links):
                part.write(text.encode())
                if waiting.size >= _PIECE:
                    yield waiting.taken()
        package.writestr(_part(sheet, "xl/worksheets/_rels/sheet1.xml.rels"), _targets(links))
    yield waiting.taken()


def _part(sheet: Sheet, name: str) -> ZipInfo:
    """Return the entry of a part, with the time of the data."""
    made = sheet.made_at
    when = (max(1980, made.year), made.month, made.day, made.hour, made.minute, made.second)
    entry = ZipInfo(name, when)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _around(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Go through the parts that do not depend on the rows."""
    yield "[Content_Types].xml", _TYPES
    yield "_rels/.rels", _ROOT
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_clean(sheet.title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{sheet.made_at:%Y-%m-%dT%H:%M:%SZ}'
        "</dcterms:created></cp:coreProperties>"
    )
    book = (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
        f'<sheet name={quoteattr(sheet.name)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    yield "docProps/core.xml", core
    yield "xl/workbook.xml", book
    yield "xl/_rels/workbook.xml.rels", _PARTS
    yield "xl/styles.xml", _STYLES


def _sheet(sheet: Sheet, rows: Iterable[SheetRow], links: list[tuple[int, str]]) -> Iterator[str]:
    """Go through the parts of the sheet; rows that lead somewhere are noted with the address."""
    letters = [chr(ord("A") + place) for place in range(len(sheet.headings))]
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, 1)
    )
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheetViews>'
        '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        f'state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>'
    )
    yield _row(1, letters, sheet.headings, _HEADING)
    number = 1
    for number, row in enumerate(rows, 2):
        yield _row(number, letters, row.cells, _TEXT)
        if row.link:
            links.append((number, row.link))
    yield f'</sheetData><autoFilter ref="A1:{letters[-1]}{max(2, number)}"/>'
    if links:
        yield "<hyperlinks>"
        for place, (line, _) in enumerate(links, 1):
            yield f'<hyperlink ref="{letters[-1]}{line}" r:id="rId{place}"/>'
        yield "</hyperlinks>"
    yield "</worksheet>"


def _row(number: int, letters: list[str], cells: tuple[str | date, ...], style: str) -> str:
    filled = "".join(
        _cell(f"{letter}{number}", cell, style)
        for letter, cell in zip(letters, cells, strict=True)
        if cell
    )
    return f'<row r="{number}">{filled}</row>'


def _cell(place: str, cell: str | date, style: str) -> str:
    if isinstance(cell, str):
        words = f'<is><t xml:space="preserve">{_clean(cell)}</t></is>'
        return f'<c r="{place}" s="{style}" t="inlineStr">{words}</c>'
    return f'<c r="{place}" s="{_DAY}"><v>{cell.toordinal() - _DAY_ZERO}</v></c>'


def _clean(words: str) -> str:
    """Return words as XML that a cell can hold: no control character, and not too long."""
    plain = _NOT_XML.sub(" ", words[:_LONGEST])
    return escape(_CODED.sub("_x005F_", plain) if "_x" in plain else plain)


def _targets(links: list[tuple[int, str]]) -> str:
    """Return the part that names the addresses of links."""
    named = "\n".join(
        f'<Relationship Id="rId{place}" Type="{_LINKS}/hyperlink" '
        f'Target={quoteattr(_NOT_XML.sub(" ", address))} TargetMode="External"/>'
        for place, (_, address) in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>'

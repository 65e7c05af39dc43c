"""OpenDocument texts give paragraphs, tables and notes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers.limits import DEFAULT_LIMITS, Limits
from loaders.readers.odt import read_odt
from loaders.records import SourceFile

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("text", "text"), ("table", "table"))
)


def odt(body: str, before: str = "", manifest: str = "") -> SourceFile:
    """Return a file with a body."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "content.xml",
            f"{before}<office:document-content {NAMES}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
        package.writestr("META-INF/manifest.xml", manifest)
    return SourceFile(name="a.odt", media_type="", content=made.getvalue(), sha256="")


def lines(body: str) -> list[str]:
    return read_odt(odt(body), DEFAULT_LIMITS).text.split("\n")


def test_paragraphs_headings_and_signs() -> None:
    """Blanks, breaks and spans are words of their paragraph; changes are not."""
    body = (
        "<text:tracked-changes><text:p>cũ</text:p></text:tracked-changes>"
        "<text:h>KẾ HOẠCH</text:h><text:p>Số<text:s text:c='2'/><text:span>15</text:span>"
        "<text:line-break/>Bắc<text:tab/>Sơn</text:p>"
        "<text:list><text:list-item><text:p>Một</text:p></text:list-item></text:list>"
    )
    assert lines(body) == ["KẾ HOẠCH", "Số  15", "Bắc Sơn", "Một"]


def test_tables_and_notes() -> None:
    """A table is read row by row, and a note follows the text with its mark."""

    def cell(words: str) -> str:
        return f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"

    row = f"<table:table-row>{cell('1')}{cell('Việc')}{cell('Quý I')}</table:table-row>"
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Xem Luật</text:p></text:note-body></text:note>"
    )
    body = f"<table:table>{row}{row}</table:table><text:p>Điều 1{note} này</text:p>"
    assert lines(body) == ["1 | Việc | Quý I", "1 | Việc | Quý I", "Điều 11 này", "1 Xem Luật"]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (odt("<text:p>x</text:p>", before='<!DOCTYPE a [<!ENTITY b "c">]>'), "damaged-document"),
        (odt("<text:p>", manifest=""), "damaged-document"),
        (odt("", manifest="<encryption-data/>"), "encrypted-document"),
        (SourceFile(name="a", media_type="", content=b"PK", sha256=""), "damaged-document"),
    ],
)
def test_what_cannot_be_read_says_why(file: SourceFile, code: str) -> None:
    """Entities, damage and passwords are told apart from an empty text."""
    with pytest.raises(UnreadableDocument) as caught:
        read_odt(file, DEFAULT_LIMITS)
    assert caught.value.code == code


def test_size_is_looked_at_before_unpacking() -> None:
    """A bomb says how large it is."""
    with pytest.raises(DocumentTooLarge, match="bytes unpacked"):
        read_odt(odt("<text:p>x</text:p>"), Limits(unpacked_bytes=10))

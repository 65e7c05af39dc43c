"""Word files give their paragraphs and tables in order."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers.docx import read_docx
from loaders.readers.limits import DEFAULT_LIMITS, Limits
from loaders.records import SourceFile


def as_file(content: bytes) -> SourceFile:
    """Return bytes as a Word file."""
    return SourceFile(name="a.docx", media_type="", content=content, sha256="")


def test_head_table_body_and_merged_cells() -> None:
    """The two columns of a head follow each other; a merged cell is printed once."""
    document = Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI"
    document.add_paragraph("KẾ HOẠCH")
    data = document.add_table(rows=2, cols=3)
    data.cell(0, 0).merge(data.cell(0, 2)).text = "Nhiệm vụ"
    for column, word in enumerate(("1", "Trồng cây", "Sở A")):
        data.cell(1, column).text = word
    content = BytesIO()
    document.save(content)
    assert read_docx(as_file(content.getvalue()), DEFAULT_LIMITS).text.split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SÔNG LAM",
        "CỘNG HÒA XÃ HỘI",
        "KẾ HOẠCH",
        "Nhiệm vụ",
        "1 | Trồng cây | Sở A",
    ]


def test_a_packed_bomb_is_refused_before_it_is_unpacked() -> None:
    """The size that the package declares counts."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 2_000_000)
    with pytest.raises(DocumentTooLarge, match="bytes unpacked"):
        read_docx(as_file(content.getvalue()), Limits(unpacked_bytes=1_000_000))


def test_an_encrypted_file_is_named_as_such() -> None:
    """Word wraps protected files in an OLE container."""
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(as_file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600), DEFAULT_LIMITS)
    assert caught.value.code == "encrypted-document"


def test_a_package_without_a_document_is_damaged() -> None:
    """A zip file alone is no Word file."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(UnreadableDocument, match=r"not a \.docx file"):
        read_docx(as_file(content.getvalue()), DEFAULT_LIMITS)

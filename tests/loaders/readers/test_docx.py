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


def packed(document: bytes, other: str = "a.txt") -> SourceFile:
    """Return a sound Word file with another main part."""
    sound, content = BytesIO(), BytesIO()
    Document().save(sound)
    with zipfile.ZipFile(sound) as before, zipfile.ZipFile(content, "w") as after:
        for name in before.namelist():
            after.writestr(name, document if name == "word/document.xml" else before.read(name))
        after.writestr(other, b"x")
    return as_file(content.getvalue())


MAIN = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body>%s</w:body></w:document>"
)


def test_a_part_of_too_many_tags_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may unpack to a tree that takes all memory."""
    monkeypatch.setattr("loaders.readers.docx._TAGS_AT_MOST", 20_000)
    with pytest.raises(DocumentTooLarge, match="tags in a part"):
        read_docx(packed(MAIN % (b"<w:p/>" * 20_001)), DEFAULT_LIMITS)


def test_pictures_alone_are_named_as_such() -> None:
    """Scanned pages pasted into a Word file hold no word to read."""
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(packed(MAIN % b"<w:p/>", "word/media/image1.png"), DEFAULT_LIMITS)
    assert caught.value.code == "no-text-layer"


def test_entities_bring_nothing_in() -> None:
    """An entity that names a file of the machine is not followed."""
    text = b"<w:p><w:r><w:t>A &x; B</w:t></w:r></w:p>"
    outer = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + MAIN % text
    assert read_docx(packed(outer), DEFAULT_LIMITS).text == "A "


def test_runs_in_fonts_before_unicode_become_unicode() -> None:
    """Each run by its own font, then by that of its paragraph's style."""
    document = Document()
    paragraph = document.add_paragraph()
    for text, font in (("QuyÕt ®Þnh", ".VnTimeH"), (" của Bộ ", None), ("Vieät Nam", "VNI-Times")):
        paragraph.add_run(text).font.name = font
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph("ViÖt Nam")
    content = BytesIO()
    document.save(content)
    text = read_docx(as_file(content.getvalue()), DEFAULT_LIMITS).text
    assert text.split("\n") == ["QUYẾT ĐỊNH của Bộ Việt Nam", "Việt Nam"]

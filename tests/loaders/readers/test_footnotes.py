"""Footnotes of Word files follow the text, each a line with its number."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from loaders.errors import UnreadableDocument
from loaders.readers.docx import read_docx
from loaders.readers.footnotes import note_lines
from loaders.readers.limits import DEFAULT_LIMITS
from loaders.records import SourceFile

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = (
    f'<w:{{kind}}s xmlns:w="{NAMESPACE}"><w:{{kind}} w:type="separator" w:id="-1"><w:p/></w:{{kind}}>'
    '<w:{kind} w:id="1"><w:p><w:r><w:t>Điều này được </w:t></w:r><w:r><w:t>bãi bỏ.</w:t></w:r>'
    "</w:p><w:p><w:r><w:t>Xem thêm.</w:t></w:r></w:p></w:{kind}>"
    '<w:{kind} w:id="2"><w:p/></w:{kind}></w:{kind}s>'
)


def with_notes(xml: str, kind: str = "footnote") -> bytes:
    """Return a Word file of one paragraph with a part of notes."""
    document = Document()
    document.add_paragraph("KẾ HOẠCH")
    media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    package = document.part.package
    assert package is not None
    part = Part(PackURI(f"/word/{kind}s.xml"), media, xml.encode(), package)
    relation = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
    document.part.relate_to(part, relation[kind])
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def read(content: bytes) -> str:
    """Return the text of a Word file."""
    file = SourceFile(name="a.docx", media_type="", content=content, sha256="")
    return read_docx(file, DEFAULT_LIMITS).text


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_follow_the_text(kind: str) -> None:
    """Separators and empty notes are none; the paragraphs of a note are one line."""
    text = read(with_notes(NOTES.format(kind=kind), kind))
    assert text == "KẾ HOẠCH\n[1] Điều này được bãi bỏ. Xem thêm."


def test_a_file_without_notes_has_none() -> None:
    """Most files have no part of notes."""
    assert list(note_lines(Document())) == []


def test_damaged_notes_make_a_damaged_file() -> None:
    """What cannot be parsed is named, not left out."""
    with pytest.raises(UnreadableDocument):
        read(with_notes("<w:footnotes"))

"""PDF files give their text layer, page by page."""

from __future__ import annotations

import pytest

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers.limits import DEFAULT_LIMITS, Limits
from loaders.readers.pdf import read_pdf
from loaders.records import SourceFile

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PICTURE = "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1"


def made(*contents: str, trailer: str = "") -> SourceFile:
    """Return a small PDF with one page a content stream."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(contents)))
    parts = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>endobj",
        f"3 0 obj<</Type/XObject/Subtype/Image{PICTURE}>>stream\nx\nendstream endobj",
        "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")>>endobj",
    ]
    for i, content in enumerate(contents):
        number = 10 + 2 * i
        parts.append(
            f"{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents {number + 1} "
            f"0 R/Resources<</Font<</F1 {FONT}>>/XObject<</I 3 0 R>>>>>>endobj\n{number + 1} 0 obj"
            f"<</Length {len(content)}>>stream\n{content}\nendstream endobj"
        )
    whole = "%PDF-1.4\n" + "\n".join(parts) + f"\ntrailer<</Root 1 0 R/Size 30{trailer}>>\n%%EOF"
    return SourceFile(name="a.pdf", media_type="", content=whole.encode("latin-1"), sha256="")


def words(text: str) -> str:
    """Return the content stream that prints a line."""
    return f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET"


def test_pages_span_their_text() -> None:
    """The span of a page quotes the page."""
    text = read_pdf(made(words("Trang mot"), words("Trang hai")), DEFAULT_LIMITS)
    assert [text.text[p.span.start : p.span.end] for p in text.pages] == ["Trang mot", "Trang hai"]


def test_a_scan_is_refused_and_a_scanned_page_remarked() -> None:
    """Pictures alone are no text; one picture among pages of text is only remarked on."""
    scanned = "/I Do " + words("CONG BAO 1")
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(made(scanned, scanned), DEFAULT_LIMITS)
    assert caught.value.code == "no-text-layer"
    text = read_pdf(made(words("Trang mot"), scanned), DEFAULT_LIMITS)
    assert [(r.code, r.detail) for r in text.remarks] == [("page-without-text", "2")]


def test_a_protected_file_is_named_as_such() -> None:
    """A password is not damage."""
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(made(words("x"), trailer="/Encrypt 4 0 R/ID[(a)(a)]"), DEFAULT_LIMITS)
    assert caught.value.code == "encrypted-document"


def test_damage_and_size_are_our_errors() -> None:
    """PDFium's own exceptions do not come through."""
    broken = SourceFile(name="a.pdf", media_type="", content=b"%PDF-1.4 nothing", sha256="")
    with pytest.raises(UnreadableDocument, match=r"a\.pdf is not a PDF"):
        read_pdf(broken, DEFAULT_LIMITS)
    with pytest.raises(DocumentTooLarge, match="2 pages; the limit is 1"):
        read_pdf(made(words("a"), words("b")), Limits(pages=1))

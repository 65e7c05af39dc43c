"""PDF files give their text layer, page by page."""

from __future__ import annotations

import pytest

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers import tesseract
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


def test_a_scan_is_refused_where_nothing_can_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture under a running head is a scan; a page of words is not."""
    monkeypatch.setattr(tesseract, "languages", frozenset)
    scanned = "/I Do " + words("CONG BAO 1")
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(made(words("Trang mot"), scanned), DEFAULT_LIMITS)
    assert caught.value.code == "tesseract-missing"


@pytest.mark.usefixtures("tesseract")
def test_pages_that_are_pictures_are_recognised() -> None:
    """A scanned page among others is read, and only its words bear confidences."""
    page = "1 0 0 1 0 0 cm /I Do BT /F1 24 Tf 20 200 Td (Trang thu hai) Tj ET"
    text = read_pdf(made(words("Trang mot"), page), DEFAULT_LIMITS)
    assert text.text.split("\n")[0] == "Trang mot"
    assert "Trang" in text.text.split("\n")[1]
    assert [page.ocr_confidence is None for page in text.pages] == [True, False]
    assert {word.page for word in text.words} == {2}
    assert [(r.code, r.detail) for r in text.remarks] == [("text-recognised", "1")]


def test_scanned_pages_are_counted() -> None:
    """Recognising takes seconds a page, so it has a limit of its own."""
    with pytest.raises(DocumentTooLarge, match="1 scanned pages; the limit is 0"):
        read_pdf(made("/I Do"), Limits(scanned_pages=0))


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

"""Text layers of PDFs with tables and footnotes."""

from __future__ import annotations

import pypdfium2
import pytest

from loaders.readers.text_layer import laid_out_text

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
ROWS = (
    ((50, "TT"), (90, "Viec"), (230, "Chu tri"), (330, "Han")),
    ((50, "1"), (90, "Sua dap"), (230, "So Y te"), (330, "Quy I")),
    ((90, "so 2"),),
    ((50, "2"), (90, "Xay ke"), (230, "So Noi vu"), (330, "Quy II")),
    ((50, "3"), (90, "Ve sinh"), (230, "So Y te"), (330, "Quy IV")),
)
TABLE = "".join(
    f"BT /F1 10 Tf 1 0 0 1 {left} {200 - 12 * at} Tm ({text}) Tj ET "
    for at, row in enumerate(ROWS)
    for left, text in row
)
LINES = [
    "TT | Viec | Chu tri | Han",
    "1 | Sua dap so 2 | So Y te | Quy I",
    "2 | Xay ke | So Noi vu | Quy II",
    "3 | Ve sinh | So Y te | Quy IV",
]
NOTE = (
    "BT /F1 12 Tf 50 250 Td (Theo Luat so 47/2014/QH13) Tj 5 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf "
    "( cua tinh) Tj ET BT /F1 6 Tf 50 100 Td 3 Ts (1) Tj 0 Ts /F1 9 Tf ( Luat nay het hieu luc.) "
    "Tj ET 50 120 144 .5 re f"
)


def laid_out(content: str, rotation: int = 0) -> tuple[str, list[str]]:
    """Return the text of a page of a small PDF with a content stream, and its notes."""
    whole = (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Rotate {rotation}"
        f"/Resources<</Font<</F1 {FONT}>>>>>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
        "trailer<</Root 1 0 R/Size 5>>\n%%EOF"
    )
    page = pypdfium2.PdfDocument(whole.encode("latin-1"))[0]
    layer = page.get_textpage()
    text, notes = laid_out_text(page, layer, layer.get_text_range().replace("\r\n", "\n"), None)
    return text, [note.text for note in notes]


@pytest.mark.parametrize("turn", ["1 0 0 1 0 0", "0 1 -1 0 400 0", "0 -1 1 0 0 400"])
def test_tables_without_rulings_give_a_line_a_row(turn: str) -> None:
    """A page may also lie on its side."""
    text, _ = laid_out(f"q {turn} cm {TABLE} Q", 90)
    assert text.strip().split("\n") == LINES


def test_footnotes_stand_apart() -> None:
    """The text goes on behind the number of the note."""
    text, notes = laid_out(NOTE)
    assert text.strip() == "Theo Luat so 47/2014/QH13[1] cua tinh"
    assert notes == ["Luat nay het hieu luc."]


def test_other_pages_stay_as_they_are() -> None:
    """Plain text is what PDFium says."""
    assert laid_out("BT /F1 12 Tf 20 200 Td (Trang mot) Tj ET") == ("Trang mot", [])

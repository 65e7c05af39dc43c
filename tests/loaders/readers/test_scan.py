"""Pictures of pages give words with place and confidence, whichever way they lie."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageFilter

from loaders.readers import scan
from loaders.readers.limits import DEFAULT_LIMITS
from loaders.readers.page_images import stacked
from loaders.readers.page_layout import PageWords
from loaders.readers.scan import gathered, read_scan, recognise
from loaders.readers.tesseract import RecognitionFailed
from loaders.records import SourceFile, Span
from loaders.source_text import Box, PrintedWord

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6",
    "năm 2015 và Kết luận số 48-KL/TW ngày 30 tháng 01 năm 2023",
    "của Bộ Chính trị, Ủy ban nhân dân tỉnh yêu cầu các sở, ban,",
    "ngành tổ chức thực hiện các nhiệm vụ sau đây trong năm 2024.",
)
LINES = [
    (150, 100, "UBND TỈNH SÔNG MÂY"),
    (800, 100, "Độc lập - Tự do - Hạnh phúc"),
    (200, 170, "Số: 15/CT-UBND"),
    (820, 170, "ngày 05 tháng 6 năm 2024"),
    *((200, 400 + 60 * i, text) for i, text in enumerate(BODY)),
]


def png(page: Image.Image) -> SourceFile:
    made = BytesIO()
    page.save(made, "PNG", dpi=(200, 200))
    return SourceFile(name="a.png", media_type="", content=made.getvalue(), sha256="f")


@pytest.mark.usefixtures("tesseract")
def test_a_slanting_grainy_page_is_read(printed: Callable[..., Image.Image]) -> None:
    """Head by columns, numbers exact, and each word leads back to its place."""
    page = printed(LINES).filter(ImageFilter.GaussianBlur(0.8)).rotate(1.5, fillcolor="white")
    text = read_scan(png(page), DEFAULT_LIMITS)
    head = text.text.split("\n")[:4]
    assert head[1] == "Số: 15/CT-UBND"
    assert head[3] == "ngày 05 tháng 6 năm 2024"
    assert "48-KL/TW ngày 30 tháng 01 năm 2023" in text.text
    start = text.text.index("48-KL/TW")
    (place,) = text.boxes(Span(start=start, end=start + 8))
    assert place.page == 1
    assert 0.35 < place.box.left < place.box.right < 0.6
    assert 0.38 < place.box.top < place.box.bottom < 0.47
    assert all(text.text[w.span.start : w.span.end].strip() for w in text.words)
    assert [(r.code, r.detail) for r in text.remarks] == [("text-recognised", "1")]
    assert text.pictures[0].content.startswith(b"\xff\xd8")


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("angle", [90, 180])
def test_a_page_on_its_side_or_head_is_turned(
    angle: int, printed: Callable[..., Image.Image]
) -> None:
    """Orientation is found where reading as it lies gives little."""
    rows = [(150, 100 + 60 * i, BODY[i % 4]) for i in range(14)]
    page = printed(rows).rotate(angle, expand=True)
    text = read_scan(png(page), DEFAULT_LIMITS)
    assert text.text.count("48-KL/TW") >= 3


def test_what_cannot_be_read_is_remarked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """One bad page does not cost the others."""

    def fail(*_: object) -> None:
        raise RecognitionFailed

    monkeypatch.setattr(scan, "read_page", fail)
    page = recognise(Image.new("RGB", (90, 90), "white"), 1, DEFAULT_LIMITS)
    assert page.failed
    file = png(Image.new("L", (9, 9)))
    text = gathered(file, [PageWords(text="Trang một"), page], "pdf")
    assert [(r.code, r.detail) for r in text.remarks] == [
        ("text-recognised", "1"),
        ("page-without-text", "2"),
    ]


def test_pages_are_joined_with_their_words() -> None:
    """Spans of words count in the whole text, and boxes of two pages stay apart."""
    box = Box(left=0.1, top=0.1, right=0.2, bottom=0.2)

    def page(number: int) -> PageWords:
        word = PrintedWord(span=Span(start=0, end=3), page=number, box=box, confidence=0.5)
        return PageWords(text="abc", words=(word,), confidence=0.5, picture=b"x")

    text = gathered(png(Image.new("L", (9, 9))), [page(1), page(2)], "scan")
    assert text.text == "abc\nabc"
    assert [w.span.start for w in text.words] == [0, 4]
    assert [place.page for place in text.boxes(Span(start=2, end=5))] == [1, 2]
    assert text.boxes(Span(start=3, end=4)) == ()
    assert [page.ocr_confidence for page in text.pages] == [0.5, 0.5]


@pytest.mark.usefixtures("tesseract")
def test_every_page_of_a_tiff_is_recognised(printed: Callable[..., Image.Image]) -> None:
    """The pages come in their order, whichever was ready first."""
    pages = [printed([(200, 200 + 60 * i, text) for i in range(4)]) for text in BODY[:2]]
    file = SourceFile(name="a.tif", media_type="", content=stacked(pages), sha256="f")
    text = read_scan(file, DEFAULT_LIMITS)
    first, second = (text.text[p.span.start : p.span.end] for p in text.pages)
    assert "Luật Tổ chức" in first
    assert "48-KL/TW" in second

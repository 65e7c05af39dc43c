"""A recognised scan is kept with its pictures, and comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from loaders.records import Remark, SourceText, Span
from loaders.source_text import Box, Page, PagePicture, PrintedWord
from luocdo.loading.scans import ScanShelf
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

SPAN = Span(start=0, end=2)
BOX = Box(left=0.1, top=0.2, right=0.3, bottom=0.4)
SCAN = SourceText(
    source_sha256="ab" * 32,
    text="Số",
    pages=(Page(number=1, span=SPAN, ocr_confidence=0.9),),
    reader="scan",
    remarks=(
        Remark(code="text-recognised", detail="1"),
        Remark(code="page-without-text", detail="1", span=SPAN),
    ),
    words=(PrintedWord(span=SPAN, page=1, box=BOX, confidence=0.9),),
    pictures=(PagePicture(page=1, content=b"jpeg"),),
)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """All but the pictures, which stay on disk under the digest of the text."""
    shelf = ScanShelf(root=tmp_path)
    assert shelf.get(SCAN.source_sha256) is None
    shelf.put(SCAN)
    assert shelf.get(SCAN.source_sha256) == replace(SCAN, pictures=())
    assert shelf.picture(SCAN.text_sha256, 1).read_bytes() == b"jpeg"


def test_what_another_version_read_is_read_again(tmp_path: Path) -> None:
    """A better program reads better, so its scans are not those of an older one."""
    shelf = ScanShelf(root=tmp_path)
    shelf.put(SCAN)
    (place,) = (tmp_path / "scans").rglob("*.json")
    said = json.loads(place.read_text())
    place.write_text(json.dumps({**said, "made": "0"}))
    assert shelf.get(SCAN.source_sha256) is None
    place.write_text("{")
    assert shelf.get(SCAN.source_sha256) is None


def test_a_folder_that_cannot_be_written_is_our_error(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("")
    with pytest.raises(StoreError):
        ScanShelf(root=tmp_path).put(SCAN)


def test_a_piece_of_a_page_is_cut_out(tmp_path: Path) -> None:
    """Its place in per cent, with a little white; nothing where no picture is kept."""
    page = BytesIO()
    Image.new("L", (1000, 2000), 255).save(page, "JPEG")
    shelf = ScanShelf(root=tmp_path)
    shelf.put(replace(SCAN, pictures=(PagePicture(page=1, content=page.getvalue()),)))
    piece = shelf.cut_out(SCAN.text_sha256, 1, (10.0, 20.0, 30.0, 5.0))
    assert piece is not None
    assert Image.open(BytesIO(piece)).size == (312, 124)
    assert shelf.cut_out(SCAN.text_sha256, 2, (0, 0, 1, 1)) is None
    assert shelf.cut_out("../x", 1, (0, 0, 1, 1)) is None

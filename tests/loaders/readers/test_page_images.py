"""Pages come upright, straight and grey, at one resolution."""

from __future__ import annotations

import itertools
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers.limits import DEFAULT_LIMITS, Limits
from loaders.readers.page_images import (
    FINE_DPI,
    for_people,
    frames,
    grey,
    in_colours,
    stacked,
    straight,
)
from loaders.records import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = [(150, 100 + 60 * i, "Ủy ban nhân dân các xã, phường tổ chức thực hiện") for i in range(14)]


def file_of(content: bytes) -> SourceFile:
    return SourceFile(name="a.png", media_type="", content=content, sha256="")


def saved(page: Image.Image, **options: object) -> bytes:
    made = BytesIO()
    page.save(made, "PNG", **options)  # type: ignore[arg-type]  # options of the format
    return made.getvalue()


def test_resolution_is_what_the_file_says_or_what_a_sheet_has() -> None:
    """A page of 200 dots an inch grows to the fine resolution; a wrong figure is not believed."""
    page = Image.new("RGB", (1654, 2339), "white")
    for said in ({"dpi": (200, 200)}, {}, {"dpi": (72, 72)}):
        (read,) = frames(file_of(saved(page, **said)), DEFAULT_LIMITS)
        assert abs(read.width - 8.27 * FINE_DPI) < 20


def test_each_page_of_a_tiff_is_read() -> None:
    """A fax or an archive keeps several pages in one file."""
    pages = [Image.new("L", (100, 140), shade) for shade in (0, 128, 255)]
    read = list(frames(file_of(stacked(pages)), DEFAULT_LIMITS))
    assert [page.getpixel((0, 0)) for page in read] == [(0, 0, 0), (128, 128, 128), (255, 255, 255)]


def test_too_much_and_damage_are_our_errors() -> None:
    """Pixels and pages are counted before they are unpacked."""
    small = saved(Image.new("L", (100, 100)))
    with pytest.raises(DocumentTooLarge, match="10,000 pixels on a page; the limit is 99"):
        list(frames(file_of(small), Limits(pixels=99)))
    two = stacked([Image.new("L", (9, 9)), Image.new("L", (9, 9))])
    with pytest.raises(DocumentTooLarge, match="2 scanned pages; the limit is 1"):
        list(frames(file_of(two), Limits(scanned_pages=1)))
    for damaged in (small[:60], b"GIF89a" + small):
        with pytest.raises(UnreadableDocument, match=r"a\.png is not a picture"):
            list(frames(file_of(damaged), DEFAULT_LIMITS))


def test_the_red_of_a_seal_goes_but_not_that_of_the_head() -> None:
    """A stamp of secrecy in the head is words; the seal lower down only hides some."""
    page = Image.new("RGB", (10, 100), "white")
    page.paste((220, 30, 30), (0, 10, 5, 15))
    page.paste((220, 30, 30), (0, 80, 5, 85))
    page.paste("black", (0, 90, 5, 95))
    shades = grey(page, is_first=True)
    head, seal, ink = (shades.getpixel((1, y)) for y in (12, 82, 92))
    assert isinstance(head, int)
    assert isinstance(seal, int)
    assert head < 120 < seal
    assert ink == 0


@pytest.mark.parametrize("slant", [-4.0, -0.7, 0.0, 2.3])
def test_lines_that_slant_are_made_straight(
    slant: float, printed: Callable[..., Image.Image]
) -> None:
    """After it the rows differ as much as on the page that never slanted."""
    level = printed(ROWS).convert("L")
    made = straight(level.rotate(slant, resample=Image.Resampling.BICUBIC, fillcolor=255))
    assert contrast(made) > 0.75 * contrast(level)


def contrast(page: Image.Image) -> int:
    rows = page.resize((1, page.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in itertools.pairwise(rows))


def test_what_is_kept_for_people_is_a_small_jpeg() -> None:
    """A page to look at takes less than a tenth of the page to read."""
    kept = for_people(Image.new("L", (2480, 3508), 255))
    assert kept.startswith(b"\xff\xd8\xff")
    assert Image.open(BytesIO(kept)).width == round(2480 * 110 / 300)


def test_greys_of_sixteen_bits_keep_their_print() -> None:
    """Light greys are no white paper; a page of one grey is blank."""
    page = Image.new("I;16", (30, 30), 60_000)
    page.paste(20_000, (5, 5, 9, 9))
    found = in_colours(page)
    assert (found.mode, found.getpixel((6, 6)), found.getpixel((20, 20))) == (
        *("RGB", (0, 0, 0), (255, 255, 255)),
    )
    assert in_colours(Image.new("F", (3, 3), 1e38)).getpixel((1, 1)) == (255, 255, 255)


def test_what_is_transparent_is_paper() -> None:
    """Exported pages often have black below their transparency."""
    page = Image.new("RGBA", (9, 9), (0, 0, 0, 0))
    page.putpixel((4, 4), (0, 0, 0, 255))
    found = in_colours(page)
    assert (found.getpixel((4, 4)), found.getpixel((1, 1))) == ((0, 0, 0), (255, 255, 255))


def test_a_damaged_page_does_not_take_those_before_it() -> None:
    """It is blank, so that its place is told."""
    made = BytesIO()
    sheet = Image.new("RGB", (900, 400), "red")
    sheet.save(made, "TIFF", save_all=True, append_images=[sheet])
    content = bytearray(made.getvalue())
    first = int.from_bytes(content[4:8], "little")
    link = first + 2 + 12 * int.from_bytes(content[first : first + 2], "little")
    second = int.from_bytes(content[link : link + 4], "little")
    content[second : second + 200] = b"\xff" * 200
    pages = frames(file_of(bytes(content)), DEFAULT_LIMITS)
    colours = [page.getpixel((5, 5)) for page in pages]
    assert colours == [(255, 0, 0), (255, 255, 255)]

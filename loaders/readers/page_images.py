"""Pictures of pages made ready to be read: one grey, upright, straight picture a page."""

from __future__ import annotations

from io import BytesIO
from itertools import count as count_from
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final, cast

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageSequence

from loaders.errors import DocumentError, UnreadableDocument
from loaders.readers.limits import Limits, check_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.records import SourceFile

FINE_DPI: Final = 300
"""Resolution that pages are kept at while they are read. Source: Tesseract's manual on quality."""
READ_DPI: Final = 200
"""Resolution that Tesseract's Vietnamese reads best, measured on pages whose text is known."""
KEPT_DPI: Final = 110
"""Resolution of the pictures that people look at."""
_PAGE_INCHES: Final = 8.27
"""Width of a page where a picture does not say its resolution (ISO 216, A4)."""
_FEWEST_DPI, _MOST_DPI = 60, 1200
_SOFTENING: Final = 0.7
"""Radius of the blur, in pixels, that takes the grain from a page."""
_HEAD: Final = 0.4
"""Share of a page in whose head red stamps are words (secrecy, urgency), and below it the seal.

Source: Decree 30/2020/NĐ-CP, annex I, parts II.8 and II.9.
"""
_LONGEST: Final = 30_000
"""Pixels on a side beyond which no page goes: an A0 sheet at 600 dots an inch."""
_PROFILE: Final = 700
"""Height, in pixels, that a page is shrunk to for finding its slant."""
_SLANT_AT_MOST: Final = 8.0
_COARSE, _FINE = 1.0, 0.1
_QUALITY: Final = 60
_WHITE: Final = 255
_BLANK: Final = (300, 300)
"""Pixels of the page that stands for a damaged one."""


def frames(file: SourceFile, limits: Limits) -> Iterator[Image.Image]:
    """Yield the pages of a picture file, at the resolution for reading.

    Args:
        file: PNG, JPEG or TIFF.
        limits: bounds pixels and pages.

    Raises:
        UnreadableDocument: the file is no picture that can be opened.
        DocumentTooLarge: it has too many pixels or pages.
    """
    try:
        with Image.open(BytesIO(file.content), formats=("PNG", "JPEG", "TIFF")) as opened:
            check_size(file, _count(opened), limits.scanned_pages, "scanned pages")
            yield from _pages(file, opened, limits)
    except DocumentError:
        raise
    except Exception as error:  # decoders raise what they like on damage
        raise UnreadableDocument(
            "damaged-document",
            f"{file.name} is not a picture that can be opened.",
            "Check that the file was saved whole.",
        ) from error


def _count(opened: Image.Image) -> int:
    """Return how many pages a picture says it has; 1 where the list of them is damaged."""
    try:
        return int(getattr(opened, "n_frames", 1))
    except Exception:  # noqa: BLE001 - decoders raise what they like on damage
        return 1


def _pages(file: SourceFile, opened: Image.Image, limits: Limits) -> Iterator[Image.Image]:
    """Yield the pages of an opened picture; behind the first a damaged one is blank, and the last.

    Its place is kept, so that what could not be read is told.
    """
    frames_of = ImageSequence.Iterator(opened)
    for number in count_from(1):
        check_size(file, number, limits.scanned_pages, "scanned pages")
        try:
            frame = next(frames_of)
            check_size(file, frame.width * frame.height, limits.pixels, "pixels on a page")
            check_size(file, max(frame.size), _LONGEST, "pixels on a side")
            page = _at_fine_resolution(in_colours(ImageOps.exif_transpose(frame)), frame)
        except StopIteration:
            return
        except DocumentError:
            raise
        except Exception:
            if number == 1:
                raise
            yield Image.new("RGB", _BLANK, "white")
            return
        yield page


def in_colours(frame: Image.Image) -> Image.Image:
    """Return a picture in colours of eight bits, on white where it is transparent.

    Args:
        frame: in any of Pillow's modes.
    """
    if frame.mode == "F" or frame.mode.startswith("I"):
        return _in_eight_bits(frame.convert("F")).convert("RGB")
    if frame.has_transparency_data:
        shown = frame.convert("RGBA")
        page = Image.new("RGB", shown.size, "white")
        page.paste(shown, mask=shown.getchannel("A"))
        return page
    return frame.convert("RGB")


def _in_eight_bits(page: Image.Image) -> Image.Image:
    """Return a page whose greys have sixteen bits or more with its darkest black."""
    low, high = cast("tuple[float, float]", page.getextrema())
    if not low < high < inf:
        return Image.new("L", page.size, "white")
    factor = _WHITE / (high - low)
    return page.point(lambda grey: grey * factor - low * factor).convert("L")


def _at_fine_resolution(page: Image.Image, frame: Image.Image) -> Image.Image:
    """Return the page at the resolution for reading, by what the file says of its own."""
    said = frame.info.get("dpi", (0, 0))[0]
    dpi = float(said) if _FEWEST_DPI < float(said) < _MOST_DPI else 0.0
    guessed = min(page.width, page.height) / _PAGE_INCHES
    if not 0.5 < dpi / guessed < 2:  # noqa: PLR2004 - a factor of two tells a wrong figure
        dpi = guessed
    return scaled(page, FINE_DPI / max(dpi, _FEWEST_DPI))


def scaled(page: Image.Image, factor: float) -> Image.Image:
    """Return a page with its sides multiplied by a factor."""
    size = (max(1, round(page.width * factor)), max(1, round(page.height * factor)))
    return page if size == page.size else page.resize(size, Image.Resampling.LANCZOS)


def grey(page: Image.Image, *, is_first: bool) -> Image.Image:
    """Return a page in grey, without the red of the seal.

    Args:
        page: the page in colours.
        is_first: whether it bears the head, whose red stamps are words.
    """
    if page.mode != "RGB":
        return ImageOps.autocontrast(page.convert("L"), cutoff=1)
    whole = page.getchannel("R")
    if is_first:
        head = (0, 0, page.width, round(page.height * _HEAD))
        whole.paste(page.crop(head).convert("L"), head[:2])
    return ImageOps.autocontrast(whole, cutoff=1)


def straight(page: Image.Image) -> Image.Image:
    """Return a grey page turned by the few degrees that its lines slant.

    The slant is the one at which the rows of the page differ most: lines of print on white.
    """
    size = (max(1, page.width * _PROFILE // page.height), _PROFILE)
    small = ImageChops.invert(page.resize(size, Image.Resampling.BOX))
    coarse = max(_angles(0.0, _SLANT_AT_MOST, _COARSE), key=lambda a: _sharpness(small, a))
    slant = max(_angles(coarse, _COARSE, _FINE), key=lambda a: _sharpness(small, a))
    if abs(slant) < _FINE:
        return page
    return page.rotate(slant, resample=Image.Resampling.BICUBIC, fillcolor=255)


def _angles(middle: float, reach: float, step: float) -> list[float]:
    """Return the angles round one, the middle first so that it wins among equals."""
    steps = round(reach / step)
    return [middle, *(middle + sign * i * step for i in range(1, steps + 1) for sign in (1, -1))]


def _sharpness(page: Image.Image, angle: float) -> int:
    """Return how much neighbouring rows of a page differ when it is turned."""
    turned = page.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=0)
    rows = turned.resize((1, page.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(rows))


def for_reading(page: Image.Image) -> Image.Image:
    """Return a grey page as Tesseract reads it best."""
    small = scaled(page, READ_DPI / FINE_DPI)
    return small.filter(ImageFilter.GaussianBlur(_SOFTENING))


def png(page: Image.Image) -> bytes:
    """Return a picture as PNG."""
    made = BytesIO()
    page.save(made, "PNG", compress_level=1)
    return made.getvalue()


def stacked(pictures: Sequence[Image.Image]) -> bytes:
    """Return pictures as one TIFF, a page each."""
    made = BytesIO()
    pictures[0].save(made, "TIFF", save_all=True, append_images=pictures[1:])
    return made.getvalue()


def for_people(page: Image.Image) -> bytes:
    """Return a page as the JPEG that is kept to be looked at."""
    made = BytesIO()
    scaled(page, KEPT_DPI / FINE_DPI).save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()

"""What was recognised in scans, by the digest of the file, and the pictures of their pages.

Recognising takes seconds a page, and a file's bytes say the same each time; so what a program of
the same version has recognised is not recognised again. The pictures stay beside the text, for
the site to show the place that words come from.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from loaders.records import Remark, SourceText, Span
from loaders.source_text import Box, Page, PrintedWord
from luocdo import __version__
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_WHITE: Final = 0.6
"""Per cent of the page that are shown round the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanShelf:
    """The recognised scans of a store.

    Args:
        root: folder of the store.
    """

    root: Path

    def get(self, file_sha256: str) -> SourceText | None:
        """Return what was recognised in a file, without its pictures; None where nothing is kept.

        Args:
            file_sha256: digest of the file's bytes.
        """
        try:
            said = json.loads(self._place(file_sha256).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return _source(said) if said.get("made") == __version__ else None

    def put(self, source: SourceText) -> None:
        """Keep what was recognised in a file, and its pictures.

        Raises:
            StoreError: the folder cannot be written.
        """
        said = {"made": __version__, **asdict(replace(source, pictures=()))}
        try:
            for picture in source.pictures:
                _write(self.picture(source.text_sha256, picture.page), picture.content)
            content = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
            _write(self._place(source.source_sha256), content.encode("utf-8", "surrogatepass"))
        except OSError as fault:
            raise StoreError(
                "store-unwritable", f"{self.root}: {fault.strerror}.", "Check rights and space."
            ) from fault

    def picture(self, text_sha256: str, page: int) -> Path:
        """Return where the picture of a page is kept.

        Args:
            text_sha256: digest of the text.
            page: its number, from 1.
        """
        return self.root / "pages" / text_sha256[:2] / text_sha256 / f"{page}.jpg"

    def cut_out(
        self, text_sha256: str, page: int, box: tuple[float, float, float, float]
    ) -> bytes | None:
        """Return a piece of a page with some white round it as a JPEG; None without a picture.

        Args:
            text_sha256: digest of the text.
            page: its number, from 1.
            box: left, top, width and height in per cent of the page.
        """
        from PIL import Image  # noqa: PLC0415 - pictures are needed for scans only

        if not _DIGEST.fullmatch(text_sha256):
            return None
        try:
            with Image.open(self.picture(text_sha256, page), formats=("JPEG",)) as whole:
                left, top, width, height = box
                sides = (left - _WHITE, top - _WHITE, left + width + _WHITE, top + height + _WHITE)
                scale = (whole.width / 100, whole.height / 100)
                cut = [round(min(100.0, max(0.0, s)) * scale[i % 2]) for i, s in enumerate(sides)]
                made = BytesIO()
                whole.crop((cut[0], cut[1], cut[2], cut[3])).save(made, "JPEG")
        except (OSError, SystemError, ValueError):
            return None
        return made.getvalue()

    def _place(self, file_sha256: str) -> Path:
        return self.root / "scans" / file_sha256[:2] / f"{file_sha256}.json"


def _write(place: Path, content: bytes) -> None:
    """Write a file, which is there whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(place)


def _source(said: dict[str, Any]) -> SourceText:
    """Return a text as its row has it."""
    return SourceText(
        source_sha256=said["source_sha256"],
        text=said["text"],
        reader=said["reader"],
        pages=tuple(Page(**{**page, "span": Span(**page["span"])}) for page in said["pages"]),
        words=tuple(_word(word) for word in said["words"]),
        remarks=tuple(
            Remark(**{**remark, "span": Span(**remark["span"]) if remark["span"] else None})
            for remark in said["remarks"]
        ),
    )


def _word(word: dict[str, Any]) -> PrintedWord:
    return PrintedWord(**{**word, "span": Span(**word["span"]), "box": Box(**word["box"])})

"""Quads on their way into the stores: two files, so that a large load needs little memory.

A store that is loaded from one file is smaller than one that is loaded in many parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self

from queries.errors import StoreError
from queries.store.lines import merged_lines, quad_lines

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SpooledDocument:
    """Names of the graphs of a document that waits to be loaded."""

    raw_iri: str
    effective_iri: str


class Spool:
    """Collects documents; use it as a context manager, which takes the files away.

    Args:
        folder: where the files are kept; it is made where it does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work.nq"
        self.public = folder / "public.nq"
        self.size = 0
        self.documents: dict[str, SpooledDocument] = {}
        self._files: tuple[IO[bytes], IO[bytes]] | None = None

    def __enter__(self) -> Self:
        """Return the spool itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the files away, whatever happened."""
        self.clear()

    def add(self, path: str, graphs: SpooledDocument, raw: bytes, effective: bytes) -> None:
        """Add a document.

        Args:
            path: its path.
            graphs: names of its graphs.
            raw, effective: what they say, as N-Triples.

        Raises:
            StoreError: the files cannot be written.
        """
        try:
            work, public = self._files or self._opened()
            self.size += work.write(quad_lines(raw, graphs.raw_iri) + b"\n")
            self.size += public.write(merged_lines(effective, graphs.effective_iri) + b"\n")
        except OSError as fault:
            raise StoreError(
                "store-unwritable", f"{self.work.parent}: {fault.strerror}.", "Check the space."
            ) from fault
        self.documents[path] = graphs

    def close(self) -> None:
        """Finish the files, so that they can be read."""
        for file in self._files or ():
            file.close()
        self._files = None

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        for path in (self.work, self.public):
            path.unlink(missing_ok=True)
        self.documents.clear()
        self.size = 0

    def _opened(self) -> tuple[IO[bytes], IO[bytes]]:
        self.work.parent.mkdir(parents=True, exist_ok=True)
        self._files = self.work.open("wb"), self.public.open("wb")
        return self._files

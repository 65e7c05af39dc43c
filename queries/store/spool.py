"""Quads on their way into the stores: two files, so that a large load needs little memory.

A store that is loaded from one file is smaller than one that is loaded in many parts, and sooner
done: whatever is added to it is merged with what it holds. So each part is twice as large as all
before it, within bounds, and what is merged grows with the collection and not with its square. The
first part is small, as loading a gigabyte at once takes two of memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Self

from queries.errors import StoreError
from queries.store.lines import merged_lines, quad_lines

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

LEAST_BYTES: Final = 200_000_000
"""How much waits at least before it is loaded, unless it is all there is."""
MOST_BYTES: Final = 4_000_000_000
"""How much waits at most; a load that breaks off does so much again."""

_GROWTH: Final = 2


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
        self._size = 0
        self._loaded = 0
        self.documents: dict[str, SpooledDocument] = {}
        self._files: tuple[IO[bytes], IO[bytes]] | None = None

    def __enter__(self) -> Self:
        """Return the spool itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the files away, whatever happened."""
        self.clear()

    @property
    def is_full(self) -> bool:
        """Tell whether so much waits that it should be loaded."""
        return self._size > min(MOST_BYTES, max(LEAST_BYTES, _GROWTH * self._loaded))

    def add(self, document: DocumentGraphs, raw: bytes, effective: bytes) -> None:
        """Add a document.

        Args:
            document: its path, and the names of its graphs.
            raw, effective: what these say, as N-Triples.

        Raises:
            StoreError: the files cannot be written.
        """
        try:
            work, public = self._files or self._opened()
            self._size += work.write(quad_lines(raw, document.raw_iri) + b"\n")
            self._size += public.write(merged_lines(effective, document.effective_iri) + b"\n")
        except OSError as fault:
            raise StoreError(
                "store-unwritable", f"{self.work.parent}: {fault.strerror}.", "Check the space."
            ) from fault
        self.documents[document.document_path] = SpooledDocument(
            raw_iri=document.raw_iri, effective_iri=document.effective_iri
        )

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
        self._loaded += self._size
        self._size = 0

    def _opened(self) -> tuple[IO[bytes], IO[bytes]]:
        self.work.parent.mkdir(parents=True, exist_ok=True)
        self._files = self.work.open("wb"), self.public.open("wb")
        return self._files

"""Raw graphs that wait to be linked and stored; after a crash they need not be read again."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RawShelf:
    """Raw graphs as N-Triples, one file each, by what they were made from.

    Args:
        folder: where they are kept; it is made where it does not exist.
    """

    folder: Path

    def put(self, key: str, triples: bytes) -> None:
        """Keep a raw graph; the file is there whole or not at all.

        Args:
            key: letters and digits.
            triples: N-Triples.

        Raises:
            StoreError: the folder cannot be written.
        """
        place = self._place(key)
        draft = place.with_suffix(f".{os.getpid()}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(triples)
            draft.replace(place)
        except OSError as fault:
            raise StoreError(
                "store-unwritable", f"{self.folder}: {fault.strerror}.", "Check rights and space."
            ) from fault

    def get(self, key: str) -> bytes:
        """Return a raw graph that is kept.

        Raises:
            StoreError: it is not.
        """
        try:
            return self._place(key).read_bytes()
        except OSError as fault:
            raise StoreError("raw-graph-lost", f"{self.folder}: {key}", "Load again.") from fault

    def has(self, key: str) -> bool:
        """Tell whether a raw graph is kept."""
        return self._place(key).is_file()

    def clear(self) -> None:
        """Take everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.nt"

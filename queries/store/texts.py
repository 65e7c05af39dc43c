"""Texts of documents, kept by the digest of their words; a text never changes."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFolder:
    """The texts beside a store.

    Args:
        root: folder of the store.
    """

    root: Path

    def keep(self, text: str) -> str:
        """Keep a text and return its digest (SHA-256 of its UTF-8, hex).

        Raises:
            StoreError: the folder cannot be written.
        """
        content = text.encode("utf-8", "surrogatepass")
        digest = sha256(content).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(f".{os.getpid()}")
            draft.write_bytes(content)
            draft.replace(path)
        except OSError as fault:
            raise StoreError(
                "store-unwritable", f"{path.parent}: {fault.strerror}.", "Check rights and space."
            ) from fault
        return digest

    def text(self, digest: str) -> str | None:
        """Return the text of a digest, or None where it is not kept."""
        if not _DIGEST.fullmatch(digest):
            return None
        path = self._path(digest)
        if not path.is_file():
            return None
        return path.read_bytes().decode("utf-8", "surrogatepass")

    def _path(self, digest: str) -> Path:
        return self.root / "texts" / digest[:2] / f"{digest}.txt"

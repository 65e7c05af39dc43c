"""The protocol of writers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.folder_writer import FolderWriter
from queries.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path


def test_the_embedded_writer_keeps_the_protocol(tmp_path: Path) -> None:
    """Mypy compares signatures here; at run time every method is there."""
    with FolderWriter(tmp_path / "store") as writer:
        kept: Writer = writer
        names = [name for name in vars(Writer) if not name.startswith("_")]
        assert len(names) > 8
        assert all(callable(getattr(kept, name)) for name in names)

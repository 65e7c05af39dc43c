"""A document that was taken out stays known as such until it is kept again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store import withdrawals
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs


def test_a_list_keeps_what_was_noted(tmp_path: Path) -> None:
    """Without a successor and with one; what is struck out is forgotten."""
    file = tmp_path / "withdrawn"
    withdrawals.note(file, "id/a", "")
    withdrawals.note(file, "id/b", "id/c")
    assert withdrawals.read(file) == {"id/a": "", "id/b": "id/c"}
    withdrawals.strike_out(file, "id/a")
    assert withdrawals.read(file) == {"id/b": "id/c"}
    assert withdrawals.read(tmp_path / "none") == {}


def test_the_writer_notes_what_it_removes(
    tmp_path: Path, documents: dict[str, DocumentGraphs]
) -> None:
    """Until the document comes back."""
    document = documents["plan-31"]
    with FolderWriter(tmp_path) as writer:
        writer.replace(document)
        assert writer.remove(document.document_path)
        assert not writer.remove("id/vn/never")
        assert FolderReader(tmp_path).withdrawn(document.document_path) == ""
        assert FolderReader(tmp_path).withdrawn("id/vn/never") is None
        writer.replace(document)
        assert FolderReader(tmp_path).withdrawn(document.document_path) is None

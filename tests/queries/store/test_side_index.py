"""The side index of each generation is the one that would be made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from ontology.namespaces import DEFAULT_BASE
from queries.errors import StoreError
from queries.index.build import refresh
from queries.index.layout import is_of_this_layout
from queries.store import side_index
from queries.store.folder_writer import FolderWriter
from queries.store.generations import KEPT, StoreFolder
from queries.store.side_index import prepare_index

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

TABLES = ("documents", "citations", "edges", "obligations", "counts", "names")


def rows(file: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return what an index says, without the numbers that it gives to its own rows."""
    with closing(sqlite3.connect(file)) as index:
        return {
            table: {row[1:] for row in index.execute(f"SELECT * FROM {table}")}  # noqa: S608  # fixed names
            for table in TABLES
        }


@pytest.mark.parametrize("few", [0, 300])
def test_an_index_that_is_handed_on_misses_nothing(
    few: int,
    tmp_path: Path,
    documents: dict[str, DocumentGraphs],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More generations than are kept, one document each, some of them taken out again."""
    monkeypatch.setattr(side_index, "_FEW", few)
    with FolderWriter(tmp_path / "store") as writer:
        for turn in range(KEPT + 2):
            for place, document in enumerate(documents.values()):
                if (turn + place) % 3:
                    writer.replace(document)
                else:
                    writer.remove(document.document_path)
                published = writer.publish()
            refresh(tmp_path / "fresh.sqlite", writer._public, (), f"{DEFAULT_BASE}")
            assert rows(published.index) == rows(tmp_path / "fresh.sqlite")
            (tmp_path / "fresh.sqlite").unlink()


def test_an_index_of_another_layout_is_not_handed_on(
    tmp_path: Path, documents: dict[str, DocumentGraphs]
) -> None:
    """A new version of the program makes it anew once, not with each generation."""
    with FolderWriter(tmp_path / "store") as writer:
        made = []
        for document in documents.values():
            writer.replace(document)
            made.append(writer.publish())
        for generation, statement in (
            (made[0], "PRAGMA user_version = 1"),
            (made[-1], "CREATE TABLE mark (it)"),
        ):
            with closing(sqlite3.connect(generation.index)) as index:
                index.execute(statement)
        writer.remove(document.document_path)
        published = writer.publish()
    with closing(sqlite3.connect(published.index)) as index:
        assert index.execute("SELECT * FROM mark").fetchall() == []
    assert is_of_this_layout(published.index)


def test_the_first_index_is_made_from_all_graphs(
    tmp_path: Path, documents: dict[str, DocumentGraphs]
) -> None:
    """Also where no list of changes is left, as after a store was copied from elsewhere."""
    with FolderWriter(tmp_path / "store") as writer:
        for document in documents.values():
            writer.replace(document)
        (tmp_path / "store" / "unpublished").unlink()
        published = writer.publish()
    assert len(rows(published.index)["documents"]) >= len(documents)


def test_a_draft_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The sentence names the place."""
    folder = StoreFolder(root=tmp_path)
    with FolderWriter(tmp_path / "store") as writer, pytest.raises(StoreError) as caught:
        prepare_index(folder, tmp_path / "missing", writer._public, (), DEFAULT_BASE)
    assert caught.value.code == "store-unwritable"

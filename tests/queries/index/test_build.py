"""The side index, anew and piece by piece."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from queries.errors import StoreError
from queries.index.build import _fill as fill
from queries.index.build import refresh
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

BASE = "https://w3id.org/luocdo/"
TABLES = ("documents", "citations", "edges", "obligations", "assignments", "deadlines", "names")


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what the tables hold, without row numbers."""
    found = {}
    with closing(sqlite3.connect(file)) as index:
        for table in (*TABLES, "counts"):
            columns = [c[1] for c in index.execute(f"PRAGMA table_info({table})") if c[1] != "id"]
            names = ", ".join(columns)
            found[table] = sorted(index.execute(f"SELECT {names} FROM {table}"), key=repr)  # noqa: S608  # fixed names
        words = "SELECT d.iri, t.words FROM documents_text t JOIN documents d ON d.id = t.rowid"
        found["documents_text"] = sorted(index.execute(words))
    return found


def test_piece_by_piece_gives_what_anew_gives(
    tmp_path: Path, documents: dict[str, DocumentGraphs], fixed: dict[str, bytes]
) -> None:
    """After changes, removals and additions the index is that of a fresh building."""
    with FolderWriter(tmp_path / "store") as writer:
        for graph, data in fixed.items():
            writer.replace_fixed(graph, data)
        writer.load(documents.values())
        writer.publish()
        writer.remove(documents["plan-31"].document_path)
        directive = documents["directive-7"]
        assert isinstance(directive.effective, bytes)
        changed = directive.effective.replace("bến đò".encode(), "bến phà".encode())
        writer.replace(replace(directive, effective=changed))
        writer.publish()
        writer.replace(documents["plan-31"])
        published = writer.publish()
        anew = tmp_path / "anew.sqlite"
        refresh(anew, writer._public, (), BASE)
    assert rows(published.index) == rows(anew)
    titles = {row[8] for row in rows(anew)["documents"]}
    assert "Về bảo đảm trật tự các bến phà trong tỉnh" in titles


def test_more_changes_than_are_held_make_all_anew(
    tmp_path: Path, documents: dict[str, DocumentGraphs], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes of it is what one by one gives, and so is what is told of the changes."""
    directive, plan = documents["directive-7"], documents["plan-31"]
    assert isinstance(plan.effective, bytes)
    shorter = plan.effective.replace(b"implements>", b"guides>")

    def published(root: Path) -> tuple[dict[str, list[tuple[object, ...]]], list[object]]:
        with FolderWriter(root) as writer:
            writer.load([plan, directive])
            writer.publish()
            writer.remove(directive.document_path)
            writer.replace(replace(plan, effective=shorter))
            writer.load([d for d in documents.values() if d not in (plan, directive)])
            index = writer.publish().index
        with closing(sqlite3.connect(index)) as told:
            kept = "SELECT document, change, relation, added, removed FROM changes"
            return rows(index), sorted(told.execute(kept), key=repr)

    one_by_one = published(tmp_path / "one-by-one")
    made = []
    monkeypatch.setattr("queries.index.build._MANY", 0)
    monkeypatch.setattr("queries.index.build._fill", lambda *a: made.append(a) or fill(*a))
    assert published(tmp_path / "anew") == one_by_one
    assert len(made) == 2


def test_documents_alike_in_all_keep_their_own_rows(
    tmp_path: Path, documents: dict[str, DocumentGraphs], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two documents get one row number, both are kept and found."""
    monkeypatch.setattr("queries.index.document_rows.row_number", lambda **_: 7)
    with FolderWriter(tmp_path / "store") as writer:
        writer.load(documents.values())
        found = rows(writer.publish().index)
    assert len(found["documents"]) > len(found["documents_text"]) > 2
    assert len({row[0] for row in found["documents"]}) == len(found["documents"])


def test_own_words_win_over_those_of_others(
    tmp_path: Path, documents: dict[str, DocumentGraphs]
) -> None:
    """Of several statements on a document its own graph counts first, and presence is the best."""
    plan = documents["plan-31"]
    assert isinstance(plan.effective, bytes)
    subject = f"<{BASE}{documents['directive-7'].document_path}>"
    foreign = f'{subject} <http://purl.org/dc/terms/title> "A wrong title" .\n'.encode()
    with FolderWriter(tmp_path / "store") as writer:
        writer.replace(replace(plan, effective=plan.effective + foreign))
        writer.replace(documents["directive-7"])
        generation = writer.publish()
    found = {row[0]: row for row in rows(generation.index)["documents"]}
    directive = found[f"{BASE}{documents['directive-7'].document_path}"]
    assert "Về bảo đảm trật tự các bến đò trong tỉnh" in directive
    assert found[f"{BASE}id/vn/kl/tw/k13/909"][11] == "metadataOnly"


def test_another_layout_is_made_anew(tmp_path: Path, documents: dict[str, DocumentGraphs]) -> None:
    """A file of an older layout is replaced as a whole; one that is no database is an error."""
    root = tmp_path / "store"
    with FolderWriter(root) as writer:
        writer.replace(documents["directive-7"])
        published = writer.publish()
    with closing(sqlite3.connect(published.index)) as index:
        index.execute("PRAGMA user_version = 1")
        index.execute("DROP TABLE names")
    with FolderWriter(root) as writer:
        assert len(rows(writer.publish().index)["citations"]) == 4
    (tmp_path / "none.sqlite").write_bytes(b"no database, but long enough to be looked at" * 9)
    with FolderWriter(root) as writer, pytest.raises(StoreError):
        refresh(tmp_path / "none.sqlite", writer._public, (), BASE)

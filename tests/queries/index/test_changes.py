"""What changed from one generation to the next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.index.build import refresh
from queries.index.changes import NOTHING, Held, held, record
from queries.index.layout import create_tables
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

OLD = Held(is_held=True, edges=frozenset({("d", "implements", "x"), ("d", "cites", "y")}))
NEW = Held(is_held=True, edges=frozenset({("d", "implements", "x"), ("d", "cites", "z")}))


def rows(before: Held, after: Held) -> list[tuple[object, ...]]:
    """Return what is kept of a change."""
    with closing(sqlite3.connect(":memory:")) as index:
        create_tables(index)
        record(index, "d", before, after, "2026-01-01")
        return index.execute("SELECT * FROM changes ORDER BY removed").fetchall()


def test_what_comes_and_goes_is_one_row() -> None:
    """Its relations are not told one by one."""
    assert rows(NOTHING, OLD) == [("2026-01-01", "d", "added", None, None, None)]
    assert rows(OLD, NOTHING) == [("2026-01-01", "d", "removed", None, None, None)]


def test_a_changed_document_tells_its_relations() -> None:
    """Those that came and those that went; an unchanged one tells nothing."""
    assert rows(OLD, NEW) == [
        ("2026-01-01", "d", "changed", "cites", "z", None),
        ("2026-01-01", "d", "changed", "cites", None, "y"),
    ]
    assert rows(OLD, OLD) == []


def test_generations_leave_their_changes(
    tmp_path: Path, documents: dict[str, DocumentGraphs]
) -> None:
    """Also when the layout of the index changes, which is no change of the documents."""
    plan = documents["plan-31"]
    assert isinstance(plan.effective, bytes)
    lines = plan.effective.splitlines(keepends=True)
    shorter = b"".join(line for line in lines if b"ns#implements>" not in line)
    with FolderWriter(tmp_path / "store") as writer:
        writer.load(documents.values())
        writer.publish()
        writer.replace(replace(plan, effective=shorter))
        published = writer.publish()
        with closing(sqlite3.connect(published.index)) as index:
            kept = index.execute("SELECT document, change, relation FROM changes").fetchall()
            assert [change for _, change, _ in kept].count("added") == 3
            assert kept[-1][0].endswith("/2024/31")
            assert kept[-1][1:] == ("changed", "implements")
            assert held(index, plan.effective_iri).is_held
            index.execute("PRAGMA user_version = 1")
            index.commit()
        refresh(published.index, writer._public, (), "https://w3id.org/luocdo/")
        with closing(sqlite3.connect(published.index)) as index:
            again = index.execute("SELECT document, change, relation FROM changes").fetchall()
    assert again == kept

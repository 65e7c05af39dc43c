"""Tables and indexes of the side index, made at once or one after the other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from queries.index.layout import (
    begin_anew,
    create_tables,
    index_documents,
    index_rows,
    is_current,
    is_made,
    is_of_this_layout,
)

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = "SELECT type, name FROM sqlite_master ORDER BY type, name"


def test_indexes_made_after_the_rows_are_the_same(tmp_path: Path) -> None:
    """An index of another layout is taken away before, but not what it tells of changes."""
    with closing(sqlite3.connect(tmp_path / "at-once.sqlite")) as index:
        create_tables(index)
        at_once = index.execute(_NAMES).fetchall()
    with closing(sqlite3.connect(tmp_path / "later.sqlite")) as index:
        assert not is_made(index)
        begin_anew(index)
        index.execute("INSERT INTO changes VALUES ('2026', 'd', 'added', NULL, NULL, NULL)")
        index.execute("INSERT INTO counts VALUES ('documents', 7)")
        begin_anew(index)
        index_rows(index)
        index_documents(index)
        index.commit()
        assert index.execute(_NAMES).fetchall() == at_once
        assert index.execute("SELECT COUNT(*) FROM changes").fetchone() == (1,)
        assert index.execute("SELECT COUNT(*) FROM counts").fetchone() == (0,)
        assert is_made(index)
        assert is_current(index)
    assert is_of_this_layout(tmp_path / "later.sqlite")
    assert not is_of_this_layout(tmp_path / "at-once.sqlite")
    assert not is_of_this_layout(tmp_path / "missing.sqlite")

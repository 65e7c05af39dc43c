"""The tables and indexes of a side index, and whether a file has those of this program.

Indexes may be made after the rows: SQLite then sorts each once, where row by row it would look for
a page of each with every row, on disk as soon as they are more than its memory holds.

Source: SQLite documentation, "CREATE INDEX"; R. Bayer and K. Unterauer, "Prefix B-trees" (1977),
on filling trees in order.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from queries.index.shingles import hashing

if TYPE_CHECKING:
    from pathlib import Path

_OLD: Final = """
SELECT name, type FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'
AND name NOT LIKE 'documents_text_%' AND type <> 'index' AND name <> 'changes'
"""
_OF_DOCUMENTS: Final = " ON documents ("
"""Words of the indexes over documents, whose rows come from those of the other tables."""


def create_tables(index: sqlite3.Connection) -> None:
    """Create the tables and indexes of the layout in an empty file."""
    for statement in (*_tables(), *_indexes()):
        index.execute(statement)


def begin_anew(index: sqlite3.Connection) -> None:
    """Take the tables of whichever layout away, and create those of this one without indexes.

    What changed from one generation to the next is kept, as nothing else tells it.
    """
    for name, kind in index.execute(_OLD).fetchall():
        index.execute(f"DROP {kind} {name}")
    for statement in _tables():
        index.execute(statement)
    index.execute(f"PRAGMA user_version = {_number()}")


def index_rows(index: sqlite3.Connection) -> None:
    """Create the indexes over the rows that come from graphs."""
    for statement in _indexes():
        if _OF_DOCUMENTS not in statement:
            index.execute(statement)


def index_documents(index: sqlite3.Connection) -> None:
    """Create the indexes over the rows of documents."""
    for statement in _indexes():
        if _OF_DOCUMENTS in statement:
            index.execute(statement)


def is_made(index: sqlite3.Connection) -> bool:
    """Tell whether the file has been made before, by whichever layout."""
    return index.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def is_current(index: sqlite3.Connection) -> bool:
    """Tell whether the file was made by this very layout."""
    (kept,) = index.execute("PRAGMA user_version").fetchone()
    return bool(kept == _number())


def is_of_this_layout(file: Path) -> bool:
    """Tell whether a side index need not be made anew from all graphs.

    Args:
        file: the index; one that is missing or no index at all is of another layout.
    """
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as index:
            return is_current(index)
    except sqlite3.Error:
        return False


def _tables() -> tuple[str, ...]:
    return tuple(s for s in _statements() if not _is_of_index(s))


def _indexes() -> tuple[str, ...]:
    return tuple(s for s in _statements() if _is_of_index(s))


def _is_of_index(statement: str) -> bool:
    return statement.lstrip().startswith(("CREATE INDEX", "CREATE UNIQUE INDEX"))


def _statements() -> tuple[str, ...]:
    """Return the statements of the layout without comments."""
    lines = (line for line in _schema().splitlines() if not line.startswith("--"))
    return tuple(s for s in "\n".join(lines).split(";") if s.strip())


def _schema() -> str:
    return files("queries.index").joinpath("schema.sql").read_text(encoding="utf-8")


def _number() -> int:
    """Return a number that changes when the layout does, or the way triples are numbered."""
    letters = sum(ord(c) * (i % 9973 + 1) for i, c in enumerate(_schema()))
    return (letters + hashing()) % 2_000_000_011

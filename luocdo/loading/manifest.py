"""What came of each file, so that a folder is loaded again without reading what has not changed.

A row is only a hint: whether the document of a file is really stored, the store is asked.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, Self

from luocdo.archives import RealPlaces, printable
from luocdo.loading.papers import paper_from
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.files import FoundFile
    from luocdo.loading.papers import ReadPaper

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS files (
  place TEXT PRIMARY KEY, size INTEGER, changed_ns INTEGER, made TEXT, paper TEXT
) WITHOUT ROWID
"""
_BATCH: Final = 200
"""Rows between two commits: reading so many files again costs little."""


class Manifest:
    """The files of a store; use it as a context manager.

    Args:
        place: the file that holds it; it is made where it does not exist.
        made: what reads now: program, tables, and the settings that change what is read.

    Raises:
        StoreError: the file cannot be used.
    """

    def __init__(self, place: Path, made: str) -> None:
        self._made = made
        self._waiting = 0
        self._places = RealPlaces()
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._rows = sqlite3.connect(place)
            self._rows.execute("PRAGMA journal_mode=WAL")
            self._rows.execute(_SCHEMA)
        except (OSError, sqlite3.Error) as fault:
            raise StoreError(
                "store-unwritable", f"{place}: {fault}.", "Remove the file; it is made again."
            ) from fault

    def __enter__(self) -> Self:
        """Return the manifest itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Keep what was noted."""
        self._rows.commit()
        self._rows.close()

    def known(self, found: FoundFile) -> ReadPaper | None:
        """Return what was read of a file, or None where file or reader have changed since."""
        with closing(
            self._rows.execute(
                "SELECT size, changed_ns, made, paper FROM files WHERE place = ?",
                (self._key(found),),
            )
        ) as rows:
            row = rows.fetchone()
        if row is None or row[2] != self._made or row[:2] != stamp(found):
            return None
        return paper_from(row[3])

    def keep(self, found: FoundFile, before: tuple[int, int], paper: ReadPaper) -> None:
        """Note what was read of a file.

        Args:
            found: the file.
            before: its stamp before it was read, so that a change meanwhile is seen next time.
            paper: what was read.
        """
        size, changed_ns = before
        self._rows.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)",
            (self._key(found), size, changed_ns, self._made, paper.written()),
        )
        self._waiting += 1
        if self._waiting >= _BATCH:
            self._rows.commit()
            self._waiting = 0

    def _key(self, found: FoundFile) -> str:
        return f"{printable(str(self._places.of(found.path)))}\n{found.name}"


def stamp(found: FoundFile) -> tuple[int, int]:
    """Return size in bytes and time of change in nanoseconds; nothing equals a lost file's."""
    try:
        now = found.path.stat()
    except OSError:
        return (-1, -1)
    return (now.st_size, now.st_mtime_ns)

"""The passages of the texts, found by their words with or without marks.

A text never changes, so its passages are written once, by its digest, into one file beside the
generations: publishing copies none of them, and a generation finds those of its own documents.

Source: SQLite FTS5.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold_words
from queries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LONGEST: Final = 1_200
"""Code points of a passage at most, a single line that is longer left whole."""

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_ENDS: Final = (".", ";", ":", "!", "?")
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS kept (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_text_of ON passages (sha256);
CREATE VIRTUAL TABLE IF NOT EXISTS passages_text USING fts5 (
  words, content = '', tokenize = 'unicode61'
);
"""


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Go through the passages of a text: lines that belong together, by start and end.

    A line that ends like a sentence ends its passage, as does an empty line.
    """
    start, end = -1, 0
    for line in _LINE.finditer(text):
        is_apart = text.count("\n", end, line.start()) > 1 or line.end() - start > LONGEST
        if start >= 0 and is_apart:
            yield start, end
            start = -1
        start, end = (line.start() if start < 0 else start), line.end()
        if line.group().rstrip().endswith(_ENDS):
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def keep(file: Path, digests: Iterable[str], text_of: Callable[[str], str | None]) -> None:
    """Write the passages of texts that have none yet.

    Args:
        file: the file of passages; it is made where it does not exist.
        digests: of the texts.
        text_of: gives the text of a digest, None where it is not kept.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None, timeout=30)) as index:
            index.executescript(_SCHEMA)
            index.execute("PRAGMA synchronous = OFF")
            index.execute("BEGIN IMMEDIATE")
            for digest in dict.fromkeys(digests):
                _keep(index, digest, text_of)
            index.execute("COMMIT")
    except sqlite3.Error as error:
        raise StoreError("index-unusable", f"The passages cannot be written: {error}") from error


def _keep(index: sqlite3.Connection, digest: str, text_of: Callable[[str], str | None]) -> None:
    if index.execute("SELECT 1 FROM kept WHERE sha256 = ?", (digest,)).fetchone():
        return
    text = text_of(digest)
    if text is None:
        return
    for start, end in cut(text):
        row = index.execute("INSERT INTO passages VALUES (NULL, ?, ?, ?)", (digest, start, end))
        words = fold_words(text[start:end])
        index.execute(
            "INSERT INTO passages_text (rowid, words) VALUES (?, ?)", (row.lastrowid, words)
        )
    index.execute("INSERT INTO kept VALUES (?)", (digest,))

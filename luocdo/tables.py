"""The tables of wordings that lie beside the code that reads them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import loaders
from ontology.errors import RegisterError

WORDINGS = Path(loaders.__file__).parent
"""The folder below which the tables of wordings stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingTables:
    """What all tables of wordings together are.

    Args:
        files: number of tables.
        entries: number of entries in them.
        sha256: hex digest of their bytes with their names.
    """

    files: int
    entries: int
    sha256: str


def read_wordings(folder: Path = WORDINGS) -> WordingTables:
    """Read every table of wordings below a folder.

    Raises:
        RegisterError: a table is no TOML in UTF-8; the detail names file and line.
    """
    hashed = sha256()
    entries = 0
    paths = sorted(folder.rglob("*.toml"))
    for path in paths:
        name = path.relative_to(folder).as_posix()
        content = path.read_bytes()
        hashed.update(name.encode() + b"\0" + content + b"\0")
        entries += _entries(name, content)
    return WordingTables(files=len(paths), entries=entries, sha256=hashed.hexdigest())


def _entries(name: str, content: bytes) -> int:
    """Return the number of entries of a table: the tables that stand in its lists."""
    try:
        table = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise RegisterError("unreadable-register", f"{name}: {fault}.") from fault
    lists = [value for value in table.values() if isinstance(value, list)]
    return sum(isinstance(entry, dict) for entries in lists for entry in entries)

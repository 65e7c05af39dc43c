"""The canonical form of a register: rows sorted by their key, NFC, one way to write cells.

A register that is always written the same way changes only where a fact changed, so that the
history of the file is the history of the facts.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ontology.errors import RegisterError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

KEYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "agencies.csv": ("code",),
        "agency_aliases.csv": ("alias", "agency_code"),
        "document_aliases.csv": ("alias", "path"),
        "document_types.csv": ("code",),
        "documents.csv": ("path",),
        "province_changes.csv": ("date", "old", "new"),
        "provinces.csv": ("slug",),
        "symbols.csv": ("symbol",),
        "terms_of_office.csv": ("body", "code"),
    }
)
"""The columns of each register that tell its rows apart, as `registers/README.md` gives them."""


def registers_in(folder: Path) -> tuple[Path, ...]:
    """Return the registers that a folder holds, by name; other files are left out."""
    return tuple(folder / name for name in sorted(KEYS) if (folder / name).is_file())


def canonical(path: Path) -> str:
    """Return the text that a register has in its canonical form.

    Args:
        path: a register; its name tells the key of its rows.

    Raises:
        RegisterError: the file cannot be read, or a column of the key is missing.
    """
    try:
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise RegisterError("unreadable-register", f"{path.name}: {fault}.") from fault
    header, *body = [[_cell(cell) for cell in row] for row in rows if row] or [[]]
    places = _places(path.name, header)
    body.sort(key=lambda row: [row[place] if place < len(row) else "" for place in places])
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([header, *body])
    return written.getvalue()


def tidy(path: Path) -> bool:
    """Write a register in its canonical form; return whether that changed the file.

    Raises:
        RegisterError: the file cannot be read or written.
    """
    text = canonical(path)
    if path.read_bytes() == text.encode():
        return False
    try:
        path.write_bytes(text.encode())
    except OSError as fault:
        raise RegisterError("unreadable-register", f"{path.name}: {fault}.") from fault
    return True


def _cell(words: str) -> str:
    """Return a cell in NFC without white space at its ends or round its bars."""
    return "|".join(part.strip() for part in unicodedata.normalize("NFC", words).split("|"))


def _places(name: str, header: Sequence[str]) -> tuple[int, ...]:
    """Return where the columns of the key stand."""
    missing = [column for column in KEYS[name] if column not in header]
    if missing:
        raise RegisterError("unreadable-register", f"{name}: no column {', '.join(missing)}.")
    return tuple(header.index(column) for column in KEYS[name])

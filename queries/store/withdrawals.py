"""Documents that were taken out of the collection, so that their identifiers say so for good.

Source: RFC 9110, section 15.5.11 (410 Gone); Cool URIs for the Semantic Web, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.generations import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read(file: Path) -> Mapping[str, str]:
    """Return the paths that were withdrawn, each with the path that took its place, or nothing."""
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return {path: successor for path, _, successor in (line.partition("\t") for line in lines)}


def note(file: Path, path: str, successor: str) -> None:
    """Note that a document was withdrawn, or merged into another one.

    Args:
        file: the list.
        path: of the document, as "id/vn/ct/ttg/2019/12".
        successor: path of the document that took its place; empty for none.
    """
    _write(file, {**read(file), path: successor})


def strike_out(file: Path, path: str) -> None:
    """Take back a withdrawal, as the document is kept again."""
    known = dict(read(file))
    if known.pop(path, None) is not None:
        _write(file, known)


def _write(file: Path, known: Mapping[str, str]) -> None:
    lines = (f"{path}\t{successor}\n" for path, successor in sorted(known.items()))
    write_whole(file, "".join(lines).encode())

"""Versions of graphs, and the list of those that a folder has in common with a shared store."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from queries.store.generations import StoreFolder, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_REMOVED: Final = "removed"


def version_of(triples: bytes) -> str:
    """Return the version of a graph: the same triples have the same."""
    return hashlib.sha256(b"\n".join(sorted(triples.strip().split(b"\n")))).hexdigest()[:32]


def removal(successor: str) -> str:
    """Return the version of a graph that was removed.

    Args:
        successor: path of the document that took the place of its own; empty for none.
    """
    return f"{_REMOVED} {successor}".rstrip()


def note_versions(root: Path, versions: Mapping[str, str]) -> None:
    """Note which versions of graphs a folder has in common with the shared store."""
    file = StoreFolder(root=root).shared
    known = {**noted(file), **versions}
    lines = (f"{graph}\t{said}\n" for graph, said in sorted(known.items()))
    write_whole(file, "".join(lines).encode())


def successor_in(version: str) -> str | None:
    """Return what took the place of a removed graph's document, or nothing; None for a held one."""
    word, _, successor = version.partition(" ")
    return successor if word == _REMOVED else None


def noted(file: Path) -> dict[str, str]:
    """Return the graphs of a list with their versions."""
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return {graph: said for graph, _, said in (line.partition("\t") for line in lines)}

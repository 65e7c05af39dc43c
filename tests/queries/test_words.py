"""A person is shown what the text says at a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.folder_writer import FolderWriter
from queries.words import words_at

if TYPE_CHECKING:
    from pathlib import Path

LDO = "https://w3id.org/luocdo/ns#"
BASE = "https://w3id.org/luocdo/"


def test_print_comes_before_summary_and_quote(tmp_path: Path) -> None:
    """A citation shows its print, a task its summary, a metadata statement nothing."""
    triples = (
        f'<{BASE}id/c> <{LDO}printed> "Chỉ thị số 7" .\n'
        f'<{BASE}id/o> <{LDO}summary> "rà soát"@vi .\n'
        f'<{BASE}id/d> <{LDO}symbol> "CT" .\n'
    )
    with FolderWriter(tmp_path) as writer:
        writer.replace_fixed(f"{BASE}graph/registry", triples.encode())
        nodes = [f"{BASE}id/{name}" for name in "cod"]
        assert words_at(writer, nodes) == {
            f"{BASE}id/c": "Chỉ thị số 7",
            f"{BASE}id/o": "rà soát",
        }

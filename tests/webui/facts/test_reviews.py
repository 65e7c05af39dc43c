"""What waits for a curator is counted, and what was decided is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.reviews import StoredDecision
from webui.facts.reviews import read_decisions, read_waiting

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

BASE = "https://w3id.org/luocdo/"


def test_open_citations_are_counted(reader: Any) -> None:
    """Each of the list has the status that was asked for."""
    waiting = read_waiting(reader.index(), "ambiguous")
    assert waiting.total == len(waiting.citations) > 0
    assert all("/cit/" in iri for iri in waiting.citations)
    assert read_waiting(reader.index(), "burnt").total == 0


def test_decisions_come_newest_first(tmp_path: Path) -> None:
    """All, or those on one node."""
    decisions = [
        StoredDecision(
            iri=f"{BASE}id/review/{day}",
            node=f"{BASE}id/vn/ct/ttg/2019/{day}",
            verdict="accept",
            at=f"2026-11-0{day}T08:00:00Z",
        )
        for day in (1, 2)
    ]
    with FolderWriter(tmp_path) as writer:
        triples = b"".join(decision.n_triples() for decision in decisions)
        writer.replace_fixed(f"{BASE}graph/review", triples)
        writer.publish()
    reader: Any = FolderReader(tmp_path)
    assert read_decisions(reader) == (decisions[1], decisions[0])
    assert read_decisions(reader, decisions[0].node) == (decisions[0],)

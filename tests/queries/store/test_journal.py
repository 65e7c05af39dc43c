"""The journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.journal import GraphNote, note, read, strike_out

if TYPE_CHECKING:
    from pathlib import Path

NOTES = (
    GraphNote(graph="g:1", triples=b"<a:s> <a:p> <a:o> .\n\n"),
    GraphNote(graph="g:2", triples=None),
    GraphNote(graph="g:3", triples=b""),
)


def test_what_was_noted_is_read_back(tmp_path: Path) -> None:
    """Triples, removals and empty graphs are told apart."""
    journal = tmp_path / "journal"
    note(journal, NOTES)
    assert read(journal) == NOTES
    strike_out(journal)
    assert read(journal) == ()
    strike_out(journal)


def test_a_half_written_note_counts_as_none(tmp_path: Path) -> None:
    """A crash while noting means that nothing was begun."""
    (tmp_path / "journal.draft").write_bytes(b'{"graphs": [["g:1", 100]]')
    assert read(tmp_path / "journal") == ()

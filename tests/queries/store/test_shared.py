"""A folder takes in what differs, leaves what is being written, and keeps what is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.namespaces import DEFAULT_BASE
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.shared import differing, take
from queries.store.versions import note_versions, version_of

if TYPE_CHECKING:
    from pathlib import Path

A, B, OWN = (f"{DEFAULT_BASE}graph/{name}" for name in ("doc/vn/x/1", "places", "terms"))
TRIPLES = b"<urn:a> <urn:b> <urn:c> .\n"


class Shared:
    """A store that is shared."""

    def __init__(self) -> None:
        self.held = {A: TRIPLES, B: TRIPLES}
        self.noted = {A: version_of(TRIPLES), B: version_of(TRIPLES)}

    def versions(self) -> dict[str, str]:
        """Return what is noted."""
        return dict(self.noted)

    def version(self, graph: str) -> str:
        """Return what is noted of one."""
        return self.noted.get(graph, "")

    def graphs(self) -> dict[str, str]:
        """Return the numbers of triples."""
        return {graph: str(triples.count(b"\n")) for graph, triples in self.held.items()}

    def graph(self, name: str) -> bytes:
        """Return a graph."""
        return self.held[name]


def step(root: Path, store: Shared) -> set[str]:
    """Take in what differs; return what was taken."""
    with FolderWriter(root) as writer:
        done = take(writer, store, differing(root, store))
        writer.publish()
    note_versions(root, done)
    return set(done)


def test_a_folder_follows(tmp_path: Path) -> None:
    """It takes each version once, and a removal too; what was never shared stays."""
    store = Shared()
    with FolderWriter(tmp_path) as writer:
        writer.replace_fixed(OWN, TRIPLES)
        writer.publish()
    assert step(tmp_path, store) == {A, B}
    assert FolderReader(tmp_path).graphs() == (A, B, OWN)
    assert differing(tmp_path, store) == {}
    store.noted[A] = "removed id/vn/x/2"
    assert step(tmp_path, store) == {A}
    assert FolderReader(tmp_path).graphs() == (B, OWN)
    assert FolderReader(tmp_path).withdrawn("id/vn/x/1") == "id/vn/x/2"


def test_what_is_being_written_waits(tmp_path: Path) -> None:
    """Here, until it is published; there, until its version is noted again."""
    store = Shared()
    store.held[A] = b"<urn:half> <urn:b> <urn:c> .\n"
    with FolderWriter(tmp_path) as writer:
        writer.replace_fixed(B, TRIPLES)
        wanted = differing(tmp_path, store)
        store.noted[A] = "another"
        assert take(writer, store, wanted) == {}
    store.noted[A] = version_of(store.held[A])
    assert step(tmp_path, store) == {A}


def test_a_store_without_notes_is_counted(tmp_path: Path) -> None:
    """Somebody else filled it."""
    store = Shared()
    store.noted.clear()
    assert step(tmp_path, store) == {A, B}
    assert differing(tmp_path, store) == {}
    store.held[A] += b"<urn:d> <urn:b> <urn:c> .\n"
    assert step(tmp_path, store) == {A}

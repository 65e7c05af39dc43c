"""A shared store is used where the settings name one, and gets what is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.settings import Settings
from luocdo.sharing import shared_store
from ontology.namespaces import DEFAULT_BASE
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path


def test_without_an_address_there_is_none() -> None:
    """The folder alone is used then."""
    assert shared_store(Settings()) is None
    assert shared_store(Settings(remote_query="http://127.0.0.1:9/query")) is not None


class Mirror:
    """Takes what a shared store would take."""

    def __init__(self) -> None:
        self.graphs: dict[str, bytes] = {}

    def replace_merged(self, graph: str, triples: bytes) -> None:
        """Note what it is to say."""
        self.graphs[graph] = triples


def test_what_is_published_goes_to_the_shared_store(tmp_path: Path) -> None:
    """Graphs that changed, and those that went without any triple."""
    mirror = Mirror()
    graph = f"{DEFAULT_BASE}graph/registry"
    with FolderWriter(tmp_path / "store", mirror=mirror) as writer:
        writer.replace_fixed(graph, b"<urn:a> <urn:b> <urn:c> .\n")
        assert mirror.graphs == {}
        writer.publish()
    assert mirror.graphs == {graph: b"<urn:a> <urn:b> <urn:c> .\n"}
    assert FolderReader(tmp_path / "store").graphs() == (graph,)

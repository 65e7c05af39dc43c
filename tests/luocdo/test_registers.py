"""The fixed graphs say what the registers say, and are written only when that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.registers import keep_registers
from ontology.namespaces import DEFAULT_BASE, fixed_graph_iri
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from luocdo.pipeline import Pipeline
    from ontology.namespaces import FixedGraphName

NAMES: tuple[FixedGraphName, ...] = ("ontology", "registry", "agencies", "places", "terms")


def test_each_graph_is_written_once(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second time nothing is written."""
    written: list[str] = []
    replace = FolderWriter.replace_fixed

    def spy(writer: FolderWriter, graph: str, triples: bytes) -> object:
        written.append(graph)
        return replace(writer, graph, triples)

    monkeypatch.setattr(FolderWriter, "replace_fixed", spy)
    keep_registers(pipeline.writer, pipeline.registry, DEFAULT_BASE, ())
    assert written == [str(fixed_graph_iri(DEFAULT_BASE, name)) for name in NAMES]
    keep_registers(pipeline.writer, pipeline.registry, DEFAULT_BASE, ())
    assert len(written) == len(NAMES)


def test_the_bodies_of_a_province_stay_when_others_come(pipeline: Pipeline) -> None:
    """What was there before is known from the graph itself, not from a list of all documents."""
    name = str(fixed_graph_iri(DEFAULT_BASE, "agencies"))
    for path in ("id/vn/ct/ubnd-lang-son/2024/7", "id/vn/ct/ubnd-ca-mau/2024/7"):
        keep_registers(pipeline.writer, pipeline.registry, DEFAULT_BASE, (path,))
    bodies = pipeline.writer.graph(name).serialize(format="nt")
    assert "agency/ubnd-lang-son>" in bodies
    assert "agency/ubnd-ca-mau>" in bodies
    assert "agency/ubnd-ha-giang>" not in bodies


def test_a_stored_document_is_left_to_speak_for_itself(store: Path) -> None:
    """The bodies of the collection's provinces are there, of others only the places."""
    with FolderWriter(store, DEFAULT_BASE) as writer:
        bodies = writer.graph(str(fixed_graph_iri(DEFAULT_BASE, "agencies"))).serialize(format="nt")
        places = writer.graph(str(fixed_graph_iri(DEFAULT_BASE, "places"))).serialize(format="nt")
    assert "agency/ubnd-song-may>" in bodies
    assert "agency/ubnd-may-suong>" in bodies
    assert "agency/ubnd-ca-mau>" not in bodies
    assert "place/ca-mau>" in places

"""What a document points at is described by what the collection says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph, URIRef

from ontology.namespaces import LDO, ORG
from queries.descriptions import describe
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://w3id.org/luocdo/"
BODY, EVENT, OTHER = (URIRef(f"{BASE}id/{name}") for name in ("body", "event", "other"))


def test_a_thing_is_described_with_the_event_that_ended_it(tmp_path: Path) -> None:
    """Its own statements and the event come; statements about other things do not."""
    graph = Graph()
    graph.add((BODY, LDO.ofPlace, OTHER))
    graph.add((EVENT, ORG.originalOrganization, BODY))
    graph.add((OTHER, LDO.ofPlace, BODY))
    with FolderWriter(tmp_path) as writer:
        writer.replace_fixed(f"{BASE}graph/agencies", graph)
        writer.publish()
    found = Graph().parse(
        data=describe(FolderReader(tmp_path), [str(BODY), f"{BASE}id/unknown"]), format="nt"
    )
    assert set(found) == {(BODY, LDO.ofPlace, OTHER), (EVENT, ORG.originalOrganization, BODY)}

"""A small invented province, Lam Thành: two directives and a plan of its bodies, and registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from ontology.namespaces import DEFAULT_BASE, fixed_graph_iri, graph_iri
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.writer import DocumentGraphs

GRAPHS = Path(__file__).parent / "graphs"
DOCUMENTS = {
    "directive-7": "id/vn/ct/ubnd-lam-thanh/2024/7",
    "plan-31": "id/vn/kh/so-noi-vu-lam-thanh/2024/31",
    "directive-15": "id/vn/ct/tu-lam-thanh/nk2020/15",
}


def triples(name: str) -> bytes:
    """Return the N-Triples of one of the Turtle files."""
    graph = Graph().parse(GRAPHS / f"{name}.ttl", format="turtle")
    return graph.serialize(format="nt", encoding="utf-8")


def document_graphs(name: str) -> DocumentGraphs:
    """Return a document whose raw graph says what its effective graph says."""
    path, data = DOCUMENTS[name], triples(name)
    return DocumentGraphs(
        document_path=path,
        raw_iri=str(graph_iri(DEFAULT_BASE, "raw", path)),
        raw=data,
        effective_iri=str(graph_iri(DEFAULT_BASE, "doc", path)),
        effective=data,
    )


@pytest.fixture(scope="session")
def documents() -> dict[str, DocumentGraphs]:
    """Return the three documents by name."""
    return {name: document_graphs(name) for name in DOCUMENTS}


@pytest.fixture(scope="session")
def fixed() -> dict[str, bytes]:
    """Return the registers' graphs by graph IRI."""
    return {
        str(fixed_graph_iri(DEFAULT_BASE, name)): triples(name)
        for name in ("registry", "agencies", "places", "findings")
    }


@pytest.fixture(scope="session")
def province(
    tmp_path_factory: pytest.TempPathFactory,
    documents: dict[str, DocumentGraphs],
    fixed: dict[str, bytes],
) -> Path:
    """Return the folder of a published store with everything in it; nobody writes to it."""
    root = tmp_path_factory.mktemp("province") / "store"
    with FolderWriter(root) as writer:
        for graph, data in fixed.items():
            writer.replace_fixed(graph, data)
        writer.load(documents.values())
        writer.publish()
    return root


@pytest.fixture(scope="session")
def reader(province: Path) -> FolderReader:
    """Return a reader of the province."""
    return FolderReader(province)

"""Documents that repeat each other's tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ontology.namespaces import DEFAULT_BASE, graph_iri
from queries.reuse import shared_passages
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from pathlib import Path

    from queries.index.reader import SideIndex

LDO = "https://w3id.org/luocdo/ns#"
OA = "http://www.w3.org/ns/oa#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
TASK = "rà soát toàn bộ bến đò ngang, lập danh sách chủ phương tiện chưa có giấy phép hoạt động"
QUOTES = {
    "a": f"Công an tỉnh {TASK}",
    "b": f"Sở Xây dựng {TASK}",
    "c": f"Công an tỉnh {TASK}",
    "d": "Sở Tài chính bố trí kinh phí mua áo phao cho học sinh các xã vùng sâu trong năm học mới",
}


def graphs(name: str, quote: str) -> DocumentGraphs:
    """Return a document of one task."""
    path = f"id/vn/ct/ubnd-{name}/2024/1"
    node = f"{DEFAULT_BASE}{path}"
    said = (
        (node, RDF_TYPE, f"<{LDO}Document>"),
        (f"{node}/obl/0-9", RDF_TYPE, f"<{LDO}Obligation>"),
        (f"{node}/obl/0-9", f"{LDO}statedIn", f"<{node}>"),
        (f"{node}/obl/0-9", f"{LDO}evidence", f"<{node}/ev/0-9>"),
        (f"{node}/ev/0-9", f"{OA}hasSelector", f"<{node}/ev/0-9#quote>"),
        (f"{node}/ev/0-9#quote", f"{OA}exact", f'"{quote}"'),
    )
    data = "".join(f"<{s}> <{p}> {o} .\n" for s, p, o in said).encode()
    return DocumentGraphs(
        document_path=path,
        raw_iri=str(graph_iri(DEFAULT_BASE, "raw", path)),
        raw=data,
        effective_iri=str(graph_iri(DEFAULT_BASE, "doc", path)),
        effective=data,
    )


def iri(name: str) -> str:
    """Return the IRI of one of the documents."""
    return f"{DEFAULT_BASE}id/vn/ct/ubnd-{name}/2024/1"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SideIndex:
    """Return the side index of a store with four documents."""
    root: Path = tmp_path_factory.mktemp("reuse") / "store"
    with FolderWriter(root) as writer:
        writer.load(graphs(name, quote) for name, quote in QUOTES.items())
        writer.publish()
    return FolderReader(root).index()


def test_each_pair_of_documents_is_told_once(index: SideIndex) -> None:
    """The same words first, with both quotes."""
    found = shared_passages(index)
    assert {frozenset((f.document_a, f.document_b)) for f in found} == {
        frozenset((iri(one), iri(other))) for one, other in ("ab", "bc", "ac")
    }
    assert len(found) == 3
    assert found[0].similarity == 100
    assert {found[0].document_a, found[0].document_b} == {iri("a"), iri("c")}
    assert found[0].length == len(QUOTES["a"].split())


def test_a_document_stands_first_in_its_own_pairs(index: SideIndex) -> None:
    """With its own quote on its side."""
    found = shared_passages(index, iri("b"))
    assert {f.document_a for f in found} == {iri("b")}
    assert {f.document_b for f in found} == {iri("a"), iri("c")}
    assert {f.quote_a for f in found} == {QUOTES["b"]}


def test_a_higher_bar_leaves_the_same_words_only(index: SideIndex) -> None:
    """And a document of its own words shares nothing."""
    assert [f.similarity for f in shared_passages(index, least=100)] == [100]
    assert shared_passages(index, iri("d")) == ()

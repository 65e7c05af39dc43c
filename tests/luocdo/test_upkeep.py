"""However documents come, the findings that are kept are those of the whole store."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from luocdo.checking import CROSSING, FIXED
from luocdo.findings import findings_name, keep_findings, kept_findings
from luocdo.upkeep import State, Upkeep
from ontology.namespaces import DEFAULT_BASE, fixed_graph_iri, graph_iri
from ontology.validation import validate_by_query
from queries.completeness import CompletenessLog
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.media import N_TRIPLES
from queries.store.texts import TextFolder
from queries.store.writer import DocumentGraphs
from tests.luocdo.conftest import paths_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ontology.validation import Finding, Row


def graphs(reader: FolderReader, path: str) -> DocumentGraphs:
    """Return the effective graph of an example, to be kept elsewhere."""
    name = str(graph_iri(DEFAULT_BASE, "doc", path))
    return DocumentGraphs(
        document_path=path,
        raw_iri=str(graph_iri(DEFAULT_BASE, "raw", path)),
        raw=b"",
        effective_iri=name,
        effective=reader.graph(name, N_TRIPLES),
    )


def everywhere(writer: FolderWriter) -> set[Finding]:
    """Return what each rule finds as one query over the whole store."""

    def ask(query: str) -> Iterator[Row]:
        for row in writer.select(query).rows:
            this, path, value = (term.value if term else None for term in row)
            yield this, path, value

    return set(validate_by_query(ask).findings)


def upkeep_of(writer: FolderWriter, root: Path, texts: Path) -> Upkeep:
    """Return who keeps the findings of a store."""
    return Upkeep(writer=writer, texts=TextFolder(root=texts), root=root, base=DEFAULT_BASE)


@pytest.fixture
def writer(tmp_path: Path, store: Path) -> Iterator[FolderWriter]:
    """Return a store with the registers of the examples and none of their documents."""
    reader = FolderReader(store)
    with FolderWriter(tmp_path / "own") as opened:
        for name in FIXED:
            graph = str(fixed_graph_iri(DEFAULT_BASE, name))
            opened.replace_fixed(graph, reader.graph(graph, N_TRIPLES))
        yield opened


@pytest.mark.parametrize("seed", [1, 2])
def test_kept_findings_are_those_of_the_whole(
    seed: int, writer: FolderWriter, store: Path, tmp_path: Path
) -> None:
    """Documents that come and change in any order leave the findings that a whole check gives."""
    reader, chance = FolderReader(store), random.Random(seed)  # noqa: S311 - any order will do
    paths = list(paths_of(store))
    chance.shuffle(paths)
    upkeep = upkeep_of(writer, tmp_path / "own", store)
    for batch in (paths[:6], paths[6:], paths[:1]):
        for path in batch:
            made = graphs(reader, path)
            if batch == paths[:1]:
                lines = bytes(made.effective).splitlines(keepends=True)  # type: ignore[arg-type]  # bytes here
                left = b"".join(line for line in lines if b"/ns#replaces>" not in line)
                made = DocumentGraphs(
                    document_path=path,
                    raw_iri=made.raw_iri,
                    raw=b"",
                    effective_iri=made.effective_iri,
                    effective=left,
                )
            writer.replace(made)
        upkeep.renew(set(batch))
        writer.publish()
        assert set(kept_findings(writer, DEFAULT_BASE)) == everywhere(writer)


def test_a_stale_store_is_left_to_the_whole_check(
    writer: FolderWriter, store: Path, tmp_path: Path
) -> None:
    """After a change of rules a load checks nothing; the whole check then brings all up to date."""
    reader, paths = FolderReader(store), paths_of(store)[:3]
    for path in paths:
        writer.replace(graphs(reader, path))
    upkeep = upkeep_of(writer, tmp_path / "own", store)
    assert upkeep.renew({paths[0]}) == 0
    assert upkeep.renew_all() == 3
    writer.publish()
    assert State.kept(writer, DEFAULT_BASE) == State.of(writer, DEFAULT_BASE)
    assert set(kept_findings(writer, DEFAULT_BASE)) == everywhere(writer)
    assert upkeep.renew({paths[0]}) >= 1
    points = CompletenessLog(tmp_path / "own").points()
    assert [point.documents for point in points] == [3, 3]


def test_findings_can_be_forgotten(writer: FolderWriter, store: Path, tmp_path: Path) -> None:
    """After a load too large to be checked, nothing stale is shown."""
    keep_findings(writer, "", (), DEFAULT_BASE, "x y")
    keep_findings(writer, "id/vn/ct/ttg/2019/12", (), DEFAULT_BASE)
    upkeep_of(writer, tmp_path / "own", store).forget()
    assert writer.graphs_of_findings() == ()
    assert not writer.checked([findings_name(DEFAULT_BASE, "id/vn/ct/ttg/2019/12")])


ENTANGLED = """
@prefix : <https://w3id.org/luocdo/id/vn/ct/ubnd-lam-thanh/2024/> .
@prefix ldo: <https://w3id.org/luocdo/ns#> .
:{own} a ldo:Document , ldo:Directive ; ldo:presence ldo:fullText ; ldo:forceStatus ldo:inForce ;
  ldo:number "7" ; ldo:symbol "CT-UBND" ; ldo:issuingBody :body ;
  ldo:date "2024-03-12"^^<http://www.w3.org/2001/XMLSchema#date> ;
  ldo:implements :{other} ; ldo:replaces :old , :{other} ; ldo:alias "Chỉ thị 7" .
"""
BARE = """
<https://w3id.org/luocdo/id/vn/ct/ubnd-lam-thanh/2024/{own}> a <https://w3id.org/luocdo/ns#Document> .
"""


def entangled(own: str, other: str, turtle: str = ENTANGLED) -> DocumentGraphs:
    """Return a document that is at odds with another one in each way that a rule looks for."""
    path = f"id/vn/ct/ubnd-lam-thanh/2024/{own}"
    graph = Graph().parse(data=turtle.format(own=own, other=other), format="turtle")
    return DocumentGraphs(
        document_path=path,
        raw_iri=str(graph_iri(DEFAULT_BASE, "raw", path)),
        raw=b"",
        effective_iri=str(graph_iri(DEFAULT_BASE, "doc", path)),
        effective=graph.serialize(format="nt", encoding="utf-8"),
    )


@pytest.mark.parametrize("own", ["71", "72"])
def test_what_another_document_caused_goes_with_it(
    own: str, writer: FolderWriter, store: Path, tmp_path: Path
) -> None:
    """Circles, doubles and names that two share: one says no more of it, both are looked at."""
    upkeep, pair = upkeep_of(writer, tmp_path / "own", store), ("71", "72")
    upkeep.renew_all()
    for one, other in (pair, pair[::-1]):
        writer.replace(entangled(one, other))
    upkeep.renew({entangled(*pair).document_path, entangled(*pair[::-1]).document_path})
    writer.publish()
    before = {finding.code for finding in everywhere(writer)}
    assert before >= CROSSING
    assert set(kept_findings(writer, DEFAULT_BASE)) == everywhere(writer)
    changed = entangled(own, "", BARE)
    writer.replace(changed)
    upkeep.renew({changed.document_path})
    assert not {finding.code for finding in everywhere(writer)} & {"D7", "D12", "L1", "L6"}
    assert set(kept_findings(writer, DEFAULT_BASE)) == everywhere(writer)

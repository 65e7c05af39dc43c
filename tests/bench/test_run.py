"""The bench measures what it says on data that are as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import Graph

from bench import run, serving, starting, storing
from bench.measure import Pair, Result, side_by_side
from bench.synthetic import HUBS, document_path, documents
from bench.texts import invented
from ontology.namespaces import DEFAULT_BASE, LDO
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path


def merged(size: int) -> Graph:
    """Return the effective graphs of a synthetic collection as one."""
    graph = Graph()
    for made in documents(size):
        graph.parse(data="\n".join(made.direct + made.derived), format="nt")
    return graph


def test_a_document_has_about_a_hundred_statements() -> None:
    """Each line is a statement of its own, in the raw graph fewer than in the effective one."""
    for made in list(documents(40))[HUBS:]:
        store = ox.Store()
        store.load(made.graphs().effective, ox.RdfFormat.N_TRIPLES)  # type: ignore[arg-type]  # bytes here
        assert len(store) == len(made.direct) + len(made.derived)
        assert 95 <= len(store) <= 110
        assert len(made.derived) > 10


def test_hubs_are_cited_by_many() -> None:
    """A hub has several times the citations of any common document."""
    graph = merged(200)
    counts = [
        len(set(graph.subjects(LDO.mentions, graph.resource(DEFAULT_BASE + path).identifier)))
        for path in map(document_path, range(100))
    ]
    assert min(counts[:HUBS]) > 2 * max(counts[50:])


def test_the_collection_is_the_same_at_each_run() -> None:
    """Figures of two runs are about the same documents."""
    assert list(documents(12)) == list(documents(12))
    assert list(documents(12)) != list(documents(12, shift=1))


def test_the_raw_library_gets_the_same_quads() -> None:
    """Both sides of the loading hold the same at the end."""
    graphs = storing.graphs_of(8)
    quads = storing.quads_of(graphs)
    public = ox.Store()
    public.bulk_load(quads.public, ox.RdfFormat.N_QUADS)
    named = sum(1 for quad in public if quad.graph_name != ox.DefaultGraph())
    assert named == sum(len(made.direct) + len(made.derived) for made in documents(8))
    assert len(public) > named


def test_texts_are_papers_of_some_length() -> None:
    """An invented text is long enough to be worth reading, and each is another."""
    texts = invented(3)
    assert len(set(texts)) == 3
    assert all(len(text) > 5_000 for text in texts)


@pytest.mark.parametrize(
    ("value", "sense", "met"), [(1.0, "<=", True), (1.3, "<=", False), (1.3, ">=", True)]
)
def test_a_bar_is_met_or_not(value: float, sense: str, met: bool) -> None:  # noqa: FBT001 - a column of the table
    """A ceiling and a floor are told apart, and a miss is printed."""
    line = Result(what="x", value=value, bar=1.2, sense=sense)  # type: ignore[arg-type]  # a column of the table
    assert line.is_met is met
    assert ("MISSED" in run.row(line)) is not met


def test_two_sides_are_both_run() -> None:
    """Each side runs, and the ratio is ours to theirs."""
    ran: list[str] = []
    side_by_side(lambda: ran.append("ours"), lambda: ran.append("raw"), rounds=1)
    assert {"ours", "raw"} == set(ran)
    assert Pair(ours=3.0, raw=2.0).ratio == pytest.approx(1.5)


def test_a_small_run_prints_a_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At size 20 every part but the slow ones runs to the end."""
    monkeypatch.setattr("bench.checking.results", lambda _folder, _size: [])
    monkeypatch.setattr("bench.reading.results", list)
    monkeypatch.setattr(starting, "results", list)
    assert run.main(["--size", "20"]) == 0
    printed = capsys.readouterr().out
    assert "load 20 ready graphs" in printed
    assert "hub, newest 50" in printed
    assert "bars met" in printed


def test_both_sides_of_the_memory_answer_from_the_same_store(tmp_path: Path) -> None:
    """Each in this process; what they take is told in kilobytes."""
    with FolderWriter(tmp_path / "ours-30") as writer:
        writer.load(made.graphs() for made in documents(30))
        writer.publish()
    for side in ("raw", "ours"):
        assert serving.serve(side, tmp_path / "ours-30", 30) > 1000

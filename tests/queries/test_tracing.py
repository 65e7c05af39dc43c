"""Ways between documents are those of the relations, and influence is what rests on a document."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from queries.index.relations import LINEAGE
from queries.tracing import all_paths, most_influential, shortest_chain

if TYPE_CHECKING:
    from queries.index.reader import SideIndex
    from queries.store.folder_reader import FolderReader

PREFIX = "PREFIX ldo: <https://w3id.org/luocdo/ns#>\n"


@pytest.fixture(scope="module")
def graph(reader: FolderReader) -> nx.DiGraph:
    """Return the relations of lineages as SPARQL gives them."""
    ways = "|".join(f"ldo:{name}" for name in LINEAGE)
    rows = reader.select(f"{PREFIX}SELECT DISTINCT ?s ?t {{ ?s {ways} ?t }}").rows
    return nx.DiGraph((s.value, t.value) for s, t in rows if s and t)


@pytest.fixture(scope="module")
def index(reader: FolderReader) -> SideIndex:
    """Return the side index of the province."""
    return reader.index()


def test_all_ways_are_those_of_networkx(index: SideIndex, graph: nx.DiGraph) -> None:
    """Between every two documents of the province."""
    for source in graph:
        for target in nx.descendants(graph, source):
            found = all_paths(index, source, target)
            expected = {tuple(p) for p in nx.all_simple_paths(graph, source, target, cutoff=6)}
            assert set(found.paths) == expected
            steps = {step for path in found.paths for step in pairwise(path)}
            assert steps <= {(e.source, e.target) for e in found.edges}
            back = all_paths(index, target, source)
            assert set(back.paths) == expected or nx.has_path(graph, target, source)


def test_a_chain_is_a_shortest_one(index: SideIndex, graph: nx.DiGraph) -> None:
    """In whatever direction; none where nothing leads from one to the other."""
    plain = graph.to_undirected()
    for source in graph:
        for target, length in nx.single_source_shortest_path_length(plain, source).items():
            (path,) = shortest_chain(index, source, target).paths
            assert len(path) == length + 1
    assert shortest_chain(index, next(iter(graph)), "urn:nowhere").paths == ()


def test_influence_is_katz_centrality(index: SideIndex, graph: nx.DiGraph) -> None:
    """The scores are those of networkx on the relations that SPARQL gives."""
    scores = nx.katz_centrality(graph, alpha=0.1, normalized=False, max_iter=1000)
    found = most_influential(index, 100)
    assert found
    assert {one.iri for one in found} == {n for n in graph if graph.in_degree(n)}
    assert all(one.score == pytest.approx(scores[one.iri], abs=1e-5) for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)

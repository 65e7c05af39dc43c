"""How two documents hang together, and which documents most of the others rest on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from queries.errors import ResultTooLarge
from queries.index.links import quoted
from queries.index.relations import LINEAGE
from queries.lineage import MAX_STEPS, Edge, edges_among, reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.index.reader import DocumentRow, SideIndex

MOST_PATHS: Final = 200
"""Paths given at most; more are an error, never a part of them."""

ATTENUATION: Final = 0.1
"""What a step further away counts against a step nearer, in the measure of influence."""

_SEEN: Final = 50_000
_ROUNDS: Final = 200
_EDGES: Final = """
SELECT DISTINCT e.source, COALESCE(part.part_of, e.target) FROM edges e
LEFT JOIN documents part ON part.iri = e.target AND part.type = 'Clause'
WHERE e.relation IN ({relations})
"""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The ways from one document to another.

    Args:
        source, target: IRIs of the two.
        paths: IRIs of the documents of each way, both ends included; the shortest first.
        edges: the relations on them, with the words that state them.
        documents: what is known of the documents on them.
    """

    source: str
    target: str
    paths: tuple[Path, ...]
    edges: tuple[Edge, ...]
    documents: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """A document with how much rests on it.

    Args:
        iri: the document.
        score: its Katz centrality.
        direct: documents that rest on it without another between.
    """

    iri: str
    score: float
    direct: int


def all_paths(index: SideIndex, source: str, target: str, *, depth: int = MAX_STEPS) -> Paths:
    """Return all ways by which one document rests on another, each document once on a way.

    Where it does not, the ways by which the other rests on it are given.

    Args:
        index: side index of a generation.
        source, target: IRIs.
        depth: most steps, 1 to 6.

    Raises:
        ResultTooLarge: there are more than `MOST_PATHS`.
    """
    found = _ways(index, source, target, depth) or _ways(index, target, source, depth)
    return _told(index, source, target, tuple(sorted(found, key=lambda path: (len(path), path))))


def _ways(index: SideIndex, source: str, target: str, depth: int) -> list[Path]:
    """Return the ways upwards; only documents from which the target is reached are walked."""
    below = {target} | {found.iri for found in reach(index, target, "down", depth=depth)}
    if source not in below:
        return []
    found: list[Path] = []
    for path in _walk(index, (source,), target, below, depth):
        found.append(path)
        if len(found) > MOST_PATHS:
            raise ResultTooLarge("paths", MOST_PATHS)
    return found


def _walk(index: SideIndex, path: Path, target: str, below: set[str], depth: int) -> Iterator[Path]:
    if path[-1] == target:
        yield path
        return
    if len(path) > depth:
        return
    (neighbours,) = index.links.of([path[-1]], "up", LINEAGE)
    for neighbour in neighbours:
        if neighbour in below and neighbour not in path:
            yield from _walk(index, (*path, neighbour), target, below, depth)


def shortest_chain(index: SideIndex, source: str, target: str) -> Paths:
    """Return one shortest chain of relations between two documents, in whatever direction.

    Args:
        index: side index of a generation.
        source, target: IRIs.

    Raises:
        ResultTooLarge: more documents would have to be looked at than is allowed.
    """
    before: dict[str, str] = {source: ""}
    ring = [source]
    while ring and target not in before:
        ring = _next_ring(index, ring, before)
        if len(before) > _SEEN:
            raise ResultTooLarge("documents on the way", _SEEN)
    if target not in before:
        return _told(index, source, target, ())
    chain = [target]
    while before[chain[-1]]:
        chain.append(before[chain[-1]])
    return _told(index, source, target, (tuple(reversed(chain)),))


def _next_ring(index: SideIndex, ring: Sequence[str], before: dict[str, str]) -> list[str]:
    """Return the documents one step further, and note from where each was reached."""
    found: list[str] = []
    for direction in ("up", "down"):
        for document, neighbours in zip(
            ring, index.links.of(ring, direction, LINEAGE), strict=True
        ):
            for neighbour in neighbours:
                if neighbour not in before:
                    before[neighbour] = document
                    found.append(neighbour)
    return sorted(found)


def _told(index: SideIndex, source: str, target: str, paths: tuple[Path, ...]) -> Paths:
    """Return ways with what is known of their documents and of the steps between them."""
    on_them = {document for path in paths for document in path}
    steps = {step for path in paths for step in pairwise(path)}
    steps |= {(there, here) for here, there in steps}
    edges = edges_among(index, on_them, LINEAGE)
    known = index.documents(on_them)
    return Paths(
        source=source,
        target=target,
        paths=paths,
        edges=tuple(edge for edge in edges if (edge.source, edge.target) in steps),
        documents=tuple(known[iri] for iri in sorted(known)),
    )


@lru_cache(maxsize=2)
def _centrality(index: SideIndex) -> tuple[Influence, ...]:
    """Return all documents that others rest on, the most influential first."""
    import networkx as nx  # noqa: PLC0415 - slow to import; only here

    rows = index.rows(_EDGES.format(relations=quoted(LINEAGE)))
    graph = nx.DiGraph((str(s), str(t)) for s, t in rows if s != t)
    scores = _katz(graph)
    ranked = sorted(graph, key=lambda iri: (-scores[iri], iri))
    return tuple(
        Influence(iri=iri, score=round(scores[iri], 6), direct=graph.in_degree(iri))
        for iri in ranked
        if graph.in_degree(iri)
    )


def _katz(graph: object) -> dict[str, float]:
    """Return Katz centralities; where documents rest on each other in circles, by less a step."""
    import networkx as nx  # noqa: PLC0415 - as above

    attenuation = ATTENUATION
    while True:
        try:
            return dict(
                nx.katz_centrality(
                    graph, alpha=attenuation, max_iter=_ROUNDS, tol=1e-9, normalized=False
                )
            )
        except nx.PowerIterationFailedConvergence:
            attenuation /= 10


def most_influential(index: SideIndex, limit: int = 50) -> tuple[Influence, ...]:
    """Return the documents that most others rest on, directly and through others.

    The measure is `networkx.katz_centrality` over the relations of lineages, each edge from a
    document to what it rests on: 1, and a tenth of the scores of all that rest on it.

    Args:
        index: side index of a generation.
        limit: how many, 1 or more.

    Source: Katz, 1953, A New Status Index Derived from Sociometric Analysis.
    """
    return _centrality(index)[:limit]

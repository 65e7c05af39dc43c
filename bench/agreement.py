"""Do the queries find what pySHACL finds? On real documents as they are, and damaged at random.

python -m bench.agreement STORE [MUTATIONS] [--whole]

Each mutation takes the graph of one stored document with its surroundings and makes some changes
to it: statements taken out, doubled with another value, or moved to another node. `--whole` also
compares the two on the merge of everything that is stored, which takes minutes.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import XSD, Graph, Literal, URIRef

from ontology.validation import Finding, Row, validate, validate_by_query
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

_CHANGES: Final = 12
_SEED: Final = 20261121
_VALUES: Final = (
    Literal("2031-01-01", datatype=XSD.date),
    Literal("1900-01-01", datatype=XSD.date),
    Literal(7),
    Literal(True),
    Literal("07/CT-UBND"),
    Literal("Về việc khác", lang="vi"),
)


def by_queries(graph: Graph) -> set[Finding]:
    """Return what the queries find in a graph."""
    store = ox.Store()
    store.bulk_load(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)

    def ask(query: str) -> Iterator[Row]:
        for row in store.query(query):  # type: ignore[union-attr]  # a SELECT gives rows
            this, path, value = (None if term is None else term.value for term in row)
            yield this, path, value

    return set(validate_by_query(ask).findings)


def by_pyshacl(graph: Graph) -> set[Finding]:
    """Return what pySHACL finds in a graph."""
    return set(validate(graph).findings)


def damaged(graph: Graph, chance: random.Random) -> Graph:
    """Return a copy of a graph with some statements taken out, doubled or moved."""
    copy = Graph()
    triples = sorted(graph, key=lambda triple: tuple(map(str, triple)))
    nodes = sorted({subject for subject, _, _ in triples if isinstance(subject, URIRef)})
    for triple in triples:
        copy.add(triple)
    for subject, predicate, value in chance.sample(triples, min(_CHANGES, len(triples))):
        change = chance.randrange(3)
        if change == 0:
            copy.remove((subject, predicate, value))
        elif change == 1:
            copy.add((subject, predicate, _other(value, nodes, chance)))
        else:
            copy.add((chance.choice(nodes), predicate, value))
    return copy


def _other(value: Node, nodes: list[URIRef], chance: random.Random) -> Node:
    """Return another value: of the same kind mostly, of any kind sometimes."""
    literal = isinstance(value, Literal) != (chance.random() < 0.2)  # noqa: PLR2004 - now and then
    return chance.choice(_VALUES) if literal else chance.choice(nodes)


def excerpts(reader: FolderReader) -> Iterator[Graph]:
    """Give the graph of each stored document with its surroundings."""
    for name in reader.graphs():
        if "/graph/doc/" in name:
            yield Graph().parse(data=reader.excerpt([name]).n_triples(), format="nt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What both find in a graph, and the processor time that they need, in seconds.

    Args:
        missed: what only pySHACL finds.
        added: what only the queries find.
        common: how many findings both have.
        reference_seconds: time of pySHACL.
        query_seconds: time of the queries, putting the graph into a store included.
    """

    missed: frozenset[Finding]
    added: frozenset[Finding]
    common: int
    reference_seconds: float
    query_seconds: float


def compare(graph: Graph) -> Comparison:
    """Return what pySHACL and the queries find in a graph."""
    start = time.process_time()
    found = by_queries(graph)
    between = time.process_time()
    reference = by_pyshacl(graph)
    return Comparison(
        missed=frozenset(reference - found),
        added=frozenset(found - reference),
        common=len(reference & found),
        reference_seconds=time.process_time() - between,
        query_seconds=between - start,
    )


def main(words: list[str]) -> int:
    """Compare, say what disagrees, and return 1 where something does."""
    reader, mutations = FolderReader(Path(words[0])), int((words[1:2] or ["200"])[0])
    chance, differing = random.Random(_SEED), 0
    graphs = sorted(excerpts(reader), key=len)[: max(1, mutations // 2)]
    for number in range(mutations):
        differing += _said(f"mutation {number}", damaged(chance.choice(graphs), chance))
    print(f"{mutations - differing} of {mutations} mutations agree", flush=True)
    if "--whole" in words:
        whole = Graph().parse(data=reader.merged(), format="nt")
        differing += _said("the whole", whole)
        differing += _said("the whole, damaged", damaged(whole, chance))
    return int(bool(differing))


def _said(name: str, graph: Graph) -> bool:
    """Say where the two disagree on a graph, and tell whether they do."""
    both = compare(graph)
    for kind, findings in (("pySHACL only", both.missed), ("queries only", both.added)):
        for each in sorted(findings, key=lambda f: (f.code, f.focus))[:5]:
            print(f"{name}: {kind}: {each.code} {each.focus} {each.path} {each.value}", flush=True)
    times = f"{both.reference_seconds:.2f} s : {both.query_seconds:.2f} s"
    print(f"{name}: {len(graph)} statements, {both.common} findings of both, {times}", flush=True)
    return bool(both.missed or both.added)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""An excerpt holds what the rules look at, and leaves the rest of the store alone."""

from __future__ import annotations

import itertools

import pyoxigraph as ox

from ontology.namespaces import DEFAULT_BASE
from queries.store.embedded import QuadStore
from queries.store.excerpt import Excerpt

ID = f"{DEFAULT_BASE}id/vn/"
LDO = "https://w3id.org/luocdo/ns#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def store(*lines: str) -> QuadStore:
    """Return a store with quads: subject, predicate, object, graph; default graph beside it."""
    made = ox.Store()
    for line in lines:
        subject, predicate, value, graph = line.split()
        node = ox.Literal(value[1:]) if value.startswith("=") else ox.NamedNode(value)
        quad = ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), node, ox.NamedNode(graph))
        made.add(quad)
        made.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return QuadStore(made)


def named(excerpt: Excerpt) -> set[str]:
    """Return the documents that an excerpt describes."""
    rows = excerpt.select("SELECT DISTINCT ?s WHERE { ?s ?p ?o }").rows
    return {row[0].value.removeprefix(ID) for row in rows if row[0]}


def test_neighbours_are_taken_and_others_left() -> None:
    """What is cited, what ended it, who stands above a body, and a paper of the same number."""
    own, far = f"{DEFAULT_BASE}graph/doc/a", f"{DEFAULT_BASE}graph/doc/z"
    source = store(
        f"{ID}ct/x/2024/7 {TYPE} {LDO}Document {own}",
        f"{ID}ct/x/2024/7 {LDO}cites {ID}ct/y/2023/1 {own}",
        f"{ID}ct/x/2024/7 {LDO}issuingBody {ID}agency/b {own}",
        f"{ID}ct/x/2024/7 {LDO}number =7 {own}",
        f"{ID}ct/y/2023/1 {LDO}presence {LDO}citedOnly {own}",
        f"{ID}ct/y/2024/3 {LDO}replaces {ID}ct/y/2023/1 {far}",
        f"{ID}agency/b {LDO}rank =3 {far}",
        f"{ID}ct/x/2024-qp/7 {LDO}number =7 {far}",
        f"{ID}ct/q/2024/7 {LDO}number =7 {far}",
        f"{ID}ct/q/2024/9 {LDO}cites {ID}ct/x/2024/7 {far}",
    )
    excerpt = Excerpt(source, [own])
    assert named(excerpt) == {
        "ct/x/2024/7",
        "ct/y/2023/1",
        "ct/y/2024/3",
        "agency/b",
        "ct/x/2024-qp/7",
    }
    assert excerpt.subjects == {f"{ID}ct/x/2024/7", f"{ID}ct/y/2023/1"}


def test_chains_are_followed_to_their_end() -> None:
    """A circle of relations is seen from each of its documents."""
    own, far = f"{DEFAULT_BASE}graph/doc/a", f"{DEFAULT_BASE}graph/doc/z"
    chain = [f"{ID}ct/x/2024/{n}" for n in (1, 2, 3, 4)]
    lines = [f"{a} {LDO}continues {b} {far}" for a, b in itertools.pairwise(chain)]
    source = store(f"{chain[0]} {TYPE} {LDO}Document {own}", *lines)
    excerpt = Excerpt(source, [own])
    query = f"SELECT ?end WHERE {{ <{chain[0]}> <{LDO}continues>+ ?end }}"
    assert len(excerpt.select(query)) == 3

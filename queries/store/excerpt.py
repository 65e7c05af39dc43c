"""Some graphs of a store in memory, with as much around them as the completeness rules look at.

A rule about a document looks at its own graph, at what that graph points at and the bodies above,
at what ended the documents that it cites, and at what others say of it. All of this is found by
look-ups that do not depend on how much else is stored.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from ontology.namespaces import LDO, ORG, RDF, RDFS, document_of
from queries.store.embedded import QuadStore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import URIRef

    from queries.terms import Rows


def _node(name: URIRef) -> ox.NamedNode:
    return ox.NamedNode(str(name))


_Thing = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_TYPE: Final = _node(RDF.type)
_NUMBER: Final = _node(LDO.number)
_ALIAS: Final = _node(LDO.alias)
_PRESENCE: Final = _node(LDO.presence)
_RANK: Final = _node(LDO.rank)
_REPAIRED: Final = _node(LDO.repaired)
_CITING: Final = _node(LDO.citingWork)
_REVIEWING: Final = _node(LDO.onNode)
_EVENT: Final = _node(ORG.originalOrganization)
_BELOW: Final = _node(RDFS.subClassOf)
_ENDING: Final = tuple(map(_node, (LDO.repeals, LDO.replaces)))
_CHAINS: Final = tuple(
    map(_node, (LDO.basedOn, LDO.implements, LDO.continues, LDO.reviews, LDO.replaces))
)
_LADDERS: Final = tuple(map(_node, (LDO.succeededBy, ORG.subOrganizationOf)))
_NOTED: Final = frozenset({_NUMBER, _ALIAS, _PRESENCE, _RANK, _REPAIRED})
"""Properties whose subjects are looked at again."""

_STEPS: Final = 2
"""How far round a graph its rules look: the bodies, and the bodies above them."""

_SERIES: Final = re.compile(r"/id/vn/([^/]+/[^/]+)/")
_UNNUMBERED: Final = "/id/vn/doc/"


class Excerpt:
    """Graphs with their surroundings, in memory; it answers queries over their merge.

    Args:
        source: the store that they are taken from.
        graphs: names of public graphs.
    """

    def __init__(self, source: QuadStore, graphs: Iterable[str]) -> None:
        self._source = source
        self._taken: list[ox.Quad] = []
        self._described: set[_Thing] = set()
        self._pointed_at: set[ox.NamedNode] = set()
        self._noted: dict[ox.NamedNode, dict[_Thing, _Thing]] = defaultdict(dict)
        for graph in graphs:
            self._take(source.matching(graph=graph))
        self.subjects = frozenset(
            quad.subject.value for quad in self._taken if isinstance(quad.subject, ox.NamedNode)
        )
        """What the graphs themselves describe."""
        self._look_around()
        self._memory = QuadStore.in_memory()
        self._memory.take(self._taken)
        self._taken.clear()

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT over the graphs and their surroundings."""
        return self._memory.select(query)

    def n_triples(self) -> bytes:
        """Return the graphs and their surroundings as N-Triples."""
        return self._memory.graph("")

    def _look_around(self) -> None:
        own = {document_of(subject) for subject in self.subjects} - {""}
        named = [ox.NamedNode(document) for document in sorted(own)]
        self._describe(named)
        for document in named:
            self._describe(self._pointing(_CITING, document))
        for _ in range(_STEPS):
            self._describe(self._pointed_at - self._described)
        for known in tuple(self._noted[_PRESENCE]):
            for ending in _ENDING:
                self._describe(self._pointing(ending, known))
        for body in tuple(self._noted[_RANK]):
            self._describe(self._pointing(_EVENT, body))
        self._describe(self._pointed_at - self._described)
        self._take_namesakes(named)
        self._take_chains(named, _CHAINS)
        self._take_chains(self._noted[_RANK], _LADDERS)
        for thing in (*self._noted[_PRESENCE], *self._noted[_REPAIRED]):
            self._describe(self._pointing(_REVIEWING, thing))
        self._describe(quad.subject for quad in tuple(self._source.matching(None, _BELOW)))

    def _take_namesakes(self, documents: Iterable[ox.NamedNode]) -> None:
        """Take the documents of the same number in the same series, or of the same short name."""
        for document in documents:
            number = self._noted[_NUMBER].get(document)
            if number is not None:
                alike = self._source.matching(None, _NUMBER, number)
                self._describe([q.subject for q in alike if _may_be_one(document, q.subject)])
            for quad in tuple(self._source.matching(document, _ALIAS)):
                self._describe(self._pointing(_ALIAS, quad.object))

    def _take_chains(self, starts: Iterable[_Thing], along: Iterable[ox.NamedNode]) -> None:
        """Take relations upwards, however far they lead."""
        waiting = [thing for thing in starts if isinstance(thing, ox.NamedNode)]
        seen = set(waiting)
        while waiting:
            thing = waiting.pop()
            for relation in along:
                found = tuple(self._source.matching(thing, relation))
                self._taken += found
                above = {q.object for q in found if isinstance(q.object, ox.NamedNode)} - seen
                seen |= above
                waiting += above

    def _describe(self, things: Iterable[_Thing]) -> None:
        """Take what the store says of things, each once."""
        for thing in things:
            if isinstance(thing, ox.NamedNode) and thing not in self._described:
                self._described.add(thing)
                self._take(self._source.matching(thing))

    def _pointing(self, predicate: ox.NamedNode, value: _Thing) -> tuple[_Thing, ...]:
        """Take the triples with a property and value, and return their subjects."""
        found = tuple(self._source.matching(None, predicate, value))
        self._taken += found
        return tuple(quad.subject for quad in found)

    def _take(self, quads: Iterable[ox.Quad]) -> None:
        """Take quads, and note what will be looked at again."""
        for quad in quads:
            self._taken.append(quad)
            value, predicate = quad.object, quad.predicate
            if predicate in _NOTED:
                self._noted[predicate][quad.subject] = value
            elif isinstance(value, ox.NamedNode) and _elsewhere(value.value):
                self._pointed_at.add(value)


def _elsewhere(iri: str) -> bool:
    """Tell whether a thing of the data is a document or a body, which other graphs describe."""
    return "/id/" in iri and document_of(iri) in ("", iri)


def _may_be_one(document: ox.NamedNode, other: _Thing) -> bool:
    """Tell whether two documents of one number may be the same, or of one series of numbers."""
    if not isinstance(other, ox.NamedNode) or other == document:
        return False
    one, two = _SERIES.search(document.value), _SERIES.search(other.value)
    same = one is not None and two is not None and one[1] == two[1]
    return same or _UNNUMBERED in document.value or _UNNUMBERED in other.value

"""Super-classes and super-properties as triples, for clients that do not reason.

What is added is data: `luocdo.ttl` has the hierarchy, `alignment.ttl` says with `ldo:writtenAs`
which terms of other vocabularies are written too, and what instead where they do not fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from rdflib import Graph
from rdflib.term import Node

from ontology.namespaces import ELI, LDO, RDF, RDFS
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Triple = tuple[Node, Node, Node]


class Stated(Protocol):
    """Statements that can be looked up: an rdflib graph, or anything lighter."""

    def __contains__(self, triple: Triple, /) -> bool:
        """Tell whether a statement is there."""

    def objects(self, subject: Node, predicate: Node, /) -> Iterator[Node]:
        """Go through what is said of a subject under a property."""

    def subjects(self, predicate: Node, found: Node, /) -> Iterator[Node]:
        """Go through the subjects of which something is said under a property."""

    def subject_objects(self, predicate: Node, /) -> Iterator[tuple[Node, Node]]:
        """Go through subjects and values of a property."""

    def transitive_objects(self, subject: Node, predicate: Node, /) -> Iterator[Node | None]:
        """Go through a node and all that it leads to by a property."""


Graphs = tuple[Stated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenProperty:
    """One property that is written beside another.

    Args:
        name: the property to write.
        otherwise: what to write where an end does not fit; None for nothing.
        domain: classes that the subject must have.
        range: classes that the object must have.
    """

    name: Node
    otherwise: Node | None
    domain: frozenset[Node]
    range: frozenset[Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hierarchy:
    """What `luocdo.ttl` and `alignment.ttl` say, ready for look-up.

    Args:
        ancestors: class -> itself and all its super-classes, of any vocabulary.
        written_classes: class of luocdo -> the classes written beside it.
        written_properties: property of luocdo -> the properties written beside it.
    """

    ancestors: Mapping[Node, frozenset[Node]]
    written_classes: Mapping[Node, frozenset[Node]]
    written_properties: Mapping[Node, tuple[WrittenProperty, ...]]


def _closure(graph: Stated, term: Node, predicate: Node) -> frozenset[Node]:
    """Return a term and all that stands above it."""
    return frozenset(node for node in graph.transitive_objects(term, predicate) if node)


def _own(terms: Iterable[Node]) -> frozenset[Node]:
    """Return the terms of luocdo among others."""
    return frozenset(term for term in terms if str(term).startswith(str(LDO)))


def _written_classes(graph: Graph, term: Node) -> frozenset[Node]:
    """Return what is written beside a class: its super-classes in luocdo, and their equals."""
    above = _own(_closure(graph, term, RDFS.subClassOf))
    also = {other for each in above for other in graph.objects(each, LDO.writtenAs)}
    return (above | also) - {term}


def _written_property(graph: Graph, name: Node, otherwise: Node | None) -> WrittenProperty:
    """Return a property to write, with the domain and range that the alignment states."""
    return WrittenProperty(
        name=name,
        otherwise=otherwise,
        domain=frozenset(graph.objects(name, RDFS.domain)) if otherwise else frozenset(),
        range=frozenset(graph.objects(name, RDFS.range)) if otherwise else frozenset(),
    )


def _written_properties(graph: Graph, term: Node) -> tuple[WrittenProperty, ...]:
    """Return what is written beside a property, in a stable order."""
    above = _own(_closure(graph, term, RDFS.subPropertyOf))
    plain = {_written_property(graph, each, None) for each in above - {term}}
    foreign = {
        _written_property(graph, name, graph.value(each, LDO.otherwiseWrittenAs))
        for each in above
        for name in graph.objects(each, LDO.writtenAs)
    }
    return tuple(sorted(plain | foreign, key=lambda rule: str(rule.name)))


@cache
def hierarchy() -> Hierarchy:
    """Return the hierarchy of classes and properties, read once."""
    graph = vocabulary_graph()
    classes = set(graph.subjects(RDFS.subClassOf)) | set(graph.subjects(LDO.writtenAs))
    properties = set(graph.subjects(RDFS.subPropertyOf)) | set(graph.subjects(LDO.writtenAs))
    written = {term: _written_properties(graph, term) for term in _own(properties)}
    return Hierarchy(
        ancestors={term: _closure(graph, term, RDFS.subClassOf) for term in classes},
        written_classes={term: _written_classes(graph, term) for term in _own(classes)},
        written_properties={term: rules for term, rules in written.items() if rules},
    )


def _classes_of(node: Node, graphs: Graphs) -> frozenset[Node]:
    """Return a node's classes as stated in any of the graphs, super-classes included."""
    ancestors = hierarchy().ancestors
    kinds = {kind for graph in graphs for kind in graph.objects(node, RDF.type)}
    return frozenset().union(*(ancestors.get(kind, {kind}) for kind in kinds))


def _class_triples(direct: Stated) -> Iterator[Triple]:
    """Yield the super-classes of every typed node."""
    written = hierarchy().written_classes
    for node, kind in direct.subject_objects(RDF.type):
        for above in written.get(kind, ()):
            yield node, RDF.type, above


def _clause_triples(direct: Stated, graphs: Graphs) -> Iterator[Triple]:
    """Yield that a clause of a legal resource is a legal resource's subdivision."""
    legal: dict[Node, bool] = {}
    for clause in direct.subjects(RDF.type, LDO.Clause):
        for holder in _closure(direct, clause, ELI.is_part_of):
            if holder not in legal:
                legal[holder] = ELI.LegalResource in _classes_of(holder, graphs)
            if legal[holder]:
                yield clause, RDF.type, ELI.LegalResourceSubdivision


def _fitting(rule: WrittenProperty, subject: Node, target: Node, graphs: Graphs) -> Node:
    """Return the property to write between two nodes: the rule's own or its substitute."""
    if rule.otherwise is None:
        return rule.name
    fits = rule.domain <= _classes_of(subject, graphs) and rule.range <= _classes_of(target, graphs)
    return rule.name if fits else rule.otherwise


def _property_triples(direct: Stated, graphs: Graphs) -> Iterator[Triple]:
    """Yield the super-properties of every relation."""
    for term, rules in hierarchy().written_properties.items():
        for subject, target in direct.subject_objects(term):
            for rule in rules:
                yield subject, _fitting(rule, subject, target, graphs), target


def derived_triples(direct: Stated, neighbours: Stated | None = None) -> frozenset[Triple]:
    """Return the triples that follow from a graph by the hierarchy and are written beside it.

    Args:
        direct: direct triples, as those of one document; it is not changed.
        neighbours: where else the classes of cited documents stand, as the graph of the
            registry; None where `direct` itself types whatever it cites.

    Source: contract of the graph, sections 2 and 4 (column «also written» and its guard:
    `eli:applies` and `eli:ensures_implementation_of` need a LegalResource as object).
    """
    graphs = (direct,) if neighbours is None else (direct, neighbours)
    found = {*_class_triples(direct), *_property_triples(direct, graphs)}
    found.update(_clause_triples(direct, graphs))
    return frozenset(triple for triple in found if triple not in direct)


def materialise(direct: Graph, neighbours: Graph | None = None) -> Graph:
    """Return a new graph: the direct triples and what follows from them.

    Args and source: as of `derived_triples`.
    """
    full = Graph(namespace_manager=direct.namespace_manager)
    for triple in direct:
        full.add(triple)
    for triple in derived_triples(direct, neighbours):
        full.add(triple)
    return full

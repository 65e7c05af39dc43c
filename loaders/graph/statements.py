"""Statements of one document in memory, far lighter than an rdflib graph, and their N-Triples.

A document has some thousands of statements that are written once and read once. An rdflib graph
indexes each of them three ways and keeps contexts; here a statement is found by its subject, and
a property by its subjects, which is all that building needs. The methods are named as rdflib's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rdflib import RDF, Graph, Literal, URIRef

from ontology.namespaces import bind_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from loaders.graph.evidence import Triple

_TO_ESCAPE: Final = re.compile(r'[\\"\n\r]')
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_LITERAL: Final = re.compile(
    r'"(?P<words>(?:[^"\\]|\\.)*)"(?:@(?P<lang>[\w-]+)|\^\^<(?P<datatype>[^>]*)>)?', re.DOTALL
)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class Statements:
    """A set of statements without blank nodes, in the order in which they came.

    Args:
        triples: statements; one that comes again is kept once.
    """

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._about: dict[Node, dict[Node, dict[Node, None]]] = {}
        self._having: dict[Node, dict[Node, None]] = {}
        self.update(triples)

    def __iter__(self) -> Iterator[Triple]:
        """Go through all statements, subject by subject."""
        for subject, said in self._about.items():
            for predicate, objects in said.items():
                for found in objects:
                    yield subject, predicate, found

    def __len__(self) -> int:
        """Return the number of statements."""
        return sum(len(objects) for said in self._about.values() for objects in said.values())

    def __contains__(self, triple: Triple) -> bool:
        """Tell whether a statement is in the set."""
        subject, predicate, found = triple
        return found in self._about.get(subject, {}).get(predicate, ())

    def add(self, triple: Triple) -> None:
        """Add a statement."""
        subject, predicate, found = triple
        said = self._about.get(subject)
        if said is None:
            said = self._about[subject] = {}
        objects = said.get(predicate)
        if objects is None:
            said[predicate] = {found: None}
            self._having.setdefault(predicate, {})[subject] = None
        else:
            objects[found] = None

    def update(self, triples: Iterable[Triple]) -> None:
        """Add statements."""
        for triple in triples:
            self.add(triple)

    def put(self, subject: Node, predicate: Node, found: Node) -> None:
        """Make a statement the only one of its subject and property."""
        self.drop(subject, predicate)
        self.add((subject, predicate, found))

    def says_of(self, subject: Node) -> bool:
        """Tell whether anything is said of a subject."""
        return bool(self._about.get(subject))

    def take(self, subject: Node, predicate: Node, found: Node) -> None:
        """Remove one statement."""
        objects = self._about.get(subject, {}).get(predicate, {})
        objects.pop(found, None)
        if not objects:
            self.drop(subject, predicate)

    def drop(self, subject: Node, predicate: Node) -> None:
        """Remove all that is said of a subject under a property."""
        if self._about.get(subject, {}).pop(predicate, None) is not None:
            del self._having[predicate][subject]

    def drop_subject(self, subject: Node) -> None:
        """Remove all that is said of a subject."""
        for predicate in self._about.pop(subject, {}):
            del self._having[predicate][subject]

    def objects(self, subject: Node, predicate: Node) -> Iterator[Node]:
        """Go through what is said of a subject under a property."""
        yield from self._about.get(subject, {}).get(predicate, ())

    def value(self, subject: Node, predicate: Node) -> Node | None:
        """Return the first thing that is said of a subject under a property, or None."""
        return next(self.objects(subject, predicate), None)

    def subjects(self, predicate: Node | None = None, found: Node | None = None) -> Iterator[Node]:
        """Go through the subjects, all or those that have a property, or one value of it."""
        if predicate is None:
            yield from self._about
            return
        for subject in self._having.get(predicate, ()):
            if found is None or found in self._about[subject][predicate]:
                yield subject

    def subject_objects(self, predicate: Node) -> Iterator[tuple[Node, Node]]:
        """Go through subjects and values of a property."""
        for subject in self._having.get(predicate, ()):
            for found in self._about[subject][predicate]:
                yield subject, found

    def transitive_objects(self, subject: Node | None, predicate: Node) -> Iterator[Node]:
        """Go through a node and all that it leads to by a property, each once."""
        waiting, met = [subject], {subject}
        while waiting:
            node = waiting.pop()
            if node is None:
                continue
            yield node
            fresh = [found for found in self.objects(node, predicate) if found not in met]
            met.update(fresh)
            waiting.extend(fresh)

    def items(self, cell: Node | None) -> Iterator[Node]:
        """Go through the members of a list."""
        while cell is not None and cell != RDF.nil:
            yield from self.objects(cell, RDF.first)
            cell = self.value(cell, RDF.rest)


def n_triples(statements: Statements) -> bytes:
    """Return statements as N-Triples (W3C, 25 February 2014), one a line."""
    lines = []
    last: Node | None = None
    start = ""
    for subject, predicate, found in statements:
        if subject is not last:
            last, start = subject, f"<{subject}> <"
        lines.append(f"{start}{predicate}> {_spelt(found)} .\n")
    return "".join(lines).encode("utf-8", "backslashreplace")


def _spelt(node: Node) -> str:
    if type(node) is URIRef:
        return f"<{node}>"
    if not isinstance(node, Literal):
        raise TypeError(node)
    words = str(node)
    if _TO_ESCAPE.search(words):
        words = words.translate(_ESCAPES)
    if node.language:
        return f'"{words}"@{node.language}'
    return f'"{words}"^^<{node.datatype}>' if node.datatype else f'"{words}"'


def read_n_triples(body: bytes) -> Statements:
    """Return the statements of N-Triples as stores write them: one a line, no blank nodes."""
    read: dict[str, Node] = {}
    found = Statements()
    for line in body.decode("utf-8").split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            words = rest.rstrip().removesuffix(".").rstrip()
            found.add(tuple(_node(word, read) for word in (subject, predicate, words)))  # type: ignore[arg-type]  # three words
    return found


def _node(word: str, read: dict[str, Node]) -> Node:
    """Return the node of a spelling; one that was read before is the same object."""
    node = read.get(word)
    if node is None:
        node = read[word] = URIRef(word[1:-1]) if word.startswith("<") else _literal(word)
    return node


def _literal(word: str) -> Literal:
    found = _LITERAL.fullmatch(word)
    if found is None:
        raise ValueError(word)
    words, datatype = found["words"], found["datatype"]
    if "\\" in words:
        words = _ESCAPE.sub(_sign, words)
    return Literal(words, lang=found["lang"], datatype=URIRef(datatype) if datatype else None)


def _sign(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _SIGNS.get(escape[3], escape[3])


def graph_of(statements: Statements) -> Graph:
    """Return statements as an rdflib graph with the prefixes of the contract."""
    graph = bind_prefixes(Graph())
    for triple in statements:
        graph.add(triple)
    return graph

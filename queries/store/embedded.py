"""One pyoxigraph store: replacing graphs whole, loading in bulk, evaluating queries.

The default graph of a merged store is the set of what its named graphs state, kept as quads of
its own: a union made while asking would count a triple once for each graph that states it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from queries.errors import QueryRefused, QuerySyntax, StoreError
from queries.store.answers import Dataset, GraphChange, Solutions
from queries.store.lines import blank_prefix
from queries.store.media import N_TRIPLES
from queries.store.serialising import FORMATS, Node, Triples, beyond, is_beyond
from queries.terms import XSD_STRING, Rows, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_PLACE: Final = re.compile(r"^error at (\d+):(\d+): (.*)", re.DOTALL)
_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_DEFAULT: Final = ox.DefaultGraph()
_FEW: Final = 24  # quads that are sooner removed one by one than by an update of the whole graph
_TAKE_OUT: Final = """
DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH <{graph}> {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != <{graph}>) }}
}} ;
DROP SILENT GRAPH <{graph}>
"""


Answered = Solutions | Triples | bool


def _renamed(quad: ox.Quad, prefix: str, graph: ox.NamedNode) -> ox.Quad:
    """Return a quad in a graph, its blank nodes under names that begin with the prefix."""
    subject, found = quad.subject, quad.object
    if isinstance(subject, ox.BlankNode):
        subject = ox.BlankNode(prefix + subject.value)
    if isinstance(found, ox.BlankNode):
        found = ox.BlankNode(prefix + found.value)
    return ox.Quad(subject, quad.predicate, found, graph)


def _stable(quads: Iterable[ox.Quad | ox.Triple], graph: str) -> set[ox.Quad]:
    """Return triples as quads of a graph, with blank nodes named by what is said of them.

    The same triples get the same names at each loading (RDF Dataset Canonicalization).
    """
    dataset = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    name, prefix = ox.NamedNode(graph), blank_prefix(graph)
    return {_renamed(quad, prefix, name) for quad in dataset}


def _parsed(data: bytes, graph: str) -> set[ox.Quad]:
    """Return the quads of N-Triples in a graph, their values spelt as the store spells them.

    Raises:
        StoreError: the bytes are not N-Triples.
    """
    memory = ox.Store()
    try:
        memory.load(data, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(graph))
    except SyntaxError as error:
        raise StoreError("bad-triples", f"The triples for {graph} do not parse: {error}") from error
    return _stable(memory, graph) if b"_:" in data else set(memory)


def _same(old: set[ox.Quad], new: set[ox.Quad], graph: str) -> bool:
    """Tell whether two sets say the same; names given by a bulk loading are made stable first."""
    if old == new or len(old) != len(new):
        return old == new
    return _stable(old, graph) == new


def _plain(quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object)


@lru_cache(maxsize=8192)
def _term(node: Node) -> Term:
    """Return a node as a term of ours; many come again within an answer and in the next one."""
    if isinstance(node, ox.NamedNode):
        return Term(kind="iri", value=node.value)
    if is_beyond(node):
        raise beyond()
    if isinstance(node, ox.Literal):
        datatype = "" if node.language else node.datatype.value
        kept = "" if datatype == XSD_STRING else datatype
        return Term(kind="literal", value=node.value, language=node.language or "", datatype=kept)
    return Term(kind="bnode", value=str(node).removeprefix("_:"))


def _value(node: Node) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


def statement(quad: ox.Quad) -> tuple[str, str, str, str]:
    """Return subject, predicate, object and language of the object of a quad as words."""
    found = quad.object
    language = (found.language or "") if isinstance(found, ox.Literal) else ""
    return _value(quad.subject), quad.predicate.value, _value(found), language


def _rows(solutions: ox.QuerySolutions) -> Iterator[tuple[Term | None, ...]]:
    """Go through solutions as terms of ours."""
    for solution in solutions:
        yield tuple([None if node is None else _term(node) for node in solution])


def _each_once(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    seen: set[ox.Triple] = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


def _syntax(error: SyntaxError) -> QuerySyntax:
    """Return our error with line and column where the parser names them."""
    found = _PLACE.match(str(error.msg))
    if found is None:
        return QuerySyntax(str(error.msg), error.lineno, error.offset)
    return QuerySyntax(found[3], int(found[1]), int(found[2]))


def _opened(folder: Path, how: Callable[[str], ox.Store]) -> ox.Store:
    try:
        return how(str(folder))
    except OSError as error:
        raise StoreError("store-unusable", f"The store {folder} does not open.") from error


class QuadStore:
    """A pyoxigraph store, in memory or in a folder; its errors leave as ours.

    Args:
        store: the store it speaks for.
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def in_folder(cls, folder: Path) -> QuadStore:
        """Open a folder for reading and writing; it is made where it does not exist."""
        return cls(_opened(folder, ox.Store))

    @classmethod
    def read_only(cls, folder: Path) -> QuadStore:
        """Open a published folder that nobody writes."""
        return cls(_opened(folder, ox.Store.read_only))

    @classmethod
    def in_memory(cls) -> QuadStore:
        """Return an empty store that lives as long as it is held."""
        return cls(ox.Store())

    def __len__(self) -> int:
        """Return the number of quads, those of the default graph included."""
        return len(self._store)

    def graphs(self) -> Iterator[str]:
        """Go through the names of the named graphs."""
        return (g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode))

    def holds(self, graph: str) -> bool:
        """Tell whether a named graph exists."""
        return self._store.contains_named_graph(ox.NamedNode(graph))

    def replace(self, graph: str, triples: bytes) -> GraphChange:
        """Make a named graph say exactly these N-Triples; the default graph is left alone."""
        new, old = _parsed(triples, graph), self._stored(graph)
        if self.holds(graph) and _same(old, new, graph):
            return GraphChange(triples=len(new), changed=False)
        self._store.remove_graph(ox.NamedNode(graph))
        self._store.add_graph(ox.NamedNode(graph))
        self._store.extend(new)
        return GraphChange(triples=len(new), changed=True)

    def replace_merged(self, graph: str, triples: bytes) -> GraphChange:
        """Make a named graph say exactly these N-Triples, and keep the default graph the merge.

        The default graph loses a triple before the named graph does: after a crash anywhere the
        same call leads to the same end.
        """
        new, old = _parsed(triples, graph), self._stored(graph)
        if self.holds(graph) and _same(old, new, graph):
            return GraphChange(triples=len(new), changed=False)
        if len(old - new) > _FEW:
            self._take_out_graph(graph)
            old = set()
        self._store.add_graph(ox.NamedNode(graph))
        added = new - old
        self._store.extend([*added, *map(_plain, added)])
        self._take_out(old - new)
        return GraphChange(triples=len(new), changed=True)

    def remove(self, graph: str) -> bool:
        """Remove a named graph and tell whether there was one."""
        held = self.holds(graph)
        self._store.remove_graph(ox.NamedNode(graph))
        return held

    def remove_merged(self, graph: str) -> bool:
        """Remove a named graph and what only it stated from the default graph."""
        held = self.holds(graph)
        self._take_out_graph(graph)
        return held

    def bulk_load(self, quads: Path) -> None:
        """Add a file of N-Quads at full speed, without a transaction.

        Raises:
            StoreError: it holds no N-Quads, or the disk refuses them.
        """
        try:
            self._store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS, lenient=True)
        except (SyntaxError, OSError) as error:
            raise StoreError("bulk-load-failed", f"Bulk loading stopped: {error}") from error

    def merge_again(self) -> None:
        """Make the default graph anew from the named graphs, after a bulk loading that broke."""
        self._store.clear_graph(_DEFAULT)
        named = (q for q in self._store if q.graph_name != _DEFAULT)
        self._store.bulk_extend(map(_plain, named))

    def flush(self) -> None:
        """Write all buffers to disk."""
        self._store.flush()

    def backup(self, folder: Path) -> None:
        """Write a snapshot into a folder that does not exist; files are linked, not copied."""
        try:
            self._store.backup(str(folder))
        except OSError as error:
            raise StoreError("snapshot-failed", f"No snapshot in {folder}: {error}") from error

    def graph(self, name: str) -> bytes:
        """Return a named graph as N-Triples, the default graph for no name; maybe no triples."""
        chosen = ox.NamedNode(name) if name else _DEFAULT
        return self._store.dump(format=FORMATS[N_TRIPLES], from_graph=chosen) or b""

    def graph_triples(self, name: str) -> Triples:
        """Return the triples of a named graph, to be written in a format."""
        quads = self._store.quads_for_pattern(None, None, None, ox.NamedNode(name))
        return Triples(found=(quad.triple for quad in quads))

    def matching(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None = None,
        graph: str = "",
    ) -> Iterator[ox.Quad]:
        """Go through the quads of a pattern in a named graph, or in the default graph."""
        name = ox.NamedNode(graph) if graph else _DEFAULT
        return self._store.quads_for_pattern(subject, predicate, value, name)

    def states(self, graph: str, statements: Iterable[tuple[str, str, str]]) -> bool:
        """Tell whether a named graph holds all of some triples; no query need be parsed.

        Args:
            graph: its name.
            statements: subject and predicate, which are IRIs, and a plain string.
        """
        name = ox.NamedNode(graph)
        return all(
            ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.Literal(value), name)
            in self._store
            for subject, predicate, value in statements
        )

    def take(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads to the default graph, whatever graph they come from."""
        self._store.bulk_extend(map(_plain, quads))

    def triples(self, graph: str) -> Iterator[tuple[str, str, str, str]]:
        """Go through a named graph: subject, predicate, object, language of the object."""
        quads = self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        return map(statement, quads)

    def evaluate(self, query: str, dataset: Dataset) -> Answered:
        """Begin a query.

        Raises:
            QuerySyntax: it does not parse.
            QueryRefused: a graph of the dataset has no proper name.
        """
        named: list[ox.NamedNode | ox.BlankNode] | None = None
        try:
            store, default = self._default_graph(dataset)
            if dataset.named is not None:
                named = [ox.NamedNode(graph) for graph in dataset.named]
        except ValueError as error:
            raise QueryRefused("bad-graph", f"A name is no name of a graph: {error}") from error
        try:
            answer = store.query(query, default_graph=default, named_graphs=named)
        except SyntaxError as error:
            raise _syntax(error) from error
        if isinstance(answer, ox.QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Solutions(columns=columns, rows=_rows(answer))
        if isinstance(answer, ox.QueryTriples):
            return Triples(found=_each_once(answer))
        return bool(answer)

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the store's own default graph."""
        answer = self.evaluate(query, Dataset())
        if not isinstance(answer, Solutions):
            raise QuerySyntax("A SELECT is expected here.")
        return Rows(columns=answer.columns, rows=tuple(answer.rows))

    def _stored(self, graph: str) -> set[ox.Quad]:
        return set(self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def _take_out(self, quads: set[ox.Quad]) -> None:
        """Remove quads, and their triples from the default graph where no other graph has them."""
        for quad in quads:
            if not self._stated_elsewhere(quad):
                self._store.remove(_plain(quad))
            self._store.remove(quad)

    def _take_out_graph(self, graph: str) -> None:
        """Remove a named graph and what only it stated from the default graph, as one update."""
        self._store.update(_TAKE_OUT.format(graph=ox.NamedNode(graph).value))

    def _stated_elsewhere(self, quad: ox.Quad) -> bool:
        alike = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(other.graph_name not in (quad.graph_name, _DEFAULT) for other in alike)

    def _default_graph(self, dataset: Dataset) -> tuple[ox.Store, list[_Graph] | None]:
        """Return the store to ask and its default graph; of several graphs a merge is made.

        pyoxigraph itself would answer once for each graph that has a triple.
        """
        if dataset.default is None:
            return self._store, None
        if len(dataset.default) <= 1:
            return self._store, [ox.NamedNode(graph) for graph in dataset.default]
        merged = ox.Store()
        for graph in dataset.default:
            merged.extend(map(_plain, self._stored(graph)))
        for graph in dataset.named or ():
            merged.extend(self._stored(graph))
        return merged, [_DEFAULT]

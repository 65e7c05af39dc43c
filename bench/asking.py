"""Questions of the pages, against pyoxigraph with the same queries on the same store."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

import networkx as nx
import pyoxigraph as ox

from bench.measure import Pair, Result, side_by_side
from bench.synthetic import HUBS, document_path, wordings
from ontology.namespaces import DEFAULT_BASE
from ontology.vietnamese_text import fold_words
from queries.lineage import lineage, reach
from queries.questions import ask as ask_question
from queries.search import Filters, find_documents
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PREFIXES: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""
_STATEMENTS: Final = """
SELECT ?property ?value WHERE {{
  <{document}> ?property ?value FILTER(?property NOT IN (ldo:mentions, ldo:cites, ldo:evidence))
}}
"""
_CITING: Final = """
SELECT ?citing ?relation ?printed ?start WHERE {{
  {{ SELECT ?citation ?citing WHERE {{
    ?citation ldo:citedWork <{work}> ; ldo:statedIn ?citing
  }} ORDER BY ?citing LIMIT 20 }}
  ?citation ldo:relationType ?relation ; ldo:printed ?printed .
  ?citation ldo:evidence/oa:hasSelector/oa:start ?start
}} ORDER BY ?citing ?start
"""
_NEWEST: Final = """
SELECT DISTINCT ?citing ?day WHERE {{
  ?citation ldo:citedWork <{hub}> ; ldo:statedIn ?citing . ?citing ldo:date ?day
}} ORDER BY DESC(?day) ?citing LIMIT 50
"""
_NEWEST_IN_INDEX: Final = """
SELECT DISTINCT d.iri, d.date FROM citations c JOIN documents d ON d.iri = c.document
WHERE c.cited = ? AND d.date IS NOT NULL ORDER BY d.date DESC, d.iri LIMIT 50
"""
_MOST_CITED: Final = """
SELECT ?cited (COUNT(DISTINCT ?citing) AS ?count) WHERE {
  ?citation ldo:citedWork ?cited ; ldo:statedIn ?citing
} GROUP BY ?cited ORDER BY DESC(?count) ?cited LIMIT 20
"""
_MOST_CITED_IN_INDEX: Final = """
SELECT cited, COUNT(DISTINCT document) FROM citations WHERE cited IS NOT NULL
GROUP BY cited ORDER BY 2 DESC, 1 LIMIT 20
"""
_STATUSES: Final = """
SELECT ?status (COUNT(DISTINCT ?citation) AS ?count) WHERE { ?citation ldo:status ?status }
GROUP BY ?status
"""
_CONTAINS: Final = """
SELECT ?document WHERE {{ ?document dcterms:title ?title FILTER(CONTAINS(LCASE(?title), "{words}")) }}
"""  # noqa: E501 - one condition
_BELOW: Final = "SELECT DISTINCT ?d WHERE {{ ?d ldo:implements+ <{top}> }}"
_EGO: Final = 150
_SPRING_ITERATIONS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One published store, as ours and as the raw library opens it."""

    reader: FolderReader
    store: ox.Store
    size: int

    @property
    def document(self) -> str:
        """A document from the middle of the collection."""
        return DEFAULT_BASE + document_path(self.size // 2)

    @property
    def cited(self) -> str:
        """A document that a few others carry out, as many in a large collection as in a small."""
        return DEFAULT_BASE + document_path(self.size // 4)

    @property
    def hub(self) -> str:
        """A document that very many cite."""
        return DEFAULT_BASE + document_path(0)

    @property
    def top(self) -> str:
        """A document of which some hundreds are below, none deeper than a lineage goes."""
        return DEFAULT_BASE + document_path(max(HUBS, self.size // 500))


def sides(root: Path, size: int) -> Sides:
    """Open a published store."""
    reader = FolderReader(root)
    store = ox.Store.read_only(str(reader.generation().public))
    return Sides(reader=reader, store=store, size=size)


def _drawn(store: ox.Store, query: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a query as the raw library gives them, each value as a string."""
    answer = store.query(query)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(query)
    return [tuple(getattr(node, "value", None) for node in row) for row in answer]


def pages(both: Sides) -> dict[str, Pair]:
    """Measure the questions that pages ask, each against the same query in the raw library."""
    reader, store = both.reader, both.store
    up = {"doc": both.document}
    lineage_query = ask_question("lineage-up", up, reader).query
    cited_query = _PREFIXES + _CITING.format(work=both.cited)
    own_query = _PREFIXES + _STATEMENTS.format(document=both.document)
    return {
        "a document": side_by_side(
            lambda: reader.select(own_query), lambda: _drawn(store, own_query)
        ),
        "what cites a document": side_by_side(
            lambda: reader.select(cited_query), lambda: _drawn(store, cited_query)
        ),
        "lineage of a document": side_by_side(
            lambda: ask_question("lineage-up", up, reader), lambda: _drawn(store, lineage_query)
        ),
    }


def _against(ours: Callable[[], object], both: Sides, query: str) -> Pair:
    return side_by_side(ours, lambda: _drawn(both.store, _PREFIXES + query))


def _same(what: str, ours: object, raw: object) -> None:
    if ours != raw:
        raise AssertionError(f"{what}: the side index answers otherwise than the store")


def index_results(both: Sides) -> list[Result]:
    """Return the lines about what the side index answers, after checking that it answers alike."""
    index, hub = both.reader.index(), both.hub
    newest, below = _NEWEST.format(hub=hub), _BELOW.format(top=both.top)
    subject = wordings()["subjects"][3]
    typed, contains = fold_words(subject), _CONTAINS.format(words=subject)
    rows = index.rows(_NEWEST_IN_INDEX, (hub,))
    _same("newest", rows, _drawn(both.store, _PREFIXES + newest))
    most = [(str(c), str(n)) for c, n in index.rows(_MOST_CITED_IN_INDEX)]
    _same("statistics", most, _drawn(both.store, _PREFIXES + _MOST_CITED))
    found = find_documents(index, subject, Filters()).total
    _same("search", found, len(_drawn(both.store, _PREFIXES + contains)))
    top = both.top
    reached = {found.iri for found in reach(index, top, "down", relations=("implements",))}
    _same("lineage", reached, {iri for (iri,) in _drawn(both.store, _PREFIXES + below)})
    lineage_pair = _against(
        lambda: reach(index, top, "down", relations=("implements",)), both, below
    )
    return [
        _line(
            "hub, newest 50",
            0.5,
            _against(lambda: index.rows(_NEWEST_IN_INDEX, (hub,)), both, newest),
        ),
        _line(
            "statistics",
            0.05,
            _against(lambda: index.rows(_MOST_CITED_IN_INDEX), both, _MOST_CITED),
        ),
        _line("coverage", 0.05, _against(index.counts, both, _STATUSES)),
        _line(
            "text search with accents",
            0.05,
            _against(lambda: find_documents(index, subject, Filters()), both, contains),
        ),
        _line(
            "text search without accents",
            0.05,
            _against(lambda: find_documents(index, typed, Filters()), both, contains),
        ),
        _line(f"lineage down to {len(reached)} documents", 0.1, lineage_pair),
        _ego(both),
    ]


def _ego(both: Sides) -> Result:
    """Return the line about a drawing of 150 documents with places."""
    index = both.reader.index()
    drawn = lineage(index, both.hub, up=1, down=6, limit=_EGO)
    graph = nx.DiGraph([(edge.source, edge.target) for edge in drawn.edges])
    graph.add_nodes_from(node.iri for node in drawn.nodes)
    what = f"graph of {len(drawn.nodes)} documents : spring_layout"
    if find_spec("numpy") is None:
        return Result(what=what, value=float("nan"), note="numpy is not installed, which it needs")
    pair = side_by_side(
        lambda: lineage(index, both.hub, up=1, down=6, limit=_EGO),
        lambda: nx.spring_layout(graph, iterations=_SPRING_ITERATIONS, seed=1),
    )
    return _line(what, 0.1, pair)


def _line(what: str, bar: float, pair: Pair) -> Result:
    note = f"{1e3 * pair.ours:.2f} ms : {1e3 * pair.raw:.2f} ms"
    return Result(what=what, value=pair.ratio, bar=bar, note=note)


def results(small: Sides, large: Sides) -> list[Result]:
    """Return all lines about questions."""
    few, many = pages(small), pages(large)
    lines = [_line(f"{what} : raw", 1.3, pair) for what, pair in few.items()]
    growth = [
        Result(
            what=f"{what}, growth {small.size} -> {large.size}",
            value=many[what].ours / few[what].ours,
            bar=1.5,
            note=f"raw {many[what].raw / few[what].raw:.2f}",
        )
        for what in few
    ]
    return lines + growth + index_results(large)

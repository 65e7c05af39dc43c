"""The findings of the last check in the side index: those of one kind at one node are one row."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from queries.index.nodes import DCTERMS, LDO, RDF_TYPE, Nodes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from queries.index.nodes import TripleSource

_SH: Final = "http://www.w3.org/ns/shacl#"
_RESULT: Final = f"{_SH}ValidationResult"
_ADD: Final = "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)"
_SAY: Final = "INSERT INTO finding_words (vi, en) VALUES (?, ?) RETURNING id"
_SAID: Final = "SELECT id FROM finding_words WHERE vi IS ? AND en IS ?"

Kind = tuple[str, str, str | None, str]
"""Severity, code of the rule, document and node."""


def is_of_findings(graph: str, base: str) -> bool:
    """Tell whether a graph holds findings.

    Args:
        graph: its name.
        base: the setting `base_iri`, with its final slash.
    """
    start = f"{base}graph/findings"
    return graph == start or graph.startswith(f"{start}/")


def replace_findings(index: sqlite3.Connection, source: TripleSource, graph: str) -> None:
    """Write the findings of a graph in the place of those that it held before.

    Args:
        index: the side index, open for writing.
        source: the store.
        graph: name of the graph.
    """
    index.execute("DELETE FROM findings WHERE graph = ?", (graph,))
    insert_findings(index, source, graph)


def insert_findings(index: sqlite3.Connection, source: TripleSource, graph: str) -> None:
    """Write the findings of a graph that has none in the index; arguments as above."""
    nodes = Nodes(source.triples(graph))
    found: dict[Kind, set[str]] = defaultdict(set)
    for kind, node in _kinds(nodes):
        found[kind].add(node)
    for kind, results in found.items():
        words = tuple(_least(nodes, results, language) for language in ("vi", "en"))
        known = index.execute(_SAID, words).fetchone()
        (number,) = known or index.execute(_SAY, words).fetchone()
        index.execute(_ADD, (graph, *kind, number, len(results)))


def _kinds(nodes: Nodes) -> Iterator[tuple[Kind, str]]:
    """Go through the results with what each is about."""
    for node, about in nodes.described():
        if (_RESULT, "") not in about.get(RDF_TYPE, ()):
            continue
        documents: list[str | None] = [*nodes.all(node, f"{LDO}statedIn")] or [None]
        for severity in nodes.all(node, f"{_SH}resultSeverity"):
            for code in nodes.all(node, f"{DCTERMS}identifier"):
                for focus in nodes.all(node, f"{_SH}focusNode"):
                    for document in documents:
                        yield (severity, code, document, focus), node


def _least(nodes: Nodes, results: set[str], language: str) -> str | None:
    """Return the least message in a language; None where one of the results has none."""
    found = [nodes.in_language(node, f"{_SH}resultMessage", language) for node in results]
    said = [words for words in found if words is not None]
    return min(said) if len(said) == len(found) else None

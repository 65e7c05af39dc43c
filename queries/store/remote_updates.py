"""The updates that make a remote store say in a graph exactly some triples.

A store with a default graph of its own takes one update, whole or not at all. One that has none
(Virtuoso) keeps the merge in a named graph, and reads no long update: it takes pieces.

Source: SPARQL 1.1 Update, sections 3.1 and 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology.namespaces import OWL
from queries.terms import iri, literal, sparql

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE: Final = 1_000  # triples; Virtuoso 7.2.5 runs out of memory for its parser at 5,000
_VERSION: Final = sparql(iri(str(OWL.versionInfo)))
_TAKE_OUT: Final = """
DELETE {{ {merged} }} WHERE {{
  GRAPH {graph} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other NOT IN ({graph}{beside})) }}
}} ;
DROP SILENT GRAPH {graph}"""
_FORGET: Final = "DELETE WHERE {{ GRAPH {notes} {{ {graph} {version} ?any }} }}"
_NOTE: Final = "INSERT DATA {{ GRAPH {notes} {{ {graph} {version} {said} }} }}"
_DATA: Final = "INSERT DATA {{ GRAPH {graph} {{\n{triples}\n}} }}"
_TEMPLATE: Final = "INSERT {{ GRAPH {graph} {{\n{triples}\n}} }} WHERE {{}}"
_MERGE: Final = "INSERT {{ {merged} }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"


def updates(
    graph: str, triples: bytes, version: str, *, notes: str, merged: str = ""
) -> Iterator[str]:
    """Return the updates that replace a graph, in their order.

    Args:
        graph: its name.
        triples: N-Triples; none of them removes the graph.
        version: noted once all of it is written; nothing is noted while it is not.
        notes: graph that holds the versions of the others.
        merged: named graph that holds the merge of all; empty where the default graph does.
    """
    name, kept = sparql(iri(graph)), sparql(iri(notes))
    into = f"GRAPH {sparql(iri(merged))} {{ ?s ?p ?o }}" if merged else "?s ?p ?o"
    beside = f", {sparql(iri(merged))}" if merged else ""
    steps = [
        _FORGET.format(notes=kept, graph=name, version=_VERSION),
        _TAKE_OUT.format(graph=name, merged=into, beside=beside),
    ]
    if triples.strip():
        steps += _insertions(name, triples)
        steps.append(_MERGE.format(merged=into, graph=name))
    said = sparql(literal(version))
    steps.append(_NOTE.format(notes=kept, graph=name, version=_VERSION, said=said))
    if merged:
        yield from steps
    else:
        yield " ;\n".join(steps)


def _insertions(graph: str, triples: bytes) -> Iterator[str]:
    """Cut N-Triples into updates; those with blank nodes stay together, as their names do not last.

    Virtuoso takes no blank nodes in INSERT DATA, but in a template, which makes them once.
    """
    lines = triples.decode("utf-8").strip("\n").split("\n")
    linked = [line for line in lines if _has_blank_node(line)]
    alone = [line for line in lines if not _has_blank_node(line)]
    if linked:
        yield _TEMPLATE.format(graph=graph, triples="\n".join(linked))
    for start in range(0, len(alone), _PIECE):
        yield _DATA.format(graph=graph, triples="\n".join(alone[start : start + _PIECE]))


def _has_blank_node(line: str) -> bool:
    return line.startswith("_:") or " _:" in line.partition('"')[0]

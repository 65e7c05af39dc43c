"""A lineage as a file for other programs: Gephi, yEd, Graphviz, spreadsheets, RDF stores.

Source: GraphML (Brandes and others, 2002); GEXF 1.2; the DOT language; RDF 1.1 Turtle; RFC 4180.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from queries.errors import UnsuitableFormat
from queries.index.nodes import LDO
from queries.terms import iri, literal, sparql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx as nx

    from queries.index.reader import DocumentRow
    from queries.lineage import Edge, Lineage
    from queries.tracing import Paths

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportNode:
    """A document of an exported graph; None where nothing is known."""

    iri: str
    label: str
    title: str | None = None
    type: str | None = None
    date: str | None = None
    issuer: str | None = None
    presence: str | None = None
    rank: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportGraph:
    """A graph to be written.

    Args:
        nodes: documents, each once.
        edges: relations with the words that state them.
        about: what the graph shows, for JSON: names and IRIs or numbers.
        paths: IRIs of documents in their order, for JSON.
    """

    nodes: tuple[ExportNode, ...]
    edges: tuple[Edge, ...]
    about: tuple[tuple[str, str | int], ...]
    paths: tuple[tuple[str, ...], ...] = ()


def of_lineage(found: Lineage) -> ExportGraph:
    """Return a lineage as a graph to be written."""
    nodes = tuple(
        ExportNode(
            iri=n.iri,
            label=n.label,
            title=n.title,
            type=n.type,
            date=n.date,
            issuer=n.issuer,
            presence=n.presence,
            rank=n.rank,
            step=n.step,
        )
        for n in sorted(found.nodes, key=lambda node: (abs(node.step), node.step, node.iri))
    )
    return ExportGraph(nodes=nodes, edges=found.edges, about=(("document", found.centre),))


def of_paths(found: Paths) -> ExportGraph:
    """Return ways between two documents as a graph to be written."""
    return ExportGraph(
        nodes=tuple(_node(row) for row in found.documents),
        edges=found.edges,
        about=(("from", found.source), ("to", found.target), ("count", len(found.paths))),
        paths=found.paths,
    )


def _node(row: DocumentRow) -> ExportNode:
    return ExportNode(
        iri=row.iri,
        label=row.printed_number or row.path.removeprefix("id/vn/"),
        title=row.title,
        type=row.type,
        date=row.date,
        issuer=row.issuer_label,
        presence=row.presence,
        rank=row.rank,
    )


def write_graph(graph: ExportGraph, form: str) -> bytes:
    """Return a graph in one of `FORMATS`.

    Raises:
        UnsuitableFormat: there is no such format.
    """
    if form not in FORMATS:
        raise UnsuitableFormat(
            "format-does-not-fit", f"A graph is not written as {form[:40]!r}.", ", ".join(FORMATS)
        )
    return _WRITERS[form](graph)


def _json(graph: ExportGraph) -> bytes:
    content: dict[str, object] = dict(graph.about)
    if graph.paths or "to" in content:
        content["paths"] = graph.paths
    content["nodes"] = [_known(asdict(node)) for node in graph.nodes]
    content["edges"] = [_known(asdict(edge)) for edge in graph.edges]
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _known(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


def _network(graph: ExportGraph) -> nx.MultiDiGraph:
    """Return the graph for the writers of networkx, with what XML can hold."""
    import networkx as nx  # noqa: PLC0415 - slow to import; only here

    found = nx.MultiDiGraph()
    for node in graph.nodes:
        fields = _in_xml(_known(asdict(node)))
        found.add_node(fields.pop("iri"), **fields)
    for number, edge in enumerate(graph.edges):
        fields = _in_xml(_known(asdict(edge)))
        source, target = fields.pop("source"), fields.pop("target")
        found.add_edge(source, target, key=str(number), label=edge.relation, **fields)
    return found


def _in_xml(fields: Mapping[str, object]) -> dict[str, object]:
    return {
        name: _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in fields.items()
    }


def _graphml(graph: ExportGraph) -> bytes:
    import networkx as nx  # noqa: PLC0415 - as above

    lines = nx.generate_graphml(_network(graph), named_key_ids=True)
    return ("\n".join(lines) + "\n").encode()


def _gexf(graph: ExportGraph) -> bytes:
    import networkx as nx  # noqa: PLC0415 - as above

    return ("\n".join(nx.generate_gexf(_network(graph))) + "\n").encode()


def _dot(graph: ExportGraph) -> bytes:
    lines = ["digraph lineage {", "  rankdir=BT;", "  node [shape=box];"]
    for node in graph.nodes:
        words = f"label={_quoted(node.label)}, tooltip={_quoted(node.title or node.label)}"
        lines.append(f"  {_quoted(node.iri)} [{words}, URL={_quoted(node.iri)}];")
    for edge in graph.edges:
        words = f"label={_quoted(edge.relation)}, tooltip={_quoted(edge.quote or '')}"
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{words}];")
    return ("\n".join([*lines, "}"]) + "\n").encode("utf-8", "replace")


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{_NOT_XML.sub("", escaped)}"'


def _turtle(graph: ExportGraph) -> bytes:
    lines = [f"@prefix ldo: <{LDO}> .", "@prefix dcterms: <http://purl.org/dc/terms/> .", ""]
    for node in graph.nodes:
        subject = sparql(iri(node.iri))
        lines.append(f"{subject} ldo:printedNumber {sparql(literal(node.label))} .")
        if node.title:
            lines.append(f"{subject} dcterms:title {sparql(literal(node.title))} .")
    lines += [
        f"{sparql(iri(edge.source))} ldo:{edge.relation} {sparql(iri(edge.target))} ."
        for edge in graph.edges
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


_NODE_HEAD: Final = ("Id", "Label", "Title", "Type", "Date", "Issuer", "Presence", "Rank", "Step")
_EDGE_HEAD: Final = ("Source", "Target", "Type", "Label", "Status", "Quote", "StatedIn")


def _nodes_csv(graph: ExportGraph) -> bytes:
    rows = (tuple(asdict(node).values()) for node in graph.nodes)
    return _csv(_NODE_HEAD, rows)


def _edges_csv(graph: ExportGraph) -> bytes:
    rows = (
        (e.source, e.target, "Directed", e.relation, e.status, e.quote, e.told_by)
        for e in graph.edges
    )
    return _csv(_EDGE_HEAD, rows)


def _csv(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    """Return a table by RFC 4180, marked as UTF-8 for spreadsheets, with no cell calculated."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head)
    for row in rows:
        writer.writerow("" if value is None else _harmless(str(value)) for value in row)
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "replace")


def _harmless(words: str) -> str:
    is_number = words.lstrip("-").isdigit()
    return f"'{words}" if words.startswith(("=", "+", "-", "@")) and not is_number else words


_WRITERS: Final[Mapping[str, Callable[[ExportGraph], bytes]]] = {
    "json": _json,
    "graphml": _graphml,
    "gexf": _gexf,
    "dot": _dot,
    "turtle": _turtle,
    "nodes-csv": _nodes_csv,
    "edges-csv": _edges_csv,
}
FORMATS: Final[Mapping[str, tuple[str, str]]] = {
    "json": ("application/json", "json"),
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "dot": ("text/vnd.graphviz", "dot"),
    "turtle": ("text/turtle", "ttl"),
    "nodes-csv": ("text/csv", "csv"),
    "edges-csv": ("text/csv", "csv"),
}
"""Names of the formats, each with its media type and the ending of its files."""

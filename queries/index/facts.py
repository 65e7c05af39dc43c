"""What one graph says, as rows of the side index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import fold
from queries.index import duties
from queries.index.nodes import DCTERMS, LDO, ORG, RDFS_LABEL, SKOS, Nodes
from queries.index.relations import STRENGTH
from queries.index.statements import plural_rows, statement_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from queries.index.nodes import Row, TripleSource

_IS_PART_OF: Final = "http://data.europa.eu/eli/ontology#is_part_of"
_KINDS: Final = {
    "AgencyGroup": "group",
    "Agency": "agency",
    "IssuingBody": "agency",
    "Post": "post",
    "Place": "place",
    "TermOfOffice": "term",
    "PartyTerm": "term",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphFacts:
    """Rows of the tables of `schema.sql`, each without its first column, the graph."""

    documents: tuple[Row, ...]
    issuers: tuple[Row, ...]
    citations: tuple[Row, ...]
    edges: tuple[Row, ...]
    obligations: tuple[Row, ...]
    assignments: tuple[Row, ...]
    deadlines: tuple[Row, ...]
    reports: tuple[Row, ...]
    fulfilments: tuple[Row, ...]
    members: tuple[Row, ...]
    successions: tuple[Row, ...]
    names: tuple[Row, ...]
    texts: tuple[Row, ...]
    statements: tuple[Row, ...]
    plural: tuple[Row, ...]


def _document(nodes: Nodes, node: str, classes: frozenset[str], own: str) -> Row:
    kinds = sorted(c for c in classes if "/" not in c and c not in {"Document", "Annex"})
    return (
        node,
        int(node == own),
        kinds[0] if kinds else ("Annex" if "Annex" in classes else None),
        nodes.first(node, f"{LDO}printedNumber"),
        nodes.first(node, f"{LDO}number"),
        nodes.first(node, f"{LDO}symbol"),
        nodes.first(node, f"{LDO}date"),
        nodes.first(node, f"{DCTERMS}title"),
        nodes.first(node, f"{LDO}issuingBody"),
        nodes.first(node, f"{LDO}place"),
        nodes.ours(node, "presence"),
        nodes.ours(node, "forceStatus"),
        nodes.first(node, f"{LDO}annexOf"),
        _aliases(nodes, node),
    )


def _aliases(nodes: Nodes, node: str) -> str | None:
    """Return the folded names of a document between bars, or None."""
    found = sorted({fold(words) for words in nodes.all(node, f"{LDO}alias")})
    return f"|{'|'.join(found)}|" if found else None


def _issuer_rows(nodes: Nodes, node: str) -> Iterator[Row]:
    """Give a row for each body that issued a document."""
    for issuer in sorted(set(nodes.all(node, f"{LDO}issuingBody"))):
        yield node, issuer


def _clause(nodes: Nodes, node: str) -> Row:
    """Return the row of a clause, so that an edge to it leads on to its document."""
    whole = nodes.first(node, _IS_PART_OF)
    return (node, 0, "Clause", *(None,) * 9, whole, None)


def _citation(nodes: Nodes, node: str) -> Row:
    start, words = nodes.quote(node)
    return (
        node,
        nodes.first(node, f"{LDO}statedIn") or "",
        nodes.first(node, f"{LDO}citingWork"),
        nodes.first(node, f"{LDO}citedWork"),
        nodes.ours(node, "relationType"),
        nodes.ours(node, "status"),
        nodes.ours(node, "form"),
        nodes.first(node, f"{LDO}printed"),
        words,
        start,
        nodes.first(node, f"{LDO}withinCitation"),
    )


def _name(nodes: Nodes, node: str, kind: str) -> Row:
    """Return the row of a body, place or term of the vocabulary."""
    label = f"{SKOS}prefLabel" if nodes.all(node, f"{SKOS}prefLabel") else RDFS_LABEL
    vi = nodes.in_language(node, label, "vi") or nodes.first(node, label)
    others = sorted(set(nodes.all(node, f"{SKOS}altLabel")))
    rank = nodes.first(node, f"{LDO}rank")
    return (
        node,
        kind,
        vi,
        nodes.in_language(node, label, "en"),
        "|".join(others),
        "|".join(fold(words) for words in [vi or "", *others]),
        int(rank) if rank else None,
        nodes.first(node, f"{LDO}ofPlace"),
        nodes.first(node, f"{ORG}subOrganizationOf") or nodes.first(node, f"{ORG}postIn"),
        nodes.first(node, f"{LDO}validFrom"),
        nodes.first(node, f"{LDO}validUntil"),
    )


def _kind(node: str, classes: frozenset[str]) -> str | None:
    """Return what kind of named thing a node is; None where it is none."""
    for name, kind in _KINDS.items():
        if name in classes:
            return kind
    return "vocabulary" if node.startswith(LDO) else None


def _of(described: Iterable[tuple[str, frozenset[str]]], name: str) -> tuple[str, ...]:
    """Return the nodes of a class of ours."""
    return tuple(node for node, classes in described if name in classes)


def _all(
    nodes: Nodes, rows: Callable[[Nodes, str], Iterator[Row]], among: Iterable[str]
) -> tuple[Row, ...]:
    """Return the rows of all nodes."""
    return tuple(row for node in among for row in rows(nodes, node))


def _text_rows(nodes: Nodes, node: str) -> Iterator[Row]:
    """Give the row of a text: the document, and the digest of its words."""
    document, digest = nodes.first(node, f"{DCTERMS}isFormatOf"), nodes.first(node, f"{LDO}sha256")
    if document and digest:
        yield document, digest


def read(source: TripleSource, graph: str, own: str) -> GraphFacts:
    """Return what a graph says.

    Args:
        source: the store.
        graph: name of the graph.
        own: IRI of the document whose graph it is; empty for a graph of no single document.
    """
    nodes = Nodes(source.triples(graph))
    described = tuple(nodes.subjects())
    tasks = tuple((n, c) for n, c in described if "Obligation" in c)
    duty_nodes = tuple(n for n, _ in tasks)
    documents = [_document(nodes, n, c, own) for n, c in described if "Document" in c]
    clauses = [_clause(nodes, n) for n, c in described if "Clause" in c]
    named = ((n, _kind(n, c)) for n, c in described)
    return GraphFacts(
        documents=(*documents, *clauses),
        issuers=_all(nodes, _issuer_rows, _of(described, "Document")),
        citations=tuple(_citation(nodes, n) for n, c in described if "Citation" in c),
        edges=tuple((s, r, t, STRENGTH[r]) for s, r, t in nodes.edges()),
        obligations=tuple(duties.obligation_row(nodes, n, c) for n, c in tasks),
        assignments=_all(nodes, duties.assignment_rows, duty_nodes),
        deadlines=_all(nodes, duties.deadline_rows, duty_nodes),
        reports=_all(nodes, duties.report_rows, _of(described, "ReportingDuty")),
        fulfilments=_all(nodes, duties.fulfilment_rows, duty_nodes),
        members=_all(nodes, duties.member_rows, _of(described, "AgencyGroup")),
        successions=_all(nodes, duties.succession_rows, _of(described, "Reorganisation")),
        names=tuple(_name(nodes, n, kind) for n, kind in named if kind is not None),
        texts=_all(nodes, _text_rows, _of(described, "SourceText")),
        statements=tuple(statement_rows(nodes)),
        plural=tuple(plural_rows(nodes)),
    )

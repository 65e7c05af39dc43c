"""What one graph says, as rows of the side index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from ontology.vietnamese_text import fold
from queries.index.relations import STRENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LDO: Final = "https://w3id.org/luocdo/ns#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
ORG: Final = "http://www.w3.org/ns/org#"
OA: Final = "http://www.w3.org/ns/oa#"
DCTERMS: Final = "http://purl.org/dc/terms/"
RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_IS_PART_OF: Final = "http://data.europa.eu/eli/ontology#is_part_of"
_RELATIONS: Final = {LDO + name: name for name in STRENGTH}
_KINDS: Final = {
    "AgencyGroup": "group",
    "Agency": "agency",
    "IssuingBody": "agency",
    "Post": "post",
    "Place": "place",
    "TermOfOffice": "term",
    "PartyTerm": "term",
}


Statement = tuple[str, str, str, str]
"""Subject, predicate, object as words, and the language of the object or nothing."""


class TripleSource(Protocol):
    """A store whose graphs can be gone through."""

    def triples(self, graph: str) -> Iterator[Statement]:
        """Go through the triples of a named graph."""

    def graphs(self) -> Iterator[str]:
        """Go through the names of the named graphs."""


Row = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphFacts:
    """Rows of the tables of `schema.sql`, each without its first column, the graph."""

    documents: tuple[Row, ...]
    citations: tuple[Row, ...]
    edges: tuple[Row, ...]
    obligations: tuple[Row, ...]
    assignments: tuple[Row, ...]
    deadlines: tuple[Row, ...]
    names: tuple[Row, ...]


class _Nodes:
    """The triples of a graph by subject and predicate.

    Args:
        triples: the statements of the graph.
    """

    def __init__(self, triples: Iterable[Statement]) -> None:
        self._of: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for subject, predicate, value, language in triples:
            about = self._of.setdefault(subject, {})
            about.setdefault(predicate, []).append((value, language))

    def subjects(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Go through the subjects with the local names of their classes of ours."""
        for subject, about in self._of.items():
            yield subject, frozenset(_local(value) for value, _ in about.get(RDF_TYPE, ()))

    def all(self, subject: str, predicate: str) -> list[str]:
        """Return all objects as words."""
        return [value for value, _ in self._of.get(subject, {}).get(predicate, ())]

    def first(self, subject: str, predicate: str) -> str | None:
        """Return the least object as words, or None: the same each time."""
        return min(self.all(subject, predicate), default=None)

    def in_language(self, subject: str, predicate: str, language: str) -> str | None:
        """Return the least object in a language, or None."""
        found = self._of.get(subject, {}).get(predicate, ())
        return min((value for value, tag in found if tag == language), default=None)

    def ours(self, subject: str, name: str) -> str | None:
        """Return the object of a property of ours; an individual of ours by its local name."""
        found = self.first(subject, LDO + name)
        return None if found is None else _local(found)

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Go through the relations between documents: source, local name, target."""
        for subject, about in self._of.items():
            for predicate in about.keys() & _RELATIONS.keys():
                for target, _ in about[predicate]:
                    yield subject, _RELATIONS[predicate], target

    def quote(self, subject: str) -> tuple[int | None, str | None]:
        """Return where the first evidence of a node begins, and its words."""
        found = [self._selected(e) for e in self.all(subject, f"{LDO}evidence")]
        return min(found, key=lambda pair: pair[0] or 0, default=(None, None))

    def _selected(self, evidence: str) -> tuple[int | None, str | None]:
        start, words = None, None
        for selector in self.all(evidence, f"{OA}hasSelector"):
            start = self.first(selector, f"{OA}start") or start
            words = self.first(selector, f"{OA}exact") or words
        return (int(start) if start and start.isdigit() else None), words


def _local(value: str) -> str:
    """Return the local name of a term of ours; anything else as it is."""
    return value.removeprefix(LDO)


def _document(nodes: _Nodes, node: str, classes: frozenset[str], own: str) -> Row:
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


def _aliases(nodes: _Nodes, node: str) -> str | None:
    """Return the folded names of a document between bars, or None."""
    found = sorted({fold(words) for words in nodes.all(node, f"{LDO}alias")})
    return f"|{'|'.join(found)}|" if found else None


def _clause(nodes: _Nodes, node: str) -> Row:
    """Return the row of a clause, so that an edge to it leads on to its document."""
    whole = nodes.first(node, _IS_PART_OF)
    return (node, 0, "Clause", *(None,) * 9, whole, None)


def _citation(nodes: _Nodes, node: str) -> Row:
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


def _obligation(nodes: _Nodes, node: str, classes: frozenset[str]) -> Row:
    start, words = nodes.quote(node)
    return (
        node,
        nodes.first(node, f"{LDO}statedIn") or "",
        "ReportingDuty" if "ReportingDuty" in classes else "Obligation",
        nodes.first(node, f"{LDO}summary"),
        nodes.ours(node, "force"),
        nodes.first(node, f"{LDO}statedInClause"),
        words,
        start,
        nodes.first(node, f"{LDO}recurrence"),
    )


def _assignments(nodes: _Nodes, obligation: str) -> Iterator[Row]:
    for node in nodes.all(obligation, f"{LDO}assignment"):
        yield (
            obligation,
            nodes.first(node, f"{LDO}assignee"),
            nodes.ours(node, "role"),
            nodes.ours(node, "assigneeBasis"),
            nodes.first(node, f"{LDO}printed"),
        )


def _deadlines(nodes: _Nodes, obligation: str) -> Iterator[Row]:
    for node in nodes.all(obligation, f"{LDO}deadline"):
        yield (
            obligation,
            nodes.first(node, f"{LDO}dueText"),
            nodes.first(node, f"{LDO}dueDate"),
            int(nodes.first(node, f"{LDO}dueInclusive") != "false"),
        )


def _name(nodes: _Nodes, node: str, kind: str) -> Row:
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


def read(source: TripleSource, graph: str, own: str) -> GraphFacts:
    """Return what a graph says.

    Args:
        source: the store.
        graph: name of the graph.
        own: IRI of the document whose graph it is; empty for a graph of no single document.
    """
    nodes = _Nodes(source.triples(graph))
    described = tuple(nodes.subjects())
    tasks = tuple((n, c) for n, c in described if "Obligation" in c)
    documents = [_document(nodes, n, c, own) for n, c in described if "Document" in c]
    clauses = [_clause(nodes, n) for n, c in described if "Clause" in c]
    named = ((n, _kind(n, c)) for n, c in described)
    return GraphFacts(
        documents=(*documents, *clauses),
        citations=tuple(_citation(nodes, n) for n, c in described if "Citation" in c),
        edges=tuple((s, r, t, STRENGTH[r]) for s, r, t in nodes.edges()),
        obligations=tuple(_obligation(nodes, n, c) for n, c in tasks),
        assignments=tuple(row for n, _ in tasks for row in _assignments(nodes, n)),
        deadlines=tuple(row for n, _ in tasks for row in _deadlines(nodes, n)),
        names=tuple(_name(nodes, n, kind) for n, kind in named if kind is not None),
    )

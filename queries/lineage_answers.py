"""Lineage questions from the side index: the rows that their SPARQL gives, without its joins.

What a document that thousands cite rests on and what rests on it is read ring by ring. Words and
labels are looked up for the rows that are looked at, as a page shows some hundreds of thousands.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from queries.index.links import quoted
from queries.index.relations import LINEAGE
from queries.terms import XSD, Later, Rows, Term, iri, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.index.links import Direction
    from queries.index.reader import SideIndex, Value
    from queries.terms import Values

    Given = Mapping[str, Term | None]
    Row = tuple[Value, ...]

_LDO: Final = "https://w3id.org/luocdo/ns#"
_STEPS: Final = 6
_MANY: Final = 400
_FEW: Final = 100
_ENDS: Final[Mapping[Direction, str]] = {"up": "source", "down": "target"}
_EDGES: Final = """
SELECT DISTINCT e.source, e.target, e.relation FROM edges e
WHERE e.{end} IN ({marks}) AND e.relation IN ({relations})
"""
_FACTS: Final = """
SELECT iri, printed_number, title, date, place FROM document_facts WHERE iri IN ({marks})
"""
_ISSUERS: Final = """
SELECT DISTINCT document, issuer FROM issuers WHERE document IN ({marks})
"""
_WORDS: Final = """
WITH wanted (source, target, relation) AS (VALUES {rows})
SELECT w.source, w.target, w.relation, c.iri, c.status, c.quote
FROM wanted w JOIN citations c
ON c.citing = w.source AND c.cited = w.target AND c.relation = w.relation
"""
_DOWN: Final = (
    *("step", "document", "documentLabel", "relation", "to", "toLabel", "issuer"),
    *("issuerLabel", "date", "status", "quote"),
)
_UP: Final = (
    *("step", "from", "fromLabel", "relation", "to", "toLabel", "toRank", "status", "quote"),
)


class Link(NamedTuple):
    """A relation of a lineage; they come in crowds.

    Args:
        step: of the end that is farther from the document asked about, from 1.
        source, target: IRIs of the document that makes the relation and of the other.
        relation: local name.
    """

    step: int
    source: str
    target: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What graphs say of a document: its least number and title, first day, bodies and places."""

    label: str
    day: str
    issuers: tuple[str, ...]
    places: frozenset[str]


_NOTHING: Final = _Said(label="", day="", issuers=(), places=frozenset())


class _Documents:
    """What graphs say of the documents of a lineage.

    Args:
        index: side index of a generation.
        links: the lineage.
    """

    def __init__(self, index: SideIndex, links: Iterable[Link]) -> None:
        wanted = sorted({end for link in links for end in (link.source, link.target)})
        facts: dict[str, list[Row]] = defaultdict(list)
        for row in _among(index, _FACTS, wanted):
            facts[str(row[0])].append(row[1:])
        issuers: dict[str, set[str]] = defaultdict(set)
        for document, issuer in _among(index, _ISSUERS, wanted):
            issuers[str(document)].add(str(issuer))
        self._said = {iri: _said(rows, issuers.get(iri, ())) for iri, rows in facts.items()}
        known = index.names({issuer for found in issuers.values() for issuer in found})
        self.bodies = {iri: name.label or _tail(iri) for iri, name in known.items()}
        self.ranks = {iri: name.rank for iri, name in known.items() if name.rank is not None}

    def of(self, document: str) -> _Said:
        """Return what is said of a document, which may be nothing."""
        return self._said.get(document, _NOTHING)

    def label(self, document: str) -> Term:
        """Return the number and title of a document, or the end of its IRI."""
        return literal(self.of(document).label or _tail(document))

    def rank(self, document: str) -> Term | None:
        """Return the highest rank of who issued a document."""
        found = [self.ranks[i] for i in self.of(document).issuers if i in self.ranks]
        return _integer(min(found)) if found else None


def lineage_up(index: SideIndex, given: Given) -> Rows:
    """Return what a document rests on, as the question `lineage-up` does."""
    links = sorted(
        _links(index, given, "up"), key=lambda e: (e.step, e.source, e.relation, e.target)
    )
    documents = _Documents(index, links)

    def made(part: Sequence[Link]) -> list[Values]:
        told = _told(index, part)
        return [
            (*_head(link, documents), documents.rank(link.target), *told[link]) for link in part
        ]

    return Rows(columns=_UP, rows=Later(links, made))


def lineage_down(index: SideIndex, given: Given) -> Rows:
    """Return what rests on a document, as the question `lineage-down` does."""
    links = _links(index, given, "down")
    documents = _Documents(index, links)
    found = _wanted(links, documents, given)
    found.sort(key=lambda e: (e[0].source, e[0].relation, e[0].target, e[1]))
    found.sort(key=lambda e: documents.of(e[0].source).day, reverse=True)
    found.sort(key=lambda e: e[0].step)

    def made(part: Sequence[tuple[Link, str]]) -> list[Values]:
        told = _told(index, [link for link, _ in part])
        return [
            (
                *_head(link, documents),
                iri(issuer) if issuer else None,
                literal(documents.bodies.get(issuer) or _tail(issuer)) if issuer else None,
                _day(documents.of(link.source).day),
                *told[link],
            )
            for link, issuer in part
        ]

    return Rows(columns=_DOWN, rows=Later(found, made))


def steps_down(index: SideIndex, given: Mapping[str, tuple[Term | None, ...]]) -> dict[str, int]:
    """Return the documents that rest on one, each with its least step; itself is left out.

    Args:
        index: side index of a generation.
        given: terms by name of parameter: `doc`, and `depth` where the question has it.
    """
    asked = {name: given[name][0] if name in given else None for name in ("doc", "depth")}
    steps: dict[str, int] = {}
    for link in _links(index, asked, "down"):
        steps.setdefault(link.source, link.step)
    return steps


def _wanted(links: Iterable[Link], documents: _Documents, given: Given) -> list[tuple[Link, str]]:
    """Return the relations of documents of the rank and place asked for, once for each issuer."""
    rank, place = given["rank"], given["place"]
    return [
        (link, issuer)
        for link in links
        if place is None or place.value in documents.of(link.source).places
        for issuer in documents.of(link.source).issuers or ("",)
        if rank is None or documents.ranks.get(issuer) == int(rank.value)
    ]


def _links(index: SideIndex, given: Given, direction: Direction) -> list[Link]:
    """Return the relations of a lineage ring by ring, each at its least step."""
    document, depth = given["doc"], given["depth"]
    start = document.value if document else ""
    ring, seen = [start], {start}
    found: list[Link] = []
    for step in range(1, min(int(depth.value) if depth else _STEPS, _STEPS) + 1):
        sql = _EDGES.format(end=_ENDS[direction], relations=quoted(LINEAGE), marks="{marks}")
        new = [Link(step, *map(str, row)) for row in _among(index, sql, ring)]
        found += new
        ends = {link.target if direction == "up" else link.source for link in new}
        ring = sorted(ends - seen)
        seen |= ends
    return found


def _among(index: SideIndex, sql: str, wanted: Sequence[str]) -> Iterable[Row]:
    """Go through the rows of a query about many things."""
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        yield from index.rows(sql.format(marks=", ".join("?" * len(some))), some)


def _said(rows: Sequence[Row], issuers: Iterable[str]) -> _Said:
    number, title, day = (
        min((str(row[at]) for row in rows if row[at] is not None), default="") for at in range(3)
    )
    return _Said(
        label=": ".join(words for words in (number, title) if words),
        day=day,
        issuers=tuple(sorted(issuers)),
        places=frozenset(str(row[3]) for row in rows if row[3]),
    )


def _told(index: SideIndex, links: Sequence[Link]) -> dict[Link, tuple[Term, Term | None]]:
    """Return status and words of the first citation of each relation."""
    found: dict[tuple[str, ...], list[tuple[str, str, str]]] = defaultdict(list)
    for start in range(0, len(links), _FEW):
        some = links[start : start + _FEW]
        sql = _WORDS.format(rows=", ".join(["(?, ?, ?)"] * len(some)))
        for row in index.rows(sql, [value for link in some for value in link[1:]]):
            citation, status, quote = (str(value or "") for value in row[3:])
            found[tuple(map(str, row[:3]))].append((citation, status, quote))
    registry = ("", "registry", "")
    first = {link: min(found.get(link[1:], ()), default=registry) for link in links}
    return {
        link: (literal(status or "registry"), literal(quote) if quote else None)
        for link, (_, status, quote) in first.items()
    }


def _head(link: Link, documents: _Documents) -> Values:
    """Return the cells that both questions begin with."""
    return (
        _integer(link.step),
        iri(link.source),
        documents.label(link.source),
        iri(_LDO + link.relation),
        iri(link.target),
        documents.label(link.target),
    )


def _tail(iri: str) -> str:
    return iri.partition("/id/vn/")[2]


def _integer(value: int) -> Term:
    return literal(str(value), datatype=f"{XSD}integer")


def _day(value: str) -> Term | None:
    return literal(value, datatype=f"{XSD}date") if value else None

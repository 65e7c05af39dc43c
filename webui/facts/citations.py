"""Citations as the pages show them: what is printed, what it means, how sure that is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from webui.facts.asking import Row
    from webui.ports import Reader

RELATIONS: Final = (
    "basedOn", "implements", "continues", "reviews", "guides", "replaces", "repeals", "suspends",
    "amends", "supplements", "corrects", "consolidates", "promulgates", "approves", "cites",
    "mentions",
)  # fmt: skip
"""Relations in the order in which pages show them (contract of the graph, section 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A document that an ambiguous citation may mean, with its score from 0 to 1."""

    work: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFact:
    """One citation.

    Args:
        iri: its node.
        document: whose text holds it.
        citing: the document that makes the relation; another one in nested citations.
        cited: the document or clause that is meant; empty unless it is determined.
        printed: the words; `repaired` what they were read as, empty where nothing was damaged.
        relation, cue: local name of the relation and the words that decided it.
        status, form: local names.
        methods: local names of how it was resolved.
        confidence, resolution, relating: 0 to 1; None where not stated.
        within: the outer citation whose title holds it, else empty.
        clause: path of the clause it stands in, else empty.
        start, end: half-open span of the text in code points; None without evidence.
        quote, before, after: the words of the evidence and those around it.
        candidates: best first; empty unless ambiguous.
        date: date of the document that holds it, where it was asked for.
    """

    iri: str
    document: str
    citing: str
    cited: str
    printed: str
    repaired: str
    relation: str
    cue: str
    status: str
    form: str
    methods: tuple[str, ...]
    confidence: float | None
    resolution: float | None
    relating: float | None
    within: str
    clause: str
    start: int | None
    end: int | None
    quote: str
    before: str
    after: str
    candidates: tuple[Candidate, ...]
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationGroup:
    """Citations of one relation, in the order of the text."""

    relation: str
    citations: tuple[CitationFact, ...]


def read_citations(reader: Reader, document: str) -> tuple[CitationFact, ...]:
    """Return the citations in a document's text, in its order."""
    return _read(reader, ask(reader, "citations", document=[document]))


def read_citing(reader: Reader, work: str) -> tuple[tuple[CitationFact, ...], int]:
    """Return the newest citations of a document in other texts, and how many there are in all."""
    count = ask(reader, "citing_count", work=[work])
    return _read(reader, ask(reader, "citing", work=[work])), count[0].whole("count") or 0


def grouped(citations: Iterable[CitationFact]) -> tuple[RelationGroup, ...]:
    """Return citations by relation, the strongest relation first."""
    groups: dict[str, list[CitationFact]] = defaultdict(list)
    for citation in citations:
        groups[citation.relation].append(citation)
    order = {name: place for place, name in enumerate(RELATIONS)}
    return tuple(
        RelationGroup(relation=name, citations=tuple(groups[name]))
        for name in sorted(groups, key=lambda name: (order.get(name, len(order)), name))
    )


def things_of(citations: Iterable[CitationFact]) -> set[str]:
    """Return the documents that citations speak of, to be named."""
    return {
        iri
        for c in citations
        for iri in (c.document, c.citing, c.cited, *(k.work for k in c.candidates))
        if iri
    }


def _read(reader: Reader, rows: tuple[Row, ...]) -> tuple[CitationFact, ...]:
    """Return a citation for each node; further rows of a node (more evidence) are passed over."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.text("citation"), row)
    candidates = _candidates(
        reader, [n for n, r in first.items() if r.local("status") == "ambiguous"]
    )
    methods = _methods(reader, first)
    return tuple(
        _citation(row, candidates.get(node, ()), methods.get(node, ()))
        for node, row in first.items()
    )


def _candidates(reader: Reader, nodes: list[str]) -> Mapping[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for row in ask(reader, "candidates", citation=nodes) if nodes else ():
        candidate = Candidate(work=row.text("work"), score=row.number("score") or 0.0)
        found[row.text("citation")].append(candidate)
    return {
        node: tuple(sorted(entries, key=lambda c: (-c.score, c.work)))
        for node, entries in found.items()
    }


def _methods(reader: Reader, nodes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    wanted = list(nodes)
    for row in ask(reader, "methods", citation=wanted) if wanted else ():
        found[row.text("citation")].append(row.local("method"))
    return {node: tuple(names) for node, names in found.items()}


def _citation(
    row: Row, candidates: tuple[Candidate, ...], methods: tuple[str, ...]
) -> CitationFact:
    return CitationFact(
        iri=row.text("citation"),
        document=row.text("document"),
        citing=row.text("citing") or row.text("document"),
        cited=row.text("cited"),
        printed=row.text("printed"),
        repaired=row.text("repaired"),
        relation=row.local("relation") or "mentions",
        cue=row.text("cue"),
        status=row.local("status") or "unresolved",
        form=row.local("form"),
        methods=methods,
        confidence=row.number("confidence"),
        resolution=row.number("resolution"),
        relating=row.number("relating"),
        within=row.text("within"),
        clause=row.text("clause"),
        start=row.whole("start"),
        end=row.whole("end"),
        quote=row.text("quote"),
        before=row.text("before"),
        after=row.text("after"),
        candidates=candidates,
        date=row.date("date"),
    )

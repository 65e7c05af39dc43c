"""Citations as the pages show them: what is printed, what it means, how sure that is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import ask, read_nodes
from webui.facts.evidence import first_words, read_evidence
from webui.labels import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from queries.index.reader import SideIndex
    from webui.facts.asking import Node
    from webui.facts.evidence import Words
    from webui.ports import Reader

RELATIONS: Final = (
    "basedOn", "implements", "continues", "reviews", "guides", "replaces", "repeals", "suspends",
    "amends", "supplements", "corrects", "consolidates", "promulgates", "approves", "cites",
    "mentions",
)  # fmt: skip
"""Relations in the order in which pages show them (contract of the graph, section 4)."""

_CITING: Final = """
SELECT {columns} FROM citations c LEFT JOIN documents d ON d.iri = c.document
WHERE c.document <> :work AND c.cited IN (
  SELECT :work UNION SELECT iri FROM documents WHERE part_of = :work AND type = 'Clause'
)
"""
_TOLD: Final = """
SELECT COALESCE(quote, printed) FROM citations WHERE cited = ? AND document <> cited
ORDER BY document, start LIMIT 1
"""
_NEWEST: Final = " ORDER BY d.date DESC, c.document, c.start LIMIT 50"


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
        words: where it stands, with what stands round it; None without evidence.
        candidates: best first; empty unless ambiguous.
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
    words: Words | None
    candidates: tuple[Candidate, ...]

    @property
    def quote(self) -> str:
        """The words of the evidence, else what is printed."""
        return self.words.quote if self.words and self.words.quote else self.printed


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationGroup:
    """Citations of one relation, in the order of the text."""

    relation: str
    citations: tuple[CitationFact, ...]


def read_citations(reader: Reader, document: str) -> tuple[CitationFact, ...]:
    """Return the citations in a document's text, in its order."""
    nodes = [row.text("citation") for row in ask(reader, "citations", document=[document])]
    found = _read(reader, nodes)
    return tuple(sorted(found, key=lambda c: (c.words.start if c.words else 0, c.iri)))


def read_citing(reader: Reader, work: str) -> tuple[tuple[CitationFact, ...], int]:
    """Return the newest citations of a document in other texts, and how many there are in all."""
    index = reader.index()
    ((count,),) = index.rows(_CITING.format(columns="COUNT(*)"), {"work": work})
    newest = index.rows(_CITING.format(columns="c.iri") + _NEWEST, {"work": work})
    return _read(reader, [str(iri) for (iri,) in newest]), int(count or 0)


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


def _read(reader: Reader, iris: list[str]) -> tuple[CitationFact, ...]:
    """Return citations in the order of their IRIs given."""
    nodes = read_nodes(reader, iris)
    evidence = read_evidence(reader, nodes.values())
    open_ones = [iri for iri, node in nodes.items() if node.local("status") == "ambiguous"]
    candidates = _candidates(reader, open_ones)
    return tuple(
        _citation(iri, nodes[iri], first_words(nodes[iri], evidence), candidates.get(iri, ()))
        for iri in iris
        if iri in nodes
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


def _citation(
    iri: str, node: Node, words: Words | None, candidates: tuple[Candidate, ...]
) -> CitationFact:
    return CitationFact(
        iri=iri,
        document=node.text("statedIn"),
        citing=node.text("citingWork") or node.text("statedIn"),
        cited=node.text("citedWork"),
        printed=node.text("printed"),
        repaired=node.text("repaired"),
        relation=node.local("relationType") or "mentions",
        cue=node.text("relationCue"),
        status=node.local("status") or "unresolved",
        form=node.local("form"),
        methods=tuple(map(local_name, node.all("method"))),
        confidence=node.number("confidence"),
        resolution=node.number("resolutionConfidence"),
        relating=node.number("relationConfidence"),
        within=node.text("withinCitation"),
        words=words,
        candidates=candidates,
    )


def words_of_others(index: SideIndex, documents: Iterable[str]) -> dict[str, str]:
    """Return how another document calls each of these: for one of which only its number is known.

    Args:
        index: side index of a generation.
        documents: IRIs; one that nothing cites is passed over.
    """
    found = ((document, index.rows(_TOLD, (document,))) for document in documents)
    return {document: " ".join(str(rows[0][0]).split()) for document, rows in found if rows}

"""The documents that one document is related to, by relation and direction, with the words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from webui.facts.citations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.index.reader import SideIndex

Direction = Literal["out", "in"]
_MENTIONS: Final = "mentions"
DIRECTIONS: Final[tuple[Direction, ...]] = ("out", "in")

_OUT: Final = """
SELECT e.relation, COALESCE(part.part_of, e.target) AS other, MAX(e.strength)
FROM edges e LEFT JOIN documents part ON part.iri = e.target AND part.type = 'Clause'
WHERE e.source = :work GROUP BY 1, 2
"""
_IN: Final = """
SELECT e.relation, e.source AS other, MAX(e.strength) FROM edges e
WHERE e.target IN (SELECT :work UNION SELECT iri FROM documents WHERE part_of = :work AND type = 'Clause')
GROUP BY 1, 2
"""  # noqa: E501  # one condition a line
_WORDS: Final = """
SELECT c.iri, COALESCE(c.quote, c.printed), c.status, c.document, COUNT(*) OVER ()
FROM citations c INDEXED BY citations_edge
WHERE c.citing = :citing AND c.relation = :relation AND c.cited IN (
  SELECT :cited UNION SELECT iri FROM documents WHERE part_of = :cited AND type = 'Clause')
ORDER BY c.document = c.citing DESC, c.start LIMIT 1
"""
_WITHIN: Final = """
SELECT c.iri, COALESCE(c.quote, c.printed), c.status, c.document, COUNT(*) OVER ()
FROM citations c WHERE c.document = :citing AND c.cited IN (
  SELECT :cited UNION SELECT iri FROM documents WHERE part_of = :cited AND type = 'Clause')
ORDER BY c.start LIMIT 1
"""
"""A document also mentions what it names as cited by another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedFact:
    """A related document.

    Args:
        document: its IRI.
        citation: IRI of the first citation that says so, empty where a register does.
        quote: its words.
        status: how the citation was resolved.
        told_by: IRI of the document whose text says so, empty for a register.
        count: citations that say the same.
    """

    document: str
    citation: str
    quote: str
    status: str
    told_by: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedGroup:
    """One relation in one direction: `total` documents, of which some are shown."""

    relation: str
    direction: Direction
    total: int
    shown: tuple[RelatedFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Which documents of a group are shown.

    Args:
        start: how many are passed over.
        size: how many are shown at most.
        relation: the only relation that is shown; empty for all.
        direction: the only direction; empty for both.
    """

    start: int = 0
    size: int = 12
    relation: str = ""
    direction: str = ""


def read_related(index: SideIndex, document: str, portion: Portion) -> tuple[RelatedGroup, ...]:
    """Return the relations of a document: first what it does to others, then what is done to it.

    Of two documents only the strongest relation in a direction is told; the newest come first.
    """
    found = []
    for direction in DIRECTIONS:
        if portion.direction in ("", direction):
            found += _groups(index, document, direction, portion)
    return tuple(found)


def _groups(
    index: SideIndex, document: str, direction: Direction, portion: Portion
) -> list[RelatedGroup]:
    rows = index.rows(_OUT if direction == "out" else _IN, {"work": document})
    groups = _strongest([(str(r), str(o), int(s or 0)) for r, o, s in rows if o != document])
    order = {name: place for place, name in enumerate(RELATIONS)}
    made = []
    for relation in sorted(groups, key=lambda name: (order.get(name, len(order)), name)):
        if portion.relation in ("", relation):
            others = _newest(index, groups[relation])
            some = others[portion.start : portion.start + portion.size]
            shown = tuple(_fact(index, document, other, relation, direction) for other in some)
            made.append(
                RelatedGroup(relation=relation, direction=direction, total=len(others), shown=shown)
            )
    return made


def _strongest(rows: Sequence[tuple[str, str, int]]) -> dict[str, list[str]]:
    """Return the others by relation, without relations that a stronger one says better."""
    best: dict[str, int] = defaultdict(int)
    for _, other, strength in rows:
        best[other] = max(best[other], strength)
    groups: dict[str, list[str]] = defaultdict(list)
    for relation, other, strength in rows:
        if strength == best[other]:
            groups[relation].append(other)
    return groups


def _newest(index: SideIndex, others: Iterable[str]) -> list[str]:
    """Return documents in full text first, then the newest first."""
    wanted = sorted(set(others))
    rows = index.documents(wanted)
    dates = {iri: (row.presence == "fullText", row.date or "") for iri, row in rows.items()}
    return sorted(wanted, key=lambda iri: dates.get(iri, (False, "")), reverse=True)


def _fact(
    index: SideIndex, document: str, other: str, relation: str, direction: Direction
) -> RelatedFact:
    citing, cited = (document, other) if direction == "out" else (other, document)
    rows = index.rows(_WORDS, {"citing": citing, "cited": cited, "relation": relation})
    if not rows and relation == _MENTIONS:
        rows = index.rows(_WITHIN, {"citing": citing, "cited": cited})
    if not rows:
        return RelatedFact(
            document=other, citation="", quote="", status="registry", told_by="", count=0
        )
    iri, quote, status, told_by, count = rows[0]
    return RelatedFact(
        document=other,
        citation=str(iri),
        quote=" ".join(str(quote or "").split()),
        status=str(status or ""),
        told_by=str(told_by or ""),
        count=int(count or 0),
    )


def things_of(groups: Iterable[RelatedGroup]) -> set[str]:
    """Return the documents to be named with groups."""
    facts = [fact for group in groups for fact in group.shown]
    return {iri for fact in facts for iri in (fact.document, fact.told_by) if iri}


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryingWords:
    """The words by which a document carries another out, and which document they name."""

    citation: str
    quote: str
    relation: str
    cited: str


_FAR: Final = 1_000
_CARRYING: Final = """
SELECT c.iri, COALESCE(c.quote, c.printed), c.relation, COALESCE(part.part_of, c.cited) AS whole
FROM citations c LEFT JOIN documents part ON part.iri = c.cited AND part.type = 'Clause'
WHERE c.citing = :citing AND c.document = :citing AND c.cited IS NOT NULL
  AND c.relation IN ('implements', 'basedOn', 'continues', 'reviews', 'guides', 'replaces')
ORDER BY c.relation = 'implements' DESC, c.start
"""


def carrying_words(
    index: SideIndex, document: str, steps: Mapping[str, int]
) -> CarryingWords | None:
    """Return the words by which a document carries a central one out, itself or on the way to it.

    Args:
        index: side index of a generation.
        document: IRI of the document.
        steps: how far documents are from the central one, by IRI; that one itself 0.

    Returns:
        None where no words of its own name a document that is nearer to the central one.
    """
    rows = index.rows(_CARRYING, {"citing": document})
    nearer = [row for row in rows if steps.get(str(row[3]), _FAR) < steps.get(document, _FAR)]
    if not nearer:
        return None
    iri, quote, relation, cited = min(nearer, key=lambda row: steps[str(row[3])])
    return CarryingWords(
        citation=str(iri),
        quote=" ".join(str(quote or "").split()),
        relation=str(relation),
        cited=str(cited),
    )

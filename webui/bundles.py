"""What a drawing leaves out around its centre, counted: a box for each relation and level.

Where such a box stands for many documents it is split, by place or by year, so that the drawing of
a document that thousands cite still says where and when.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from queries.index.links import quoted
from queries.index.relations import STRENGTH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from queries.index.reader import SideIndex

Split = Literal["place", "year"]
"""By what many documents are told apart."""

_MANY: Final = 24  # documents from which on a box is split
_MOST: Final = 64  # boxes that one is split into; the rest stays in one
_NEAR: Final = """
SELECT e.source, e.relation, n.rank, d.place, SUBSTR(d.date, 1, 4) FROM edges e
JOIN documents d ON d.iri = e.source
LEFT JOIN names n ON n.iri = d.issuer AND n.rank IS NOT NULL
WHERE e.relation IN ({relations}) AND e.target IN (
  SELECT :centre UNION SELECT iri FROM documents WHERE part_of = :centre AND type = 'Clause')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Documents that are not drawn: their relation to the centre, their rank, how many.

    Args:
        relation: local name.
        rank: 1 centre to 6 commune; 0 where it is unknown.
        count: documents.
        group: IRI of their place, or their year; empty where they are not told apart.
    """

    relation: str
    rank: int
    count: int
    group: str = ""


def bundles_of(
    index: SideIndex,
    centre: str,
    drawn: Collection[str],
    relations: Sequence[str],
    split: Split = "place",
) -> tuple[Bundle, ...]:
    """Return what stands next to the centre below it and is not drawn, the most first.

    Args:
        index: side index of a generation.
        centre: IRI of the document in the middle.
        drawn: IRIs of what is drawn.
        relations: local names of those that count.
        split: by what many documents of one relation and rank are told apart.
    """
    rows = index.rows(_NEAR.format(relations=quoted(relations)), {"centre": centre})
    best: dict[str, tuple[int, str, int, str]] = {}
    for source, relation, rank, place, year in rows:
        if source not in drawn and source != centre:
            group = str((place if split == "place" else year) or "")
            known = (STRENGTH.get(str(relation), 0), str(relation), int(rank or 0), group)
            best[str(source)] = max(best.get(str(source), known), known)
    whole = Counter((relation, rank) for _, relation, rank, _ in best.values())
    parts = Counter(
        (relation, rank, group if whole[relation, rank] > _MANY else "")
        for _, relation, rank, group in best.values()
    )
    return _bounded(
        Bundle(relation=relation, rank=rank, group=group, count=count)
        for (relation, rank, group), count in sorted(parts.items(), key=lambda e: (-e[1], e[0]))
    )


def _bounded(bundles: Iterable[Bundle]) -> tuple[Bundle, ...]:
    """Return the largest boxes, and those beyond together in one a relation and rank."""
    found = tuple(bundles)
    rest: Counter[tuple[str, int]] = Counter()
    for bundle in found[_MOST:]:
        rest[bundle.relation, bundle.rank] += bundle.count
    together = (
        Bundle(relation=relation, rank=rank, count=count)
        for (relation, rank), count in rest.items()
    )
    return (*found[:_MOST], *together)

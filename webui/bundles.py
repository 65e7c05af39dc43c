"""What a drawing leaves out around its centre, counted: one box for each relation and level."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.index.links import quoted
from queries.index.relations import STRENGTH

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from queries.index.reader import SideIndex

_NEAR: Final = """
SELECT e.source, e.relation, e.strength, n.rank FROM edges e
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
    """

    relation: str
    rank: int
    count: int


def bundles_of(
    index: SideIndex, centre: str, drawn: Collection[str], relations: Sequence[str]
) -> tuple[Bundle, ...]:
    """Return what stands next to the centre below it and is not drawn, the most first."""
    rows = index.rows(_NEAR.format(relations=quoted(relations)), {"centre": centre})
    best: dict[str, tuple[int, str, int]] = {}
    for source, relation, _, rank in rows:
        if source not in drawn and source != centre:
            known = (STRENGTH.get(str(relation), 0), str(relation), int(rank or 0))
            best[str(source)] = max(best.get(str(source), known), known)
    counted = Counter((relation, rank) for _, relation, rank in best.values())
    return tuple(
        Bundle(relation=relation, rank=rank, count=count)
        for (relation, rank), count in sorted(counted.items(), key=lambda e: (-e[1], e[0]))
    )

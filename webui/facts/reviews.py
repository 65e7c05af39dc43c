"""What waits for a curator, and what curators have decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.store.reviews import standing_decisions

if TYPE_CHECKING:
    from queries.index.reader import SideIndex
    from queries.store.reviews import StoredDecision
    from webui.ports import Reader

SHOWN: Final = 50
_WAITING: Final = """
SELECT c.iri, c.document FROM citations c LEFT JOIN documents d ON d.iri = c.document
WHERE c.status = ? AND c.start IS NOT NULL ORDER BY d.date DESC, c.document, c.start LIMIT ?
"""
_COUNT: Final = "SELECT COUNT(*) FROM citations WHERE status = ? AND start IS NOT NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Citations that a curator could settle.

    Args:
        total: how many there are.
        citations: nodes of the first ones, by document, the newest first.
    """

    total: int
    citations: tuple[str, ...]


def read_waiting(index: SideIndex, status: str) -> Waiting:
    """Return the citations of a status ("ambiguous", "unresolved")."""
    ((total,),) = index.rows(_COUNT, (status,))
    rows = index.rows(_WAITING, (status, SHOWN))
    return Waiting(total=int(total or 0), citations=tuple(str(iri) for iri, _ in rows))


def read_decisions(reader: Reader, node: str = "") -> tuple[StoredDecision, ...]:
    """Return the decisions that stand, the newest first; of one node where it is named."""
    decisions = standing_decisions(reader)
    return tuple(reversed([each for each in decisions if node in {"", each.node}]))

"""What to fetch next: documents that others rest on and whose text the collection does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from queries.lineage import reach

if TYPE_CHECKING:
    from queries.index.reader import SideIndex

_WANTED: Final = """
SELECT c.cited, COUNT(DISTINCT c.document) FROM citations c
JOIN documents d ON d.iri = c.cited AND d.presence <> 'fullText' AND d.type <> 'Clause'
WHERE c.document <> c.cited GROUP BY c.cited ORDER BY 2 DESC, 1 LIMIT :most
"""
_WORDS: Final = """
SELECT iri, document, COALESCE(quote, printed) FROM citations WHERE cited = ? AND document <> cited
ORDER BY relation IN ('mentions', 'cites'), document, start LIMIT 1
"""
_MOST: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFact:
    """A document to be fetched.

    Args:
        document: its IRI.
        cited_by: documents whose text cites it.
        chains: documents whose lineage passes through it and ends there for want of its text.
        citation, told_by, quote: one place that cites it, the document of that place, its words.
    """

    document: str
    cited_by: int
    chains: int
    citation: str
    told_by: str
    quote: str


@lru_cache(maxsize=2)
def read_wanted(index: SideIndex) -> tuple[WantedFact, ...]:
    """Return documents to be fetched: where most lineages break first, then the most cited.

    Args:
        index: side index of a generation, which never changes.
    """
    rows = index.rows(_WANTED, {"most": _MOST})
    found = [_wanted(index, str(cited), int(count or 0)) for cited, count in rows]
    return tuple(sorted(found, key=lambda w: (-w.chains, -w.cited_by, w.document)))


def _wanted(index: SideIndex, document: str, cited_by: int) -> WantedFact:
    ((citation, told_by, quote),) = index.rows(_WORDS, (document,))
    return WantedFact(
        document=document,
        cited_by=cited_by,
        chains=len(reach(index, document, "down")),
        citation=str(citation),
        told_by=str(told_by),
        quote=" ".join(str(quote or "").split()),
    )

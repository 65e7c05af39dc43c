"""Which documents repeat each other's tasks in nearly the same words, from the side index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.index.shingles import LEAST_SIMILARITY

if TYPE_CHECKING:
    from queries.index.reader import SideIndex, Value

_SHARED: Final = """
SELECT a.document, b.document, a.obligation, b.obligation, p.similarity, x.quote, y.quote
FROM passages a CROSS JOIN ({pairs}) p ON p.one = a.wording
CROSS JOIN passages b ON b.wording = p.other
CROSS JOIN obligations x ON x.iri = a.obligation CROSS JOIN obligations y ON y.iri = b.obligation
WHERE {narrowed} AND p.similarity >= :least
"""
_EQUAL: Final = "SELECT id AS one, id AS other, 100 AS similarity FROM wordings"
_OF_ONE: Final = "a.document = :document AND b.document <> a.document"
_OF_ALL: Final = "a.document <> b.document"
_EACH_ONCE: Final = "a.document < b.document"
_NEAR: Final = "SELECT one, other, similarity FROM reuse"
_NEAR_BACK: Final = "SELECT other AS one, one AS other, similarity FROM reuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A passage that two documents share.

    Args:
        document_a, document_b: IRIs of the documents.
        obligation_a, obligation_b: IRIs of the tasks whose words they are.
        similarity: 80 to 100, which is the same words.
        quote_a, quote_b: the words.
    """

    document_a: str
    document_b: str
    obligation_a: str
    obligation_b: str
    similarity: int
    quote_a: str
    quote_b: str

    @property
    def length(self) -> int:
        """The number of words of the shorter passage."""
        return min(len(self.quote_a.split()), len(self.quote_b.split()))


def shared_passages(
    index: SideIndex, document: str = "", least: int = LEAST_SIMILARITY
) -> tuple[SharedPassage, ...]:
    """Return the passages that documents share, the most alike first, then the longest.

    Args:
        index: side index of a generation.
        document: IRI of a document, which is then `document_a`; empty for all pairs.
        least: similarity from which they count, 80 to 100.
    """
    parts = (
        ((_EQUAL, _OF_ONE), (_NEAR, _OF_ONE), (_NEAR_BACK, _OF_ONE))
        if document
        else ((_EQUAL, _EACH_ONCE), (_NEAR, _OF_ALL))
    )
    sql = " UNION ALL ".join(_SHARED.format(pairs=p, narrowed=n) for p, n in parts)
    rows = index.rows(sql, {"document": document, "least": least})
    found = {_shared(row) for row in rows}
    return tuple(sorted(found, key=_order))


def _shared(row: tuple[Value, ...]) -> SharedPassage:
    document_a, document_b, obligation_a, obligation_b, similarity, quote_a, quote_b = row
    return SharedPassage(
        document_a=str(document_a),
        document_b=str(document_b),
        obligation_a=str(obligation_a),
        obligation_b=str(obligation_b),
        similarity=int(similarity or 0),
        quote_a=str(quote_a or ""),
        quote_b=str(quote_b or ""),
    )


def _order(found: SharedPassage) -> tuple[int, int, str, str]:
    return -found.similarity, -found.length, found.obligation_a, found.obligation_b

"""Documents that share passages with one: those that cite the same, and those next to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.reuse import shared_passages
from webui.facts.documents import read_text
from webui.passages import reused

if TYPE_CHECKING:
    from queries.index.reader import SideIndex
    from webui.passages import Reuse
    from webui.ports import Reader

_NEAR: Final = """
WITH own AS (SELECT DISTINCT cited FROM citations WHERE document = :work AND cited IS NOT NULL LIMIT 60),
near AS (
  SELECT other AS iri, COUNT(*) AS shared FROM (
    SELECT c.document AS other, own.cited FROM own
    JOIN (SELECT DISTINCT cited, document FROM citations) c ON c.cited = own.cited
    WHERE c.document <> :work
  ) GROUP BY 1
  UNION ALL SELECT cited, 3 FROM own
  UNION ALL SELECT document, 3 FROM citations WHERE cited = :work AND document <> :work
)
SELECT n.iri FROM near n JOIN documents d ON d.iri = n.iri AND d.presence = 'fullText'
GROUP BY n.iri ORDER BY SUM(n.shared) DESC, d.date DESC, n.iri LIMIT :most
"""  # noqa: E501  # one step a line

MOST_COMPARED: Final = 12
"""Documents whose texts are compared with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarFact:
    """Another document with the passages that it shares."""

    document: str
    passages: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarFacts:
    """What was compared, and the documents that share something, the most first."""

    compared: int
    found: tuple[SimilarFact, ...]


def read_similar(reader: Reader, index: SideIndex, document: str, text: str) -> SimilarFacts:
    """Return the passages that a document shares with others.

    Compared are documents anywhere that repeat its tasks, then those that cite the same or stand
    next to it.

    Args:
        reader: the store.
        index: side index of the same generation.
        document: its IRI.
        text: its text.
    """
    alike = Counter(shared.document_b for shared in shared_passages(index, document))
    known = [iri for iri, _ in alike.most_common(MOST_COMPARED)]
    rows = index.rows(_NEAR, {"work": document, "most": MOST_COMPARED})
    near = list(dict.fromkeys((*known, *(str(iri) for (iri,) in rows))))[:MOST_COMPARED]
    found = []
    for other in near:
        other_text = read_text(reader, other)
        passages = reused(text, other_text) if other_text else ()
        if passages:
            found.append(SimilarFact(document=other, passages=passages))
    found.sort(key=lambda fact: (-len(fact.passages), fact.document))
    return SimilarFacts(compared=len(near), found=tuple(found))

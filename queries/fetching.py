"""What to fetch next: documents that are cited and not held, by how many lineages end at them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.namespaces import document_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.store.reader import Asker

_EDGES: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT DISTINCT ?below ?above WHERE {
  ?below ldo:basedOn|ldo:implements|ldo:continues|ldo:reviews|ldo:guides|ldo:replaces ?above
}
"""
_HELD: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT ?document WHERE { ?document ldo:presence ldo:fullText }
"""
_CITATIONS: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT ?cited ?printed ?document WHERE {
  ?citation ldo:citedWork ?cited ; ldo:printed ?printed ; ldo:statedIn ?document .
} ORDER BY ?cited ?document ?citation
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWords:
    """The words that cite a document, and the document they stand in."""

    words: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A document that is cited and not held.

    Args:
        document: its IRI.
        chains: documents of the collection whose lineage goes through it and ends there.
        citations: how often it is cited.
        quotes: some of the words that cite it, each from another document.
    """

    document: str
    chains: int
    citations: int
    quotes: tuple[CitedWords, ...]


def to_fetch(asker: Asker, most: int = 20, quotes: int = 3) -> tuple[Wanted, ...]:
    """Return the documents to fetch next, the most useful first.

    Args:
        asker: the store.
        most: how many, at least 1.
        quotes: how many quotes each.
    """
    held = {row[0].value for row in asker.select(_HELD).rows if row[0]}
    words: dict[str, list[CitedWords]] = defaultdict(list)
    for row in asker.select(_CITATIONS).rows:
        cited, printed, document = (term.value if term else "" for term in row)
        if document_of(cited) == cited and cited not in held:
            words[cited].append(CitedWords(words=printed, document=document))
    below = _below(asker)
    found = [
        Wanted(
            document=document,
            chains=len(_descendants(document, below) & held),
            citations=len(said),
            quotes=_some(said, quotes),
        )
        for document, said in words.items()
    ]
    found.sort(key=lambda each: (-each.chains, -each.citations, each.document))
    return tuple(found[:most])


def _below(asker: Asker) -> Mapping[str, set[str]]:
    """Return what rests on each document directly."""
    below: dict[str, set[str]] = defaultdict(set)
    for row in asker.select(_EDGES).rows:
        lower, upper = (term.value if term else "" for term in row)
        below[upper].add(lower)
    return below


def _descendants(document: str, below: Mapping[str, set[str]]) -> set[str]:
    """Return all that rests on a document, over any number of steps."""
    seen: set[str] = set()
    waiting = [document]
    while waiting:
        more = below.get(waiting.pop(), set()) - seen
        seen |= more
        waiting += more
    return seen


def _some(said: list[CitedWords], most: int) -> tuple[CitedWords, ...]:
    """Return the first words of each document."""
    first = {each.document: each for each in reversed(said)}
    return tuple(sorted(first.values(), key=lambda each: each.document)[:most])

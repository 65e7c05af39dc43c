"""Why each citation of a document was read, resolved and related as it was.

Nothing is decided here: what the steps of reading recorded is put together, with the lines it
stands on, the titles that the registers know, and what the tables say of the rules that were used.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import table
from loaders.resolution.numbered import MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from loaders.records import Candidate, Citation, ExtractedDocument, Relation, Resolution, Span
    from ontology.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of the document, on one line, and the number of the line they begin on, from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A document that a citation may mean, with its title where the registers know it."""

    candidate: Candidate
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation to a citation, with the words that told it; None where the place told it."""

    relation: Relation
    cue: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is known of how a citation came about.

    Args:
        citation: as read.
        words: of the mention.
        depth: 0, or one more than that of the citation whose subject holds it.
        resolution: what it means.
        title: of the document it means, where the registers know it; else empty.
        other_date: ISO date that the registers give the document, where another one is printed.
        guesses: documents it may mean, best first.
        verdict: code of the sentence that says why no guess won; empty where there is none.
        links: the relations to it.
    """

    citation: Citation
    words: Words
    depth: int
    resolution: Resolution
    title: str
    other_date: str
    guesses: tuple[Guess, ...]
    verdict: str
    links: tuple[Link, ...]


class Printed:
    """The text of a document by its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.breaks = [place for place, sign in enumerate(text) if sign == "\n"]

    def words(self, span: Span) -> Words:
        """Return the words of a span."""
        line = bisect_right(self.breaks, span.start - 1) + 1
        return Words(text=" ".join(self.text[span.start : span.end].split()), line=line)


def explain(document: ExtractedDocument, registry: Registry) -> tuple[Explanation, ...]:
    """Return an explanation a citation: those in the subject of another right after it.

    Args:
        document: as extracted.
        registry: the registers it was extracted with, for titles.
    """
    printed = Printed(document.source.text)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for relation in document.relations:
        cue = printed.words(relation.cue) if relation.cue else None
        links[relation.target].append(Link(relation=relation, cue=cue))
    return tuple(
        _explanation(
            citation,
            depth,
            printed.words(citation.span),
            document.resolutions[citation.index],
            tuple(links[citation.index]),
            registry,
        )
        for citation, depth in _in_order(document.citations)
    )


def _explanation(
    citation: Citation,
    depth: int,
    words: Words,
    resolution: Resolution,
    links: tuple[Link, ...],
    registry: Registry,
) -> Explanation:
    return Explanation(
        citation=citation,
        words=words,
        depth=depth,
        resolution=resolution,
        title=_title(resolution.target, registry),
        other_date=_other_date(citation, resolution.target, registry),
        guesses=tuple(
            Guess(candidate=each, title=_title(each.target, registry))
            for each in resolution.candidates
        ),
        verdict=verdict(resolution.candidates),
        links=links,
    )


def _title(path: str | None, registry: Registry) -> str:
    """Return the title of a path that the registers know; empty for others."""
    known = registry.document(path) if path else None
    return known.title if known else ""


def _other_date(citation: Citation, path: str | None, registry: Registry) -> str:
    """Return the date of a known document where the citation prints another whole one."""
    known = registry.document(path) if path else None
    written = citation.issued_on
    if known is None or known.issued_on is None or written is None or written.day is None:
        return ""
    date = known.issued_on.isoformat()
    return "" if date == written.iso() else date


def _in_order(citations: Sequence[Citation]) -> Iterator[tuple[Citation, int]]:
    """Give the citations with their depth, each before those that stand in its subject."""
    inner: defaultdict[int | None, list[Citation]] = defaultdict(list)
    for citation in citations:
        inner[citation.within].append(citation)
    waiting = [(citation, 0) for citation in reversed(inner[None])]
    while waiting:
        citation, depth = waiting.pop()
        yield citation, depth
        waiting += [(each, depth + 1) for each in reversed(inner[citation.index])]


def verdict(candidates: Sequence[Candidate]) -> str:
    """Return the code of the sentence that says why no candidate won; empty without candidates.

    Args:
        candidates: best first.
    """
    if not candidates:
        return ""
    if len(candidates) == 1:
        return "alone"
    lead = candidates[0].score - candidates[1].score
    if not lead:
        return "tied"
    return "close" if lead < MARGIN else "weak"


def rule_meaning(step: str, rule: str) -> str:
    """Return what the tables of a step say that a rule means; empty where they have none of it.

    Args:
        step: `citation` or `relation`.
        rule: id of the rule, as the records carry it.
    """
    return _meanings()[step].get(rule, "")


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    """Return the meanings of all rules by step and id."""
    read = _means("loaders.citations", "patterns.toml", "pattern", "named")
    numbers = _means("loaders.grammar", "numbers.toml", "number")
    told = _means("loaders.relations", "triggers.toml", "trigger", "passive", "after")
    complete = {f"full:{number}": means for number, means in numbers.items()}
    return {"citation": read | complete, "relation": told}


def _means(package: str, name: str, *lists: str) -> dict[str, str]:
    """Return the meanings of the entries of some lists of a table."""
    entries = (entry for each in lists for entry in table(package, name)[each])
    return {entry["id"]: entry["means"] for entry in entries}

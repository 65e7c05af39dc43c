"""The lines that name what a document rests on, and who proposed it.

Source: Decree 30/2020/NĐ-CP, annex I, II.5b: one paper a line, after its first words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from loaders.grammar.tables import either, table
from loaders.records import Span
from loaders.relations.triggers import head_kinds, heads

LINE = 1500
"""How far from its mention the first words of a basis line may stand."""
FIRST = 900
"""How many characters of a text may hold a basis line that begins it."""
BASIS = "basedOn"
"""The kind that basis lines give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The first words of a basis line, and the relation that they give its papers."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisLines:
    """The basis lines of a text.

    Args:
        lower: the text in lower case, with its diacritics.
        heads: their first words, in order; starts: where those start.
        opening: where the first line that gives a basis starts; the length of the text without.
        body: where the first part of the body starts: an order to somebody has no basis there.
    """

    lower: str
    heads: tuple[Head, ...]
    starts: tuple[int, ...]
    opening: int
    body: int

    def head_of(self, position: int) -> Head | None:
        """Return the first words of the basis line that holds a position; None outside of one."""
        place = bisect_right(self.starts, position) - 1
        if place < 0 or position - self.starts[place] > LINE:
            return None
        head = self.heads[place]
        opening = _opening().match(self.lower, head.span.end, position)
        start = opening.end() if opening else head.span.end
        return None if _broken().search(self.lower, start, position) else head

    def is_order(self, position: int, end: int) -> bool:
        """Tell whether a line of the body goes on with what somebody is to do.

        Args:
            position: where a paper of the line stands.
            end: where it and its subject end.
        """
        return position > self.body and _ordering().match(self.lower, end) is not None


def read_basis(lower: str) -> BasisLines:
    """Return the basis lines of a text in lower case."""
    first = heads().match("\n" + lower[:FIRST])
    found = [_head(first, -1)] if first else []
    found += [_head(match, 0) for match in heads().finditer(lower)]
    basis = [head.span.start for head in found if head.kind == BASIS]
    return BasisLines(
        lower=lower,
        heads=tuple(found),
        starts=tuple(head.span.start for head in found),
        opening=basis[0] if basis else len(lower),
        body=body.start() if (body := _body().search(lower)) else len(lower),
    )


def phrases(identifier: str) -> tuple[str, ...]:
    """Return the phrases of an entry of `cues.toml`."""
    entries = table("loaders.relations", "cues.toml")["words"]
    return next(tuple(entry["phrases"]) for entry in entries if entry["id"] == identifier)


def _head(match: re.Match[str], shift: int) -> Head:
    """Return the first words of a basis line, `shift` characters from where they were matched."""
    group = next(name for name in head_kinds() if match[name] is not None)
    span = Span(start=match.start("words") + shift, end=match.end("words") + shift)
    return Head(kind=head_kinds()[group], span=span)


@cache
def _broken() -> re.Pattern[str]:
    """Return what ends a basis line before a mention: a full stop, a colon, another verb."""
    other = either(phrases("not-basis"))
    resolver, resolving = either(phrases("resolver")), either(phrases("resolving"))
    return re.compile(
        rf"(?:\n[^\S\n]*\n[^\S\n]*|[;,](?=[^\S\n]*\n)\s*)(?:{resolver})(?!\w)"
        rf"|[;,]\s+(?:{resolver})(?!\w)[^;:.]{{0,120}}?\s(?:{resolving})(?!\w)"
        rf"|[.:](?=\s)|\n[^\S\n]*\n(?![a-z\u0111;(])|(?:\A\s*|\n[^\S\n]*|[;,]\s+)(?:{other})(?!\w)"
    )


@cache
def _body() -> re.Pattern[str]:
    """Return what begins the body: its first part."""
    return re.compile(rf"\n[^\S\n]*(?:(?:{either(phrases('part'))})\s+1|i|1)\s*[.)/-]")


@cache
def _ordering() -> re.Pattern[str]:
    """Return what stands after the papers of a line that tells somebody to act."""
    words, own = either(phrases("ordering")), either(phrases("resolving"))
    somebody = rf"(?:(?!\s(?:{own})\s)[^.;:]){{2,160}}?"
    return re.compile(rf"[^.;:]{{0,40}}?,\s{somebody}(?<!\w)(?:{words})(?!\w)")


@cache
def _opening() -> re.Pattern[str]:
    """Return what opens a list of papers in a basis line, with its colon."""
    words = either(phrases("row-opening"))
    return re.compile(rf"\s+(?:{words})(?!\w)[^.;:,]{{0,90}}:")

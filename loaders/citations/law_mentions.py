"""Make the mentions of laws that are read by name, each before those of the laws it amends."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.draft import Draft
from loaders.citations.laws import after_revision
from loaders.citations.tails import Tail, read_tail
from loaders.citations.wordings import before, phrase, phrase_set
from loaders.grammar.clauses import read_clauses
from loaders.grammar.tables import table
from loaders.records import CitationForm, PartialDate, Span

if TYPE_CHECKING:
    from loaders.citations.context import Context
    from loaders.citations.laws import LawName

NEAR = 12
"""How many characters before the type word of a law may tell that several are meant."""


def law_mentions(context: Context, law: LawName) -> list[Draft]:
    """Return the mention of a law, then those of the laws that it amends, which lie inside it."""
    if _is_field(context, law):
        return []
    found = [_law(context, law)]
    for inner in law.inner:
        if _is_field(context, inner):
            continue
        clauses = read_clauses(context.text, inner.word.span.start)
        found.append(_law(context, inner, clause=clauses, inside=True))
    return found


def _is_field(context: Context, law: LawName) -> bool:
    """Tell whether only the field of several laws is told: "các Luật về thuế"."""
    if not phrase("law-field").match(context.lower, law.name.start):
        return False
    low = max(0, law.word.span.start - NEAR)
    return before("law-plural").search(context.lower, low, law.word.span.start) is not None


def _law(
    context: Context, law: LawName, clause: Span | None = None, *, inside: bool = False
) -> Draft:
    """Return the mention of one law; what follows a row is said of the law that holds it."""
    tail = Tail(end=law.end) if inside and law.number is None else _law_tail(context, law)
    clause = clause or read_clauses(context.text, law.word.span.start)
    span = Span(start=clause.start if clause else law.word.span.start, end=tail.end)
    return Draft(
        span=span,
        form=CitationForm.FULL if law.number else CitationForm.NAMED,
        type_name=law.word.name,
        document_type=law.word.kind.code if law.word.kind else None,
        number=law.number.number if law.number else None,
        repairs=law.number.repairs if law.number else (),
        issuer=tail.issuer,
        issued_on=tail.issued_on,
        term=tail.term,
        title=law.title or None,
        title_span=law.name if law.name.end > law.name.start else None,
        clause=context.words_of(clause) if clause else "",
        rule="law-with-number" if law.number else "law-by-name",
        confidence=law.number.confidence if law.number else 0.9,
    )


def _law_tail(context: Context, law: LawName) -> Tail:
    """Return what follows a law: date, issuer, or the year that tells it from its namesakes."""
    end = after_revision(context, law.end)
    tail = read_tail(context, end, phrase_set("law-issuers"))
    if tail.end > end:
        return tail
    if law.number is None:
        year = _year().match(context.text, law.end)
        if year:
            number = int(context.text[year.end() : year.end() + 4])
            return Tail(end=year.end() + 4, issued_on=PartialDate(year=number))
    return Tail(end=law.end)


@cache
def _year() -> re.Pattern[str]:
    """Return what stands between a law's name and the year that tells it from its namesakes."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"]["law_year"])

"""Make mentions of bare numbers after a type word: "Nghị quyết số 12 của Bộ Chính trị".

Source: usage; what a short form means is for resolution to find out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.draft import Draft
from loaders.citations.tails import read_tail
from loaders.citations.wordings import before, phrase, phrases
from loaders.grammar.clauses import read_clauses
from loaders.grammar.dates import read_date
from loaders.grammar.tables import fill, table
from loaders.records import CitationForm, Span

if TYPE_CHECKING:
    from loaders.citations.context import Context, TypeWord
    from ontology.registry import DocumentType

_GAP = re.compile(r"\s+")
_CLOSE = re.compile(r"\s*(?:[,;.:)\"]|\Z)")
_NUMBER = re.compile(r"[0-9]{1,4}[a-z\u0111]?(?:/(?:19|20)[0-9]{2})?(?![\w/%]|[.,:-][0-9])")


def read_short(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention that a type word and a bare number make; None where they make none.

    Args:
        context: the text.
        word: a type word.
    """
    kind = word.kind
    gap = _GAP.match(context.text, word.span.end)
    if kind is None or gap is None or gap.group().count("\n") > 1:
        return None
    counted = phrase("number-word").match(context.lower, gap.end())
    begin = _GAP.match(context.text, counted.end()) if counted else gap
    number = _NUMBER.match(context.text, begin.end()) if begin else None
    if number is None or _is_marker(context, word, number):
        return None
    if _counts(context, number.end()) and not (counted and _is_of_year(context, number.end())):
        return None
    mention = _mention(context, word, number.group(), number.end())
    authored = counted is not None and _names_author(context, mention, number.end())
    usual = (word.capital or authored) and _is_cited_short(kind.code, counted=counted is not None)
    return mention if usual or _is_registered(context, kind, number.group()) else None


def _names_author(context: Context, mention: Draft, position: int) -> bool:
    """Tell whether a body follows a bare number, or the row of bare numbers that it begins."""
    member = row_joint().match(context.lower, position)
    number = _NUMBER.match(context.text, member.end()) if member else None
    tail = read_tail(context, number.end()) if number else None
    return mention.issuer is not None or (tail is not None and tail.issuer is not None)


def _is_cited_short(code: str, *, counted: bool) -> bool:
    """Tell whether papers of a type are cited by a bare number, the word for it there or not."""
    return code in phrases("short-types") or (
        counted and code in phrases("short-types-with-number-word")
    )


def _is_registered(context: Context, kind: DocumentType, number: str) -> bool:
    """Tell whether the register knows a scheme or programme by its bare number."""
    name = f"{kind.name_vi} {number}"
    return kind.code in phrases("scheme-types") and bool(context.registry.documents_called(name))


def read_row(context: Context, first: Draft) -> list[Draft]:
    """Return the bare numbers that go on with the row of a short form.

    Args:
        context: the text.
        first: a short form; what is found has its type.
    """
    found: list[Draft] = []
    last = first
    while member := _member(context, last.span.end):
        begin, number = member
        tail = read_tail(context, number.end())
        if not _ends_member(context, tail.end, number.end()):
            break
        last = Draft(
            span=Span(start=begin, end=tail.end),
            form=CitationForm.SHORT,
            type_name=first.type_name,
            document_type=first.document_type,
            short_number=number.group(),
            issuer=tail.issuer,
            issued_on=tail.issued_on,
            term=tail.term,
            rule="short-row",
            confidence=0.75,
        )
        found.append(last)
    return found


def _member(context: Context, position: int) -> tuple[int, re.Match[str]] | None:
    """Return the next bare number of a row, and where it starts with the word for number."""
    joint = row_joint().match(context.lower, position)
    counted = phrase("number-word").match(context.lower, joint.end()) if joint else None
    gap = _GAP.match(context.text, counted.end()) if counted else None
    start = gap.end() if gap else joint.end() if joint else 0
    number = _NUMBER.match(context.text, start) if joint else None
    return (joint.end(), number) if joint and number else None


def _ends_member(context: Context, end: int, bare: int) -> bool:
    """Tell whether a number of a row is no count: its issuer, a sign or another number follows."""
    if _counts(context, bare):
        return False
    return end > bare or bool(_CLOSE.match(context.text, end)) or bool(_member(context, end))


@cache
def row_joint() -> re.Pattern[str]:
    """Return what stands between the bare numbers of a row."""
    parts = table("loaders.grammar", "lists.toml")["part"]
    return re.compile(fill("(?:{comma}{and}|{comma}|{and})", parts))


def _is_marker(context: Context, word: TypeWord, number: re.Match[str]) -> bool:
    """Tell whether a number begins the next line as its marker."""
    broken = "\n" in context.text[word.span.end : number.start()]
    return broken and context.text[number.end() : number.end() + 1] in (".", ")")


def _counts(context: Context, position: int) -> bool:
    """Tell whether a bare number counts something: a word for a period or a thing follows.

    A day of issue follows a number ("Kế hoạch số 77 ngày 02/02/2024"), or the phase of a programme
    ("Chương trình 135 giai đoạn II"), and counts nothing.
    """
    gap = _GAP.match(context.text, position)
    if gap is None or not phrase("not-after-bare-number").match(context.lower, gap.end()):
        return False
    if _phase().match(context.text, gap.end()):
        return False
    issued_on = read_date(context.text, gap.end())
    return issued_on is None or issued_on.value.day is None


def _is_of_year(context: Context, position: int) -> bool:
    """Tell whether the year of a paper follows its number: "số 03 năm 2009", no plan of years."""
    return _year().match(context.text, position) is not None


@cache
def _year() -> re.Pattern[str]:
    """Return the year right behind a number, with the blank before it."""
    return re.compile(rf"\s+{table('loaders.citations', 'patterns.toml')['part']['year_behind']}")


@cache
def _phase() -> re.Pattern[str]:
    """Return the phase of a programme, by its ordinal or its years."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"]["phase"])


def read_anaphoric(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a paper named before ("Chỉ thị nêu trên"); None where it is none.

    Args:
        context: the text.
        word: a type word that no number goes with.
    """
    gap = _GAP.match(context.text, word.span.end)
    back = gap and phrase("named-before").match(context.lower, gap.end())
    if not back or word.kind is None or not word.capital or _is_plural(context, word):
        return None
    return Draft(
        span=Span(start=word.span.start, end=back.end()),
        form=CitationForm.ANAPHORIC,
        type_name=word.name,
        document_type=word.kind.code,
        rule="anaphoric",
        confidence=0.6,
    )


def _is_plural(context: Context, word: TypeWord) -> bool:
    """Tell whether several papers are meant."""
    start = word.span.start
    return before("plural").search(context.lower, max(0, start - 12), start) is not None


def _mention(context: Context, word: TypeWord, number: str, end: int) -> Draft:
    """Return the mention of a short form, with what follows it."""
    tail = read_tail(context, end)
    clauses = read_clauses(context.text, word.span.start)
    span = Span(start=clauses.start if clauses else word.span.start, end=tail.end)
    return Draft(
        span=span,
        form=CitationForm.SHORT,
        type_name=word.name,
        document_type=word.kind.code if word.kind else None,
        short_number=number,
        issuer=tail.issuer,
        issued_on=tail.issued_on,
        term=tail.term,
        clause=context.words_of(clauses) if clauses else "",
        rule="short",
        confidence=0.8,
    )

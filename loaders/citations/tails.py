"""Read what follows a number or a name: date, issuer, term of office.

Source: Decree 30/2020/NĐ-CP, annex I, II.6: a paper is cited with type, number, date, issuer and
subject; Hướng dẫn 36-HD/VPTW for the term of the Party body in brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.wordings import phrase, phrases
from loaders.grammar.dates import read_date
from loaders.grammar.tables import either, table
from ontology.quick_records import quick

if TYPE_CHECKING:
    from loaders.citations.context import Context
    from loaders.records import PartialDate

_JOINT = re.compile(
    r"(?: ?(?:\[[0-9]{1,3}\]|\([0-9]{1,2}\)|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}"  # footnote
    r"|(?<=[A-Z])[0-9]{1,2}(?=[ \n])))?+"
    r"[ \n]{0,400}+,?[ \n]{0,40}+\(?(?=[^\W_])"
)
_SPACE = re.compile(r"\s+")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What follows a number or a name.

    Args:
        end: where the last part ends.
        issued_on, issuer, term: the parts; None where not printed.
        same_day: True for "cùng ngày": the date is that of the whole row, or of the one before.
    """

    end: int
    issued_on: PartialDate | None = None
    issuer: str | None = None
    term: str | None = None
    same_day: bool = False


def read_tail(context: Context, position: int, authors: frozenset[str] = frozenset()) -> Tail:
    """Return the date, issuer and term right after a position, in whatever order.

    Args:
        context: the text.
        position: where the number or name ends.
        authors: who may be the issuer, in lower case; anybody where none is given.
    """
    tail = Tail(end=position)
    while True:
        joint = _JOINT.match(context.text, tail.end)
        if joint is None:
            return tail
        longer = _longer(context, tail, joint.end())
        if longer is None or not _may_issue(longer.issuer, authors):
            return tail
        bracket = joint.group().endswith("(")
        tail = replace(longer, end=_closed(context.text, longer.end)) if bracket else longer


def _may_issue(issuer: str | None, authors: frozenset[str]) -> bool:
    """Tell whether an issuer is one of those allowed."""
    return not issuer or not authors or issuer.lower() in authors


def _longer(context: Context, tail: Tail, start: int) -> Tail | None:
    """Return the tail with one more part that starts at a position; None where none does."""
    if tail.issued_on is None:
        dated = _dated(context, tail, start)
        if dated:
            return dated
    if tail.term is None:
        term = _pattern("term").match(context.text, start)
        if term:
            return replace(tail, end=term.end("roman"), term=term["roman"])
    return _issued(context, tail, start) if tail.issuer is None else None


def _dated(context: Context, tail: Tail, start: int) -> Tail | None:
    """Return the tail with the date that starts at a position."""
    same = phrase("same-day").match(context.lower, start)
    if same:
        after = _SPACE.match(context.text, same.end())
        reading = after and read_date(context.text, after.end())
        if reading:
            return replace(tail, end=reading.span.end, issued_on=reading.value, same_day=True)
        return replace(tail, end=same.end(), same_day=True) if not tail.same_day else None
    row = day_row().match(context.text, start)
    issued = _pattern("issued").match(context.text, start)
    start = issued.end() if issued else start
    if row:
        last = read_date(context.text, row.start("last"))
        return replace(tail, end=last.span.end, issued_on=last.value) if last else None
    if not _pattern("day").match(context.text, start):
        return _of_year(context, tail, start)
    reading = read_date(context.text, start)
    if reading is None:
        yearless = _pattern("yearless").match(context.text, start)
        return replace(tail, end=yearless.end()) if yearless else None
    return replace(tail, end=reading.span.end, issued_on=reading.value)


def _of_year(context: Context, tail: Tail, start: int) -> Tail | None:
    """Return the tail with the year that stands right behind a number."""
    if tail.issuer or context.text[tail.end : start] != " ":
        return None
    year = _pattern("year_behind").match(context.text, start)
    reading = year and read_date(context.text, start)
    return replace(tail, end=reading.span.end, issued_on=reading.value) if reading else None


def _issued(context: Context, tail: Tail, start: int) -> Tail | None:
    """Return the tail with the issuer that starts at a position, after "của" or by itself."""
    meeting = _pattern("meeting").match(context.text, start)
    if meeting:
        return replace(tail, end=meeting.end(), issuer=" ".join(meeting["name"].split()))
    of = phrase("of").match(context.lower, start)
    after = _SPACE.match(context.text, of.end()) if of else _of_glued().match(context.text, start)
    place = after.end() if after else start
    body = context.body(place)
    if body is None or (not after and not _stands_alone(context, tail, start, known=body.known)):
        return None
    if "," in context.text[tail.end : start] and _pattern("another").match(
        context.text, body.span.end
    ):
        return None
    return replace(tail, end=body.span.end, issuer=context.name_of(body))


def _stands_alone(context: Context, tail: Tail, start: int, *, known: bool) -> bool:
    """Tell whether a body without "của" is the issuer: a bare plenum or a known name at once."""
    glued = context.text[tail.end : start]
    return known and glued == " " and bool(_pattern("alone").match(context.text, start))


def _closed(text: str, end: int) -> int:
    """Return the end of a part in brackets, past the closing one."""
    return end + 1 if text[end : end + 1] == ")" else end


@cache
def _of_glued() -> re.Pattern[str]:
    """Return the word that leads to an issuer where the blank behind it was lost."""
    return re.compile(rf"(?:{either(phrases('of'))})(?=[A-Z\u0110\u1ee6])")


def day_row() -> re.Pattern[str]:
    """Return what matches days in the order of the numbers of a row."""
    return _pattern("date_row")


def in_bracket(lower: str, position: int) -> bool:
    """Tell whether a position opens a bracket that tells numbers of papers named before it.

    Args:
        lower: the text in lower case.
        position: where the word for number stands.
    """
    return _pattern("bracketed").search(lower, max(0, position - 120), position) is not None


def co_issuer() -> re.Pattern[str]:
    """Return what stands between the bodies that issue a joint paper."""
    return _pattern("co_issuer")


def other_issuer() -> re.Pattern[str]:
    """Return what stands between two bodies where only a subject tells that both issued a paper."""
    return _pattern("other_issuer")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a compiled part of `patterns.toml`."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"][name])

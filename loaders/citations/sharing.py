"""Give the mentions of a row what only one of them prints: issuer, term, date.

Source: Hướng dẫn 36-HD/VPTW (2018) and usage: the author after the last of several papers is that
of all; "cùng ngày" is the day of the whole row.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.citations.context import before, phrases
from loaders.citations.tails import day_row
from loaders.grammar.dates import find_dates, read_date
from loaders.records import CitationForm
from ontology.vietnamese_text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.citations.context import Context
    from loaders.records import Citation, PartialDate

_SIGNS = re.compile(r"[/-]")
_CLAUSE_WORDS = re.compile(r"[^a-z ,;\n()]")
BEFORE = 130
"""How many characters before a paper its issuer may stand."""


def share(context: Context, mentions: Sequence[Citation]) -> list[Citation]:
    """Return the mentions with issuer, term and date shared along their rows.

    Args:
        context: the text.
        mentions: in the order of the text.
    """
    shared = list(mentions)
    for index in range(len(shared) - 1, 0, -1):
        if _is_row(context, shared[index - 1], shared[index]):
            shared[index - 1] = _shared(context, shared[index - 1], shared[index])
    for index in range(1, len(shared)):
        if _same_day(context, shared[index]):
            shared[index] = replace(shared[index], issued_on=shared[index - 1].issued_on)
    for index, mention in enumerate(shared):
        if mention.issuer is None:
            shared[index] = _stated_before(context, mention)
            if shared[index].issuer is None and index:
                shared[index] = _as_before(context, shared[index - 1], mention)
    return shared


def _as_before(context: Context, first: Citation, second: Citation) -> Citation:
    """Return the second of two mentions in a row with the issuer stated before the first."""
    if first.number is None or second.number is None or not _is_row(context, first, second):
        return second
    if _symbol(first) != _symbol(second):
        return second
    return replace(second, issuer=first.issuer)


def _is_row(context: Context, first: Citation, second: Citation) -> bool:
    """Tell whether two mentions stand in one row: only joining words between them."""
    between = context.folded[first.span.end : second.span.start]
    longest = 30
    if len(between) > longest or _CLAUSE_WORDS.search(between):
        return False
    joints = {fold(phrase) for phrase in phrases("row-joint")}
    return all(word in joints for word in re.findall(r"[a-z]+", between))


def _shared(context: Context, first: Citation, second: Citation) -> Citation:
    """Return the first of two mentions with what the second prints for both."""
    if first.form is CitationForm.NAMED or _symbol(first) != _symbol(second):
        return first
    return replace(
        first,
        issuer=first.issuer or second.issuer,
        term=first.term or second.term,
        issued_on=first.issued_on or _day_of_first(context, first, second),
    )


def _day_of_first(context: Context, first: Citation, second: Citation) -> PartialDate | None:
    """Return the day that the second of two mentions prints for the first."""
    days = day_row().search(context.text, second.span.start, second.span.end)
    if days and second.issued_on:
        reading = read_date(f"{days['first']}/{second.issued_on.year}", 0)
        return reading.value if reading else None
    whole = _day_for_all(context, second) or _is_range(context, first, second)
    return second.issued_on if whole else None


def _symbol(mention: Citation) -> str:
    """Return the issuer's part of a number, the type word of a short form."""
    if mention.number is None:
        return mention.type_name or ""
    return _SIGNS.split(mention.number)[-1].rstrip("0123456789")


def _day_for_all(context: Context, mention: Citation) -> bool:
    """Tell whether a mention prints one day for its whole row."""
    inside = context.folded[mention.span.start : mention.span.end]
    return any(fold(phrase) in inside for phrase in phrases("same-day"))


def _is_range(context: Context, first: Citation, second: Citation) -> bool:
    """Tell whether two mentions are the ends of a range ("từ ... đến ...")."""
    start, end = first.span.start, first.span.end
    opens = before("range-start").search(context.lower, max(0, start - 8), start)
    joins = before("range-joint").search(context.lower, end, second.span.start)
    return bool(opens and joins)


def _same_day(context: Context, mention: Citation) -> bool:
    """Tell whether a mention only says that its day is that of the one before."""
    return mention.issued_on is None and _day_for_all(context, mention)


def _stated_before(context: Context, mention: Citation) -> Citation:
    """Return the mention with the issuer, and the day, that the words before it state."""
    start = mention.span.start
    verb = before("issuing-verb").search(context.lower, max(0, start - 36), start)
    if verb is None or mention.number is None:
        return mention
    end = len(context.text[: verb.start()].rstrip())
    bodies = context.bodies.known.finditer(context.folded, max(0, end - BEFORE), end)
    last = None
    for body in bodies:
        last = body
    if last is None or last.end() != end or not context.text[last.start()].isupper():
        return mention
    issuer = context.bodies.read(context.text, context.folded, last.start())
    name = issuer.name if issuer else None
    return replace(mention, issuer=name, issued_on=mention.issued_on or _day_before(context, last))


def _day_before(context: Context, body: re.Match[str]) -> PartialDate | None:
    """Return the day that stands right before a body that issued something."""
    start = max(0, body.start() - 40)
    dates = find_dates(context.text, start, body.start())
    if dates and context.text[dates[-1].span.end : body.start()].strip(" ,\n") == "":
        return dates[-1].value
    return None

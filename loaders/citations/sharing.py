"""Give the mentions of a row what only one of them prints: issuer, term, date.

Source: Hướng dẫn 36-HD/VPTW (2018) and usage: the author after the last of several papers is that
of all; "cùng ngày" is the day of the whole row.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.citations.tails import day_row
from loaders.citations.wordings import before, is_joint, phrases
from loaders.grammar.dates import find_dates, read_date
from loaders.records import CitationForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.citations.context import Context
    from loaders.citations.draft import Draft
    from loaders.records import PartialDate

_SIGNS = re.compile(r"[/-]")
_RUNNING = re.compile(r"[0-9]+")
BEFORE = 130
"""How many characters before a paper its issuer may stand."""


def share(context: Context, mentions: Sequence[Draft]) -> None:
    """Fill issuer, term and date of mentions from others of their row and the words before.

    Args:
        context: the text.
        mentions: in the order of the text; filled in place.
    """
    for place, (first, second) in reversed(list(enumerate(pairwise(mentions)))):
        if _is_row(context, first, second):
            _share(context, first, second)
            if _is_range(context, first, second):
                first.range_end = place + 1
    for first, second in pairwise(mentions):
        if second.issued_on is None and _day_for_all(context, second):
            second.issued_on = first.issued_on
    _state(context, mentions)


def share_titles(context: Context, mentions: Sequence[Draft]) -> None:
    """Fill the titles of mentions whose row prints issuer and title after its last one only.

    Args:
        context: the text.
        mentions: in the order of the text, titled and stacked; filled in place.
    """
    for first, second in reversed(list(pairwise(mentions))):
        together = first.within == second.within and _is_row(context, first, second)
        if first.title is None and together and _is_authored_by(context, first, second):
            first.title = second.title


def _is_authored_by(context: Context, first: Draft, second: Draft) -> bool:
    """Tell whether the first of two mentions has its issuer from the second."""
    if first.number is None or not _same_series(first, second) or first.issuer is None:
        return False
    own = context.words_of(first.span)
    return first.issuer == second.issuer and first.issuer not in own


def _state(context: Context, mentions: Sequence[Draft]) -> None:
    """Fill the issuers that the words before a mention state, for its row too."""
    for index, mention in enumerate(mentions):
        if mention.issuer is None:
            _state_before(context, mention)
            if mention.issuer is None and index:
                _as_before(context, mentions[index - 1], mention)


def _as_before(context: Context, first: Draft, second: Draft) -> None:
    """Fill the issuer of the second of two mentions in a row from the first."""
    numbered = first.number is not None and second.number is not None
    if numbered and _symbol(first) == _symbol(second) and _is_row(context, first, second):
        second.issuer = first.issuer


def _is_row(context: Context, first: Draft, second: Draft) -> bool:
    """Tell whether two mentions stand in one row: only joining words between them."""
    between = context.lower[first.span.end : second.span.start]
    longest = 60
    return len(between) <= longest and is_joint(between)


def _share(context: Context, first: Draft, second: Draft) -> None:
    """Fill the first of two mentions in a row with what the second prints for both."""
    if first.form is CitationForm.NAMED or not _same_series(first, second):
        return
    if first.term is None and _is_of_term(first, second):
        first.term = second.term
    first.issuer = first.issuer or second.issuer
    first.issued_on = first.issued_on or _day_of_first(context, first, second)


def _is_of_term(first: Draft, second: Draft) -> bool:
    """Tell whether the term after the second of two mentions is that of the first as well.

    A paper that prints its own issuer ends the row for it; of papers with numbers of their own the
    later in a term has the higher one.
    """
    if first.issuer is not None:
        return False
    numbers = [_RUNNING.match(mention.number or "") for mention in (first, second)]
    if first.form is CitationForm.LISTED or numbers[0] is None or numbers[1] is None:
        return True
    return int(numbers[0].group()) < int(numbers[1].group())


def _day_of_first(context: Context, first: Draft, second: Draft) -> PartialDate | None:
    """Return the day that the second of two mentions prints for the first."""
    days = day_row().search(context.text, second.span.start, second.span.end)
    if days and second.issued_on:
        parts = days["first"].split("/")
        last = (second.issued_on.month, second.issued_on.year)
        parts += [str(part) for part in last[len(parts) - 1 :]]
        reading = read_date("/".join(parts), 0)
        return reading.value if reading else None
    whole = _day_for_all(context, second) or _is_range(context, first, second)
    return second.issued_on if whole else None


def _same_series(first: Draft, second: Draft) -> bool:
    """Tell whether the numbers of two mentions bear the symbol of one issuer."""
    if _symbol(first) == _symbol(second):
        return True
    parts = _SIGNS.split(second.number or "")[1:]
    return first.number is not None and _symbol(first) in parts


def _symbol(mention: Draft) -> str:
    """Return the issuer's part of a number, the type word of a short form."""
    if mention.number is None:
        return mention.type_name or ""
    return _SIGNS.split(mention.number)[-1].rstrip("0123456789")


def _day_for_all(context: Context, mention: Draft) -> bool:
    """Tell whether a mention prints one day for its whole row."""
    inside = context.lower[mention.span.start : mention.span.end]
    return any(phrase in inside for phrase in phrases("same-day"))


def _is_range(context: Context, first: Draft, second: Draft) -> bool:
    """Tell whether two mentions are the ends of a range ("từ ... đến ...")."""
    start, end = first.span.start, first.span.end
    opens = before("range-start").search(context.lower, max(0, start - 8), start)
    joins = before("range-joint").search(context.lower, end, second.span.start)
    return bool(opens and joins)


def _state_before(context: Context, mention: Draft) -> None:
    """Fill the issuer, and the day, that the words before a mention state."""
    start = mention.span.start
    verb = before("issuing-verb").search(context.lower, max(0, start - 36), start)
    if verb is None or mention.number is None:
        return
    end = context.end_before(verb.start())
    body = context.bodies.ending(context.text, max(0, end - BEFORE), end)
    if body is None:
        return
    mention.issuer = context.name_of(body)
    mention.issued_on = mention.issued_on or _day_before(context, body.span.start)


def _day_before(context: Context, position: int) -> PartialDate | None:
    """Return the day that stands right before a body that issued something."""
    start = max(0, position - 40)
    dates = find_dates(context.text, start, position)
    if dates and context.text[dates[-1].span.end : position].strip(" ,\n") == "":
        return dates[-1].value
    return None

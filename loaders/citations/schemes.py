"""Make mentions of schemes, programmes and plans that are named without quotes or number.

Source: usage; Nghị quyết 24/2021/QH15 and its like name the national programmes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.draft import named_draft
from loaders.citations.tails import Tail, read_tail
from loaders.citations.title_stack import title_end
from loaders.citations.wordings import before, phrase, phrases
from loaders.grammar.tables import table
from loaders.records import Span

if TYPE_CHECKING:
    from loaders.citations.context import Context, TypeWord
    from loaders.citations.draft import Draft

_GAP = re.compile(r"\s+")
_WORD = re.compile(r"[ \n]{1,2}(?:- )?[^\W_]+(?:[-/][^\W_]+)*|,[ \n]+[^\W_]+")
_NUMBER = re.compile(r"[0-9]/[^\W\d_]")
QUOTED = 320
"""How many characters a name in quotes may have."""
ROW = 420
"""How many characters before a scheme the verb may stand that governs its row."""
LONGEST = 40
"""How many words the name of a scheme may have."""
NATIONAL = 5
"""How many blanks the name of a national programme needs that prints no period."""


def read_programme(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a national programme by its registered name.

    Args:
        context: the text.
        word: the type word before the name.
    """
    gap = _GAP.match(context.text, word.span.end)
    match = gap and phrase("programme-names").match(context.lower, gap.end())
    if gap is None or match is None:
        return None
    period = _part("period").match(context.lower, match.end())
    end = period.end() if period else match.end()
    tail = read_tail(context, end)
    kept = tail if tail.issuer else Tail(end=end)
    title = Span(start=gap.end(), end=end)
    return named_draft(context, word, title, kept, "national-programme", 0.85)


def read_scheme(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a scheme without quotes: a cue before it and a period in its name.

    Args:
        context: the text.
        word: the type word before the name: one that goes on with a row may be of a plan, the
            name of a national scheme needs no period.
    """
    gap = _GAP.match(context.text, word.span.end)
    quote = context.text[word.span.start - 1 : word.span.start] == '"'
    place = word.span.start - quote
    cue = before("scheme-cue").search(context.lower, max(0, place - 30), place)
    named = word.kind is not None and word.kind.code in phrases("scheme-types-named")
    told = (named and cue is not None) or _in_row(context, word)
    if gap is None or not told or phrase("no-scheme-name").match(context.lower, gap.end()):
        return None
    end = _quote_end(context, gap.end()) if quote else None
    end = end or _scheme_end(context, gap.end()) or _national_end(context, gap.end())
    if end is None:
        return None
    title = Span(start=gap.end(), end=end)
    return named_draft(context, word, title, Tail(end=end), "scheme-by-name", 0.7)


def _quote_end(context: Context, start: int) -> int | None:
    """Return where a name ends that stands in quotes with its type word; None if it is open."""
    close = context.text.find('"', start, start + QUOTED)
    return close if close > start and "\n\n" not in context.text[start:close] else None


def _in_row(context: Context, word: TypeWord) -> bool:
    """Tell whether a scheme goes on, after a semicolon, with papers that are carried out."""
    head = context.lower[max(0, word.span.start - ROW) : word.span.start]
    return _part("scheme_row").search(head) is not None


def _scheme_end(context: Context, start: int, last: str = "period") -> int | None:
    """Return where a scheme's name with its period ends; None where the clause holds no period."""
    end = start - 1
    for _ in range(LONGEST):
        period = _part(last).match(context.lower, end) if end > start else None
        if period:
            return period.end()
        word = _WORD.match(context.text, max(end, start - 1))
        if word is None or (end > start and _cuts(context, word)):
            return None
        end = word.end()
    return None


def _national_end(context: Context, start: int) -> int | None:
    """Return where the name of a national programme ends that prints no period; None if short."""
    if not _part("national").match(context.lower, start):
        return None
    end, limit = start - 1, title_end(context, start)
    while word := _WORD.match(context.text, end, limit):
        if end > start and _cuts(context, word):
            break
        end = word.end()
    return end if context.text.count(" ", start, end) >= NATIONAL else None


def _cuts(context: Context, word: re.Match[str]) -> bool:
    """Tell whether a word cannot be part of a scheme's name."""
    begin = word.start() + len(word.group()) - len(word.group().lstrip(" ,\n"))
    if "\n\n" in word.group() or _NUMBER.search(word.group()):
        return True
    return phrase("scheme-name-end").match(context.lower, begin) is not None


def read_yearly(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a plan named by its year and its author; None where one is missing.

    Args:
        context: the text.
        word: the type word before the name.
    """
    gap = _GAP.match(context.text, word.span.end)
    cue = before("scheme-cue").search(context.lower, max(0, word.span.start - 30), word.span.start)
    if gap is None or cue is None or phrase("no-scheme-name").match(context.lower, gap.end()):
        return None
    end = _scheme_end(context, gap.end(), "year_of_author")
    if end is None:
        return None
    tail = read_tail(context, end)
    title = Span(start=gap.end(), end=end)
    return named_draft(context, word, title, tail, "by-year", 0.7) if tail.issuer else None


@cache
def _part(name: str) -> re.Pattern[str]:
    """Return a part of `patterns.toml`."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"][name])

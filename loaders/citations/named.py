"""Make mentions of papers that are named without a number.

Only names that mean one particular paper: laws, resolutions of congresses, schemes in quotes,
national programmes, what a decision promulgates. Plural and vague names are none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.draft import named_draft
from loaders.citations.schemes import read_programme, read_scheme, read_yearly
from loaders.citations.tails import Tail, read_tail
from loaders.citations.title_stack import title_end
from loaders.citations.wordings import before, phrase, phrases
from loaders.grammar.tables import either, table
from loaders.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.citations.context import Context, TypeWord
    from loaders.citations.draft import Draft

_GAP = re.compile(r"\s+")
PLENUM = "plenum"
"""Rule of resolutions that are named by the plenum which passed them."""
DETAILING = 90
"""How many characters may stand between a decree and the law that it details."""


def read_named(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a paper named by its shape; None where the words name none.

    Args:
        context: the text.
        word: a type word that no number and no law's name goes with.
    """
    kind = word.kind
    if kind is None or _is_draft(context, word):
        return None
    if not word.capital:
        small = kind.code in phrases("programme-types")
        return read_programme(context, word) if small else _appraisal(context, word)
    for entry in table("loaders.citations", "patterns.toml")["named"]:
        if kind.code in entry["types"]:
            match = _shape(entry["part"]).match(context.text, word.span.end)
            if match:
                return _shaped(context, word, match, entry["id"], entry["confidence"])
    return _planned(context, word, kind.code) or _written(context, word)


def _planned(context: Context, word: TypeWord, code: str) -> Draft | None:
    """Return the mention of a programme, scheme or plan; None where the words name none."""
    mention = _of_body(context, word) if code in phrases("authored-schemes") else None
    if mention is None and code in phrases("scheme-types-named"):
        mention = read_programme(context, word)
    if mention is None and code in phrases("yearly-types"):
        mention = read_scheme(context, word) or read_yearly(context, word)
    return mention


def _written(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of working rules, a submission or an appraisal; None if it is none."""
    return _statute(context, word) or _submission(context, word)


def _is_draft(context: Context, word: TypeWord) -> bool:
    """Tell whether a paper is only a draft or to be written."""
    start = word.span.start
    low = max(0, start - 30)
    if before("draft").search(context.lower, low, start):
        return True
    issued = before("promulgating").search(context.lower, low, start)
    return issued is not None and of_draft(context, context.end_before(issued.start()))


def of_draft(context: Context, position: int) -> bool:
    """Tell whether the paper whose type word ends at a position is only a draft.

    Args:
        context: the text.
        position: where the words start by which it puts another paper into being.
    """
    word = context.word_ending(position)
    if word is None:
        return False
    low = max(0, word.span.start - 30)
    return before("draft").search(context.lower, low, word.span.start) is not None


def _shaped(
    context: Context, word: TypeWord, match: re.Match[str], rule: str, confidence: float
) -> Draft | None:
    """Return the mention that a shape reads, with what follows it; None where it means several."""
    parts = match.groupdict()
    if parts.get("title") is None:
        title, tail = None, Tail(end=match.end())
        if _is_plural(context, word):
            return None
    else:
        title, tail = _words_of(context, match), read_tail(context, match.end())
    if rule == PLENUM and _part("plenum_row").match(context.text, match.end()):
        tail = Tail(end=match.end())
    issuer = parts.get("issuer") or parts.get("issuer_after")
    mention = named_draft(context, word, title, tail, rule, confidence)
    if issuer and mention.issuer is None:
        mention.issuer = " ".join(issuer.split())
    return mention


def _words_of(context: Context, match: re.Match[str]) -> Span:
    """Return where the name that a shape reads stands, without the blank before it."""
    gap = _GAP.match(context.text, match.start("title"))
    return Span(start=gap.end() if gap else match.start("title"), end=match.end("title"))


def read_plenums(context: Context, first: Draft) -> list[Draft]:
    """Return the resolutions of plenums that go on with the row of one: "Trung ương 5, 7 khóa XI".

    Args:
        context: the text.
        first: the mention that begins the row; it takes the term that the last one prints.
    """
    found: list[Draft] = []
    row = _part("plenum_row")
    end = first.span.end
    while first.rule == PLENUM and first.term is None and (member := row.match(context.text, end)):
        tail = read_tail(context, member.end())
        name = re.sub(r"[0-9]+\Z", member["number"], first.title or "")
        span = Span(start=member.start("printed"), end=tail.end)
        found.append(
            replace(first, span=span, title=name, title_span=None, term=tail.term, clause="")
        )
        end = tail.end
    for mention in (first, *found):
        mention.term = found[-1].term if found else mention.term
    return found or _of_terms(context, first)


def _of_terms(context: Context, first: Draft) -> list[Draft]:
    """Return the resolutions of plenums of one number in further terms: "khóa XI, XII"."""
    found: list[Draft] = []
    row, last = _part("plenum_terms"), first
    while first.rule == PLENUM and first.term and (more := row.match(context.text, last.span.end)):
        span = Span(start=more.start("printed"), end=more.end())
        last = replace(first, span=span, title_span=None, term=more["term"], clause="")
        found.append(last)
    return found


def _submission(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a submission or an appraisal that is named by its author alone."""
    kind = word.kind
    if kind is None or kind.code not in phrases("authored-types") or _is_plural(context, word):
        return None
    match = _part("submission").match(context.text, word.span.end)
    heading = context.text[word.span.start : word.span.start + 2].isupper()
    bare = kind.code in phrases("authored-types-bare") and not heading
    if match is None or (match["title"] is None and not bare):
        return None
    body = context.body(match.end())
    if body is None:
        return None
    title = match.span("title") if match["title"] else None
    span = Span(start=title[0], end=title[1]) if title else None
    tail = Tail(end=body.span.end, issuer=context.name_of(body))
    return named_draft(context, word, span, tail, "by-author", 0.75)


def _appraisal(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of an appraisal by its author, printed with a small letter."""
    mention = _submission(context, word)
    return mention if mention is not None and mention.title else None


def _is_plural(context: Context, word: TypeWord) -> bool:
    """Tell whether several papers are meant."""
    low = max(0, word.span.start - 12)
    return before("plural").search(context.lower, low, word.span.start) is not None


def _statute(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of the working rules of bodies, named by them."""
    kind = word.kind
    if kind is None or kind.code not in phrases("statute-types"):
        return None
    match = _part("statute").match(context.lower, word.span.end)
    end = _bodies_end(context, match.end()) if match else None
    if end is None:
        return None
    gap = _GAP.match(context.text, word.span.end)
    comma = context.text[end : end + 1] == ","
    period = _part("period").match(context.lower, end + comma)
    end = period.end() if period else end
    title = Span(start=gap.end() if gap else word.span.end, end=end)
    tail = replace(read_tail(context, end), issuer=None)
    return named_draft(context, word, title, tail, "statute", 0.75)


def _bodies_end(context: Context, position: int) -> int | None:
    """Return where a row of names of bodies ends; None where no name starts at a position."""
    end = None
    body = context.body(position)
    while body is not None:
        end = body.span.end
        joint = _part("bodies_joint").match(context.lower, end)
        body = context.body(joint.end()) if joint else None
        if body and joint and _part("body_acts").match(context.lower, body.span.end):
            return end
    return end


def read_annex(context: Context, word: TypeWord, end: int, rule: str = "annex") -> Draft:
    """Return the mention of a paper that a decision promulgates, its name running to `end`.

    Args:
        context: the text.
        word: its type word.
        end: where its name ends.
        rule: what told that it is one.
    """
    authored = _authored(context, word, end)
    if authored is not None:
        tail, start = authored
        return named_draft(context, word, Span(start=start, end=end), tail, rule, 0.8)
    gap = _GAP.match(context.text, word.span.end)
    title = Span(start=gap.end() if gap else word.span.end, end=end)
    return named_draft(context, word, title, Tail(end=end), rule, 0.8)


def _of_body(context: Context, word: TypeWord) -> Draft | None:
    """Return the mention of a programme of action that is named by whose it is."""
    low = max(0, word.span.start - 30)
    cue = before("scheme-cue").search(context.lower, low, word.span.start)
    end = title_end(context, word.span.end) if cue else word.span.end
    authored = _authored(context, word, end) if cue else None
    if authored is None:
        return _in_authored_row(context, word) if cue else None
    tail, start = authored
    words = context.text[start:end]
    title = Span(start=start, end=start + len(words.rstrip(" \n,.;:")))
    return named_draft(context, word, title, tail, "by-body", 0.7)


def _in_authored_row(context: Context, word: TypeWord) -> Draft | None:
    """Return a programme of action beside another: "CTHĐ của A và CTHĐ của B thực hiện X"."""
    match = _part("authored").match(context.lower, word.span.end)
    body = context.body(match.end()) if match else None
    joint = _joint().match(context.lower, body.span.end) if body else None
    other = context.words_between(joint.end(), joint.end() + 1) if joint else ()
    if body is None or not other or other[0].kind != word.kind:
        return None
    if _authored(context, other[0], title_end(context, other[0].span.end)) is None:
        return None
    tail = Tail(end=body.span.end, issuer=context.name_of(body))
    return named_draft(context, word, None, tail, "by-body", 0.7)


def _authored(context: Context, word: TypeWord, end: int) -> tuple[Tail, int] | None:
    """Return the issuer that ends a name, and where the subject after it starts.

    None where the words after the type word begin with no issuer, or end with it.
    """
    match = _part("authored").match(context.lower, word.span.end)
    body = context.body(match.end()) if match else None
    gap = _GAP.match(context.text, body.span.end) if body else None
    if body is None or gap is None or not phrase("title-cue").match(context.lower, gap.end(), end):
        return None
    return Tail(end=body.span.end, issuer=context.name_of(body)), gap.end()


def read_detailing(context: Context, laws: Sequence[Draft]) -> list[Draft]:
    """Return the mentions of decrees and circulars that are named by the law they detail.

    Args:
        context: the text.
        laws: the mentions of laws in it.
    """
    found = []
    for law in laws:
        word = context.word_before(law.span.start)
        while word and law.span.start - word.span.end < DETAILING and not _details(context, word):
            word = context.word_before(word.span.start)
        if word is None or law.span.start - word.span.end >= DETAILING:
            continue
        if not re.search(r"[.,;:()]", context.text[word.span.end : law.span.start]):
            gap = _GAP.match(context.text, word.span.end)
            title = Span(start=gap.end() if gap else word.span.end, end=law.span.end)
            tail = Tail(end=law.span.end)
            found.append(named_draft(context, word, title, tail, "detailing", 0.75))
    return found


def _details(context: Context, word: TypeWord) -> bool:
    """Tell whether a type word begins the name of a paper that details a law."""
    gap = _GAP.match(context.text, word.span.end)
    if gap is None or word.kind is None or word.kind.code not in phrases("detailing-types"):
        return False
    if not word.capital or not phrase("detailing").match(context.lower, gap.end()):
        return False
    low = max(0, word.span.start - 20)
    return not before("before-detailing").search(context.lower, low, word.span.start)


@cache
def _shape(name: str) -> re.Pattern[str]:
    """Return a shape of `patterns.toml`, case aside."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"][name], re.IGNORECASE)


@cache
def _part(name: str) -> re.Pattern[str]:
    """Return a part of `patterns.toml`."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"][name])


@cache
def _joint() -> re.Pattern[str]:
    """Return what stands between the last two papers of a row, with its blanks."""
    return re.compile(rf"\s+(?:{either(phrases('law-joint'))})\s+")

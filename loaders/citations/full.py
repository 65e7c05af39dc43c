"""Make mentions of complete numbers: with a type word, in a row, or standing alone.

Source: Decree 30/2020/NĐ-CP, annex I, II.6; the word before a number, not its symbol, tells the
type (a decision and a regulation of the Party share one symbol).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.citations.draft import Draft
from loaders.citations.tails import Tail, co_issuer, in_bracket, other_issuer, read_tail
from loaders.citations.wordings import before, is_joint, phrase, phrase_set, phrases
from loaders.grammar.clauses import read_clauses
from loaders.grammar.dates import find_dates
from loaders.grammar.lists import read_list
from loaders.records import CitationForm, Span

if TYPE_CHECKING:
    from loaders.citations.bodies import Body
    from loaders.citations.context import Context, TypeWord
    from loaders.grammar.lists import ListMember
    from loaders.grammar.numbers import NumberReading
    from loaders.records import PartialDate
    from ontology.registry import DocumentType

_SYMBOL = re.compile(r"(?<![\w/-])([A-Z\u0110][A-Za-z\u0110\u0111]{0,4})\s+\Z")
_LETTERS = re.compile(r"[^\W\d_]+(?:,?\s+[^\W\d_]+){0,6}")
_LINE_START = re.compile(r"(?:\A|\n)[ \-:]*\Z")
_PARTS = re.compile(r"[/-]")
_GAP = re.compile(r"\s+")
_OF = re.compile(r"\s+(\w+)\s+")
_REPAIRED = "ocrSymbol"
"""Kind of the repair that reads a damaged symbol for another."""
BETWEEN = 60
"""How many characters may stand between a type word and the word for number."""


def read_full(context: Context, number: NumberReading, last: Draft | None) -> list[Draft]:
    """Return the mentions that a number makes: more than one where a row shares its tail.

    Args:
        context: the text.
        number: a number of it.
        last: the mention before, whose type a row goes on with.
    """
    members = read_list(context.text, number)
    first = members[0].span.start if members else number.span.start
    start = _number_word(context, first)
    word = _word(context, number, start)
    if word is None and members:
        members, first = (), number.span.start
        start = _number_word(context, first)
        word = _word(context, number, start)
    tail = _authored(context, word, start, read_tail(context, number.span.end))
    if word is None and (dated := _dated_word(context, start)):
        word, day = dated
        tail = tail if tail.issued_on else replace(tail, issued_on=day)
    if word is not None and _is_worded(number, start, word):
        tail = _with_co_issuers(context, word, tail)
        return _worded(context, number, word, members, tail)
    if last is not None and _in_row(context, last, start):
        return [_rowed(context, number, last, start, tail)]
    return _bare(context, number, start, tail)


def _number_word(context: Context, position: int) -> int:
    """Return where the word for number before a position starts; the position without one."""
    match = before("number-word").search(context.lower, max(0, position - 8), position)
    return match.start() if match else position


def _word(context: Context, number: NumberReading, position: int) -> TypeWord | None:
    """Return the type word that a number belongs to."""
    end = context.end_before(position, " \n:")
    word = context.word_ending(end)
    if word is not None:
        outer = context.word_before(word.span.start)
        if outer and _names_symbol(outer, number) and not _names_symbol(word, number):
            glued = context.text[outer.span.end : word.span.start].isspace()
            return outer if glued else word
        return word
    far = context.word_before(end)
    if far is None or end - far.span.end > BETWEEN or position == number.span.start:
        return None
    if _author(context, far, end) is not None:
        return far
    between = context.text[far.span.end : end].strip()
    if not far.capital and between.lower() not in phrase_set("urgent"):
        return None
    fits = _names_symbol(far, number) or (number.type_symbol is None and not far.kind)
    fits = fits or _begins_symbol(far, number)
    far = far if fits else _carrying(context, far, number, end)
    return far if far and _LETTERS.fullmatch(context.text[far.span.end : end].strip()) else None


def _begins_symbol(word: TypeWord, number: NumberReading) -> bool:
    """Tell whether a number begins with a type word's symbol and more letters: an appraisal's."""
    symbol = word.kind.symbol if word.kind else ""
    first = _PARTS.split(number.issuer or "")[0]
    rest = first.removeprefix(symbol) if symbol and number.type_symbol is None else first
    return rest != first and rest.isupper()


def _carrying(context: Context, word: TypeWord, number: NumberReading, end: int) -> TypeWord | None:
    """Return the type word of a paper whose name holds another's: "Quy định thi hành X số N"."""
    outer = context.word_before(word.span.start)
    if outer is None or outer.kind is None or end - outer.span.end > BETWEEN:
        return None
    symbols = (outer.kind.symbol, *outer.kind.other_symbols)
    return outer if outer.capital and number.type_symbol in symbols else None


def _author(context: Context, word: TypeWord, end: int) -> Body | None:
    """Return the body that stands between a type word and a position: "Nghị định của X số N"."""
    of = _OF.match(context.text, word.span.end)
    leads = of and phrase("of").fullmatch(context.lower, of.start(1), of.end(1))
    body = context.body(of.end()) if of and leads else None
    return body if body and body.span.end == end else None


def _authored(context: Context, word: TypeWord | None, start: int, tail: Tail) -> Tail:
    """Return the tail of a number with the issuer that stands before it, where none is after it."""
    end = context.end_before(start, " \n:")
    author = _author(context, word, end) if word and tail.issuer is None else None
    return replace(tail, issuer=context.name_of(author)) if author else tail


def _dated_word(context: Context, position: int) -> tuple[TypeWord, PartialDate] | None:
    """Return the type word and the day that stand right before a number; None without a day."""
    days = find_dates(context.text, max(0, position - BETWEEN), position)
    if not days or context.text[days[-1].span.end : position].strip(" \n,"):
        return None
    word = context.word_ending(context.end_before(days[-1].span.start))
    return (word, days[-1].value) if word and word.capital else None


def _names_symbol(word: TypeWord, number: NumberReading) -> bool:
    """Tell whether a type word is that of a number's symbol, in whatever spelling."""
    symbols = (word.kind.symbol, *word.kind.misprints) if word.kind else ()
    return number.type_symbol != "" and number.type_symbol in symbols


def _in_row(context: Context, last: Draft, start: int) -> bool:
    """Tell whether only joining words stand between the mention before and a number."""
    between = context.lower[last.span.end : start]
    if len(between) > BETWEEN or last.number is None:
        return False
    return is_joint(between)


def _worded(
    context: Context,
    number: NumberReading,
    word: TypeWord,
    members: tuple[ListMember, ...],
    tail: Tail,
) -> list[Draft]:
    """Return the mention of a number with its type word, and those of its row before it."""
    kind, name = _kind(context, word, number)
    clauses = read_clauses(context.text, word.span.start)
    begin = clauses.start if clauses else word.span.start
    clause = context.words_of(clauses) if clauses else ""
    if kind and kind.code in phrases("scheme-types") and number.type_symbol is None:
        return [_scheme(number, kind, name, Span(start=begin, end=tail.end), tail)]
    starts = [begin] + [_number_word(context, m.span.start) for m in members[1:]]
    ends = [m.span.end for m in members] + [tail.end]
    if members:
        starts.append(_number_word(context, number.span.start))
    numbers = [m.number for m in members] + [number.number]
    numbers = [_of_province(context, number, tail, n) for n in numbers]
    dates = [tail.issued_on] * len(numbers)
    return [
        Draft(
            span=Span(start=s, end=e),
            form=CitationForm.LISTED if members else CitationForm.FULL,
            type_name=name,
            document_type=kind.code if kind else None,
            number=n,
            repairs=number.repairs,
            issuer=tail.issuer,
            issued_on=d,
            term=tail.term,
            clause=clause if s == begin else "",
            rule="listed" if members else f"full:{number.rule}",
            confidence=number.confidence,
        )
        for s, e, n, d in zip(starts, ends, numbers, dates, strict=True)
    ]


def _of_province(context: Context, number: NumberReading, tail: Tail, repaired: str) -> str:
    """Return a number whose symbol the print leaves open, repaired by the issuer after it.

    Source: TƯ stands for the Central Committee, and for a provincial one where its name follows.
    """
    centre, province = phrases("central-and-provincial")
    printed = context.text[number.span.start : number.span.end]
    if not printed.endswith(phrases("open-symbol")) or not repaired.endswith(f"/{centre}"):
        return repaired
    issuer = (tail.issuer or "").lower()
    local = any(name in issuer for name in phrase_set("provincial-committees"))
    return repaired.removesuffix(centre) + province if local else repaired


def _kind(
    context: Context, word: TypeWord, number: NumberReading
) -> tuple[DocumentType | None, str]:
    """Return the type and its name: of a generic word that of the symbol, else of the word."""
    named = context.registry.types_printed(number.type_symbol) if number.type_symbol else ()
    if word.name.lower() in phrase_set("generic-type"):
        kind = named[0] if named else context.registry.document_type(_dispatch())
        return kind, kind.name_vi if kind else word.name
    if named and word.kind and word.name.startswith(named[0].name_vi):
        return named[0], word.name
    return word.kind, word.name


def _dispatch() -> str:
    """Return the code of the type whose numbers name no type."""
    return phrases("untyped-number")[0]


def _scheme(number: NumberReading, kind: DocumentType, name: str, span: Span, tail: Tail) -> Draft:
    """Return a scheme named by the number of the decision that approved it: a short form."""
    return Draft(
        span=span,
        form=CitationForm.SHORT,
        type_name=name,
        document_type=kind.code,
        short_number=number.running,
        issuer=tail.issuer,
        issued_on=tail.issued_on,
        term=tail.term,
        rule="scheme-number",
        confidence=0.85,
    )


def _rowed(context: Context, number: NumberReading, last: Draft, start: int, tail: Tail) -> Draft:
    """Return a number that goes on with the row of the mention before."""
    named = context.registry.types_printed(number.type_symbol) if number.type_symbol else ()
    same = not named or named[0].symbol in _PARTS.split(last.number or "")
    kind = named[0] if named and not same else None
    span = Span(start=start, end=tail.end)
    return Draft(
        span=span,
        form=CitationForm.LISTED,
        type_name=kind.name_vi if kind else last.type_name,
        document_type=kind.code if kind else last.document_type,
        number=number.number,
        repairs=number.repairs,
        issuer=tail.issuer,
        issued_on=tail.issued_on,
        term=tail.term,
        rule="row",
        confidence=number.confidence * 0.97,
    )


def _bare(context: Context, number: NumberReading, start: int, tail: Tail) -> list[Draft]:
    """Return the mention of a number that no type word stands by, where its symbol is enough."""
    symbol = _SYMBOL.search(context.text, max(0, start - 12), start)
    written = context.registry.types_printed(symbol[1]) if symbol else ()
    named = context.registry.types_printed(number.type_symbol) if number.type_symbol else ()
    if not number.issuer:
        return []
    if written and symbol:
        start = symbol.start(1)
    elif not named and number.known and in_bracket(context.lower, start):
        named = context.registry.types_printed(_dispatch())
    elif not named or not _is_sure(number, start) or _is_own_line(context, start, number):
        return []
    if before("no-number-before").search(context.lower, max(0, start - 24), start):
        return []
    kind = (written or named)[0]
    span = Span(start=start, end=tail.end)
    return [
        Draft(
            span=span,
            form=CitationForm.FULL,
            type_name=kind.name_vi,
            document_type=kind.code,
            number=number.number,
            repairs=number.repairs,
            issuer=tail.issuer,
            issued_on=tail.issued_on,
            term=tail.term,
            rule="symbol-only",
            confidence=number.confidence * 0.85,
        )
    ]


def _with_co_issuers(context: Context, word: TypeWord, tail: Tail) -> Tail:
    """Return the tail of a paper with all the bodies that issued it.

    A joint paper names them all; of another one a second body issued it where its subject follows.
    """
    joint = word.kind is not None and word.kind.code in phrases("joint-types")
    sign_of = co_issuer() if joint else other_issuer()
    last = tail
    while last.issuer and (sign := sign_of.match(context.text, last.end)):
        body = context.body(sign.end())
        if body is None:
            break
        issuer = f"{last.issuer}{sign.group()}{context.name_of(body)}"
        last = replace(last, end=body.span.end, issuer=" ".join(issuer.split()))
    gap = _GAP.match(context.text, last.end)
    titled = gap and phrase("title-cue").match(context.lower, gap.end())
    return last if joint or titled else tail


def _is_worded(number: NumberReading, start: int, word: TypeWord) -> bool:
    """Tell whether words make a number sure that lost a part: the one for number must stand by.

    A number without its issuer also needs the type word of its symbol.
    """
    symbols = (word.kind.symbol, *word.kind.other_symbols) if word.kind else ()
    if not number.issuer and number.type_symbol not in symbols:
        return False
    return not number.worded or number.known or start < number.span.start


def _is_sure(number: NumberReading, start: int) -> bool:
    """Tell whether a number is a document's by itself: a known issuer, or the word for number.

    A number whose sign was lost needs the word; a damaged type before an unknown issuer is none.
    """
    if number.known:
        return not number.worded or start < number.span.start
    return start < number.span.start and _REPAIRED not in number.repairs


def _is_own_line(context: Context, start: int, number: NumberReading) -> bool:
    """Tell whether a number stands on a number line: a capital word for number begins the line."""
    if start == number.span.start or not context.text[start].isupper():
        return False
    return _LINE_START.search(context.text, max(0, start - 6), start) is not None

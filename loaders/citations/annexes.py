"""Find the papers that a decision promulgates or approves: its annexes, by their names.

Source: Decree 30/2020/NĐ-CP, annex I: a regulation, plan or scheme is issued together with a
decision; both are documents (the annex has no number of its own).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.context import Cover
from loaders.citations.named import of_draft, read_annex
from loaders.citations.title_stack import title_end
from loaders.citations.wordings import before, glued_before, phrase, phrases
from loaders.citations.words import find_phrases
from loaders.grammar.tables import either, table
from loaders.records import Span
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.citations.context import Context, TypeWord
    from loaders.citations.draft import Draft

_LINE = re.compile(r"[ *_]*(?:\n|\Z)")
_STOP = re.compile(r"[;:()]|\.\s")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_BRACKET = re.compile(r"\([^();:.\n]{2,40}\)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*\Z")
STATUTE = "statute"
"""Rule of working rules that are named by their bodies: an annex's name tells more of them."""
SURE = 4
"""How many blanks a name needs to be looked for elsewhere."""
SHORTEST, LONGEST = 8, 320
"""Between how many characters the name of an annex has."""
HEAD = 400
"""How many characters the heading of an annex may have, its name with it."""
BEFORE = 60
"""How many characters before a name the words may stand that promulgate it."""


def with_annexes(
    context: Context, mentions: list[Draft], titles: Sequence[Span], own_type: str
) -> list[Draft]:
    """Return the mentions with those of papers that decisions promulgated, wherever repeated.

    Args:
        context: the text.
        mentions: those found so far, in any order.
        titles: where the document's own title stands.
        own_type: code of the document's own type: a name of that type is its own elsewhere.
    """
    taken = Cover(m.span for m in mentions if m.rule != STATUTE)
    added: list[Draft] = []
    for mention in mentions:
        annex = _annex_before(context, mention.span.start) if mention.number else None
        if annex and not taken(annex[0].span.start):
            added.append(read_annex(context, *annex))
    ends = {m.span.end for m in mentions if m.number}
    own = Cover(titles)
    named = {m.span.start for m in added}
    for word in context.words:
        if word.span.start not in named and not taken(word.span.start):
            added += _promulgated(context, word, ends, own)
    mentions = _without_shorter(mentions, added)
    others = [annex for annex in added if annex.document_type != own_type]
    seen = {m.span.start for m in added}
    repeated = _repeated(context, others, taken, seen)
    heads = _heads(context)
    kept = [m for m in repeated if not (_follows(context, m, ends) or _in_own(context, m, heads))]
    return mentions + added + kept


def _without_shorter(mentions: Sequence[Draft], added: Sequence[Draft]) -> list[Draft]:
    """Return the mentions without the names of working rules that are read longer as annexes."""
    whole = {annex.span.start for annex in added}
    return [m for m in mentions if m.rule != STATUTE or m.span.start not in whole]


def _heads(context: Context) -> dict[str, int]:
    """Return where annexes begin, by the code of their type: its word in capitals on a line."""
    heads: dict[str, int] = {}
    for word in context.words:
        if word.kind and word.kind.code in phrases("annex-types") and _is_heading(context, word):
            heads.setdefault(word.kind.code, word.span.start)
    return heads


def _is_heading(context: Context, word: TypeWord) -> bool:
    """Tell whether a type word stands alone on a line, in capitals."""
    start, end = word.span.start, word.span.end
    alone = _LINE.match(context.text, end) and context.text[start - 1 : start] in ("", "\n")
    return bool(alone) and context.text[start:end].isupper()


def _in_own(context: Context, mention: Draft, heads: dict[str, int]) -> bool:
    """Tell whether a paper, printed below its heading, names itself."""
    head = heads.get(mention.document_type or "", mention.span.start)
    words = fold_words(context.text[head : head + HEAD])
    return head < mention.span.start and fold_words(context.words_of(mention.span)) in words


def _promulgated(context: Context, word: TypeWord, ends: set[int], own: Cover) -> list[Draft]:
    """Return the mention of what is promulgated right here: by the title, an article or a paper."""
    kind = word.kind
    if kind is None or kind.code not in phrases("annex-types"):
        return []
    low = max(0, word.span.start - BEFORE)
    quote = context.text[word.span.start - 1 : word.span.start] == '"'
    place = word.span.start - quote
    cue = glued_before("promulgated-here").search(context.lower, low, place)
    if cue is None:
        cue = glued_before("promulgating").search(context.lower, low, place)
        if cue is None:
            return []
        head = context.end_before(cue.start())
        if of_draft(context, head):
            return []
        small = kind.code in phrases("annex-types-small") and head in ends
        here = head in ends or own(cue.start()) or _is_decided(context, cue.start())
        if not small and not (word.capital and here):
            return []
    end = _before_next(context, word.span.end, title_end(context, _opening(context, word)))
    closing = context.text.find('"', word.span.end, word.span.end + BEFORE * 6) if quote else -1
    end = closing if closing > 0 else end
    end = context.end_before(end, " \n,.-'")
    if not _is_name(context, word.span.end, end):
        return []
    return [read_annex(context, word, end, "promulgated")]


def _opening(context: Context, word: TypeWord) -> int:
    """Return where the words of a name begin that may end it: behind the bodies that cooperate."""
    bodies = _cooperation().match(context.lower, word.span.end)
    return bodies.end() if bodies else word.span.end


@cache
def _cooperation() -> re.Pattern[str]:
    """Return what names the bodies that work together, up to the words for what they do."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"]["cooperation"])


def _is_decided(context: Context, position: int) -> bool:
    """Tell whether the first article of a decision begins at a position."""
    low = max(0, position - BEFORE)
    return _first_article().search(context.lower, low, position) is not None


def _before_next(context: Context, start: int, end: int) -> int:
    """Return where a name ends: before the first paper that a comma sets beside it."""
    number = context.number_after(start)
    if number is None or number.span.start >= end:
        return end
    word = context.word_before(number.span.start)
    if word is None or word.span.start <= start:
        return end
    low = max(start, word.span.start - BEFORE)
    after_period = before("after-period").search(context.lower, low, word.span.start)
    if after_period and _YEAR.search(context.text, low, after_period.start()):
        return after_period.start()
    comma = context.end_before(word.span.start) - 1
    return comma if comma > start and context.text[comma] in ",;" else end


def _annex_before(context: Context, position: int) -> tuple[TypeWord, int] | None:
    """Return the type word and the end of the name of what a decision at a position promulgated."""
    cue = glued_before("annexed").search(context.lower, max(0, position - BEFORE), position)
    if cue is None:
        return None
    end = context.end_before(cue.start())
    word = context.word_before(end)
    while word and word.kind and word.kind.code not in phrases("annex-types"):
        if end - word.span.end >= LONGEST:
            return None
        word = context.word_before(word.span.start)
    if word is None or not word.capital:
        return None
    end = _unquoted(context.text, word.span.start, end)
    word = _shorter(context, word) if word.span.end == end else word
    return (word, end) if _is_name(context, word.span.end, end) else None


def _unquoted(text: str, start: int, end: int) -> int:
    """Return where a name ends: before the closing quote of a quotation that holds it whole."""
    whole = text[end - 1 : end] == '"' and text[start - 1 : start] == '"'
    return end - 1 if whole and '"' not in text[start : end - 1] else end


def _shorter(context: Context, word: TypeWord) -> TypeWord:
    """Return the type word that a longer one begins with: the rest of it is then the name."""
    first = re.match(r"\w+\s+\w+", context.text[word.span.start : word.span.end])
    kinds = context.registry.types_named(first.group()) if first else ()
    if first is None or not kinds:
        return word
    end = word.span.start + first.end()
    return replace(
        word, span=Span(start=word.span.start, end=end), kind=kinds[0], name=kinds[0].name_vi
    )


def _follows(context: Context, mention: Draft, ends: set[int]) -> bool:
    """Tell whether a name stands right after a number or a type word: it is then its subject."""
    end = context.end_before(mention.span.start)
    return end in ends or context.word_ending(end) is not None


def _is_name(context: Context, start: int, end: int) -> bool:
    """Tell whether some words can be the name of an annex: one clause, not too long, not empty."""
    if not SHORTEST < end - start < LONGEST:
        return False
    name = context.text[start:end].strip()
    if _leaves_heading(name) or phrase("no-annex-name").match(name.lower()):
        return False
    asides = Cover(
        Span(start=a.start(), end=a.end()) for a in _BRACKET.finditer(context.text, start, end)
    )
    stops = [s for s in _STOP.finditer(context.text, start, end) if not asides(s.start())]
    return all(stop.group() == ";" and context.goes_on(stop.end()) for stop in stops)


def _leaves_heading(words: str) -> bool:
    """Tell whether some words begin as a heading in capitals and go on with a paragraph."""
    breaks = _PARAGRAPH.finditer(words)
    return any(words[: gap.start()].isupper() and not words.isupper() for gap in breaks)


@cache
def _first_article() -> re.Pattern[str]:
    """Return what stands before the first words of what a decision decides."""
    words, parts = either(phrases("formula")), either(phrases("clause-words"))
    head = rf"(?:\n|\A)[ *]*(?:{words})[ *]*:?[ *]*\n"
    return re.compile(rf"{head}[\s*]*(?:{parts})\s+1[ *]*[.:][\s*-]*\Z")


def _repeated(
    context: Context, annexes: Sequence[Draft], taken: Cover, seen: set[int]
) -> list[Draft]:
    """Return the other places where the names of annexes stand."""
    found: list[Draft] = []
    names = dict.fromkeys(context.words_of(m.span) for m in annexes)
    names |= dict.fromkeys(_without_period(name) for name in names)
    long = {name.lower(): name for name in names if name.count(" ") >= SURE}
    for span in find_phrases(list(long), context.lower) if long else ():
        word = context.words_between(span.start, span.start + 1)
        if (
            word
            and _names_again(context, span, word[0], names)
            and span.start not in seen
            and not taken(span.start)
        ):
            seen.add(span.start)
            found.append(read_annex(context, word[0], span.end, "repeated-name"))
    return found


def _names_again(context: Context, span: Span, word: TypeWord, names: Mapping[str, object]) -> bool:
    """Tell whether some words repeat a name: as it was printed, or begun with a capital."""
    if context.words_of(span) in names:
        return True
    low = max(0, word.span.start - BEFORE)
    cue = glued_before("promulgating").search(context.lower, low, word.span.start)
    if cue and of_draft(context, context.end_before(cue.start())):
        return False
    first = context.text[word.span.start : word.span.start + 2]
    return word.capital and not first.isupper()


def _without_period(name: str) -> str:
    """Return a name without the period that ends it, as a paper repeats it; else the name."""
    period = _period().search(name)
    short = name[: period.start()].rstrip(" ,") if period else name
    return short if short.count(" ") > SURE else name


@cache
def _period() -> re.Pattern[str]:
    """Return the period that ends a name."""
    part = table("loaders.citations", "patterns.toml")["part"]["period"]
    return re.compile(rf"(?:{part})\s*\Z", re.IGNORECASE)

"""Read laws, codes and ordinances by name, with or without number, and those that amend others.

Source: Law 80/2015/QH13 and Law 64/2025/QH15: a law is named by its subject; a law that amends
others bears their names in its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.wordings import before, glued, phrase, phrases
from loaders.grammar.tables import LOST, either
from loaders.records import Span
from ontology.registry import number_key
from ontology.vietnamese_text import fold, fold_words, place_tones, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.citations.context import Context, TypeWord
    from loaders.grammar.numbers import NumberReading
    from ontology.registry import Registry

_OF_ASSEMBLY = ("assembly", "council-of-state")
"""Rules of numbers that only laws and ordinances bear."""
_PUBLISHED = "-L/CTN"
"""What follows the number of the President's order that published a law or an ordinance."""
REACH = 330
"""How far the number of a law may stand from its type word, in characters."""
LONGEST = 16
"""How many words the name of a law may have that no table knows."""

LONGEST_NAME = 190
"""How many characters the name of a law that the tables know may have."""
LONG = 5
"""From how many words on a name is known with one of them misspelt."""
SURE = 2
"""From how many blanks on a damaged name is long enough to be told from others."""

_NAMES: dict[str, KnownNames] = {}
_SPACES = re.compile(r"\s+")
_GAP = re.compile(r"\s+")
_FOLDED_WORD = re.compile(r"[a-z0-9,]+")
_WORD = re.compile(r"[ \n]{1,3}(?:- )?[^\W_]+(?:-[^\W_]+)*")
_BREAK = re.compile(r"\n\s*(?:\n|[0-9]+[.)]|[-+]\s|[a-z]\))")
_SEVERAL = re.compile(r"\s*[0-9]+\s")
_CLOSED = re.compile(r"\s*;|\s+(?:ng\u00e0y\s*[0-9]|n\u0103m\s*[0-9]{4})")
_STOP = re.compile(r'[;:()"\[\]]|\.\s|\n\s*\n')


@dataclass(frozen=True, slots=True, kw_only=True)
class LawName:
    """A law by name.

    Args:
        word: its type word.
        name: where the name without the type word stands; title: its words, repaired.
        number: the number printed after it; None where none is.
        inner: laws whose names are part of this one's, as it amends them.
        end: where name, and number word and number, end.
    """

    word: TypeWord
    name: Span
    title: str
    number: NumberReading | None
    inner: tuple[LawName, ...]
    end: int


def read_law(context: Context, word: TypeWord) -> LawName | None:
    """Return the law that a type word names; None where it names none.

    Args:
        context: the text.
        word: a type word of a law, code or ordinance, printed with a capital letter.
    """
    start = _name_start(context, word)
    if start is None:
        return None
    inner: tuple[LawName, ...] = ()
    end = known_name(context, start)
    if word.damaged and end is None:
        return None
    subject = _subject_start(context, start)
    amending = glued("amending-law").match(context.lower, start)
    if amending and subject == start:
        inner = _amended(context, amending.end())
        end = inner[-1].end if inner else end
    several = amending and _SEVERAL.match(context.text, amending.end())
    numbered = _numbered(context, word, start, end, names=not several and subject == start)
    if end is None and numbered is None:
        end = _name_end(context, subject)
        if amending and subject == start and end is not None and end < amending.end():
            return None
    return _law(context, word, Span(start=start, end=end or start), numbered, inner)


def is_sure(context: Context, word: TypeWord) -> bool:
    """Tell whether a small type word has a long name behind it that the tables know."""
    gap = _GAP.match(context.text, word.span.end)
    end = known_name(context, gap.end()) if gap else None
    return bool(gap and end and context.text[gap.end() : end].count(" ") > SURE)


def _subject_start(context: Context, start: int) -> int:
    """Return where the words begin that end a name: those that tell which laws are amended."""
    related = glued("amending-related").match(context.lower, start)
    gap = _GAP.match(context.text, related.end()) if related else None
    return gap.end() if gap else start


def _law(
    context: Context,
    word: TypeWord,
    name: Span,
    numbered: tuple[int, NumberReading] | None,
    inner: tuple[LawName, ...],
) -> LawName | None:
    """Return a law put together, its number given to the law it belongs to."""
    if numbered is None:
        if name.start == name.end:
            return None
        title = _title(context, name)
        return LawName(word=word, name=name, title=title, number=None, inner=inner, end=name.end)
    end, number = numbered
    if inner and _belongs_to(context, number, inner[-1]):
        last = inner[-1]
        owner = replace(last, number=number, end=number.span.end)
        title = _title(context, name)
        return LawName(
            word=word, name=name, title=title, number=None, inner=(*inner[:-1], owner), end=name.end
        )
    whole = Span(start=name.start, end=end)
    title = _title(context, whole)
    return LawName(
        word=word, name=whole, title=title, number=number, inner=inner, end=number.span.end
    )


def _belongs_to(context: Context, number: NumberReading, inner: LawName) -> bool:
    """Tell whether the register knows a number as that of an amended law, not the amending one."""
    known = context.registry.documents_numbered(number_key(number.number))
    name = fold_words(f"{inner.word.name} {context.words_of(inner.name)}")
    return any(fold_words(document.title) == name for document in known)


def _name_start(context: Context, word: TypeWord) -> int | None:
    """Return where a law's name starts; None where the word names no law."""
    gap = _GAP.match(context.text, word.span.end)
    if gap is None or _BREAK.match(gap.group()):
        return None
    no_name = phrase("no-law-name").match(context.lower, gap.end())
    if (no_name or _is_word_at(context, gap.end())) and not known_name(context, gap.end()):
        return None
    return gap.end() if context.text[gap.end() : gap.end() + 1].isalpha() else None


def _is_word_at(context: Context, position: int) -> bool:
    """Tell whether a type word starts at a position, which no name of a law begins with."""
    return bool(context.words_between(position, position + 1))


def _amended(context: Context, position: int) -> tuple[LawName, ...]:
    """Return the laws in a row that an amending law names."""
    found: list[LawName] = []
    while True:
        joint = (
            _row().match(context.lower, position) if found else _GAP.match(context.text, position)
        )
        start = joint.end() if joint else position
        words = context.words_between(start, start + 1)
        if not words or words[0].kind is None or words[0].kind.code not in phrases("law-types"):
            return tuple(found)
        begin = _GAP.match(context.text, words[0].span.end)
        end = _name_end(context, begin.end()) if begin else None
        if begin is None or end is None:
            return tuple(found)
        span = Span(start=begin.end(), end=end)
        title = _title(context, span)
        found.append(LawName(word=words[0], name=span, title=title, number=None, inner=(), end=end))
        position = end


def _numbered(
    context: Context, word: TypeWord, start: int, end: int | None, *, names: bool
) -> tuple[int, NumberReading] | None:
    """Return where the name ends and the number after it, where one follows in the same clause.

    Where `names` is False the name tells how many laws are amended, not which.
    """
    number = context.number_after(start)
    if number is None or number.span.start - start > REACH or not _is_of_law(number, word):
        return None
    counted = before("number-word").search(context.lower, start, number.span.start)
    stop = counted.start() if counted else number.span.start
    name = _unrevised(context.text[start:stop])
    if not name or _STOP.search(name) or not context.text[stop - 1].isspace():
        return None
    if end is not None and len(name) + start <= end:
        return (len(name) + start, number) if len(name) + start == end else None
    others = context.words_between(start, stop) if names else ()
    return None if any(_is_law(other) for other in others) else (len(name) + start, number)


def _unrevised(words: str) -> str:
    """Return the words before the number of a law without what tells that it was made anew."""
    mark = _revised().search(words.lower())
    return words[: mark.start() if mark and mark.end() == len(words.rstrip()) else None].rstrip()


def after_revision(context: Context, position: int) -> int:
    """Return where the words end that tell, from a position on, that a law was made anew."""
    mark = _revised().match(context.lower, position)
    return mark.end() if mark else position


@cache
def _revised() -> re.Pattern[str]:
    """Return what stands in brackets behind the name of a law that was made anew."""
    words = either(phrases("revised"))
    return re.compile(rf"\s*\((?:{words})\)")


def _is_of_law(number: NumberReading, word: TypeWord) -> bool:
    """Tell whether a number is one that laws or ordinances bear."""
    if number.rule in _OF_ASSEMBLY or number.tail == _PUBLISHED:
        return True
    if word.kind is not None and word.kind.symbol and number.type_symbol:
        return number.type_symbol == word.kind.symbol
    return number.type_symbol in ("PL", "L")


def _is_law(word: TypeWord) -> bool:
    """Tell whether a type word is that of a law, code or ordinance with a name."""
    return word.kind is not None and word.kind.code in phrases("law-types")


def known_name(context: Context, position: int) -> int | None:
    """Return where a law's name that the tables know ends; None where none starts here."""
    names = _known_names(context.registry)
    folded = strip_marks(context.text[position : position + LONGEST_NAME])
    match = names.pattern.match(folded)
    if match is None:
        near = names.misspelt(folded)
        return position + near if near else None
    end = position + match.end()
    right = names.spelling[_SPACES.sub("", match.group())]
    exact = _SPACES.sub(" ", context.lower[position:end]) == right.lower()
    return end if exact or right.count(" ") >= SURE else None


def _title(context: Context, name: Span) -> str:
    """Return the name of a law, its spelling repaired where the tables know it."""
    printed = context.words_of(name)
    right = _known_names(context.registry).spelling.get(fold(printed).replace(" ", ""))
    return right if right and right.lower() != place_tones(printed).lower() else printed


def _name_end(context: Context, start: int) -> int | None:
    """Return where a law's name ends: as the tables know it, else before a word that ends it."""
    known = known_name(context, start)
    if known is not None:
        return known
    end = _unknown_end(context, start)
    joint = _joint().match(context.lower, end) if end else None
    rest = _unknown_end(context, joint.end()) if joint else None
    return rest if rest and _CLOSED.match(context.text, rest) else end


def _unknown_end(context: Context, start: int) -> int | None:
    """Return where the words end that can be a law's name; None where none can."""
    end = start
    for count in range(LONGEST):
        word = _WORD.match(context.text, end - 1 if end == start else end)
        if end == start:
            word = re.compile(r"[^\W_]+").match(context.text, start)
        if word is None or (count and _ends(context, word)):
            break
        pair = phrase("law-name-goes-on").match(context.lower, word.end() - len(word[0].strip()))
        end = pair.end() if pair else word.end()
    return end if end > start else None


def _ends(context: Context, word: re.Match[str]) -> bool:
    """Tell whether a word cannot be part of a law's name."""
    gap = _GAP.match(word.group())
    begin = word.start() + (gap.end() if gap else 0)
    if gap and _BREAK.match(word.string, word.start()):
        return True
    if context.text[begin].isdigit() or context.words_between(begin, begin + 1):
        return True
    return phrase("law-name-end").match(context.lower, begin) is not None


@cache
def _joint() -> re.Pattern[str]:
    """Return what joins two parts of one name."""
    return re.compile(
        rf"\s+(?:{either([p.lower() for p in phrases('law-joint')])})\s+(?=[a-z\u0111])"
    )


@cache
def _row() -> re.Pattern[str]:
    """Return what stands between the laws of a row."""
    words = either([p.lower() for p in phrases("law-joint")])
    return re.compile(rf"\s*,\s+(?:(?:{words})\s+)?|\s+(?:{words})\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """Names of laws that the tables know.

    Args:
        pattern: matches them in folded text, blanks lost or not.
        spelling: how they are spelt, by the folded name without blanks.
        long: the words of the long ones, by their first word.
    """

    pattern: re.Pattern[str]
    spelling: dict[str, str]
    long: dict[str, tuple[tuple[str, ...], ...]]

    def misspelt(self, folded: str) -> int | None:
        """Return where a long name ends that is printed with one word wrong; None without one.

        Args:
            folded: text from the start of the name on, without diacritics.
        """
        words = tuple(_FOLDED_WORD.finditer(folded))
        for name in self.long.get(words[0].group() if words else "", ()):
            printed = tuple(word.group() for word in words[: len(name)])
            wrong = [pair for pair in zip(name, printed, strict=False) if pair[0] != pair[1]]
            if len(printed) == len(name) and len(wrong) == 1 and wrong[0][0][0] == wrong[0][1][0]:
                return words[len(name) - 1].end()
        return None


def _known_names(registry: Registry) -> KnownNames:
    """Return the names of laws in the register and in `wordings.toml`, without type words."""
    if registry.sha256 not in _NAMES:
        names = [*phrases("law-names"), *_registered(registry)]
        amending = phrase("amending-law")
        whole = {fold(n): place_tones(n) for n in names if not amending.match(n.lower())}
        spelling = {fold(short): short for name in whole.values() for short in _shortened(name)}
        spelling |= whole
        pattern = re.compile(f"(?:{either(sorted(spelling), LOST)})(?![a-z0-9])")
        squeezed = {name.replace(" ", ""): right for name, right in spelling.items()}
        long = _by_first_word(tuple(name.split()) for name in sorted(spelling, key=len)[::-1])
        _NAMES[registry.sha256] = KnownNames(pattern=pattern, spelling=squeezed, long=long)
    return _NAMES[registry.sha256]


def _by_first_word(
    names: Iterable[tuple[str, ...]],
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the long ones of some names under their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in names:
        if len(name) >= LONG:
            found[name[0]] = (*found.get(name[0], ()), name)
    return found


def _shortened(name: str) -> set[str]:
    """Return a law's name with one or all of its usual abbreviations."""
    found, shortest = set(), name
    for pair in phrases("law-abbreviations"):
        words, _, short = pair.partition("|")
        change = re.compile(re.escape(words), re.IGNORECASE)
        found |= {change.sub(short, name)}
        shortest = change.sub(short, shortest)
    return found | {shortest}


def _registered(registry: Registry) -> list[str]:
    """Return the names of the laws that the register of documents holds."""
    names = []
    for document in registry.documents:
        kind = registry.document_type(document.type_code)
        if kind and kind.code in phrases("law-types"):
            head = f"{kind.name_vi} "
            names += [document.title.removeprefix(head)] if document.title.startswith(head) else []
    return names

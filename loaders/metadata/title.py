"""The type of a document and its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.bodies import begins_body, is_authority
from loaders.metadata.cues import cues, stamp_of
from loaders.metadata.parts import Line, lines_of
from loaders.metadata.self_reference import find_self_reference
from loaders.metadata.type_line import (
    behind_type,
    beside_type,
    from_type_line,
    is_reprint,
    letter_type,
    printed_type,
    type_by_symbol,
)
from loaders.metadata.untyped import untyped_subject
from loaders.records import Reading, Span

if TYPE_CHECKING:
    from loaders.metadata.number import OwnNumber
    from loaders.metadata.parts import Parts
    from ontology.registry import DocumentType, Registry

_WORD, _SYMBOL, _LETTER, _SCANNED = 0.98, 0.8, 0.75, 0.7
_LONGEST_NUMBER = 4
"""Words of a line that holds a number and nothing else, blanks inside it included."""
_TYPE_BLOCK = 6
"""Lines below the type line over which issuer, number and date may run."""
_LONGEST_WORD = 5
"""Letters of an abbreviation that a narrow column leaves alone on a line."""
_STUB = 8
"""Letters of a first line that only opens a subject ("V/v")."""
_REACH = 1500
"""Letters below the type line among which a subject ends."""
_STOPS = ("addressed-to", "place-and-date", "motto", "formula", "parenthesis")
"""Wordings that end a subject wherever they begin a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the lines of type and subject say.

    Args:
        kind: type of the document; None where nothing says it.
        kind_reading: the code of the type.
        name_reading: the type in words.
        title: the subject.
        decided_by: the line below the type that names who decided ("CỦA BAN BÍ THƯ").
    """

    kind: DocumentType | None = None
    kind_reading: Reading[str] | None = None
    name_reading: Reading[str] | None = None
    title: Reading[str] | None = None
    decided_by: Line | None = None


def read_heading(parts: Parts, number: OwnNumber, registry: Registry) -> Heading:
    """Return type and subject: the type word decides, then the symbol, then the form of a letter.

    Args:
        parts: the parts of the document.
        number: the document's own number.
        registry: knows types and symbols.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.5, and annex III.
    """
    lines = from_type_line(parts, registry)
    if parts.title or (lines and not parts.addressees):
        kind = printed_type(lines[0].words, registry) if lines else None
        if kind and not is_reprint(number, registry):
            below, decided_by = _below_type([*behind_type(lines[0], kind), *lines[1:]])
            name = Reading(
                value=kind.name_vi,
                printed=parts.text.words(lines[0].span),
                span=lines[0].span,
                rule="type-line",
                confidence=_WORD,
            )
            title = _title(parts, below) if parts.head.end else None
            title = title or _title(parts, beside_type(parts, kind, registry)[1])
            title = title or _fallback(parts, number)
            return _heading(kind, name, title, decided_by)
    kind = _untyped_kind(parts, number, registry)
    typed = bool(lines) and printed_type(lines[0].words, registry) is not None
    title = _title(parts, lines[1:] if typed else lines) if parts.title else None
    title = title or _beside_number(parts)
    decided_by = None
    if not title:
        kind, lines = beside_type(parts, kind, registry)
        title = _title(parts, lines)
    if not title:
        lines, decided_by = _below_type(untyped_subject(parts))
        title = _title(parts, lines)
    title = title or _fallback(parts, number)
    if kind is None:
        return Heading(title=title)
    symbol = number.symbol
    name = Reading(
        value=kind.name_vi,
        printed=symbol.printed if symbol else "",
        span=symbol.span if symbol else None,
        rule="type-by-symbol" if kind.symbol and symbol else "letter",
        confidence=_SYMBOL if symbol else _LETTER,
    )
    return _heading(kind, name, title, decided_by)


def _untyped_kind(parts: Parts, number: OwnNumber, registry: Registry) -> DocumentType | None:
    """Return the type of a paper without type line: a letter's by its form, else by its symbol.

    A letter opens its subject with "V/v" and names whom it addresses, whatever its symbol begins
    with ("26998/CT-TTHT" is one of a tax office).
    """
    letter = letter_type(parts, number, registry)
    start = parts.title[0].span.start if parts.title else len(parts.text.text)
    if parts.addressees and cues().patterns["dispatch-subject"].match(parts.text.text, start):
        return letter
    return type_by_symbol(number, registry) or letter


def _heading(
    kind: DocumentType, name: Reading[str], title: Reading[str] | None, decided_by: Line | None
) -> Heading:
    """Return what was read, the type once as a code and once in words."""
    code = Reading(
        value=kind.code,
        printed=name.printed,
        span=name.span,
        rule=name.rule,
        confidence=name.confidence,
    )
    return Heading(
        kind=kind, kind_reading=code, name_reading=name, title=title, decided_by=decided_by
    )


def _below_type(lines: list[Line]) -> tuple[list[Line], Line | None]:
    """Return the lines below the type without those that name issuer, number and date."""
    decided_by = None
    while lines:
        whole = _on_one_line(lines)
        patterns = cues().patterns
        passing = patterns["type-in-passing"].match(whole)
        passing = passing or patterns["conference-below-type"].match(whole)
        if passing:
            named = Line(words=passing["who"], span=lines[0].span)
            decided_by, lines = named, _lines_after(lines, passing.end())
        elif _is_number_or_date(lines[0].words):
            lines = lines[1:]
        elif decided_by is None and cues().patterns["issuer-below-type"].match(lines[0].words):
            decided_by, lines = _named_issuer(_parted(lines))
        elif decided_by is None and _is_authority_on_top(lines):
            decided_by, lines = lines[0], lines[1:]
        else:
            break
    return lines, decided_by


def _is_authority_on_top(lines: list[Line]) -> bool:
    """Tell whether a line between type and subject names who decides, as papers of old print it."""
    if len(lines) < 2 or not lines[0].words.isupper() or not is_authority(lines[0].words):  # noqa: PLR2004 - a line and the subject below it
        return False
    patterns, below = cues().patterns, lines[1].words
    stops = ("basis", "formula", "parenthesis", "opening")
    return not (below.isupper() or any(patterns[stop].match(below) for stop in stops))


def _on_one_line(lines: list[Line]) -> str:
    """Return the words of the first lines below the type, one blank between two of them."""
    return " ".join(line.words for line in lines[:_TYPE_BLOCK])


def _lines_after(lines: list[Line], position: int) -> list[Line]:
    """Return the lines after a position of their words on one line, the first cut there."""
    for place, line in enumerate(lines):
        if position < len(line.words):
            rest = line.words[position:].lstrip()
            span = Span(start=line.span.end - len(rest), end=line.span.end)
            return [Line(words=rest, span=span), *lines[place + 1 :]]
        position = max(0, position - len(line.words) - 1)
    return []


def _is_number_or_date(words: str) -> bool:
    """Tell whether a line below the type is the document's own number or its date."""
    patterns = cues().patterns
    own = patterns["number-line"].match(words)
    if own and len(words.split()) <= _LONGEST_NUMBER:
        return True
    return patterns["date-in-title-lines"].match(words) is not None


def _parted(lines: list[Line]) -> list[Line]:
    """Return the lines, the first cut where its subject begins behind the name of who decided."""
    end = cues().patterns["ends-name"].search(lines[0].words)
    if end is None:
        return lines
    first, words = lines[0], lines[0].words
    middle = first.span.end - len(words) + end.start()
    name = Line(words=words[: end.start()], span=Span(start=first.span.start, end=middle))
    rest = Line(words=words[end.end() :], span=Span(start=middle + 1, end=first.span.end), gap=True)
    return [name, rest, *lines[1:]]


def _named_issuer(lines: list[Line]) -> tuple[Line, list[Line]]:
    """Return the name below the type, which may run over lines, and the lines after it."""
    size = 1
    while size < len(lines) and not _begins_subject(lines[size - 1], lines[size]):
        size += 1
    words = " ".join(line.words for line in lines[:size])
    span = Span(start=lines[0].span.start, end=lines[size - 1].span.end)
    return Line(words=words, span=span), lines[size:]


def _begins_subject(above: Line, line: Line) -> bool:
    """Tell whether the line below a name is the subject."""
    if cues().patterns["about"].match(line.words) or line.gap:
        return True
    return not (
        above.words.endswith((",", "-")) or (above.words.isupper() and line.words.isupper())
    )


def _title(parts: Parts, lines: list[Line]) -> Reading[str] | None:
    """Return the subject that begins with the first of some lines."""
    size = 0
    while size < len(lines) and not _ends(parts, lines, size):
        size += 1
    if _calls(lines, size):
        return None
    size = _without_authority(lines, size)
    if not size or is_authority(" ".join(line.words for line in lines[:size])):
        return None
    return _subject(parts, Span(start=lines[0].span.start, end=lines[size - 1].span.end), _WORD)


def _calls(lines: list[Line], size: int) -> bool:
    """Tell whether lines name the body that sends a telegram, "ĐIỆN:" standing below them."""
    below = lines[size].words if 0 < size < len(lines) else ""
    called = cues().patterns["telegram-line"].match(below)
    return called is not None and not below[: called.end()].rstrip(" :").count(" ")


def _subject(parts: Parts, whole: Span, confidence: float) -> Reading[str]:
    """Return a subject without the signs at its ends."""
    start, end = whole.start, whole.end
    while end > start and parts.text.text[end - 1] in " .;:,|":
        end -= 1
    while start < end and parts.text.text[start] in " .;:,'|~":
        start += 1
    span = Span(start=start, end=end)
    words = parts.text.words(span)
    value = cues().patterns["misread-about"].sub("V/v", words)
    return Reading(value=value, printed=words, span=span, rule="subject", confidence=confidence)


def _ends(parts: Parts, lines: list[Line], at: int) -> bool:
    """Tell whether a line is no longer part of the subject above it."""
    line = lines[at]
    patterns = cues().patterns
    if patterns["basis"].match(line.words) and (at or not _is_short(parts, line)):
        return bool(at) or True
    if any(patterns[stop].match(line.words) for stop in _STOPS):
        return True
    if stamp_of(line.words) or patterns["telegram-line"].match(line.words):
        return True
    own = patterns["number-line"].match(line.words)
    if own and not (at and _is_held_together(parts, lines[0], line)):
        return True
    closed = at > 0 and (line.gap or lines[at - 1].words.endswith(";"))
    if closed and _is_held_together(parts, lines[0], line):
        return False
    return at > 0 and _breaks(lines[:at], line)


def _is_held_together(parts: Parts, first: Line, line: Line) -> bool:
    """Tell whether one section of the title holds both the first line of a subject and another."""
    return any(
        section.span.covers(first.span) and section.span.covers(line.span)
        for section in parts.title
    )


def _beside_number(parts: Parts) -> Reading[str] | None:
    """Return the subject of a letter that was read with its number ("Số 5-CV/TU v/v ...")."""
    text = parts.text.text
    found = cues().patterns["subject-below-number"].search(text, parts.head.start, parts.head.end)
    if found is None:
        return None
    lines = list(lines_of(text, found.start("subject"), parts.head.end))
    return _title(parts, lines)


def _fallback(parts: Parts, number: OwnNumber) -> Reading[str] | None:
    """Return the subject that stands where the text names its own number again."""
    found = find_self_reference(parts.text.text, number, "about")
    if found is None:
        return None
    return _subject(parts, Span(start=found.start("about"), end=found.end("about")), _SCANNED)


def _is_short(parts: Parts, line: Line) -> bool:
    """Tell whether the title section holds this line: then it is a subject, not a basis."""
    return any(section.span.covers(line.span) for section in parts.title[1:])


def _breaks(above: list[Line], line: Line) -> bool:
    """Tell whether print shows a break between the subject above and a line."""
    capitals = _is_upper(above[0].words + above[-1].words)
    if not capitals and _goes_on(above, line):
        return False
    if capitals != _is_upper(line.words):
        return not line.words[0].isdigit()
    if capitals:
        return line.gap and begins_body(line.words)
    if above[-1].words.endswith((".", ";")) or cues().patterns["opening"].match(line.words):
        return True
    if line.gap:
        return not line.words[0].islower()
    longest = max(len(one.words) for one in above)
    return len(line.words) > 2 * longest and not line.words[0].islower()


def _goes_on(above: list[Line], line: Line) -> bool:
    """Tell whether a line completes the subject above it, which is left open or cut in a word."""
    if above[-1].words.endswith((".", ";")) or cues().patterns["opening"].match(line.words):
        return False
    opened = len(above) == 1 and len(above[0].words) <= _STUB
    if opened or cues().patterns["open-end"].search(above[-1].words):
        return True
    words = line.words
    return not line.gap and words.isupper() and " " not in words and len(words) <= _LONGEST_WORD


def _is_upper(words: str) -> bool:
    """Tell whether words are printed in capitals, a few small letters aside ("QĐ-TTg")."""
    letters = list(filter(str.isalpha, words))
    return sum(map(str.isupper, letters)) * 10 > 8 * len(letters)


def _without_authority(lines: list[Line], size: int) -> int:
    """Leave out the last lines in capitals where they name who decides, not the subject."""
    for count in range(min(3, size - 1), 0, -1):
        words = " ".join(line.words for line in lines[size - count : size])
        open_end = cues().patterns["open-end"].search(lines[size - count - 1].words)
        if _is_upper(words) and not open_end and is_authority(words):
            return size - count
    return size

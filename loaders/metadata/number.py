"""The document's own number, or its symbol where the number is blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.grammar.numbers import numbers_of
from loaders.metadata.cues import cues
from loaders.records import Reading, Span

if TYPE_CHECKING:
    from loaders.metadata.parts import Parts
    from loaders.records import NormalisedText
    from ontology.registry import Registry

_BLANKS = re.compile(r"\s+")
_RUNNING = re.compile(r"^[0-9OIl]+[a-z\u0111]?(?:\.[0-9]{1,2})?[-/](?:(?:19|20)[0-9]{2}/)?")
_SENTENCE_ENDS = (".", ";", ":", ",")
_CENTRAL_OR_NOT, _OF_PROVINCE = "T\u01af", "TU"
"""What a scan makes of both the centre's sign and the provinces', and the sign of a province."""
_TAIL = 1500
"""Letters round the signature among which a consolidated text prints its number."""
_NO_HEAD = 600
"""Letters among which a frame stands where no body was found."""
_NEWS = 600
"""Letters below a headline among which an article says that a paper was issued."""
_SURE, _REPAIRED, _LOOSE = 0.98, 0.9, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumber:
    """The number and its symbol ("CT-UBND"); either may be missing."""

    number: Reading[str] | None = None
    symbol: Reading[str] | None = None


def read_number(parts: Parts, registry: Registry) -> OwnNumber:
    """Return the number as printed, without the word before it and without inner blanks.

    Args:
        parts: the parts of the document.
        registry: knows the symbols, for repairs in the symbol slot.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.3; Hướng dẫn 36-HD/VPTW.
    """
    text = parts.text.text
    place = parts.first_lines
    for opening in cues().patterns["number-line"].finditer(text, place.start, place.end):
        found = _printed(text, opening.end())
        if found:
            return _read(parts.text, Span(start=found.start(), end=found.end()), registry)
        blank = cues().patterns["blank-number"].match(text, opening.end())
        if blank:
            span = Span(start=blank.start("symbol"), end=blank.end("symbol"))
            return OwnNumber(symbol=_symbol(parts.text, span, blank["symbol"], _LOOSE))
    return (
        _in_title(parts, registry)
        or _at_end(parts, registry)
        or _bare(parts)
        or _stated(parts, registry)
    )


def _stated(parts: Parts, registry: Registry) -> OwnNumber:
    """Return the number that the frame of a web site states above a paper that prints none."""
    text = parts.text.text
    found = cues().patterns["stated-number"].search(text, 0, max(parts.body, _NO_HEAD))
    if found is None:
        return OwnNumber()
    span = Span(start=found.start("number"), end=found.end("number"))
    if cues().patterns["number"].fullmatch(found["number"]):
        return _read(parts.text, span, registry)
    return _without_symbol(parts, span, "stated-number")


def _bare(parts: Parts) -> OwnNumber | None:
    """Return the number that papers of old print without a symbol ("SỐ 30 NGÀY 17 THÁNG 3")."""
    place = parts.first_lines
    found = cues().patterns["bare-number"].search(parts.text.text, place.start, place.end)
    if found is None or not found.lastgroup or not parts.head.end:
        return None
    start, end = found.span(found.lastgroup)
    return _without_symbol(parts, Span(start=start, end=end), "bare-number")


def _without_symbol(parts: Parts, span: Span, rule: str) -> OwnNumber:
    """Return a number that is figures alone."""
    printed = parts.text.words(span)
    value = _BLANKS.sub("", printed)
    number = Reading(value=value, printed=printed, span=span, rule=rule, confidence=_LOOSE)
    return OwnNumber(number=number)


def _at_end(parts: Parts, registry: Registry) -> OwnNumber | None:
    """Return the number that a consolidated text prints beside its signature."""
    text = parts.text.text
    signed = parts.end[0].span.start if parts.end else len(text)
    start, end = max(parts.body, signed - _TAIL), min(len(text), signed + _TAIL)
    for opening in cues().patterns["number-line"].finditer(text, start, end):
        found = cues().patterns["number"].match(text, opening.end())
        own = (
            _read(parts.text, Span(start=found.start(), end=found.end()), registry)
            if found
            else None
        )
        kinds = registry.types_printed(own.symbol.value.split("-")[0]) if own and own.symbol else ()
        if own and any(kind.code in cues().lists["reprints"] for kind in kinds):
            return own
    return None


def _in_title(parts: Parts, registry: Registry) -> OwnNumber | None:
    """Return the number that a type block names, as the gazette of old prints it; words follow."""
    text = parts.text.text
    place = _title_place(parts)
    if place is None or not text[place.end :].strip():
        return None
    opens = parts.title or _opens_with_type(text, place, registry)
    if not opens or cues().patterns["dispatch-subject"].match(text, place.start, place.end):
        return None
    opening = cues().patterns["number-in-title"].search(text, place.start, place.end)
    if opening and cues().patterns["number-of-another"].search(text, place.start, opening.start()):
        return None
    found = opening and _printed(text, opening.end())
    if not opening or not found:
        return None
    said = cues().patterns["said-before-number"].search(text, place.start, opening.start())
    if said or (not parts.title and _is_news(text, place)):
        return None
    return _read(parts.text, Span(start=found.start(), end=found.end()), registry)


def _printed(text: str, start: int) -> re.Match[str] | None:
    """Return the number that is printed at a place, in the form of today or of old."""
    patterns = cues().patterns
    return patterns["number"].match(text, start) or patterns["old-number"].match(text, start)


def _is_news(text: str, headline: Span) -> bool:
    """Tell whether the text below a headline reports a paper as news."""
    end = headline.end + _NEWS
    return cues().patterns["reported"].search(text, headline.start, end) is not None


def _opens_with_type(text: str, place: Span, registry: Registry) -> bool:
    """Tell whether a line begins with the name of a type of document."""
    words = text[place.start : place.end].strip(" |").lower()
    return any(words.startswith(kind.name_vi.lower()) for kind in registry.document_types)


def _title_place(parts: Parts) -> Span | None:
    """Return the title, or a first line that can be one: no sentence, and text stands below it."""
    if parts.title:
        return Span(start=parts.title[0].span.start, end=parts.title[-1].span.end)
    text = parts.text.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    below = text[end:].lstrip() if end >= 0 else ""
    if not below or below[0].islower() or text[:end].rstrip().endswith(_SENTENCE_ENDS):
        return None
    if cues().patterns["unfinished-line"].search(text[start:end].rstrip()):
        return None
    return Span(start=start, end=end)


def _read(text: NormalisedText, span: Span, registry: Registry) -> OwnNumber:
    """Return number and symbol of a printed number, repaired where the grammar can.

    The number stays as printed where the register writes its symbol with other letters ("CTPH"
    for "CTrPH"); the symbol is the register's.
    """
    printed = text.words(span)
    compact = _BLANKS.sub("", text.text[span.start : span.end])
    value, confidence = compact, _LOOSE
    reading = numbers_of(registry).read(text.text, span.start)
    if reading is not None and reading.span.end >= span.end:
        value = reading.number
        confidence = _SURE if value == compact else _REPAIRED
    if compact.endswith(_CENTRAL_OR_NOT) and _is_of_province(text, span):
        value = compact[: -len(_CENTRAL_OR_NOT)] + _OF_PROVINCE
        confidence = _REPAIRED
        own = compact
    else:
        own = value if len(value) == len(compact) else compact
    number = Reading(
        value=own, printed=printed, span=span, rule="number-line", confidence=confidence
    )
    return OwnNumber(number=number, symbol=_symbol(text, span, value, confidence))


def _is_of_province(text: NormalisedText, span: Span) -> bool:
    """Tell whether the head above a number names the Party's committee of a province."""
    return cues().patterns["committee-of-province"].search(text.text, 0, span.start) is not None


def _symbol(text: NormalisedText, span: Span, number: str, confidence: float) -> Reading[str]:
    """Return the part after the running number and the year."""
    value = _BLANKS.sub("", _RUNNING.sub("", number))
    return Reading(
        value=value,
        printed=text.words(span),
        span=span,
        rule="number-line",
        confidence=confidence,
    )

"""Place and date of issue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.cues import cues
from loaders.metadata.self_reference import find_self_reference
from loaders.records import PartialDate, Reading, Span

if TYPE_CHECKING:
    import re

    from loaders.metadata.number import OwnNumber
    from loaders.metadata.parts import Parts
    from loaders.records import NormalisedText

_MONTHS, _DAYS = 12, 31
_DIGITS = str.maketrans({"O": "0", "I": "1", "l": "1"})
_SURE, _LOOSE = 0.98, 0.8
_TAIL = 1500
"""How far before its end a document may print place and date, as consolidated texts do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Where and when a document was issued; either may be missing."""

    issued_on: Reading[PartialDate] | None = None
    place: Reading[str] | None = None


def read_issue(parts: Parts, number: OwnNumber) -> Issue:
    """Return place and date; a blank day or month gives a partial date.

    Args:
        parts: the parts of the document.
        number: its own number, after which annexes and introductions repeat the date.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.4; Law 64/2025/QH15 for the day of passing.
    """
    text = parts.text.text
    place = parts.first_lines
    signed = parts.end[0].span.start if parts.end else len(text)
    for rule, start, end in (
        ("place-and-date", place.start, place.end),
        ("place-and-short-date", place.start, place.end),
        ("date-in-title-lines", place.start, place.end),
        ("stated-date", 0, parts.body),
        ("passed-on", parts.body, len(text)),
        ("closing-place-and-date", max(parts.body, signed - _TAIL), min(len(text), signed + _TAIL)),
    ):
        found = cues().patterns[rule].search(text, start, end)
        value = _value(found) if found else None
        if found and value:
            return _issue(parts.text, found, value, rule)
    return _after_number(parts.text, number)


def _after_number(text: NormalisedText, number: OwnNumber) -> Issue:
    """Return the date that stands where the text names its own number again."""
    found = find_self_reference(text.text, number, "date")
    value = _value(found) if found else None
    return _issue(text, found, value, "self-reference") if found and value else Issue()


def _value(found: re.Match[str]) -> PartialDate | None:
    """Return the date as far as it is printed and possible."""
    year = int(found["year"])
    month = _number(found["month"], _MONTHS)
    day = _number(found["day"], _DAYS)
    if month is None:
        return PartialDate(year=year)
    return PartialDate(year=year, month=month, day=day)


def _number(printed: str, highest: int) -> int | None:
    """Return a printed number up to a highest one; None where blank or impossible."""
    digits = printed.translate(_DIGITS)
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= highest else None


def _issue(text: NormalisedText, found: re.Match[str], value: PartialDate, rule: str) -> Issue:
    """Return the readings of a match."""
    groups = found.groupdict()
    whole = found.span("date") if "date" in groups else found.span()
    span = Span(start=whole[0], end=whole[1])
    confidence = _SURE if rule == "place-and-date" and value.day else _LOOSE
    issued_on = Reading(
        value=value, printed=text.words(span), span=span, rule=rule, confidence=confidence
    )
    if "place" not in groups:
        return Issue(issued_on=issued_on)
    where = Span(start=found.start("place"), end=found.end("place"))
    place = Reading(
        value=text.words(where),
        printed=text.words(where),
        span=where,
        rule=rule,
        confidence=confidence,
    )
    return Issue(issued_on=issued_on, place=place)

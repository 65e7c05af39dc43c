"""What was read from doubtful words is doubtful itself: confidences of scans reach every record."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from statistics import fmean
from typing import TYPE_CHECKING, TypeVar

from loaders.records import Span

if TYPE_CHECKING:
    from loaders.records import SourceText

R = TypeVar("R")


def weigh(record: R, source: SourceText) -> R:
    """Return the record with its confidences, at any depth, lowered by those of its words.

    A text that was typed and not recognised needs no walk: its record is returned as it is.

    Args:
        record: a frozen dataclass whose spans count in the source, a tuple of them, or a value.
        source: the text with the confidence of each recognised word.
    """
    return _weighed(record, source) if source.words else record


def certainty(source: SourceText, span: Span) -> float:
    """Return how surely the words of a span were recognised, 0 to 1; 1 where nothing was.

    Letters are borne out by their neighbours, so their mean counts; figures stand alone, so the
    least sure word with a figure counts.

    Args:
        source: the text with the confidence of each recognised word.
        span: the words.
    """
    words = source.printed_words(span)
    if not words:
        return 1.0
    figures = [
        word.confidence
        for word in words
        if any(map(str.isdigit, source.text[word.span.start : word.span.end]))
    ]
    return round(min([fmean(word.confidence for word in words), *figures]), 4)


def _weighed(value: R, source: SourceText) -> R:
    if isinstance(value, tuple):
        return tuple(_weighed(part, source) for part in value)  # type: ignore[return-value]  # R
    if not is_dataclass(value) or isinstance(value, (type, Span)):
        return value
    names = _names_of_fields(type(value))
    lowered = {name: _weighed(getattr(value, name), source) for name in names}
    span = getattr(value, "span", None)
    if "confidence" in lowered and isinstance(span, Span):
        lowered["confidence"] = round(lowered["confidence"] * certainty(source, span), 4)
    return replace(value, **lowered)


@cache
def _names_of_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

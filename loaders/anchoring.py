"""Lead every span of a record back from the normalised text to what was printed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar

from loaders.records import NormalisedText, Span

R = TypeVar("R")


def anchor(record: R, text: NormalisedText) -> R:
    """Return the record with all its spans, at any depth, counted in the source text.

    A text that kept its length needs no walk: its record is returned as it is.

    Args:
        record: a frozen dataclass, a tuple of them, or any value they hold.
        text: the normalised text that the spans count in.
    """
    if len(text.starts) == 1:
        return record
    return _anchored(record, text)


def _anchored(value: R, text: NormalisedText) -> R:
    if isinstance(value, Span):
        return text.to_source(value)  # type: ignore[return-value]  # R is Span here
    if isinstance(value, tuple):
        return tuple(_anchored(part, text) for part in value)  # type: ignore[return-value]  # R
    if is_dataclass(value) and not isinstance(value, type):
        names = _names_of_fields(type(value))
        moved = {name: _anchored(getattr(value, name), text) for name in names}
        return replace(value, **moved)
    return value


@cache
def _names_of_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

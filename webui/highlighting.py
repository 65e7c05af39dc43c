"""Words of a search lit in what was found, with or without marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 2


def lit(text: str, query: str) -> Markup:
    """Return a text as escaped HTML with the words of a query marked.

    Args:
        text: a title or number as printed.
        query: what was typed; its last word may go on, words of one letter light nothing alone.

    >>> lit("Phòng, chống tội phạm", "toi pham")
    Markup('Phòng, chống <mark>tội</mark> <mark>phạm</mark>')
    """
    wanted = fold_words(query).split()
    known = {word for word in wanted if len(word) >= _SHORTEST or word.isdigit()}
    start = wanted[-1] if wanted and len(wanted[-1]) >= _SHORTEST else ""
    return Markup("").join(_pieces(text, known, start))


def _pieces(text: str, known: set[str], start: str) -> Iterator[Markup]:
    """Give the pieces of a text, escaped, those that are wanted marked."""
    place = 0
    for word in _WORD.finditer(text):
        folded = fold_words(word.group())
        if folded and (folded.lstrip("0") in known or folded in known or _begins(folded, start)):
            yield escape(text[place : word.start()])
            yield Markup("<mark>{}</mark>").format(word.group())
            place = word.end()
    yield escape(text[place:])


def _begins(word: str, start: str) -> bool:
    return bool(start) and word.startswith(start)

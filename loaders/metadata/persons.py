"""The name of a person on a line of the signature: ranks left out, family names known by a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.metadata.cues import begins, cues
from loaders.records import Reading, Span
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from loaders.metadata.parts import Line, Parts

_SURE_SURNAME = 5
"""Letters from which on no two family names differ in their marks alone."""
_EDGES = " .,;:'\"~`^|*"
"""What a scan puts round a name."""
_INSIDE_NAME = re.compile(r"['-]")
_LONGEST_NAME = 6
_LONGEST_ALONE = 4
"""Words of the name of one person, save rare ones."""
SURE = 0.97
"""Confidence of a name with a family name of the list."""
_LOOSE = 0.8


def read_person(parts: Parts, lines: list[Line], index: int) -> Reading[str] | None:
    """Return the person that a line, or a line and the next, names.

    Args:
        parts: the parts of the document.
        lines: lines of the signature.
        index: which of them is read.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.7; common Vietnamese family names.
    """
    start = lines[index].span.start
    words = _without_rank(lines[index].words.strip(_EDGES).split())
    words = _with_surname(words)
    printed = lines[index].words.rstrip(_EDGES)
    start += len(printed) - len(" ".join(words)) if words else 0
    words = _first_of_two(words)
    if not words or not are_name_words(words):
        return None
    end = start + len(" ".join(words))
    if index + 1 < len(lines) and not lines[index + 1].gap:
        rest = lines[index + 1].words.split()
        if len(words) + len(rest) <= 4 and len(rest) <= 2 and are_name_words(rest):  # noqa: PLR2004 - a name broken over two lines has three or four words
            words, end = words + rest, lines[index + 1].span.end
    if len(words) < 2:  # noqa: PLR2004 - family name and given name
        return None
    penned = " ".join(words) in cues().lists["pen-names"]
    known = penned or words[0].title() in cues().lists["surnames"]
    if not known and len(words) > 4:  # noqa: PLR2004 - longer ones are words in title case
        return None
    span = Span(start=start, end=end)
    value = " ".join(word.title() if word.isupper() and len(word) > 1 else word for word in words)
    return Reading(
        value=value,
        printed=parts.text.words(span),
        span=span,
        rule="signature",
        confidence=SURE if known else _LOOSE,
    )


def _first_of_two(words: list[str]) -> list[str]:
    """Return the first of two names that a lost column leaves on one line."""
    for size in range(2, len(words) - 1):
        if len(words) > _LONGEST_ALONE and words[size] in cues().lists["common-surnames"]:
            return words[:size]
    return words


def _with_surname(words: list[str]) -> list[str]:
    """Return a name whose family name, damaged in its marks alone, is written right."""
    if not words or len(words[0]) < _SURE_SURNAME or words[0].title() in cues().lists["surnames"]:
        return words
    if " ".join(words) in cues().lists["pen-names"]:
        return words
    read = fold_words(words[0])
    meant = [
        each
        for each in cues().lists["surnames"]
        if (folded := fold_words(each)) == read or folded[1:] == read
    ]
    return [meant[0], *words[1:]] if len(meant) == 1 else words


def _without_rank(words: list[str]) -> list[str]:
    """Return the words without ranks and titles before the name."""
    while words:
        rank = begins(" ".join(words), "ranks")
        if not rank:
            return words
        words = words[len(rank.split()) :]
    return words


def are_name_words(words: list[str]) -> bool:
    """Tell whether words look like a person's name: capitals at their beginning, letters only.

    Args:
        words: those of a line.
    """
    if not 1 <= len(words) <= _LONGEST_NAME or begins(" ".join(words), "not-names"):
        return False
    if " ".join(words).isupper():
        return words[0].title() in cues().lists["surnames"] and not _is_post_line(words)
    return all(_is_name_word(word) for word in words)


def _is_post_line(words: list[str]) -> bool:
    """Tell whether words in capitals are a post, though they begin like a name ("PHÓ ...")."""
    line = " ".join(words)
    return len(words) == 1 or bool(begins(line, "post-words") or begins(line, "bodies"))


def _is_name_word(word: str) -> bool:
    """Tell whether a word may stand in a name."""
    return all(
        part.isalpha() and part[0].isupper() and (len(part) == 1 or part[1:].islower())
        for part in _INSIDE_NAME.split(word)
    )

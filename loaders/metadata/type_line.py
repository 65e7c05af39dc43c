"""The word that says of what type a paper is: on its line, beside the subject, in the symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.cues import cues, stamp_of
from loaders.metadata.parts import Line, lines_of
from loaders.records import Span
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.metadata.number import OwnNumber
    from loaders.metadata.parts import Parts
    from loaders.records import Section
    from ontology.registry import DocumentType, Registry

_LONGEST_TYPE = 5
"""Words of the name of a type."""
_LONGEST_NAME = 30
"""Letters of the name of a type, blanks aside."""
_REACH = 1500
"""Letters below the type line among which a subject ends."""
_MARKS = " \"'.;:,-"


def from_type_line(parts: Parts, registry: Registry) -> list[Line]:
    """Return the lines from the type line or, where none is marked as such, from one that is.

    Args:
        parts: the parts of the document.
        registry: knows the type words.
    """
    text = parts.text.text
    start = parts.title[0].span.start if parts.title else parts.head.start
    for section in (*parts.heading, *_below_frame(parts, registry)):
        words = text[section.span.start : section.span.end]
        if words.isupper() and printed_type(words, registry):
            start = section.span.start
            break
    return list(lines_of(text, start, min(len(text), start + _REACH)))


def _below_frame(parts: Parts, registry: Registry) -> Iterator[Section]:
    """Give the types alone on their line that stand below a title which a web site printed."""
    text = parts.text.text
    for section in parts.title[1:]:
        words = text[section.span.start : section.span.end]
        kind = printed_type(words, registry)
        if kind and fold_words(kind.name_vi) == fold_words(words):
            yield section


def printed_type(line: str, registry: Registry) -> DocumentType | None:
    """Return the type that a line prints, alone or with a number or a stamp after it.

    Args:
        line: a printed line.
        registry: knows the type words.
    """
    words = line.strip(_MARKS).split()
    for size in range(min(_LONGEST_TYPE, len(words)), 0, -1):
        found = registry.types_named(" ".join(words[:size]))
        rest = " ".join(words[size:])
        if found and _may_follow(rest):
            return found[0]
    return _spaced_out("".join(words), registry) if line.isupper() else None


def _spaced_out(letters: str, registry: Registry) -> DocumentType | None:
    """Return the type whose name these letters are, blanks left out of both."""
    if len(letters) > _LONGEST_NAME:
        return None
    folded = fold_words(letters)
    kinds = (kind for kind in registry.document_types if kind.symbol)
    return next(
        (kind for kind in kinds if fold_words(kind.name_vi).replace(" ", "") == folded), None
    )


def _may_follow(rest: str) -> bool:
    """Tell whether words after a type word leave the line a type line."""
    if not rest or _names_issuer(rest):
        return True
    return bool(cues().patterns["after-type"].match(rest)) or stamp_of(rest) is not None


def _names_issuer(rest: str) -> bool:
    """Tell whether words in capitals behind the type word name who decided."""
    return rest.isupper() and cues().patterns["issuer-below-type"].match(rest) is not None


def behind_type(line: Line, kind: DocumentType) -> list[Line]:
    """Return what the type line says behind the type word of who decided, as a line of its own.

    Args:
        line: the type line.
        kind: the type that it names.
    """
    words = line.words.split()
    rest = " ".join(words[len(kind.name_vi.split()) :])
    if not _names_issuer(rest):
        return []
    return [Line(words=rest, span=Span(start=line.span.end - len(rest), end=line.span.end))]


def beside_type(
    parts: Parts, kind: DocumentType | None, registry: Registry
) -> tuple[DocumentType | None, list[Line]]:
    """Return the lines from the subject on that stands on the line of the type, and that type.

    Scans and web pages print them so ("LUẬT SỬA ĐỔI ...").

    Args:
        parts: the parts of the document.
        kind: its type by the symbol; only that is looked for. None takes the first of the head.
        registry: knows the type words.
    """
    end = min(len(parts.text.text), parts.first_lines.end + _REACH)
    lines = list(lines_of(parts.text.text, 0, end))
    for at, line in enumerate(lines):
        found = _opening_type(line.words, registry)
        below = lines[at + 1].words if at + 1 < len(lines) else ""
        rest = _behind(line, found, below) if found else None
        if found and rest and (found == kind or (kind is None and not parts.addressees)):
            return found, [rest, *lines[at + 1 :]]
    return kind, []


def _opening_type(words: str, registry: Registry) -> DocumentType | None:
    """Return the type whose name in capitals begins a line that says more."""
    named = words.split()
    for size in range(min(_LONGEST_TYPE, len(named) - 1), 0, -1):
        first = " ".join(named[:size])
        found = registry.types_named(first) if first.isupper() else ()
        if found:
            return found[0]
    return None


def _behind(line: Line, kind: DocumentType, below: str) -> Line | None:
    """Return what a line says behind the name of a type; None where that is less than two words.

    A narrow column breaks the line behind the first of them.
    """
    words = line.words.split()[len(kind.name_vi.split()) :]
    rest = [word for word in words if any(map(str.isalpha, word))]
    runs_on = rest and line.words.isupper() and below.isupper()
    if len(rest) < (1 if runs_on else 2):
        return None
    start = line.span.start + line.words.index(rest[0], len(kind.name_vi))
    end = line.span.end
    return Line(words=line.words[start - end :], span=Span(start=start, end=end))


def type_by_symbol(number: OwnNumber, registry: Registry) -> DocumentType | None:
    """Return the type whose symbol begins the document's symbol ("QĐ-UBND", "KH/BTC").

    Args:
        number: the document's own number.
        registry: knows the symbols.
    """
    if number.symbol is None:
        return None
    value = number.symbol.value
    head = value.replace("/", "-").split("-")[0]
    found = registry.types_printed(head)
    if found and (head != value or value in cues().lists["types-alone"]):
        return found[0]
    assembly = cues().patterns["assembly-symbol"].match(value)
    return registry.document_type(cues().lists["law"][0]) if assembly else None


def is_reprint(number: OwnNumber, registry: Registry) -> bool:
    """Tell whether the symbol says that the paper reprints another one, type line included.

    Args:
        number: the document's own number.
        registry: knows the symbols.
    """
    kind = type_by_symbol(number, registry)
    return kind is not None and kind.code in cues().lists["reprints"]


def letter_type(parts: Parts, number: OwnNumber, registry: Registry) -> DocumentType | None:
    """Return the type of a letter, where a number without a type or an address is printed.

    Args:
        parts: the parts of the document.
        number: its own number.
        registry: knows the types.
    """
    if number.symbol is None and not parts.addressees:
        return None
    return registry.document_type(cues().lists["letter"][0])

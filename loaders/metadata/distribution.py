"""To whom a document is addressed and who gets a copy: one entry a printed line."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from loaders.metadata.cues import cues
from loaders.metadata.parts import Line, lines_of
from loaders.records import Reading, SectionKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.metadata.parts import Parts
    from loaders.metadata.signer import Signature
    from loaders.records import NormalisedText, Section

_ENDS = " .;,:/|"
_BETWEEN_MARKED = re.compile(r"; *-(?= )")
_BETWEEN_UNMARKED = re.compile(r"; *\n\s*(?=[^\W\d_])|, *\n\s*(?=[^\W\d_a-z])|; *-(?= )")
"""Where one entry ends and the next begins on the same line, or without a mark of its own."""
_BETWEEN_ADDRESSEES = re.compile(r";\s+")
_SCRIBBLE = re.compile(r"[.;/]\s*\*+[^*\n]{1,12}\*+\s*$")
_SURE = 0.95
_FAR = 200
"""Letters between signature and list beyond which the list belongs to another paper."""


def read_addressees(parts: Parts) -> tuple[Reading[str], ...]:
    """Return the entries below "Kính gửi" or, in a telegram, those that it calls.

    Args:
        parts: the parts of the document.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.9, and annex III, form of the telegram.
    """
    entries: list[Span] = []
    for section in parts.addressees:
        words = parts.text.text[section.span.start : section.span.end]
        if _is_opening(words):
            continue
        if entries and _is_cut(parts.text.text, entries[-1], section):
            entries[-1] = Span(start=entries[-1].start, end=section.span.end)
        elif section.marker:
            entries.append(section.span)
        else:
            entries += _split(parts.text.text, section.span, _BETWEEN_ADDRESSEES)
    if parts.addressees:
        entries += _after_opening(parts)
    named = [_without_particulars(parts.text.text, entry) for entry in entries]
    return _readings(parts.text, named, "addressed-to")


def _without_particulars(text: str, entry: Span) -> Span:
    """Return an entry without the address and tax number that follow the name."""
    found = cues().patterns["particulars"].search(text, entry.start + 1, entry.end)
    return Span(start=entry.start, end=found.start()) if found else entry


def _split(text: str, span: Span, between: re.Pattern[str]) -> list[Span]:
    """Return the entries of a stretch that holds several without a mark each."""
    entries = []
    start = span.start
    for gap in between.finditer(text, span.start, span.end):
        entries.append(Span(start=start, end=gap.start()))
        start = gap.end()
    return [*entries, Span(start=start, end=span.end)]


def _after_opening(parts: Parts) -> list[Span]:
    """Return the entry below opening words that end the head ("Đồng kính gửi:", a blank line)."""
    text, last = parts.text.text, parts.addressees[-1].span
    if last.end > parts.body or not _is_opening(text[last.start : last.end]):
        return []
    found = cues().patterns["entry-after-opening"].match(text, last.end)
    if not found:
        return []
    return _split(
        text, Span(start=found.start("entry"), end=found.end("entry")), _BETWEEN_ADDRESSEES
    )


def _is_opening(words: str) -> bool:
    """Tell whether a section only opens a list."""
    patterns = cues().patterns
    if patterns["telegram-line"].match(words + ":"):
        return True
    return any(
        (found := patterns[name].match(words)) and not words[found.end() :].strip(_ENDS)
        for name in ("addressed-to", "also-addressed-to", "recipients")
    )


def _is_cut(text: str, above: Span, section: Section) -> bool:
    """Tell whether an entry goes on with a list that the entry above left open."""
    after = text[above.end : above.end + 1]
    listing = text.rfind(":", above.start, above.end) >= 0
    return bool(section.marker) and after == "," and listing


def read_recipients(parts: Parts, signatures: tuple[Signature, ...]) -> tuple[Reading[str], ...]:
    """Return the entries below "Nơi nhận", the line of the file copy ("Lưu: ...") too.

    Args:
        parts: the parts of the document.
        signatures: those of the paper, which the list stands beside.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.9.
    """
    if signatures and _belongs_to_form(parts, signatures[-1]):
        return ()
    entries: list[Span] = []
    listed = _listed(parts)
    for section, following in zip_longest(listed, listed[1:]):
        words = parts.text.text[section.span.start : section.span.end]
        if _is_opening(words) or (words.endswith(":") and following and following.marker):
            continue
        if not any(letter.isalpha() for letter in words) or _is_name(words, signatures):
            continue
        if entries and not section.marker and _goes_on(parts.text.text, entries[-1], section):
            entries[-1] = Span(start=entries[-1].start, end=section.span.end)
        else:
            between = _BETWEEN_MARKED if section.marker else _BETWEEN_UNMARKED
            for entry in _split(parts.text.text, section.span, between):
                entries += _split(parts.text.text, entry, cues().patterns["before-file-copy"])
    names = tuple(signature.name for signature in signatures)
    cut = [_without_name(entry, names) for entry in entries]
    return _readings(parts.text, cut, "recipients")


def _without_name(entry: Span, names: tuple[Reading[str], ...]) -> Span:
    """Return the entry without a signer's name that a scan prints at its end."""
    for name in names:
        if (
            name.span
            and entry.start < name.span.start
            and name.span.end >= entry.end > name.span.start
        ):
            return Span(start=entry.start, end=name.span.start)
    return entry


def _listed(parts: Parts) -> list[Section]:
    """Return the sections of the first distribution list, its opening words first."""
    found: list[Section] = []
    for section in parts.end:
        words = parts.text.text[section.span.start : section.span.end]
        if section.kind is SectionKind.DISTRIBUTION_LIST:
            if found and cues().patterns["recipients"].match(words) and _is_opening(words):
                break
            found.append(section)
    if not found or not _is_opening(parts.text.text[found[0].span.start : found[0].span.end]):
        return []
    return found if len(found) > 1 else found + _without_dashes(parts, found[0])


def _without_dashes(parts: Parts, opening: Section) -> list[Section]:
    """Return the lines between the opening words and the signature, where none has a dash."""
    found: list[Section] = []
    for section in parts.end:
        if section.index <= opening.index:
            continue
        if parts.text.text[section.span.start : section.span.end].isupper():
            break
        found.append(section)
    return found


def _belongs_to_form(parts: Parts, signature: Signature) -> bool:
    """Tell whether the list stands below the signature and an annex between them."""
    listed = _listed(parts)
    if not listed or listed[0].span.start < signature.span.end:
        return False
    between = parts.text.text[signature.span.end : listed[0].span.start]
    return len(between.strip()) > _FAR


def _is_name(words: str, signatures: tuple[Signature, ...]) -> bool:
    """Tell whether an entry is a signer's name beside the list."""
    return words.strip(_ENDS) in {signature.name.printed for signature in signatures}


def _goes_on(text: str, above: Span, section: Section) -> bool:
    """Tell whether a table cell goes on with the entry of the row above it."""
    first = text[section.span.start]
    dash = text[max(0, section.span.start - 3) : section.span.start]
    return first.islower() and "-" not in dash and text[above.end : above.end + 1] not in ";."


def _readings(text: NormalisedText, spans: Iterable[Span], rule: str) -> tuple[Reading[str], ...]:
    """Return the entries without marks and end signs."""
    found = []
    for whole in spans:
        span = _trimmed(text, whole)
        words = " ".join(
            cues().patterns["item"].sub("", line.words).strip(" |") for line in _lines(text, span)
        )
        if words:
            found.append(
                Reading(
                    value=_as_written(words),
                    printed=text.words(span),
                    span=span,
                    rule=rule,
                    confidence=_SURE,
                )
            )
    return tuple(found)


def _as_written(words: str) -> str:
    """Return an entry with its usual notes as they are printed where a scan misread a sign."""
    for misread, note in cues().pairs["misread-notes"]:
        words = words.replace(misread, note)
    return words


def _lines(text: NormalisedText, span: Span) -> Iterable[Line]:
    """Give the lines of an entry in the words of print."""
    for line in lines_of(text.text, span.start, span.end):
        yield Line(words=text.words(line.span), span=line.span)


def _trimmed(text: NormalisedText, span: Span) -> Span:
    """Return the span without end signs and marks of handwriting after them."""
    printed = text.quote(span)
    scribble = _SCRIBBLE.search(printed) or cues().patterns["stray-beside"].search(printed)
    end = span.end
    if scribble:
        end -= len(printed) - scribble.start()
    start = span.start
    item = cues().patterns["item"].match(text.text[start:end])
    start += item.end() if item else 0
    while end > start and text.text[end - 1] in _ENDS:
        end -= 1
    after = cues().patterns["initials"].match(text.text, end)
    if after and not scribble and "*" not in text.quote(Span(start=end, end=after.end())):
        end = after.end()
    return Span(start=start, end=end)

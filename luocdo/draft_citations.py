"""What is wrong with the documents that a draft cites: numbers, dates, titles, what has ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from loaders.records import CitationForm, SectionKind, Span, Status
from loaders.resolution.similarity import same_subject, subject_key
from luocdo.remarks import overlap, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from loaders.records import Citation, Resolution
    from luocdo.remarks import Draft, Remark
    from ontology.registry_rows import KnownDocument
    from ontology.shape_rules import Severity

_REPAIRS: Final = frozenset({"ocrSymbol", "letterForDigit", "diacritics"})
_LOOKING_BACK: Final = frozenset({"repeals", "replaces", "reviews"})
"""Relations in which a document that has ended is rightly named."""

_CHANGING: Final = frozenset({"amends", "supplements", "repeals", "replaces", "corrects"})
"""Relations of a document that is only named as having changed another one."""

_ENDED: Final = frozenset({"replaced", "ended"})
_YEAR: Final = re.compile(r"/(\d{4})/")
_TERM: Final = re.compile(r"/k(\d+)/")
_BLANKS: Final = re.compile(r"\s+")
_NO_SIGNS: Final = re.compile(r"[^/-]")
_FRAME: Final = frozenset(
    {SectionKind.HEADING, SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE, SectionKind.NOISE}
)
_SHORTEST_TITLE: Final = 4
_ALIKE: Final = 88.0
"""Share of words in common, 0 to 100, from which a subject counts as shortened, not as another."""

_NEAR: Final = 30
"""Code points before and after a number in which it is announced, or told to have ended."""

_AROUND: Final = 120
"""Code points before a blank number in which the draft says that it speaks of itself."""

_NUMERALS: Final = {1: "I", 4: "IV", 5: "V", 9: "IX", 10: "X"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationCheck:
    """Looks through the citations and numbers of a draft."""

    draft: Draft

    def remarks(self) -> Iterator[Remark]:
        """Give what is wrong with citations, and with numbers that could not be read as such."""
        yield from self._citations()
        yield from self._numbers()

    def _citations(self) -> Iterator[Remark]:
        document, papers = self.draft.document, self.draft.papers
        for citation in document.citations:
            resolution = document.resolutions[citation.index]
            known = papers.document(resolution.target) if resolution.target else None
            yield from self._number_of(citation, resolution, known)
            if known is not None:
                yield from self._against(citation, resolution, known)

    def _number_of(
        self, citation: Citation, resolution: Resolution, known: KnownDocument | None
    ) -> Iterator[Remark]:
        """Give what is wrong with the number of a citation, or could not be verified."""
        remark, number, span = self.draft.remark, citation.number, citation.span
        right = _rightly_spelt(citation, known)
        if right:
            yield remark("misspelt-number", "warning", span, right)
        year = _YEAR.search(number or "")
        if year and citation.issued_on and int(year[1]) != citation.issued_on.year:
            yield remark("year-conflict", "warning", span, str(citation.issued_on.year))
        elif _is_after(citation, self.draft.day):
            yield remark("cites-later", "warning", span, self.draft.day.isoformat())
        elif resolution.reason == "type-conflict":
            if citation.form is not CitationForm.LISTED and _prints_type(citation):
                yield remark("type-conflict", "warning", span)
        elif known is None:
            yield from self._unknown(citation, resolution)

    def _unknown(self, citation: Citation, resolution: Resolution) -> Iterator[Remark]:
        """Give what to say of a number that is not known: nearly a known one, or just that."""
        remark, span, number = self.draft.remark, citation.span, citation.number
        if number:
            years = tuple(self._of_other_years(citation, number, resolution))
            numbers = tuple(self._of_other_numbers(citation, number))
            if years:
                yield remark("date-differs", "warning", span, self._called(years[0].path))
            elif numbers:
                yield remark("number-differs", "warning", span, self._called(numbers[0].path))
            else:
                yield remark("unknown-number", "info", span)
        elif resolution.target is None and citation.short_number:
            guesses = [self._called(guess.target) for guess in resolution.candidates[:3]]
            severity: Severity = "info" if len(guesses) == 1 else "warning"
            yield remark("unclear-number", severity, span, "; ".join(guesses))

    def _of_other_years(
        self, citation: Citation, number: str, resolution: Resolution
    ) -> Iterator[KnownDocument]:
        """Give the documents of the same number and day of another year, or of the same subject."""
        printed = citation.issued_on
        if resolution.status is not Status.NOT_IN_REGISTRY or not resolution.target or not printed:
            return
        for known in self.draft.papers.same_number(number, resolution.target):
            if known.issued_on is None or known.issued_on.year == printed.year:
                continue
            same_day = (known.issued_on.month, known.issued_on.day) == (printed.month, printed.day)
            if same_day or (citation.title and same_subject(citation.title, known.title)):
                yield known

    def _of_other_numbers(self, citation: Citation, number: str) -> Iterator[KnownDocument]:
        """Give the documents of the same title whose number differs in one part."""
        if citation.title and citation.within is None:
            named = f"{citation.type_name or ''} {citation.title}".strip()
            for title in (citation.title, named):
                yield from self.draft.papers.titled(title, number)

    def _against(
        self, citation: Citation, resolution: Resolution, known: KnownDocument
    ) -> Iterator[Remark]:
        """Give where a citation and what is known of its document disagree."""
        remark, printed, span = self.draft.remark, citation.issued_on, citation.span
        issued = known.issued_on.isoformat() if known.issued_on else ""
        if issued and printed and printed.day and printed.iso() != issued:
            yield remark("date-differs", "warning", span, issued)
        if "byAntecedent" not in resolution.methods and _other_title(citation, known):
            yield remark("title-differs", "warning", citation.title_span or span, known.title)
        term = _other_term(citation, known)
        if term:
            yield remark("term-differs", "warning", span, term)
        if citation.within is None and self._is_used(citation) and self._has_ended(citation, known):
            yield remark("ended-document", "warning", span, self._heirs(known))

    def _is_used(self, citation: Citation) -> bool:
        """Tell whether a draft rests on a citation: it neither ends it nor names its changes."""
        text, span = self.draft.text, citation.span
        before = text[max(0, span.start - _NEAR) : span.start].lower()
        after = text[span.end : span.end + _NEAR].lower()
        if patterns()["ending"].search(before) or patterns()["has-ended"].match(after):
            return False
        return not any(
            (relation.target == citation.index and relation.kind in _LOOKING_BACK)
            or (relation.source == citation.index and relation.kind in _CHANGING)
            for relation in self.draft.document.relations
        )

    def _has_ended(self, citation: Citation, known: KnownDocument) -> bool:
        """Tell whether a document had ended on the day of the draft.

        A law that is named without number and day means the one of that name which is in force.
        One that ended nobody knows when is held to have ended last year.
        """
        day = self.draft.day
        if known.valid_to is not None and known.valid_to >= day:
            return False
        after = self.draft.papers.document(known.replaced_by) if known.replaced_by else None
        if after is not None:
            if after.issued_on is not None and after.issued_on > day:
                return False
            bare = citation.number is None and citation.issued_on is None
            if bare and same_subject(after.title, known.title):
                return False
        if known.valid_to is not None or after is not None:
            return True
        return known.status in _ENDED and day.year >= self.draft.today.year - 1

    def _heirs(self, known: KnownDocument) -> str:
        """Return what replaced a document, and what has replaced that by the day of the draft."""
        heirs: list[KnownDocument] = []
        after = self.draft.papers.document(known.replaced_by) if known.replaced_by else None
        while after is not None and after not in heirs and _by(after, self.draft.day):
            heirs.append(after)
            after = self.draft.papers.document(after.replaced_by) if after.replaced_by else None
        between = [heir.number or heir.title for heir in heirs[:-1]]
        last = [self._called(heir.path) for heir in heirs[-1:]]
        return " → ".join([*between, *last])

    def _called(self, path: str) -> str:
        """Return number, date and title of a document as far as they are known."""
        known = self.draft.papers.document(path) if path else None
        if known is None:
            return path.removeprefix("id/vn/")
        issued = known.issued_on.isoformat() if known.issued_on else ""
        return " ".join(part for part in (known.number, issued, known.title) if part)

    def _numbers(self) -> Iterator[Remark]:
        """Give what looks like a number and could not be read as one."""
        document, text = self.draft.document, self.draft.text
        cited = [citation.span for citation in document.citations]
        frame = [section.span for section in document.sections if section.kind in _FRAME]
        number = document.metadata.number
        own = _BLANKS.sub("", number.printed) if number else ""
        for found in patterns()["number-like"].finditer(text):
            span = Span(start=found.start(), end=found.end())
            if _BLANKS.sub("", found[0]) == own or any(overlap(span, other) for other in frame):
                continue
            if any(overlap(span, other) for other in cited):
                continue
            if self._is_announced(span) and not self._is_own_annex(span):
                yield self.draft.remark("malformed-number", "warning", span)
        yield from self._misread(cited)

    def _misread(self, cited: list[Span]) -> Iterator[Remark]:
        """Give the numbers that were read although they are none: nought, or running on."""
        for citation in self.draft.document.citations:
            after = patterns()["runs-on"].match(self.draft.text[citation.span.end :][:_NEAR])
            if citation.number and patterns()["without-number"].match(citation.number):
                yield self.draft.remark("malformed-number", "warning", citation.span)
            elif citation.number and after and citation.printed.endswith(citation.number[-2:]):
                whole = Span(start=citation.span.start, end=citation.span.end + after.end())
                if not any(overlap(whole, span) for span in cited if span != citation.span):
                    yield self.draft.remark("malformed-number", "warning", whole)

    def _is_announced(self, span: Span) -> bool:
        """Tell whether the word for number or a type of document stands right before a span."""
        text = self.draft.text
        before = " ".join(text[max(0, span.start - _NEAR) : span.start].casefold().split())
        names = (
            name
            for row in self.draft.registry.document_types
            for name in (row.name_vi, *row.aliases)
        )
        said = patterns()["announcing"].search(before) is not None
        return said or any(before.endswith(name.casefold()) for name in names)

    def _is_own_annex(self, span: Span) -> bool:
        """Tell whether a blank number is that of the draft itself, in the head of an annex."""
        text = self.draft.text
        before = text[max(0, span.start - _AROUND) : span.start]
        blank = patterns()["without-number"].match(text[span.start : span.end])
        return bool(blank) and patterns()["own-annex"].search(before.lower()) is not None


def _rightly_spelt(citation: Citation, known: KnownDocument | None) -> str:
    """Return the number of a citation as it should be; empty where it is printed so.

    A symbol in words in capitals is not misspelt; dash and slash may be in the wrong places.
    """
    number = citation.number or ""
    in_capitals = number.upper() in _BLANKS.sub("", citation.printed)
    if not in_capitals and not _REPAIRS.isdisjoint(citation.repairs):
        return number
    if known is None or not number:
        return ""
    signs = [_NO_SIGNS.sub("", each) for each in (number, known.number)]
    swapped = signs[0] != signs[1] and sorted(signs[0]) == sorted(signs[1])
    return known.number if swapped else ""


def _prints_type(citation: Citation) -> bool:
    return bool(citation.type_name) and (citation.type_name or "").lower() in " ".join(
        citation.printed.lower().split()
    )


def _other_title(citation: Citation, known: KnownDocument) -> bool:
    """Tell whether the printed subject is another one than the known; laws have their type word."""
    printed = citation.title or ""
    if not (citation.number and printed and known.title) or citation.within is not None:
        return False
    named = f"{citation.type_name or ''} {printed}".strip()
    if same_subject(printed, known.title) or same_subject(named, known.title):
        return False
    alike = fuzz.token_set_ratio(subject_key(named), subject_key(known.title))
    return alike < _ALIKE and len(printed.split()) >= _SHORTEST_TITLE


def _other_term(citation: Citation, known: KnownDocument) -> str:
    """Return the term of office of a document where its citation prints another one."""
    found = _TERM.search(known.path)
    if found is None or not citation.term or not citation.printed.endswith(citation.term):
        return ""
    term = roman(int(found[1]))
    return term if term != citation.term else ""


def roman(number: int) -> str:
    """Return a number from 1 to 39 as a Roman numeral."""
    words = ""
    for value in sorted(_NUMERALS, reverse=True):
        while number >= value:
            words += _NUMERALS[value]
            number -= value
    return words


def _by(known: KnownDocument, day: date) -> bool:
    """Tell whether a document may have been issued by a day."""
    return known.issued_on is None or known.issued_on <= day


def _is_after(citation: Citation, day: date) -> bool:
    printed = citation.issued_on
    return bool(printed and printed.day and printed.iso() > day.isoformat())

"""What should be looked at in a draft before it is signed; nothing of it is stored.

The draft is read like any other document, then held against the registers: numbers, dates, titles,
documents that have ended, bodies that are no more, tasks that nobody was given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from loaders.grammar.tables import table
from loaders.obligations.scanning import opening_stop
from loaders.records import AssigneeBasis, SectionKind, Span, Status
from loaders.resolution.similarity import same_subject, subject_key
from luocdo.ended_bodies import ended_bodies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaders.records import Citation, ExtractedDocument, Obligation, Resolution, Section
    from ontology.registry import Registry
    from ontology.registry_rows import KnownDocument
    from ontology.shape_rules import Severity

_REPAIRS: Final = frozenset({"ocrSymbol", "letterForDigit", "diacritics"})
_LOOKING_BACK: Final = frozenset({"repeals", "replaces", "reviews"})
"""Relations in which a document that has ended is rightly named."""

_ENDED: Final = frozenset({"replaced", "ended"})
_YEAR: Final = re.compile(r"/(\d{4})/")
_BODY: Final = frozenset(
    {SectionKind.ITEM, SectionKind.PARAGRAPH, SectionKind.ARTICLE, SectionKind.TABLE_ROW}
)
_FRAME: Final = frozenset(
    {SectionKind.HEADING, SectionKind.DISTRIBUTION_LIST, SectionKind.SIGNATURE, SectionKind.NOISE}
)
_SHORTEST_TASK: Final = 5
_LONGEST_NAME: Final = 9
"""One more than the words of a name with which an item may begin."""

_SHARE: Final = 3
"""One item of so many names who is to act where all are expected to."""

_SHORTEST_TITLE: Final = 4
_ALIKE: Final = 88.0
"""Share of words in common, 0 to 100, from which a subject counts as shortened, not as another."""

_NEAR: Final = 30
"""Code points before and after the name of a body in which it is told to be of the past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to look at.

    Args:
        code: what it is; the translations have its sentence under `draft.<code>`.
        severity: warning for what is probably wrong, info for what could not be verified or is
            merely not stated.
        words: the words of the draft, on one line.
        line: number of the line that they begin on, from 1.
        start, end: where they stand, in code points.
        value: what the sentence names beside the words: another date, the successor, a title.
    """

    code: str
    severity: Severity
    words: str
    line: int
    start: int
    end: int
    value: str = ""


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of `drafts.toml` by id."""
    entries = table("luocdo", "drafts.toml")["pattern"]
    return {entry["id"]: re.compile(entry["reads"]) for entry in entries}


def check_draft(document: ExtractedDocument, registry: Registry, today: date) -> tuple[Remark, ...]:
    """Return the remarks on a draft, in the order of its words.

    Args:
        document: the draft as it was read.
        registry: the registers it was read with.
        today: taken for the day of the draft where it does not print a whole date.
    """
    draft = _Draft(document=document, registry=registry, today=today)
    found = {*draft.citations(), *draft.numbers(), *draft.bodies(), *draft.tasks()}
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A draft while it is looked through."""

    document: ExtractedDocument
    registry: Registry
    today: date

    @property
    def day(self) -> date:
        """Return the day of the draft, or today where it is not printed in full."""
        printed = self.document.metadata.issued_on
        if printed is None or printed.value.day is None:
            return self.today
        return date.fromisoformat(printed.value.iso())

    def remark(self, code: str, severity: Severity, span: Span, value: str = "") -> Remark:
        """Return a remark on the words of a span."""
        text = self.document.source.text
        return Remark(
            code=code,
            severity=severity,
            words=" ".join(text[span.start : span.end].split()),
            line=bisect_right(_breaks(text), span.start - 1) + 1,
            start=span.start,
            end=span.end,
            value=value,
        )

    def citations(self) -> Iterator[Remark]:
        """Give what is wrong with citations."""
        for citation in self.document.citations:
            resolution = self.document.resolutions[citation.index]
            yield from self._number_of(citation, resolution)
            known = self.registry.document(resolution.target) if resolution.target else None
            if known is not None:
                yield from self._against(citation, known)

    def _number_of(self, citation: Citation, resolution: Resolution) -> Iterator[Remark]:
        """Give what is wrong with the number of a citation, or could not be verified."""
        number, span = citation.number, citation.span
        if number and not _REPAIRS.isdisjoint(citation.repairs):
            yield self.remark("misspelt-number", "warning", span, number)
        year = _YEAR.search(number or "")
        if year and citation.issued_on and int(year[1]) != citation.issued_on.year:
            yield self.remark("year-conflict", "warning", span, str(citation.issued_on.year))
        elif _is_after(citation, self.day):
            yield self.remark("cites-later", "warning", span, self.day.isoformat())
        if resolution.reason == "type-conflict":
            yield self.remark("type-conflict", "warning", span)
        elif resolution.status is Status.NOT_IN_REGISTRY or (number and not resolution.target):
            yield self.remark("unknown-number", "info", span)
        elif resolution.target is None and citation.short_number:
            guesses = [self._called(guess.target) for guess in resolution.candidates[:3]]
            yield self.remark("unclear-number", "warning", span, "; ".join(guesses))

    def _against(self, citation: Citation, known: KnownDocument) -> Iterator[Remark]:
        """Give where a citation and the register disagree."""
        printed, span = citation.issued_on, citation.span
        if (
            printed
            and printed.day
            and known.issued_on
            and printed.iso() != known.issued_on.isoformat()
        ):
            yield self.remark("date-differs", "warning", span, known.issued_on.isoformat())
        if citation.number and citation.title and known.title and _other_title(citation, known):
            yield self.remark("title-differs", "warning", citation.title_span or span, known.title)
        looking_back = any(
            relation.target == citation.index and relation.kind in _LOOKING_BACK
            for relation in self.document.relations
        )
        if citation.within is None and not looking_back and self._has_ended(citation, known):
            yield self.remark("ended-document", "warning", span, self._called(known.replaced_by))

    def _has_ended(self, citation: Citation, known: KnownDocument) -> bool:
        """Tell whether a document had ended on the day of the draft.

        A law that is named without number and day means the one of that name which is in force.
        """
        if known.valid_to is not None and known.valid_to >= self.day:
            return False
        after = self.registry.document(known.replaced_by) if known.replaced_by else None
        if after is not None:
            if after.issued_on is not None and after.issued_on > self.day:
                return False
            bare = citation.number is None and citation.issued_on is None
            if bare and same_subject(after.title, known.title):
                return False
        return known.valid_to is not None or known.status in _ENDED

    def _called(self, path: str) -> str:
        """Return number, date and title of a document as far as the register knows them."""
        known = self.registry.document(path) if path else None
        if known is None:
            return path.removeprefix("id/vn/")
        issued = known.issued_on.isoformat() if known.issued_on else ""
        return " ".join(part for part in (known.number, issued, known.title) if part)

    def numbers(self) -> Iterator[Remark]:
        """Give what looks like a number and could not be read as one."""
        taken = [citation.span for citation in self.document.citations]
        taken += [s.span for s in self.document.sections if s.kind in _FRAME]
        number = self.document.metadata.number
        own = number.printed.strip() if number else ""
        for found in patterns()["number-like"].finditer(self.document.source.text):
            span = Span(start=found.start(), end=found.end())
            is_own = found[0].strip() == own
            if (
                not is_own
                and self._is_announced(span)
                and not any(_overlap(span, s) for s in taken)
            ):
                yield self.remark("malformed-number", "warning", span)

    def _is_announced(self, span: Span) -> bool:
        """Tell whether the word for number or a type of document stands right before a span."""
        text = self.document.source.text
        before = " ".join(text[max(0, span.start - _NEAR) : span.start].casefold().split())
        names = (
            name for row in self.registry.document_types for name in (row.name_vi, *row.aliases)
        )
        said = patterns()["announcing"].search(before) is not None
        return said or any(before.endswith(name.casefold()) for name in names)

    def bodies(self) -> Iterator[Remark]:
        """Give the bodies and provinces that had ended on the day of the draft."""
        text = self.document.source.text
        cited = [citation.span for citation in self.document.citations]
        for found in ended_bodies(text, self.registry, self.day):
            span = Span(start=found.start, end=found.end)
            before = text[max(0, span.start - _NEAR) : span.start].lower()
            after = text[span.end : span.end + _NEAR].lower()
            past = patterns()["formerly"].search(before) or patterns()["old"].match(after)
            if not past and not any(_overlap(span, other) for other in cited):
                yield self.remark("ended-body", "warning", span, found.successor)

    def tasks(self) -> Iterator[Remark]:
        """Give the tasks that nobody was given, and those without a day.

        Aims and principles name nobody either, so a task without an assignee counts where it has a
        deadline, or stands beside tasks that name theirs.
        """
        beside = self._groups_with_assignees()
        for task in self.document.obligations:
            yield from self._of_task(task, beside)
        for section in self._unread_items(beside):
            yield from self._of_item(section)

    def _of_task(self, task: Obligation, beside: set[int | None]) -> Iterator[Remark]:
        """Give what a task that was read leaves open."""
        if not task.assignments:
            dated = any(deadline.due for deadline in task.deadlines) and not task.targets
            if dated or self.document.sections[task.section].parent in beside:
                yield self.remark("unassigned-task", "warning", task.span)
        elif _binds(task) and not (task.deadlines or task.reports):
            yield self.remark("undated-task", "info", task.span)

    def _unread_items(self, beside: set[int | None]) -> Iterator[Section]:
        """Give the items beside tasks in which no task was read."""
        sections = self.document.sections
        taken = {task.section for task in self.document.obligations}
        above = {section.parent for section in sections}
        for section in sections:
            is_item = section.parent in beside and section.kind is SectionKind.ITEM
            if is_item and section.index not in taken | above and not section.lead_in:
                yield section

    def _of_item(self, section: Section) -> Iterator[Remark]:
        """Give what an item leaves open that says what a body is to do, or nobody."""
        if self._begins_with_body(section):
            if not any(sign.isdigit() for sign in self._words(section)):
                yield self.remark("undated-task", "info", section.span)
        elif self._is_order(section):
            yield self.remark("unassigned-task", "warning", section.span)

    def _groups_with_assignees(self) -> set[int | None]:
        """Return the sections below which a third of the items or more name who is to act."""
        sections = self.document.sections
        given = {task.section for task in self.document.obligations if _is_stated(task)}
        given |= {each.index for each in sections if self._begins_with_body(each)}
        named = Counter(sections[index].parent for index in given if sections[index].kind in _BODY)
        items = Counter(s.parent for s in sections if s.kind in _BODY)
        return {parent for parent, count in named.items() if _SHARE * count >= items[parent]}

    def _begins_with_body(self, section: Section) -> bool:
        """Tell whether an item begins with the name of a body that the registers know."""
        if section.kind is not SectionKind.ITEM:
            return False
        words = self._words(section).split()
        heads = (" ".join(words[:size]).rstrip(",;:.") for size in range(2, _LONGEST_NAME))
        return any(self.registry.agencies_named(head) for head in heads)

    def _words(self, section: Section) -> str:
        return self.document.source.text[section.span.start : section.span.end]

    def _is_order(self, section: Section) -> bool:
        """Tell whether an item says what is to be done and nobody who is to do it."""
        text, span, words = self.document.source.text, section.span, self._words(section)
        long_enough = len(words.split()) >= _SHORTEST_TASK
        named = any(agency.printed in words for agency in self.document.agencies if agency.target)
        begins = opening_stop(text, span.start, span.end)
        return bool(begins) and long_enough and not named


def _other_title(citation: Citation, known: KnownDocument) -> bool:
    """Tell whether the printed subject is another one than the known; laws have their type word."""
    printed = citation.title or ""
    named = f"{citation.type_name or ''} {printed}".strip()
    if same_subject(printed, known.title) or same_subject(named, known.title):
        return False
    alike = fuzz.token_set_ratio(subject_key(named), subject_key(known.title))
    return alike < _ALIKE and len(printed.split()) >= _SHORTEST_TITLE


def _binds(task: Obligation) -> bool:
    return task.force in {"mandatory", "directed"}


def _is_stated(task: Obligation) -> bool:
    return any(each.basis is AssigneeBasis.STATED for each in task.assignments)


def _is_after(citation: Citation, day: date) -> bool:
    printed = citation.issued_on
    return bool(printed and printed.day and printed.iso() > day.isoformat())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=1)
def _breaks(text: str) -> list[int]:
    return [place for place, sign in enumerate(text) if sign == "\n"]

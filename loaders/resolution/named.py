"""Citations without a complete number: by name ("Luật Cư trú") or in short ("Nghị quyết 12").

A law's name carries over its successors: the one in force on the day counts, so a name may mean
two laws between the passing of a new one and the end of the old. Source: domain.md, section 7.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from loaders.records import CitationForm
from loaders.resolution.numbered import (
    AGREEING,
    CERTAIN,
    MARGIN,
    ambiguous,
    found,
    may_cite,
    score,
    unresolved,
)
from loaders.resolution.similarity import same_change, subject_key
from loaders.resolution.standpoint import whole_day
from loaders.resolution.wordings import opening, phrases, spelt_out
from ontology.errors import IdentifierError
from ontology.identifiers import instance_parts
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from datetime import date

    from loaders.records import Citation, Resolution
    from loaders.resolution.agencies import AgencyNames, Body
    from loaders.resolution.standpoint import Standpoint
    from ontology.registry import KnownDocument, Registry

_RUNNING: Final = re.compile(r"0*(\d+(?:\.\d+)?[a-z]?)")
_YEAR_BEHIND: Final = re.compile(r"(?P<name>.+?) (?:(?P<word>[a-z]+) )?(?P<year>(?:19|20)\d{2})")
LAWS: Final = frozenset({"Law", "Code", "Ordinance", "Constitution"})
_NAME_ONLY: Final = "C"
_NATIONAL: Final = "national"
_SHORTEST_NEAR: Final = 18
_NEAR: Final = 95.0
_ENOUGH: Final = 0.8
_BY_NAME: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """When and in what company a name is used.

    Args:
        day: of the outer document where the mention stands in its title, else of the paper; where
            only a span is known, the last of it, None where it is open.
        newest: True where a paper carries out or spells out what it names, which then may be
            passed and not yet in force.
        since: the first day of the span where the day itself is not known.
    """

    day: date | None
    newest: bool = False
    since: date | None = None


class NamedDocuments:
    """Finds known documents by name, short form and subject.

    Args:
        registry: the registers.
        names: resolver of names of bodies.
    """

    def __init__(self, registry: Registry, names: AgencyNames) -> None:
        self.registry = registry
        self.names = names

    @cached_property
    def _by_running(self) -> dict[tuple[str, str], list[KnownDocument]]:
        """Return the known documents under type word and running number."""
        rows: defaultdict[tuple[str, str], list[KnownDocument]] = defaultdict(list)
        for row in self.registry.documents:
            kind = self.registry.document_type(row.type_code)
            running = _RUNNING.match(row.number)
            if kind is not None and running:
                rows[fold_words(kind.name_vi), running[1]].append(row)
        return rows

    @cached_property
    def _by_type(self) -> dict[str, list[KnownDocument]]:
        """Return the known documents under their type word."""
        rows: defaultdict[str, list[KnownDocument]] = defaultdict(list)
        for row in self.registry.documents:
            kind = self.registry.document_type(row.type_code)
            if kind is not None and row.certainty != _NAME_ONLY:
                rows[fold_words(kind.name_vi)].append(row)
        return rows

    @cached_property
    def _by_subject_key(self) -> dict[tuple[str, str], list[KnownDocument]]:
        """Return the known documents under type word and subject, with and without the word."""
        rows: defaultdict[tuple[str, str], list[KnownDocument]] = defaultdict(list)
        for word, documents in self._by_type.items():
            for row in documents:
                title = fold_words(row.title)
                bare = title.removeprefix(word).strip()
                for key in dict.fromkeys((title, bare, subject_key(title), subject_key(bare))):
                    rows[word, key].append(row)
        return rows

    @cached_property
    def _changing(self) -> dict[str, list[tuple[str, KnownDocument]]]:
        """Return the folded titles of amending laws under their type word."""
        rows: defaultdict[str, list[tuple[str, KnownDocument]]] = defaultdict(list)
        for word, documents in self._by_type.items():
            for row in documents:
                title = fold_words(row.title)
                if opening(title.removeprefix(word).strip(), "amending"):
                    rows[word].append((title, row))
        return rows

    def resolve(self, citation: Citation, stand: Standpoint, usage: Usage) -> Resolution:
        """Return what a short or named citation means by the registers.

        Args:
            citation: as read.
            stand: the citing paper.
            usage: when the name was used.
        """
        if citation.form is CitationForm.SHORT and citation.short_number:
            return self._short(citation, stand, usage.day)
        kind = self.registry.document_type(citation.document_type or "")
        if kind is not None and kind.class_name in LAWS:
            return self._law(citation, usage)
        return self._titled(citation, stand, usage.day)

    def _short(self, citation: Citation, stand: Standpoint, day: date | None) -> Resolution:
        """Return the document of a bare number: a name that all use, else the one that fits."""
        word = fold_words(citation.type_name or "")
        running = _RUNNING.match(citation.short_number or "")
        if not running:
            return unresolved(citation.index, "number-missing")
        called = self.registry.documents_called(f"{word} {citation.short_number}")
        rows = {row.path: row for row in (*called, *self._by_running.get((word, running[1]), ()))}
        fitting = [r for r in rows.values() if may_cite(r, day) and self._of_province(r, stand)]
        passed = whole_day(citation.issued_on)
        fitting = [r for r in fitting if passed is None or r.issued_on in {None, passed}]
        author = self.names.body(citation.issuer, stand) if citation.issuer else None
        fitting = [r for r in fitting if author is None or self._may_issue(author, r)]
        dated = [row for row in fitting if passed is not None and row.issued_on == passed]
        if len(dated) == 1:
            return found(citation.index, dated[0].path, ("byNumber", "byDate"), CERTAIN)
        code = author.code if author is not None else ""
        scored = sorted(
            ((row.path, _short_score(row, citation, code, stand)) for row in fitting),
            key=lambda pair: (-pair[1], pair[0]),
        )
        unnumbered = len(rows) == len(called) == 1 and not called[0].number
        return self._best(citation, scored, unique=unnumbered)

    def _may_issue(self, author: Body, row: KnownDocument) -> bool:
        """Tell whether a known document can be its printed author's: no local body's is central."""
        if author.agency.level == _NATIONAL:
            return True
        try:
            body, province = instance_parts(row.issuer, self.registry)
        except IdentifierError:
            return True
        return province is not None or body.level != _NATIONAL

    def _best(
        self, citation: Citation, scored: list[tuple[str, float]], *, unique: bool
    ) -> Resolution:
        """Return the best candidate where it leaves the others behind, else all of them."""
        if not scored:
            return unresolved(citation.index, "not-known")
        ahead = len(scored) == 1 or scored[0][1] - scored[1][1] >= MARGIN
        if (unique or scored[0][1] >= _ENOUGH) and ahead:
            method = "byAlias" if unique else "byTitle"
            return found(citation.index, scored[0][0], (method,), _BY_NAME)
        return ambiguous(citation.index, scored, "short-form")

    def _of_province(self, row: KnownDocument, stand: Standpoint) -> bool:
        """Tell whether a known document is central, or of the citing paper's province."""
        try:
            _, province = instance_parts(row.issuer, self.registry)
        except IdentifierError:
            return True
        return province is None or province == stand.province

    def _law(self, citation: Citation, usage: Usage) -> Resolution:
        """Return the law of a name: of the printed date or year, else the one in force."""
        named = fold_words(spelt_out(citation.title or citation.printed))
        name, year = _cut_year(named)
        rows = self._laws(fold_words(citation.type_name or ""), name)
        written = citation.issued_on
        year = written.year if written is not None else year
        passed = whole_day(written)
        dated = [row for row in rows if passed is not None and row.issued_on == passed]
        if len(dated) == 1:
            return found(citation.index, dated[0].path, ("byTitle", "byDate"), CERTAIN)
        if year is not None:
            rows = [row for row in rows if _year_of(row) == year]
            if len(rows) == 1:
                return found(citation.index, rows[0].path, ("byTitle", "byDate"), AGREEING)
        return _in_force(citation, [row for row in rows if may_cite(row, usage.day)], usage)

    def _laws(self, word: str, name: str) -> list[KnownDocument]:
        """Return the laws with a name, or with a name that it begins or spells a little wrong."""
        full = f"{word} {name}".strip()
        same = self._by_subject_key.get((word, name), [])
        called = [row for row in self.registry.documents_called(full) if row not in same]
        if same or called:
            return same + called
        if opening(name, "amending"):
            return [row for title, row in self._changing[word] if same_change(full, title)]
        return self._misspelt(word, name)

    def _misspelt(self, word: str, name: str) -> list[KnownDocument]:
        """Return the laws whose name differs by a letter that a scan lost."""
        if len(name) < _SHORTEST_NEAR:
            return []
        names = [key for kind, key in self._by_subject_key if kind == word]
        near = process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
        return self._by_subject_key[word, near[0]] if near is not None else []

    def _titled(self, citation: Citation, stand: Standpoint, day: date | None) -> Resolution:
        """Return the known document of a type whose subject is the one that is named."""
        word = fold_words(citation.type_name or "")
        name = fold_words(citation.title or "")
        term = f"{word} {fold_words(spelt_out(citation.printed)).removeprefix(word).strip()}"
        called = [
            row
            for alias in dict.fromkeys((f"{word} {name}", term, *_of_term(citation, word, name)))
            for row in self.registry.documents_called(alias)
            if may_cite(row, day) and self._is_kind(row, word)
        ]
        paths = list(dict.fromkeys(row.path for row in called))
        if len(paths) == 1:
            return found(citation.index, paths[0], ("byAlias",), AGREEING)
        if paths:
            return ambiguous(citation.index, [(p, 1 / len(paths)) for p in paths], "same-name")
        return self._by_subject(citation, stand, day)

    def _is_kind(self, row: KnownDocument, word: str) -> bool:
        """Tell whether a known document is of the type that the type word says."""
        kind = self.registry.document_type(row.type_code)
        named = kind is not None and fold_words(kind.name_vi) == word
        return named and row.certainty != _NAME_ONLY

    def _by_subject(self, citation: Citation, stand: Standpoint, day: date | None) -> Resolution:
        """Return the known document whose title is the one that is named, word for word."""
        if not citation.title:
            return unresolved(citation.index, "no-number")
        word, key = fold_words(citation.type_name or ""), subject_key(citation.title)
        rows = [
            row
            for row in self._by_subject_key.get((word, key), ())
            if may_cite(row, day) and self._of_province(row, stand)
        ]
        if len(rows) == 1:
            return found(citation.index, rows[0].path, ("byTitle",), _BY_NAME)
        if rows:
            scored = [(row.path, 1 / len(rows)) for row in rows]
            return ambiguous(citation.index, scored, "same-name")
        return unresolved(citation.index, "no-number")


def _of_term(citation: Citation, word: str, name: str) -> tuple[str, ...]:
    """Return the name of a paper with its term, where the mention prints only a part of it."""
    terms = phrases("term") if citation.term else ()
    return tuple(f"{word} {name} {term} {fold_words(citation.term or '')}" for term in terms)


def _short_score(row: KnownDocument, citation: Citation, author: str, stand: Standpoint) -> float:
    """Return how well a document fits a short form; a recent one a little better."""
    value = score(row, citation, author)
    near = stand.day is not None and row.issued_on is not None
    if near and stand.day is not None and row.issued_on is not None:
        value += max(0.0, 0.1 - (stand.day - row.issued_on).days / 36500)
    return min(value, 0.99)


def _cut_year(name: str) -> tuple[str, int | None]:
    """Return a name without the year behind it, and the year."""
    read = _YEAR_BEHIND.fullmatch(name)
    if not read or (read["word"] and read["word"] not in phrases("year")):
        return name, None
    return read["name"], int(read["year"])


def _year_of(row: KnownDocument) -> int | None:
    """Return the year of a law: of its passing, else of its number."""
    if row.issued_on is not None:
        return row.issued_on.year
    read = re.search(r"/(\d{4})/", row.number)
    return int(read[1]) if read else None


def _in_force(citation: Citation, rows: list[KnownDocument], usage: Usage) -> Resolution:
    """Return the one law of a name that is in force, or those between which nothing decides.

    Between the passing of a new law and the end of the old one, a name alone may mean either.
    """
    day, index = usage.day, citation.index
    if not rows:
        return unresolved(index, "not-known")
    alive = [row for row in rows if not _ended(row, usage.since or day)]
    if usage.since is not None:
        return _of_span(index, alive or rows)
    passed = [row for row in alive if row.valid_from and day and row.valid_from > day]
    valid = [row for row in alive if row not in passed]
    chosen = passed if usage.newest and passed else (valid if not passed else alive)
    if not chosen:
        return ambiguous(index, [(row.path, 1 / len(rows)) for row in rows], "ended")
    if len(chosen) == 1:
        return found(index, chosen[0].path, ("byTitle",), _BY_NAME)
    return ambiguous(index, [(row.path, 1 / len(chosen)) for row in chosen], "several-laws")


def _of_span(index: int, rows: list[KnownDocument]) -> Resolution:
    """Return the one law that a name may mean on any day of a span, or all of them."""
    if len(rows) == 1:
        return found(index, rows[0].path, ("byTitle",), _BY_NAME)
    return ambiguous(index, [(row.path, 1 / len(rows)) for row in rows], "several-laws")


def _ended(row: KnownDocument, day: date | None) -> bool:
    """Tell whether a law had ended by a day."""
    return day is not None and row.valid_to is not None and row.valid_to < day

"""Citations that print a complete number: to the one document that bears it.

Status by ontology.md, section 4: a number whose series is certain leads to a path even where
nothing else is known of the document; a wrong link is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from loaders.records import Candidate, Resolution, Status
from loaders.resolution.other_terms import may_be_another
from loaders.resolution.series import series_of, term_scopes
from loaders.resolution.similarity import is_part_of, same_subject
from loaders.resolution.standpoint import whole_day
from ontology.document_numbers import parse_number
from ontology.errors import IdentifierError
from ontology.identifiers import document_path
from ontology.quick_records import quick

if TYPE_CHECKING:
    from datetime import date

    from loaders.records import Citation
    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.series import Series, SeriesReading
    from loaders.resolution.standpoint import Standpoint
    from ontology.document_numbers import DocumentNumber
    from ontology.registry import DocumentType, KnownDocument

CERTAIN: Final = 0.98
AGREEING: Final = 0.95
BY_NUMBER: Final = 0.9
ONLY_KNOWN: Final = 0.85
OTHER_DATE: Final = 0.8
MARGIN: Final = 0.25
_OWN_TERM: Final = 0.62
_LAST_TERM: Final = 0.31
_A_YEAR: Final = timedelta(days=365)
_GENERIC: Final = frozenset({"VB", "CV"})
_LAWS: Final = frozenset({"Law", "Code"})


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A citation with a number, parsed.

    Args:
        citation: as read.
        number: its parts.
        kind: the type that word and symbol agree on; None where they do not.
        day: date of the cited document where whole.
        year: year of the cited document, where number or date print it.
    """

    citation: Citation
    number: DocumentNumber
    kind: DocumentType | None
    day: date | None
    year: int | None


def read_numbered(citation: Citation, stand: Standpoint) -> Numbered | None:
    """Return the parts of a citation's number, or None where it has none that can be read.

    Args:
        citation: as read.
        stand: the citing paper, for the registers.
    """
    registry = stand.registry
    word = registry.document_type(citation.document_type or "")
    try:
        number = parse_number(citation.number or "", registry, document_type=word)
    except IdentifierError:
        return None
    written = citation.issued_on
    return Numbered(
        citation=citation,
        number=number,
        kind=agreed_type(number, word, stand),
        day=whole_day(written),
        year=number.year or (written.year if written else None),
    )


def agreed_type(
    number: DocumentNumber, word: DocumentType | None, stand: Standpoint
) -> DocumentType | None:
    """Return the type that the word before a number and the symbol in it agree on.

    Args:
        number: the parsed number.
        word: type of the word; None where none is printed.
        stand: for the registers.
    """
    if number.type_symbol is None:
        generic = word is None or word.code in _GENERIC
        dispatch = stand.registry.document_type("CV")
        return dispatch if generic and number.assembly_term is None else word
    printed = stand.registry.types_printed(number.type_symbol)
    fitting = [row for row in printed if row.system in {number.system, "both"}] or list(printed)
    if word is None or word.code in _GENERIC:
        return fitting[0] if fitting else None
    symbols = {word.symbol, *word.other_symbols}
    return word if number.type_symbol in symbols else None


def resolve_numbered(read: Numbered, stand: Standpoint, names: AgencyNames) -> Resolution:
    """Return what a citation with a number means, from the registers and the paper alone.

    Args:
        read: the citation with its parsed number.
        stand: the citing paper.
        names: resolver of names of bodies.
    """
    index = read.citation.index
    if read.kind is None:
        return unresolved(index, _type_reason(read))
    known = _known(read, stand)
    dated = [row for row in known if read.day is not None and row.issued_on == read.day]
    if len(dated) == 1:
        return found(index, dated[0].path, ("byNumber", "byDate"), CERTAIN)
    if read.day and read.number.year and read.day.year != read.number.year and not known:
        return unresolved(index, "year-conflict")
    reading = series_of(read.number, read.citation.issuer, read.citation.issued_on, stand, names)
    paths = [path for series in reading.options for path in paths_of(read, series, stand)]
    if len(paths) == 1:
        return _certain(read, paths[0], stand)
    if len(paths) > 1:
        return ambiguous(index, [(path, 1 / len(paths)) for path in paths], reading.reason)
    author = names.body(read.citation.issuer, stand) if read.citation.issuer else None
    code = author.code if author is not None else ""
    return _from_registry(read, known, reading, stand, code)


def _type_reason(read: Numbered) -> str:
    """Return why a citation has no type."""
    return "type-missing" if read.citation.document_type is None else "type-conflict"


def _known(read: Numbered, stand: Standpoint) -> list[KnownDocument]:
    """Return the known documents with this number that are of the same sort."""
    kind = read.kind
    rows = stand.registry.documents_numbered(read.number.key)
    if kind is None or not rows:
        return []
    law = kind.class_name in _LAWS
    types = {row.code: row for row in stand.registry.document_types}
    return [row for row in rows if (types[row.type_code].class_name in _LAWS) == law]


def paths_of(read: Numbered, series: Series, stand: Standpoint) -> list[str]:
    """Return the paths of a number in a series: none where year or term is not known."""
    scopes: tuple[str, ...] = ("",)
    if series.party:
        scopes = term_scopes(series, stand, read.day, read.citation.term)
    made = []
    for scope in scopes:
        try:
            made.append(_path(read, series, scope, stand))
        except IdentifierError:
            continue
    return made


def _path(read: Numbered, series: Series, scope: str, stand: Standpoint) -> str:
    """Return one path; the type is known here."""
    if read.kind is None:
        raise IdentifierError("type-missing", f"{read.number.printed}: the type is not known.")
    return document_path(
        read.number,
        read.kind,
        series=series.code,
        year=read.year,
        term=scope,
        registry=stand.registry,
    )


def _certain(read: Numbered, path: str, stand: Standpoint) -> Resolution:
    """Return the document of a certain path: known to the registers or not."""
    index = read.citation.index
    row = stand.registry.document(path) or _twin(read, path, stand)
    other = bool(row and read.day and row.issued_on and row.issued_on != read.day)
    methods = ("byNumber",) if other else ("byNumber", *_scope_methods(read))
    if row is None:
        return Resolution(
            citation=index,
            status=Status.NOT_IN_REGISTRY,
            target=path,
            methods=methods,
            reason="number-complete",
            confidence=BY_NUMBER,
        )
    return found(index, row.path, methods, OTHER_DATE if other else AGREEING)


def _twin(read: Numbered, path: str, stand: Standpoint) -> KnownDocument | None:
    """Return the known document of the day in the other series of the year.

    Papers leave out the year that a normative number prints ("95/QĐ-TTg ngày 17/7/2009"): where
    the plain number is not known and the normative one of that very day is, it is meant.
    """
    head, _, running = path.rpartition("/")
    row = stand.registry.document(f"{head}-qp/{running}")
    same_day = row is not None and read.day is not None and row.issued_on == read.day
    return row if same_day else None


def _scope_methods(read: Numbered) -> tuple[str, ...]:
    """Return by what, beside the number, its year or term was found."""
    if read.citation.term:
        return ("byTerm",)
    return ("byDate",) if read.citation.issued_on else ()


def _from_registry(
    read: Numbered,
    known: list[KnownDocument],
    reading: SeriesReading,
    stand: Standpoint,
    author: str,
) -> Resolution:
    """Return the known document of a number whose year or term is not printed.

    Only documents of the series count that are not younger than the citing paper and of which no
    other date is printed; author and subject choose between several.
    """
    index = read.citation.index
    codes = {series.code for series in reading.options}
    rows = [
        row
        for row in known
        if row.path.split("/")[3] in codes and may_cite(row, stand.day) and read.day is None
    ]
    scored = sorted(((row.path, score(row, read.citation, author)) for row in rows), key=_order)
    if not scored:
        own = _of_own_terms(read, reading, stand)
        if len(own) > 1:
            return ambiguous(index, own, "term-of-paper")
        return unresolved(index, reading.reason or "year-or-term-missing")
    if len(scored) > 1 and scored[0][1] - scored[1][1] < MARGIN:
        return ambiguous(index, scored, "several-terms")
    methods = _agreeing(read.citation, scored[0][0], stand, author)
    if methods:
        return found(index, scored[0][0], methods, ONLY_KNOWN)
    return ambiguous(index, scored, "other-terms")


def _of_own_terms(
    read: Numbered, reading: SeriesReading, stand: Standpoint
) -> list[tuple[str, float]]:
    """Return the paths of a provincial committee's number in the paper's own term and the last.

    A paper mostly cites its own term where it prints none; nothing follows for a printed date.
    """
    series = reading.options[0] if len(reading.options) == 1 else None
    if series is None or not series.body or stand.day is None or read.citation.issued_on:
        return []
    terms = stand.registry.terms_on(series.body, stand.day)
    if len(terms) != 1 or terms[0].valid_from is None:
        return []
    before = stand.registry.terms_on(series.body, terms[0].valid_from - _A_YEAR)
    scopes = [terms[0].code, *(term.code for term in before)]
    paths = [_path(read, series, scope, stand) for scope in dict.fromkeys(scopes)]
    return list(zip(paths, (_OWN_TERM, _LAST_TERM), strict=False))


def _agreeing(citation: Citation, path: str, stand: Standpoint, author: str) -> tuple[str, ...]:
    """Return by what a known document is the one that a number means; nothing where it may not be.

    Its subject must agree, or no other term can have reached the number and neither subject nor
    author speaks against it.
    """
    row = stand.registry.document(path)
    if row is None:
        return ()
    if citation.title and same_subject(citation.title, row.title):
        return ("byNumber", "byTitle")
    against = bool(citation.title) or bool(author and row.issuer and author != row.issuer)
    if against or may_be_another(row, stand.day, stand.registry):
        return ()
    return ("byNumber",)


def _order(scored: tuple[str, float]) -> tuple[float, str]:
    """Return the key that puts the best first."""
    return -scored[1], scored[0]


def may_cite(row: KnownDocument, day: date | None) -> bool:
    """Tell whether a paper of the day may cite a known document: it is not younger."""
    return day is None or row.issued_on is None or row.issued_on <= day


def score(row: KnownDocument, citation: Citation, author: str) -> float:
    """Return how well a known document fits the words of a citation, 0 to 1.

    Args:
        row: the document.
        citation: its subject, where it gives one, counts for or against.
        author: code of the author that the citation names, or nothing.
    """
    value = 0.5
    if citation.title:
        value += _subject_score(citation.title, row.title)
    if author:
        value += 0.15 if author == row.issuer else -0.15
    return value


def _subject_score(cited: str, known: str) -> float:
    """Return how much a cited subject speaks for a known title, or against it."""
    if same_subject(cited, known):
        return 0.3
    return 0.25 if is_part_of(cited, known) else -0.2


def found(index: int, path: str, methods: tuple[str, ...], confidence: float) -> Resolution:
    """Return a resolved citation."""
    return Resolution(
        citation=index,
        status=Status.RESOLVED,
        target=path,
        methods=methods,
        reason="agrees",
        confidence=confidence,
    )


def ambiguous(index: int, scored: list[tuple[str, float]], reason: str) -> Resolution:
    """Return an ambiguous citation, or an unresolved one where one candidate alone is left."""
    unique = list(dict(scored).items())
    candidates = tuple(
        Candidate(target=path, score=round(value, 2), reason=reason or "same-number")
        for path, value in sorted(unique, key=lambda pair: (-pair[1], pair[0]))
    )
    status = Status.AMBIGUOUS if len(candidates) > 1 else Status.UNRESOLVED
    return Resolution(
        citation=index,
        status=status,
        candidates=candidates,
        methods=("byNumber",),
        reason=reason or "same-number",
        confidence=candidates[0].score if candidates else 0.0,
    )


def unresolved(index: int, reason: str) -> Resolution:
    """Return a citation of which no document is known."""
    return Resolution(citation=index, status=Status.UNRESOLVED, reason=reason)

"""Open citations against the documents of a collection: what the registers could not decide.

Only what is sure decides: the same number with the same date, or with the same subject. Everything
else stays open; stored documents that may be meant join the candidates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from loaders.resolution.numbered import MARGIN, ambiguous, found
from loaders.resolution.similarity import same_subject
from ontology.document_numbers import parse_number
from ontology.errors import IdentifierError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from loaders.records import Candidate, Citation, Resolution
    from ontology.registry import Registry

_BY_DATE: Final = 0.9
_BY_TITLE: Final = 0.88
_BY_TERM: Final = 0.75
_POSSIBLE: Final = 0.3
_TERM: Final = "/nk"
"""Opens the scope of a provincial committee's term in a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPaper:
    """A document of the collection, as far as it can be told apart.

    Args:
        path: its path.
        printed_number: its number; empty where blank.
        issued_on: its date; None where unknown.
        title: its subject.
    """

    path: str
    printed_number: str
    issued_on: date | None
    title: str


def decide_among(
    citation: Citation,
    stored: Iterable[StoredPaper],
    candidates: tuple[Candidate, ...],
    registry: Registry,
    day: date | None = None,
) -> Resolution | None:
    """Return what an open citation means, or None where the collection adds nothing.

    Args:
        citation: the citation, which the registers left unresolved or ambiguous.
        stored: documents with the same running number.
        candidates: those that the registers gave.
        registry: the registers.
        day: of the citing paper, which cites nothing younger; None where not known.
    """
    fitting = [p for p in stored if _is_older(p, day) and _fits(citation, p, registry)]
    for method, confidence, test in (
        ("byDate", _BY_DATE, _same_date),
        ("byTitle", _BY_TITLE, _same_title),
    ):
        sure = [paper for paper in fitting if test(citation, paper)]
        if len(sure) == 1:
            return found(citation.index, sure[0].path, ("byNumber", method), confidence)
    if _is_of_term(citation, fitting, candidates):
        return found(citation.index, candidates[0].target, ("byNumber", "byTerm"), _BY_TERM)
    known = [(candidate.target, candidate.score) for candidate in candidates]
    new = [(p.path, _POSSIBLE) for p in fitting if p.path not in dict(known)]
    if not new or len(new) + len(known) < 2:  # noqa: PLR2004 - one candidate alone is none
        return None
    return ambiguous(citation.index, [*known, *new], "same-number")


def _is_older(paper: StoredPaper, day: date | None) -> bool:
    """Tell whether a paper may be cited on a day."""
    return day is None or paper.issued_on is None or paper.issued_on <= day


def _is_of_term(
    citation: Citation, fitting: list[StoredPaper], candidates: tuple[Candidate, ...]
) -> bool:
    """Tell whether the one document that fits is that of the citing paper's own term.

    Committees number anew each term, and a number without day or term is that of the running one
    unless another document of the collection bears it.
    """
    if not citation.number or len(candidates) < 2 or len(fitting) != 1:  # noqa: PLR2004 - a rival
        return False
    first, second = candidates[0], candidates[1]
    own = first.score - second.score >= MARGIN
    return own and _TERM in first.target and fitting[0].path == first.target


def _fits(citation: Citation, paper: StoredPaper, registry: Registry) -> bool:
    """Tell whether number, type and date of a paper do not speak against the mention."""
    try:
        number = parse_number(paper.printed_number, registry)
    except IdentifierError:
        return False
    kind = registry.document_type(citation.document_type or "")
    if kind and number.type_symbol and number.type_symbol != kind.symbol:
        return False
    if citation.number and _key(citation.number, registry) != number.key:
        return False
    if citation.short_number and citation.short_number.lstrip("0") != number.running:
        return False
    dated = citation.issued_on is not None and paper.issued_on is not None
    return not dated or _same_date(citation, paper)


def _key(printed: str, registry: Registry) -> str:
    try:
        return parse_number(printed, registry).key
    except IdentifierError:
        return ""


def _same_date(citation: Citation, paper: StoredPaper) -> bool:
    written = citation.issued_on
    if written is None or paper.issued_on is None:
        return False
    return paper.issued_on.isoformat().startswith(written.iso()) and written.day is not None


def _same_title(citation: Citation, paper: StoredPaper) -> bool:
    return bool(citation.title and paper.title) and same_subject(citation.title or "", paper.title)

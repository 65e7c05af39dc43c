"""One paper whose mentions explain each other, read in the order of its text.

A number without its year by the run it stands in or by the same number elsewhere; an annexed paper
by the document that promulgates it; a short name by the mention beside it; a name by its like.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from loaders.records import CitationForm, Status
from loaders.resolution.named import LAWS
from loaders.resolution.numbered import ambiguous, found
from loaders.resolution.similarity import same_subject, subject_key
from loaders.resolution.wordings import codes, opening, phrases
from ontology.document_numbers import parse_number
from ontology.errors import IdentifierError
from ontology.identifiers import annex_path
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from loaders.records import Citation, Resolution
    from ontology.registry import Registry

SETTLED: Final = frozenset({Status.RESOLVED, Status.NOT_IN_REGISTRY})
_ANTECEDENT: Final = 0.9
_SAME_RUN: Final = 0.85
_NAMED_ABOVE: Final = 0.8
_FEW: Final = 5
_RUN_LENGTH: Final = 250
_RUN_MENTIONS: Final = 8
_BESIDE: Final = 60
_TITLE_LENGTH: Final = 400
_OPENING: Final = 20
_MOST: Final = 100
"""How many mentions that say different things are held against an open one."""
_BACK: Final = 2000
"""How many characters before a short name its document may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPaper:
    """The citing paper as its own citations may mean it.

    Args:
        path: of the paper.
        title: its subject; "ban hành Quy chế ..." makes that statute its annex.
    """

    path: str
    title: str


class Paper:
    """One paper whose mentions explain each other.

    Args:
        citations: in order of their start.
        text: the words that their spans count in.
        resolutions: what each means by itself; changed while the paper is read.
        registry: the registers.
        own: the paper itself.
    """

    def __init__(
        self,
        *,
        citations: Sequence[Citation],
        text: str,
        resolutions: list[Resolution],
        registry: Registry,
        own: OwnPaper,
    ) -> None:
        self.citations = citations
        self.own = own
        self.text = text
        self.resolutions = resolutions
        self.registry = registry
        self.numbers = [self._number_key(citation) for citation in citations]
        self.subjects = [subject_key(citation.title or "") for citation in citations]
        self.settled: dict[tuple[str, str], dict[tuple[object, ...], int]] = {}
        for place in range(len(citations)):
            self._register(place)

    def _keys(self, place: int) -> Iterator[tuple[str, str]]:
        """Give what other mentions may find a mention by: number, running number, subject."""
        citation, number = self.citations[place], self.numbers[place]
        if number:
            yield "number", number
            yield "running", number.partition("/")[0]
        if citation.title:
            yield f"subject {citation.document_type}", self.subjects[place]
        if citation.title and number:
            yield f"opening {citation.document_type}", self.subjects[place][:_OPENING]

    def _register(self, place: int) -> None:
        """Let other mentions find a settled one; of those that say the same, the last counts."""
        target = self._target(place)
        if target is None:
            return
        citation = self.citations[place]
        author = fold_words(citation.issuer or "")
        sort = (citation.document_type, author, self.subjects[place], bool(citation.number), target)
        for key in self._keys(place):
            self.settled.setdefault(key, {})[sort] = place

    def _others(self, *keys: tuple[str, str]) -> list[int]:
        """Return places of settled mentions with a key, one of each sort, not more than a few."""
        found_places = {other for key in keys for other in self.settled.get(key, {}).values()}
        return sorted(found_places)[:_MOST]

    def settle(self) -> tuple[Resolution, ...]:
        """Return the resolutions after the paper was read for what its mentions share."""
        steps = (
            self._by_outer,
            self._by_same_number,
            self._by_run,
            self._by_same_number,
            self._by_annex,
            self._by_definition,
            self._by_same_name,
        )
        for step in steps:
            for place in range(len(self.citations)):
                self._settle_one(place, step)
        self._refer_back()
        return tuple(self.resolutions)

    def _refer_back(self) -> None:
        """Give "the directive named above" the one directive that is named before it.

        Where several are, all of them are candidates; where one of them is not known, none is it.
        """
        named: dict[str | None, dict[str, str]] = {}
        for place, citation in enumerate(self.citations):
            earlier = named.setdefault(citation.document_type, {})
            if citation.form is not CitationForm.ANAPHORIC:
                target = self._target(place) or ""
                earlier.setdefault(target or self._words(place), target)
            elif earlier:
                self.resolutions[place] = self._named_above(citation, list(earlier.values()))

    def _words(self, place: int) -> str:
        """Return what tells an open mention from others of its type."""
        citation = self.citations[place]
        return self.numbers[place] or citation.short_number or self.subjects[place]

    def _named_above(self, citation: Citation, targets: list[str]) -> Resolution:
        """Return what a mention that points back means, of the papers of its type before it."""
        known = [target for target in targets if target]
        if len(targets) > 1 or not known:
            few = known[-_FEW:]
            return ambiguous(
                citation.index, [(path, 1 / len(targets)) for path in few], "anaphoric"
            )
        listed = self.registry.document(known[0]) is not None
        status = Status.RESOLVED if listed else Status.NOT_IN_REGISTRY
        base = found(citation.index, known[0], ("byAntecedent",), _NAMED_ABOVE)
        return replace(base, status=status, reason="named-above")

    def _settle_one(self, place: int, by: Callable[[int], Resolution | None]) -> None:
        """Replace a resolution that is open by what a step finds."""
        if self.resolutions[place].status in SETTLED:
            return
        better = by(place)
        if better is not None:
            self.resolutions[place] = better
            self._register(place)

    def _number_key(self, citation: Citation) -> str:
        """Return the key of a citation's number; empty where it has none that can be read."""
        try:
            return parse_number(citation.number, self.registry).key if citation.number else ""
        except IdentifierError:
            return ""

    def _target(self, place: int) -> str | None:
        """Return the target of a mention that is settled."""
        resolution = self.resolutions[place]
        return resolution.target if resolution.status in SETTLED else None

    def _by_outer(self, place: int) -> Resolution | None:
        """Return the document that the register says the outer paper continues or carries out."""
        citation, key = self.citations[place], self.numbers[place]
        target = self._target(citation.within) if citation.within is not None else None
        row = self.registry.document(target) if target and key else None
        related = {row.continues, row.implements} if row else set()
        numbered = {each.path for each in self.registry.documents_numbered(key)} & related
        if len(numbered) != 1:
            return None
        return found(citation.index, numbered.pop(), ("byNumber", "byAntecedent"), _ANTECEDENT)

    def _by_run(self, place: int) -> Resolution | None:
        """Give a State number without a year the year of the run of numbers it stands in.

        "Công điện số 217/CĐ-TTg, 218/CĐ-TTg và số 222/CĐ-TTg ngày 19/11/2025" prints it once.
        """
        citation = self.citations[place]
        if not citation.number or citation.issued_on or "-" in citation.number.split("/")[0]:
            return None
        if self.resolutions[place].status is Status.AMBIGUOUS:
            return None
        tail = self._tail(place)
        for other in self._around(place):
            target = self._target(other)
            if target and tail and self._tail(other) == tail and self._in_run(place, other):
                return self._like(place, target)
        return None

    def _tail(self, place: int) -> str:
        """Return what follows the running number of a mention, folded."""
        return self.numbers[place].partition("/")[2]

    def _around(self, place: int) -> list[int]:
        """Return the places after and before, the nearest first."""
        after, before = range(place + 1, len(self.citations)), range(place - 1, -1, -1)
        return [*after[:_RUN_MENTIONS], *before[:_RUN_MENTIONS]]

    def _in_run(self, place: int, other: int) -> bool:
        """Tell whether two mentions stand in one run: near each other, without a full stop."""
        one, two = sorted((place, other))
        between = self.text[self.citations[one].span.end : self.citations[two].span.start]
        return len(between) <= _RUN_LENGTH and ";" not in between and ". " not in between

    def _like(self, place: int, target: str) -> Resolution | None:
        """Return the path of a number in the series and year of a neighbour."""
        running = self.numbers[place].partition("/")[0].lower()
        path = f"{target.rpartition('/')[0]}/{running}"
        known = self.registry.document(path) is not None
        status = Status.RESOLVED if known else Status.NOT_IN_REGISTRY
        base = found(self.citations[place].index, path, ("byNumber", "byAntecedent"), _SAME_RUN)
        return replace(base, status=status, reason="same-run")

    def _by_same_number(self, place: int) -> Resolution | None:
        """Return the document of the other mentions of the same number."""
        key = self.numbers[place]
        if not key:
            return self._short_of_full(place)
        same = [other for other in self._others(("number", key)) if self._same_kind(place, other)]
        return self._agree(place, same)

    def _short_of_full(self, place: int) -> Resolution | None:
        """Return the document whose full number a short form repeats."""
        citation = self.citations[place]
        if citation.form is not CitationForm.SHORT or not citation.short_number:
            return None
        running = citation.short_number.lstrip("0").upper()
        same = [
            other
            for other in self._others(("running", running))
            if self._same_kind(place, other) and self._same_author(place, other)
        ]
        return self._agree(place, same)

    def _same_kind(self, place: int, other: int) -> bool:
        """Tell whether two mentions bear one type word, or one bears none."""
        one, two = self.citations[place].document_type, self.citations[other].document_type
        return one is None or two is None or one == two

    def _same_author(self, place: int, other: int) -> bool:
        """Tell whether two mentions name one author, or one names none."""
        one, two = self.citations[place].issuer, self.citations[other].issuer
        return one is None or two is None or fold_words(one) == fold_words(two)

    def _agree(self, place: int, others: list[int]) -> Resolution | None:
        """Return the one document that other mentions mean, or all of them as candidates."""
        targets: dict[str, Status] = {}
        for other in others:
            target = self._target(other)
            if target is not None:
                targets.setdefault(target, self.resolutions[other].status)
        index = self.citations[place].index
        if len(targets) > 1:
            return ambiguous(index, [(path, 1 / len(targets)) for path in targets], "same-paper")
        for target, status in targets.items():
            base = found(index, target, ("byAntecedent",), _ANTECEDENT)
            return replace(base, status=status, reason="same-paper")
        return None

    def _by_annex(self, place: int) -> Resolution | None:
        """Return the annex of the document that promulgates or approves a named paper."""
        citation = self.citations[place]
        if citation.form is not CitationForm.NAMED or not citation.type_name:
            return None
        outer = self._promulgator(place)
        if outer is not None and self.citations[outer].document_type in codes("no-promulgator"):
            return None
        target = self._target(outer) if outer is not None else self._own_annex(place)
        if target is None or target.endswith("/annex"):
            return None
        base = found(citation.index, annex_path(target), ("byAntecedent",), _ANTECEDENT)
        known = self.registry.document(annex_path(target)) is not None
        status = Status.RESOLVED if known else Status.NOT_IN_REGISTRY
        return replace(base, status=status, reason="annexed")

    def _own_annex(self, place: int) -> str | None:
        """Return the paper itself, where its title says that it puts a named paper into being."""
        citation = self.citations[place]
        title = fold_words(self.own.title)
        rest = title[len(opening(title, "promulgates")) :].strip()
        named = fold_words(f"{citation.type_name} {citation.title or ''}")
        return self.own.path if rest != title and citation.title and rest == named else None

    def _promulgator(self, place: int) -> int | None:
        """Return the place of the document that puts a named paper into being."""
        citation = self.citations[place]
        word = fold_words(citation.type_name or "")
        if citation.within is not None:
            title = fold_words(self.citations[citation.within].title or "")
            lead = opening(title, "promulgates")
            if lead and title[len(lead) :].strip().startswith(word):
                return citation.within
        after = place + 1
        while after < len(self.citations) and self.citations[after].within == place:
            after += 1
        if after < len(self.citations) and self._hangs_on(place, after):
            return after
        return None

    def _hangs_on(self, place: int, after: int) -> bool:
        """Tell whether the words before the next mention say that it promulgates this one."""
        citation, next_one = self.citations[place], self.citations[after]
        end = max(citation.span.end, citation.title_span.end if citation.title_span else 0)
        if next_one.form not in {CitationForm.FULL, CitationForm.LISTED}:
            return False
        if not 0 <= next_one.span.start - end <= _BESIDE:
            return False
        between = fold_words(self.text[end : next_one.span.start])
        return between in phrases("promulgated-with")

    def _by_definition(self, place: int) -> Resolution | None:
        """Return the document beside which a short name is defined in brackets."""
        if place == 0:
            return None
        citation = self.citations[place]
        before = self.text[max(0, citation.span.start - _BESIDE) : citation.span.start]
        words = fold_words(before.rpartition("(")[2])
        if "(" not in before or not any(words.endswith(p) for p in phrases("called-for-short")):
            return None
        holder = next(
            (
                other
                for other in takewhile(
                    lambda o: citation.span.start - self.citations[o].span.start < _BACK,
                    range(place - 1, -1, -1),
                )
                if self.citations[other].within is None
                and citation.span.start - self.citations[other].span.end < _TITLE_LENGTH
            ),
            None,
        )
        target = self._target(holder) if holder is not None else None
        if target is None or holder is None:
            return None
        base = found(citation.index, target, ("byAlias", "byAntecedent"), _ANTECEDENT)
        return replace(base, status=self.resolutions[holder].status, reason="defined-here")

    def _by_same_name(self, place: int) -> Resolution | None:
        """Return the document of another mention of the same type and subject."""
        citation = self.citations[place]
        if citation.number or not citation.title or not citation.type_name:
            return None
        kind, key = citation.document_type, self.subjects[place]
        keys = ((f"subject {kind}", key), (f"opening {kind}", key[:_OPENING]))
        same = [
            other
            for other in self._others(*keys)
            if self._names_same(place, other) and self._same_year(place, other)
        ]
        return self._agree(place, same)

    def _same_year(self, place: int, other: int) -> bool:
        """Tell whether the year that a name prints, if any, is that of the other's document."""
        written, target = self.citations[place].issued_on, self._target(other)
        return written is None or target is None or f"/{written.year}" in target

    def _names_same(self, place: int, other: int) -> bool:
        """Tell whether another mention has the type and the subject of this one."""
        one, two = self.citations[place], self.citations[other]
        if self.subjects[place] == self.subjects[other]:
            return True
        kind = self.registry.document_type(one.document_type or "")
        law = kind is not None and kind.class_name in LAWS
        return not law and bool(two.number) and same_subject(one.title or "", two.title or "")

"""What all citations of a paper mean: each by itself, then by what the paper says elsewhere.

First numbers and names by the registers, then what is still open by the paper's other mentions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from loaders.records import CitationForm
from loaders.resolution.named import NamedDocuments, Usage
from loaders.resolution.numbered import read_numbered, resolve_numbered, unresolved
from loaders.resolution.paper import SETTLED, Paper
from loaders.resolution.standpoint import whole_day
from loaders.resolution.wordings import opening
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.records import Citation, Resolution
    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.paper import OwnPaper
    from loaders.resolution.standpoint import Standpoint
    from ontology.registry import Registry


_YEAR: Final = re.compile(r"/((?:19|20)[0-9]{2})/")


class Documents:
    """Resolves the citations of papers.

    Args:
        registry: the registers.
        names: resolver of names of bodies.
    """

    def __init__(self, registry: Registry, names: AgencyNames) -> None:
        self.registry = registry
        self.names = names
        self.named = NamedDocuments(registry, names)

    def resolve(
        self, citations: Sequence[Citation], text: str, stand: Standpoint, own: OwnPaper
    ) -> tuple[Resolution, ...]:
        """Return what each citation means, in their order.

        Args:
            citations: of one paper, in order of their start.
            text: the words that their spans count in.
            stand: where the paper stands.
            own: the paper itself.
        """
        used = _used(citations, stand)
        first: list[Resolution] = []
        for citation in citations:
            outer = citation.within
            around = used if outer is None else self._outer(citations[outer], first[outer], used)
            first.append(self._alone(citation, citations, stand, around))
        paper = Paper(
            citations=citations, text=text, resolutions=first, registry=self.registry, own=own
        )
        return paper.settle()

    def _outer(self, outer: Citation, meant: Resolution, used: Usage) -> Usage:
        """Return when the paper was issued whose title holds a mention, as far as that is known.

        Args:
            outer: the paper with the title.
            meant: what it means: the register may know its day.
            used: the day of the citing paper, where nothing tells that of the other.
        """
        row = self.registry.document(meant.target) if meant.target else None
        day = whole_day(outer.issued_on) or (row.issued_on if row else None)
        year = _YEAR.search(outer.number or "")
        if day is None and year is not None:
            return Usage(day=date(int(year[1]), 12, 31), since=date(int(year[1]), 1, 1))
        return Usage(day=day) if day else used

    def _alone(
        self,
        citation: Citation,
        citations: Sequence[Citation],
        stand: Standpoint,
        used: Usage,
    ) -> Resolution:
        """Return what a citation means by itself and the registers.

        The date behind the last of several amended laws is that of the amending one.

        Args:
            citation: as read.
            citations: all of the paper.
            stand: where the paper stands.
            used: when the paper, or the one whose title holds the mention, uses names.
        """
        if citation.form is CitationForm.ANAPHORIC:
            return unresolved(citation.index, "anaphoric")
        outer = citations[citation.within] if citation.within is not None else None
        day = whole_day(outer.issued_on) if outer is not None else None
        if citation.number:
            read = read_numbered(citation, stand)
            if read is None:
                return unresolved(citation.index, "number-unreadable")
            return resolve_numbered(read, replace(stand, day=day) if day else stand, self.names)
        lead = fold_words(outer.title or "") if outer is not None else ""
        amended = bool(opening(lead, "amending"))
        usage = replace(used, newest=amended or bool(opening(lead, "details")))
        alone = self.named.resolve(citation, stand, usage)
        if amended and alone.status not in SETTLED and citation.issued_on is not None:
            return self.named.resolve(replace(citation, issued_on=None), stand, usage)
        return alone


def _used(citations: Sequence[Citation], stand: Standpoint) -> Usage:
    """Return the day on which a paper uses names.

    A paper without a day is as young as the youngest paper that it cites, or younger.
    """
    if stand.day is not None:
        return Usage(day=stand.day)
    latest = _latest(citations, stand)
    return Usage(day=latest) if stand.year is not None else Usage(day=None, since=latest)


def _latest(citations: Sequence[Citation], stand: Standpoint) -> date | None:
    """Return a day for a paper without one: the last that it cites, or the middle of its year."""
    days = [day for citation in citations if (day := whole_day(citation.issued_on))]
    if stand.year is not None:
        days = [day for day in days if day.year == stand.year] or [date(stand.year, 7, 1)]
    return max(days, default=None)

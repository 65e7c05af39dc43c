"""What all citations of a paper mean: each by itself, then by what the paper says elsewhere.

First numbers and names by the registers, then what is still open by the paper's other mentions.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

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
        used = stand.day or _latest(citations, stand)
        first = [self._alone(citation, citations, stand, used) for citation in citations]
        paper = Paper(
            citations=citations, text=text, resolutions=first, registry=self.registry, own=own
        )
        return paper.settle()

    def _alone(
        self,
        citation: Citation,
        citations: Sequence[Citation],
        stand: Standpoint,
        used: date | None,
    ) -> Resolution:
        """Return what a citation means by itself and the registers.

        The date behind the last of several amended laws is that of the amending one.

        Args:
            citation: as read.
            citations: all of the paper.
            stand: where the paper stands.
            used: the day on which the paper uses names.
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
        usage = Usage(day=day or used, newest=amended or bool(opening(lead, "details")))
        alone = self.named.resolve(citation, stand, usage)
        if amended and alone.status not in SETTLED and citation.issued_on is not None:
            return self.named.resolve(replace(citation, issued_on=None), stand, usage)
        return alone


def _latest(citations: Sequence[Citation], stand: Standpoint) -> date | None:
    """Return a day for a paper without one: the last that it cites, or the middle of its year."""
    days = [day for citation in citations if (day := whole_day(citation.issued_on))]
    if stand.year is not None:
        days = [day for day in days if day.year == stand.year] or [date(stand.year, 7, 1)]
    return max(days, default=None)

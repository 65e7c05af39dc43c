"""The collection as the resolution of one document sees it: what is stored and what arrives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from loaders.resolution.stored import StoredPaper, decide_among
from luocdo.loading.decisions import by_document
from luocdo.loading.papers import running_number
from ontology.namespaces import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from loaders.graph.decisions import Decision
    from loaders.records import Candidate, Citation, Resolution
    from luocdo.loading.papers import ArrivingPapers
    from ontology.registry import Registry
    from queries.store.reviews import StoredDecision
    from queries.store.writer import NumberedDocument


class StoredDocuments(Protocol):
    """What a store tells of its documents; its writer and its reader both do."""

    def holds_document(self, document_path: str) -> bool:
        """Tell whether a document is stored with its text."""

    def numbered(self, number: str) -> tuple[NumberedDocument, ...]:
        """Return the stored documents that bear a running number."""

    def decisions(self) -> tuple[StoredDecision, ...]:
        """Return the decisions of reviewers that no later one revises, the oldest first."""


@dataclass(slots=True, kw_only=True)
class StoredCollection:
    """Answers from a store and from the papers that the same load brings.

    Args:
        stored: the store.
        arriving: what comes with the same load, whether it is stored yet or not.
        registry: the registers.
        base: setting `base_iri`.
    """

    stored: StoredDocuments
    arriving: ArrivingPapers
    registry: Registry
    base: str
    _held: dict[str, bool] = field(default_factory=dict)
    _decided: dict[str, tuple[Decision, ...]] | None = None

    def holds(self, path: str) -> bool:
        """Tell whether the document of a path is stored with its text, or about to be."""
        if path in self.arriving.paths:
            return True
        if path not in self._held:
            self._held[path] = self.stored.holds_document(path)
        return self._held[path]

    def decisions(self, path: str) -> tuple[Decision, ...]:
        """Return what reviewers decided on the parts of a document."""
        if self._decided is None:
            self._decided = by_document(self.stored.decisions(), self.base)
        return self._decided.get(path, ())

    def decide(
        self, citation: Citation, candidates: tuple[Candidate, ...], day: date | None
    ) -> Resolution | None:
        """Return what an open citation of a paper of the day means in this collection, or None."""
        number = citation.short_number or citation.number
        if number is None:
            return None
        stored = (
            StoredPaper(
                path=path_of(self.base, paper.iri),
                printed_number=paper.printed_number,
                issued_on=paper.date,
                title=paper.title,
            )
            for paper in self._numbered(running_number(number))
        )
        return decide_among(citation, stored, candidates, self.registry, day)

    def _numbered(self, number: str) -> Iterable[NumberedDocument]:
        """Return the documents of a running number by their paths, each once.

        A paper that was cited before it came is known by the print of others too; of one that is
        being replaced the new text counts.
        """
        by_print = sorted(
            self.stored.numbered(number), key=lambda paper: paper.printed_number, reverse=True
        )
        found = {paper.iri: paper for paper in by_print}
        found |= {paper.iri: paper for paper in self.arriving.numbered(number)}
        return [found[each] for each in sorted(found)]

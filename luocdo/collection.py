"""The stored documents, as the resolution of one document sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.resolution.stored import StoredPaper, decide_among
from ontology.namespaces import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.records import Candidate, Citation, Resolution
    from ontology.registry import Registry
    from queries.store.folder_writer import FolderWriter
    from queries.store.writer import NumberedDocument


@dataclass(slots=True, kw_only=True)
class StoredCollection:
    """Answers from the writer, so that what was kept a moment ago counts.

    Args:
        writer: the store.
        registry: the registers.
        base: setting `base_iri`.
    """

    writer: FolderWriter
    registry: Registry
    base: str
    _held: dict[str, bool] = field(default_factory=dict)

    def holds(self, path: str) -> bool:
        """Tell whether the document of a path is stored with its text."""
        if path not in self._held:
            self._held[path] = self.writer.document_sha256(path) is not None
        return self._held[path]

    def add(self, path: str) -> None:
        """Count a document as stored that is about to be."""
        self._held[path] = True

    def decide(self, citation: Citation, candidates: tuple[Candidate, ...]) -> Resolution | None:
        """Return what an open citation means in this collection, or None."""
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
        return decide_among(citation, stored, candidates, self.registry)

    def _numbered(self, number: str) -> Iterable[NumberedDocument]:
        """Return the documents of a running number, each once however its number is printed.

        A paper that was cited before it came is known by the print of others too.
        """
        found = self.writer.numbered(number)
        by_print = sorted(found, key=lambda paper: paper.printed_number, reverse=True)
        return {paper.iri: paper for paper in by_print}.values()

    def numbers(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return the prints of numbers by which open citations may mean new documents."""
        prints: set[str] = set()
        for path in paths:
            for printed in self.writer.printed_numbers(path):
                bare = running_number(printed)
                prints |= {printed, bare, bare.zfill(2), printed.lstrip("0")}
        return tuple(sorted(prints))


def running_number(printed: str) -> str:
    """Return the running number of a print, without leading zeros."""
    head = printed.replace("-", "/").partition("/")[0]
    return head.strip().lstrip("0") or head

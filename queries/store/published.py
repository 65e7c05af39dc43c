"""The documents of the newest generation, for processes that read while another one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.namespaces import iri
from queries.errors import StoreError
from queries.store import lookups
from queries.store.embedded import QuadStore
from queries.store.generations import StoreFolder, newest
from queries.store.reviews import standing_decisions

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.reviews import StoredDecision
    from queries.store.writer import NumberedDocument


class PublishedDocuments:
    """Answers from the generation that was the newest when this was made.

    Args:
        root: folder of the store; where nothing has been published there are no documents.
        base_iri: the setting of that name.
    """

    def __init__(self, root: Path, base_iri: str) -> None:
        self._base = f"{base_iri.rstrip('/')}/"
        self._public = _newest_public(StoreFolder(root=root))

    def holds_document(self, document_path: str) -> bool:
        """Tell whether a document is stored with its text."""
        graph = iri(self._base, f"graph/doc/{document_path.removeprefix('id/')}")
        return self._public is not None and self._public.holds(str(graph))

    def numbered(self, number: str) -> tuple[NumberedDocument, ...]:
        """Return the stored documents that bear a running number, by their paths."""
        return lookups.numbered(self._public, number) if self._public is not None else ()

    def decisions(self) -> tuple[StoredDecision, ...]:
        """Return the decisions of reviewers that no later one revises, the oldest first."""
        return standing_decisions(self._public) if self._public is not None else ()


def _newest_public(folder: StoreFolder) -> QuadStore | None:
    """Return the public store of the newest generation, or None where there is none."""
    try:
        generation = newest(folder)
    except StoreError:
        return None
    return QuadStore.read_only(generation.public)

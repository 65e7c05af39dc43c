"""Many documents: one bad file stops nothing, and the batch ends with an account of it all."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.errors import DocumentError, UnreadableDocument
from loaders.records import Status
from luocdo.files import open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from luocdo.files import FoundFile
    from luocdo.pipeline import Pipeline
    from queries.store.writer import DocumentGraphs

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that could not be loaded, and why."""

    name: str
    fault: DocumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFile:
    """A file that was loaded.

    Args:
        name: the file.
        path: the document it holds.
        citations: number of citations by status.
        obligations: number of obligations.
        changed: False where the store said all this before.
    """

    name: str
    path: str
    citations: Counter[Status]
    obligations: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a batch did.

    Args:
        loaded: the files that were loaded, in their order.
        refused: the files that could not be loaded.
        resolved_again: stored documents whose citations the new ones decided.
    """

    loaded: tuple[LoadedFile, ...]
    refused: tuple[RefusedFile, ...]
    resolved_again: int

    def citations(self) -> Counter[Status]:
        """Return the number of citations by status."""
        return sum((file.citations for file in self.loaded), Counter[Status]())

    def obligations(self) -> int:
        """Return the number of obligations."""
        return sum(file.obligations for file in self.loaded)

    def same_document(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the paths that several files of the batch led to, with the files' names."""
        names: dict[str, list[str]] = {}
        for file in self.loaded:
            names.setdefault(file.path, []).append(file.name)
        return tuple((path, tuple(files)) for path, files in names.items() if len(files) > 1)


@dataclass(slots=True, kw_only=True)
class Batch:
    """Loads files one after the other; the writer draws their graphs from it.

    Args:
        pipeline: prepares one document.
        advance: called with the name of each file that is done.
    """

    pipeline: Pipeline
    advance: Callable[[str], None]
    loaded: list[LoadedFile] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)

    def load(self, files: Iterable[FoundFile]) -> LoadReport:
        """Load the files and publish the result."""
        self.pipeline.writer.load(self._graphs(files))
        resolved_again = self.pipeline.finish()
        return LoadReport(
            loaded=tuple(self.loaded),
            refused=tuple(self.refused),
            resolved_again=resolved_again,
        )

    def _graphs(self, files: Iterable[FoundFile]) -> Iterator[DocumentGraphs]:
        for found in files:
            try:
                graphs = self._prepare(found)
            except DocumentError as fault:
                self.refused.append(RefusedFile(name=found.name, fault=fault))
            else:
                if graphs is not None:
                    yield graphs
            self.advance(found.name)

    def _prepare(self, found: FoundFile) -> DocumentGraphs | None:
        """Read one file; a defect of ours is refused like a bad file, so the batch goes on."""
        file = open_file(found, self.pipeline.settings.max_file_bytes)
        try:
            prepared = self.pipeline.prepare(file)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
            logger.exception("file=%s could not be read", found.name)
            raise UnreadableDocument(
                "our-defect",
                f"{found.name} could not be read because of a defect of this program.",
                "Please report it with the file.",
            ) from fault
        self.loaded.append(
            LoadedFile(
                name=found.name,
                path=prepared.document.path,
                citations=prepared.status,
                obligations=len(prepared.document.obligations),
                changed=prepared.graphs is not None,
            )
        )
        return prepared.graphs

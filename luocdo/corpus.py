"""Many documents: one bad file stops nothing, and the batch ends with an account of it all."""

from __future__ import annotations

import gc
import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.errors import DocumentError, UnreadableDocument
from loaders.records import Status
from luocdo.files import open_file
from luocdo.pipeline import statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaders.records import ExtractedDocument
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
class RepeatedFile:
    """A file that was not loaded, as an earlier one of the batch holds the same document.

    Args:
        name: the file.
        path: the document.
        kept: the file that was loaded.
    """

    name: str
    path: str
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a batch did.

    Args:
        loaded: the files that were loaded, in their order.
        refused: the files that could not be loaded.
        resolved_again: stored documents whose citations the new ones decided.
        repeated: files that hold a document which an earlier file of the batch held.
    """

    loaded: tuple[LoadedFile, ...]
    refused: tuple[RefusedFile, ...]
    repeated: tuple[RepeatedFile, ...]
    resolved_again: int

    def citations(self) -> Counter[Status]:
        """Return the number of citations by status."""
        return sum((file.citations for file in self.loaded), Counter[Status]())

    def obligations(self) -> int:
        """Return the number of obligations."""
        return sum(file.obligations for file in self.loaded)


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
    repeated: list[RepeatedFile] = field(default_factory=list)
    _holders: dict[str, str] = field(default_factory=dict)

    def load(self, files: Iterable[FoundFile]) -> LoadReport:
        """Load the files and publish the result.

        Registers and tables, which are read by then, live as long as the program; the collector
        of garbage need not look through them again and again.
        """
        gc.freeze()
        self.pipeline.writer.load(self._graphs(files))
        resolved_again = self.pipeline.finish()
        return LoadReport(
            loaded=tuple(self.loaded),
            refused=tuple(self.refused),
            repeated=tuple(self.repeated),
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
            return self._kept(found.name, self.pipeline.read(file))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
            logger.exception("file=%s could not be read", found.name)
            raise UnreadableDocument(
                "our-defect",
                f"{found.name} could not be read because of a defect of this program.",
                "Please report it with the file.",
            ) from fault

    def _kept(self, name: str, document: ExtractedDocument) -> DocumentGraphs | None:
        """Return the graphs to keep; none where an earlier file or the store has them."""
        holder = self._holders.setdefault(document.path, name)
        if holder != name:
            self.repeated.append(RepeatedFile(name=name, path=document.path, kept=holder))
            return None
        graphs = self.pipeline.prepare(document)
        self.loaded.append(
            LoadedFile(
                name=name,
                path=document.path,
                citations=statuses(document),
                obligations=len(document.obligations),
                changed=graphs is not None,
            )
        )
        return graphs

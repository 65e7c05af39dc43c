"""Many documents: one bad file stops nothing, and the batch ends with an account of it all."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.errors import DocumentError, UnreadableDocument
from luocdo.files import open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from loaders.records import Status
    from luocdo.files import FoundFile
    from luocdo.pipeline import LoadedDocument, Pipeline

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that could not be loaded, and why."""

    name: str
    fault: DocumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a batch did.

    Args:
        loaded: the documents, in the order of their files.
        refused: the files that could not be loaded.
        resolved_again: stored documents whose citations the new ones decided.
    """

    loaded: tuple[LoadedDocument, ...]
    refused: tuple[RefusedFile, ...]
    resolved_again: int

    def citations(self) -> Counter[Status]:
        """Return the number of citations by status."""
        return sum((document.citations for document in self.loaded), Counter())

    def obligations(self) -> int:
        """Return the number of obligations."""
        return sum(document.obligations for document in self.loaded)

    def same_document(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the paths that several files of the batch led to, with the files' names."""
        names: dict[str, list[str]] = {}
        for document in self.loaded:
            names.setdefault(document.path, []).append(document.name)
        return tuple((path, tuple(files)) for path, files in names.items() if len(files) > 1)


def load_files(
    pipeline: Pipeline, files: Iterable[FoundFile], advance: Callable[[str], None]
) -> LoadReport:
    """Load files one after the other and publish the result.

    Args:
        pipeline: loads one document.
        files: what to load.
        advance: called with the name of each file that is done.
    """
    loaded: list[LoadedDocument] = []
    refused: list[RefusedFile] = []
    for found in files:
        try:
            loaded.append(_load_one(pipeline, found))
        except DocumentError as fault:
            refused.append(RefusedFile(name=found.name, fault=fault))
        advance(found.name)
    resolved_again = pipeline.finish()
    return LoadReport(loaded=tuple(loaded), refused=tuple(refused), resolved_again=resolved_again)


def _load_one(pipeline: Pipeline, found: FoundFile) -> LoadedDocument:
    """Load one file; a defect of ours is refused like a bad file, so the batch goes on."""
    file = open_file(found, pipeline.settings.max_file_bytes)
    try:
        return pipeline.load(file)
    except DocumentError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
        logger.exception("file=%s could not be read", found.name)
        raise UnreadableDocument(
            "our-defect",
            f"{found.name} could not be read because of a defect of this program.",
            "Please report it with the file.",
        ) from fault

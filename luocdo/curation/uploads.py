"""What the site needs to let curators add files: they are read apart, wait, and are stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from luocdo.corpus import Batch
from luocdo.curation.drafts import read_upload
from luocdo.curation.preview import preview
from luocdo.curation.shelf import UploadShelf
from luocdo.files import FoundFile
from luocdo.loading.sources import limits
from luocdo.messages import load_messages
from luocdo.opening import open_pipeline
from ontology.errors import LuocdoError
from ontology.registry import load_registry
from webui.ports import Acceptance, Upload, UploadReading

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.curation.apart import ProcessApart
    from luocdo.settings import Settings

_READ_SECONDS: Final = 60.0
_STORE_SECONDS: Final = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadTable:
    """The files that curators of one store send.

    Args:
        settings: limits, registers and where the store is.
        apart: reads and stores.
    """

    settings: Settings
    apart: ProcessApart

    def largest(self) -> int:
        """Return how many bytes the files of one form may have together."""
        return self.settings.max_upload_bytes

    def has_room(self, owner: str, files: int) -> bool:
        """Tell whether so many files more may wait."""
        return self._shelf().has_room(owner, files)

    def keep(self, owner: str, upload: Upload, language: str) -> UploadReading:
        """Read a file and let it wait; what cannot be read waits as a sentence alone."""
        task = PreviewTask(settings=self.settings, upload=upload, language=language)
        try:
            reading = self.apart.do(task, _READ_SECONDS)
        except LuocdoError as fault:
            said = load_messages(language).explain(fault, upload.name)
            reading = UploadReading(token="", name=upload.name, refusal=said)
        return self._shelf().put(owner, upload.content, reading)

    def waiting(self, owner: str) -> tuple[UploadReading, ...]:
        """Return what waits for one session, the latest last."""
        return self._shelf().waiting(owner)

    def find(self, owner: str, token: str) -> UploadReading | None:
        """Return what waits under a token; None where that is not this session's."""
        return self._shelf().find(owner, token)

    def accept(self, owner: str, token: str, language: str) -> Acceptance:
        """Store what waits under a token."""
        shelf = self._shelf()
        waiting = shelf.find(owner, token)
        if waiting is None or waiting.refusal:
            return Acceptance()
        task = StoreTask(
            settings=self.settings,
            content=shelf.content(token).absolute(),
            name=waiting.name,
            language=language,
        )
        try:
            became = self.apart.do(task, _STORE_SECONDS)
        except LuocdoError as fault:
            return Acceptance(refusal=load_messages(language).explain(fault, waiting.name))
        if became.document:
            shelf.remove(token)
        return became

    def discard(self, owner: str, token: str) -> None:
        """Forget what waits under a token, where it is this session's."""
        if self._shelf().find(owner, token) is not None:
            self._shelf().remove(token)

    def _shelf(self) -> UploadShelf:
        return UploadShelf(folder=self.settings.store / "uploads")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewTask:
    """Reads one file and keeps nothing, in any process.

    Args:
        settings: limits and registers.
        upload: the file.
        language: code of the language to speak.
    """

    settings: Settings
    upload: Upload
    language: str

    def __call__(self) -> UploadReading:
        """Return what was read, or why the file was not."""
        try:
            return self._read()
        except LuocdoError as fault:
            said = load_messages(self.language).explain(fault, self.upload.name)
            return UploadReading(token="", name=self.upload.name, refusal=said)

    def _read(self) -> UploadReading:
        registry = load_registry(self.settings.registers)
        bounds = limits(self.settings)
        document = read_upload(self.upload, registry, self.settings, bounds)
        return preview(document, self.settings.base_iri)


class _Unwatched:
    """Nobody looks how far a load of one file is."""

    def begin(self, step: str, total: int) -> None:
        """Begin a step."""

    def advance(self, name: str) -> None:
        """Count one part as done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreTask:
    """Stores one file, in any process.

    Args:
        settings: limits, registers and where the store is.
        content: where its bytes lie.
        name: what it is called.
        language: code of the language to speak.
    """

    settings: Settings
    content: Path
    name: str
    language: str

    def __call__(self) -> Acceptance:
        """Return the document that was stored, or why none was."""
        messages = load_messages(self.language)
        try:
            return self._stored()
        except LuocdoError as fault:
            return Acceptance(refusal=messages.explain(fault, self.name))

    def _stored(self) -> Acceptance:
        """Store the file.

        Raises:
            LuocdoError: it cannot be stored now, or not at all.
        """
        with open_pipeline(replace(self.settings, load_processes=1)) as pipeline:
            found = FoundFile(path=self.content, name=self.name)
            report = Batch(pipeline=pipeline, progress=_Unwatched()).load((found,))
        for refused in report.refused:
            raise refused.fault
        return Acceptance(document=f"{self.settings.base_iri}{report.loaded[0].paper.path}")

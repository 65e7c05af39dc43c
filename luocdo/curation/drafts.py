"""What the site needs to look through a draft: it is read in a process apart, and nothing stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from loaders.extraction import extract, refuse_secret
from loaders.readers import media_type
from loaders.records import SourceFile
from luocdo.drafting import check_draft
from luocdo.files import FIRST_BYTES
from luocdo.known_papers import KnownPapers
from luocdo.loading.sources import limits, reader
from luocdo.messages import load_messages
from luocdo.naming import shortened
from ontology.errors import LuocdoError
from ontology.registry import load_registry
from webui.ports import DraftReading, DraftRemark

if TYPE_CHECKING:
    from loaders.readers import Limits
    from loaders.records import ExtractedDocument
    from luocdo.curation.apart import ProcessApart
    from luocdo.messages import Messages
    from luocdo.remarks import Remark
    from luocdo.settings import Settings
    from ontology.registry import Registry
    from webui.ports import Upload

_SECONDS: Final = 30.0
_CHARACTERS: Final = 300_000
_SCANNED_PAGES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTable:
    """Looks through the drafts that visitors send.

    Args:
        settings: registers, and memory that reading may take.
        apart: does it.
    """

    settings: Settings
    apart: ProcessApart

    def check(self, upload: Upload, language: str) -> DraftReading:
        """Return what was found in a draft, or why it was not read."""
        task = DraftTask(settings=self.settings, upload=upload, language=language)
        try:
            return self.apart.do(task, _SECONDS)
        except LuocdoError as fault:
            return DraftReading(refusal=load_messages(language).explain(fault, upload.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTask:
    """Looks through one draft, in any process.

    Args:
        settings: registers, and memory that reading may take.
        upload: the draft.
        language: code of the language to speak.
    """

    settings: Settings
    upload: Upload
    language: str

    def __call__(self) -> DraftReading:
        """Return what was found, or why the draft was not read."""
        messages = load_messages(self.language)
        try:
            return self._checked(messages)
        except LuocdoError as fault:
            return DraftReading(refusal=messages.explain(fault, self.upload.name))

    def _checked(self, messages: Messages) -> DraftReading:
        bounds = replace(
            limits(self.settings), characters=_CHARACTERS, scanned_pages=_SCANNED_PAGES
        )
        registry = load_registry(self.settings.registers)
        document = read_upload(self.upload, registry, self.settings, bounds)
        papers = KnownPapers.beside(registry, self.settings.store, self.settings.base_iri)
        remarks = check_draft(document, papers, datetime.now(UTC).date())
        return DraftReading(
            text=document.source.text,
            remarks=tuple(_said(remark, messages) for remark in remarks),
        )


def read_upload(
    upload: Upload, registry: Registry, settings: Settings, bounds: Limits
) -> ExtractedDocument:
    """Return what is read of a file that a visitor sent; nothing is kept.

    Args:
        upload: the file.
        registry: the registers.
        settings: memory and time that reading may take, and whether secret papers are read.
        bounds: how much of the file is read at most.

    Raises:
        DocumentError: it cannot be read, or is stamped secret and the settings refuse that.
    """
    file = SourceFile(
        name=upload.name,
        media_type=media_type(upload.name, upload.content[:FIRST_BYTES]),
        content=upload.content,
        sha256=sha256(upload.content).hexdigest(),
    )
    document = extract(file, registry, bounds, read=reader(settings))
    if not settings.allow_secret:
        refuse_secret(document.metadata, file.name)
    return document


def _said(remark: Remark, messages: Messages) -> DraftRemark:
    """Return a remark with its sentence."""
    said = messages.say(f"draft.{remark.code}", value=remark.value)
    if remark.value:
        said += messages.say(f"draft-value.{remark.code}", value=shortened(remark.value))
    return DraftRemark(
        severity=remark.severity,
        said=said,
        words=shortened(remark.words),
        line=remark.line,
        start=remark.start,
        end=remark.end,
    )

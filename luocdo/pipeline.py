"""Extract, build, check and keep one document, and resolve earlier ones again.

The raw graph of a document depends on its text and the registers alone. Its effective graph
depends on what else is stored too, so when a document comes, those that cite it and those with
open citations are made again from their raw graphs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from loaders.extraction import extract, refuse_secret
from loaders.graph.building import state
from loaders.graph.effective import effective
from loaders.graph.provenance import tables_version
from loaders.graph.statements import n_triples, read_n_triples
from loaders.readers import Limits
from loaders.records import Run, Status
from luocdo import __version__
from luocdo.collection import StoredCollection
from luocdo.findings import forget_findings
from luocdo.registers import keep_registers
from ontology.namespaces import graph_iri
from queries.store.writer import DocumentGraphs, DocumentVersion

if TYPE_CHECKING:
    from loaders.records import ExtractedDocument, SourceFile
    from luocdo.settings import Settings
    from ontology.registry import Registry
    from queries.store.folder_writer import FolderWriter
    from queries.store.texts import TextFolder


@dataclass(slots=True, kw_only=True)
class Pipeline:
    """Loads documents one after the other into a store.

    Args:
        settings: limits, base and what is allowed.
        registry: the registers.
        writer: the store.
        texts: where the words are kept.
    """

    settings: Settings
    registry: Registry
    writer: FolderWriter
    texts: TextFolder
    collection: StoredCollection = field(init=False)
    arrived: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Look at the store through the eyes of the resolution."""
        self.collection = StoredCollection(
            writer=self.writer, registry=self.registry, base=self.settings.base_iri
        )

    def read(self, file: SourceFile) -> ExtractedDocument:
        """Return what is read of a file.

        Raises:
            DocumentError: it cannot be read, or is stamped secret and the settings refuse that.
        """
        document = extract(file, self.registry, limits(self.settings), self._run())
        if not self.settings.allow_secret:
            refuse_secret(document.metadata, file.name)
        return document

    def prepare(self, document: ExtractedDocument) -> DocumentGraphs | None:
        """Return the graphs of a document, to be kept by the writer.

        None where the store has them from the same text, tables and program.
        """
        digest = self.texts.keep(document.source.text)
        known = self.writer.version(document.path)
        made = DocumentVersion(
            sha256=digest,
            software_version=__version__,
            tables_version=tables_version(self.registry.sha256),
        )
        if known is None:
            self.arrived.append(document.path)
        self.collection.add(document.path)
        return None if known == made else self._graphs(document)

    def _graphs(self, document: ExtractedDocument) -> DocumentGraphs:
        said = state(document, self.registry, self.collection, self.settings.base_iri)
        return DocumentGraphs(
            document_path=document.path,
            raw_iri=str(said.raw_iri),
            raw=n_triples(said.raw),
            effective_iri=str(said.effective_iri),
            effective=n_triples(said.effective),
        )

    def finish(self) -> int:
        """Resolve again what the new documents concern, and publish; return how many changed."""
        concerned = {path for new in self.arrived for path in self.writer.citing(new)}
        if self.arrived:
            concerned |= set(self.writer.undecided(self.collection.numbers(self.arrived)))
        changed = sum(self._resolve_again(path) for path in sorted(concerned))
        forget_findings(self.writer, self.settings.base_iri)
        keep_registers(self.writer, self.registry, self.settings.base_iri)
        self.writer.publish()
        self.arrived.clear()
        return changed

    def _resolve_again(self, path: str) -> bool:
        raw = self.writer.raw_triples(path)
        if raw is None:
            return False
        base = self.settings.base_iri
        said = effective(read_n_triples(raw), self.registry, self.collection, base)
        graph = str(graph_iri(base, "doc", path))
        stored = self.writer.replace_fixed(graph, n_triples(said))
        return stored.changed

    def _run(self) -> Run:
        return Run(
            version=__version__,
            register_sha256=self.registry.sha256,
            settings="",
            started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )


def statuses(document: ExtractedDocument) -> Counter[Status]:
    """Return the number of citations by status."""
    return Counter(resolution.status for resolution in document.resolutions)


def limits(settings: Settings) -> Limits:
    """Return how much of a file the readers take."""
    return Limits(file_bytes=settings.max_file_bytes, characters=settings.max_text_chars)

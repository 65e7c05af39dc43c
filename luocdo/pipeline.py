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
from loaders.graph.building import build
from loaders.graph.effective import effective_graph
from loaders.readers import Limits
from loaders.records import Run, Status
from luocdo import __version__
from luocdo.collection import StoredCollection, statuses
from ontology.namespaces import fixed_graph_iri, graph_iri
from ontology.schemes import agencies_graph, places_graph, registry_graph, terms_graph
from ontology.vocabulary import vocabulary_graph
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from rdflib import Graph

    from loaders.records import ExtractedDocument, SourceFile
    from luocdo.settings import Settings
    from ontology.namespaces import FixedGraphName
    from ontology.registry import Registry
    from queries.store.folder_writer import FolderWriter
    from queries.store.texts import TextFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedDocument:
    """What loading one document did.

    Args:
        name: the file.
        path: the document's path.
        citations: number of citations by status.
        obligations: number of obligations.
        triples: triples of the effective graph.
        changed: False where the store said all this before.
        unnamed: True where the paper names no number or no issuer, so its text names it.
    """

    name: str
    path: str
    citations: Counter[Status]
    obligations: int
    triples: int
    changed: bool
    unnamed: bool


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

    def load(self, file: SourceFile) -> LoadedDocument:
        """Read a file and keep what it says.

        Raises:
            DocumentError: the file is refused; the store is as it was.
        """
        document = self.read(file)
        known_before = self.collection.holds(document.path)
        self.collection.add(document.path)
        graphs = build(document, self.registry, self.collection, self.settings.base_iri)
        self.texts.keep(document.source.text)
        stored = self.writer.replace(
            DocumentGraphs(
                document_path=document.path,
                raw_iri=str(graphs.raw_iri),
                raw=graphs.raw,
                effective_iri=str(graphs.effective_iri),
                effective=graphs.effective,
            )
        )
        if not known_before:
            self.arrived.append(document.path)
        return LoadedDocument(
            name=file.name,
            path=document.path,
            citations=Counter(statuses(graphs.effective)),
            obligations=len(document.obligations),
            triples=stored.triples,
            changed=stored.changed,
            unnamed="/doc/" in document.path,
        )

    def finish(self) -> int:
        """Resolve again what the new documents concern, and publish; return how many changed."""
        concerned = {path for new in self.arrived for path in self.writer.citing(new)}
        if self.arrived:
            concerned |= set(self.writer.undecided(self.collection.numbers(self.arrived)))
        changed = sum(self._resolve_again(path) for path in sorted(concerned))
        self._keep_registers()
        self.writer.publish()
        self.arrived.clear()
        return changed

    def _resolve_again(self, path: str) -> bool:
        raw = self.writer.raw_graph(path)
        if raw is None:
            return False
        base = self.settings.base_iri
        effective = effective_graph(raw, self.registry, self.collection, base)
        stored = self.writer.replace(
            DocumentGraphs(
                document_path=path,
                raw_iri=str(graph_iri(base, "raw", path)),
                raw=raw,
                effective_iri=str(graph_iri(base, "doc", path)),
                effective=effective,
            )
        )
        return stored.changed

    def _keep_registers(self) -> None:
        """Put the registers and the vocabulary beside the documents.

        A known document that is stored with its text is described by its own graph.
        """
        base = self.settings.base_iri
        stored = frozenset(self.writer.documents())
        registers: tuple[tuple[FixedGraphName, Graph], ...] = (
            ("ontology", vocabulary_graph()),
            ("registry", registry_graph(self.registry, base, stored)),
            ("agencies", agencies_graph(self.registry, base)),
            ("places", places_graph(self.registry, base)),
            ("terms", terms_graph(self.registry, base)),
        )
        for name, graph in registers:
            self.writer.replace_fixed(str(fixed_graph_iri(base, name)), graph)

    def _run(self) -> Run:
        return Run(
            version=__version__,
            register_sha256=self.registry.sha256,
            settings="",
            started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )


def limits(settings: Settings) -> Limits:
    """Return how much of a file the readers take."""
    return Limits(file_bytes=settings.max_file_bytes, characters=settings.max_text_chars)

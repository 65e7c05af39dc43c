"""The two tasks of a load that any process can do: read a file, link what was read.

Reading needs the file and the registers alone. Linking needs to know all that is stored and all
that arrives, so it begins when everything has been read; then each document is linked once, and
right.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from loaders.errors import DocumentError, UnreadableDocument
from loaders.extraction import extract, refuse_secret
from loaders.graph.building import raw_statements
from loaders.graph.effective import effective
from loaders.graph.provenance import tables_version
from loaders.graph.statements import n_triples, read_n_triples
from loaders.readers.limits import check_size
from loaders.records import Run
from luocdo import __version__
from luocdo.files import open_file
from luocdo.loading.collection import StoredCollection
from luocdo.loading.papers import ArrivingPapers, paper_from, paper_of
from luocdo.loading.raws import RawShelf
from luocdo.loading.sources import keeping_reader, limits
from ontology.registry import load_registry
from queries.store.published import PublishedDocuments
from queries.store.texts import TextFolder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaders.records import ExtractedDocument, SourceFile
    from luocdo.files import FoundFile
    from luocdo.loading.collection import StoredDocuments
    from luocdo.loading.papers import ReadPaper
    from luocdo.settings import Settings
    from ontology.registry import Registry

logger = logging.getLogger(__name__)


def reader_version(settings: Settings, registry: Registry) -> str:
    """Return what reads now: program, tables, and the settings that change what is read."""
    bounds = (limits(settings), settings.allow_secret)
    return f"{__version__} {tables_version(registry.sha256)} {bounds} {settings.base_iri}"


def raw_shelf(settings: Settings, registry: Registry) -> RawShelf:
    """Return where raw graphs wait; what another program or other tables made is not seen."""
    made = sha256(reader_version(settings, registry).encode()).hexdigest()[:16]
    return RawShelf(folder=settings.store / "loading" / made)


_REGISTRIES: dict[str, Registry] = {}


def share(registry: Registry) -> Registry:
    """Let the tasks that are done in this process use registers that are read already."""
    _REGISTRIES.clear()
    _REGISTRIES[registry.sha256] = registry
    return registry


def _registry(settings: Settings, tables: str) -> Registry:
    """Return the registers of a digest, read once a process."""
    return _REGISTRIES.get(tables) or share(load_registry(settings.registers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Reads files, each into a raw graph and a text that lie beside the store.

    Args:
        settings: limits, base, what is allowed, and where the store is.
        tables: digest of the registers.
    """

    settings: Settings
    tables: str

    def __call__(self, found: FoundFile) -> ReadPaper | DocumentError:
        """Return what is kept of a file, or why it is refused."""
        try:
            return self._read(found)
        except DocumentError as fault:
            return fault
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            logger.exception("file=%s could not be read", found.name)
            return our_defect(found.name)

    def _read(self, found: FoundFile) -> ReadPaper:
        registry = _registry(self.settings, self.tables)
        file = open_file(found, self.settings.max_file_bytes)
        document = read_document(file, registry, self.settings)
        raw = raw_statements(document, registry, self.settings.base_iri)
        raw_shelf(self.settings, registry).put(file.sha256, n_triples(raw))
        text = TextFolder(root=self.settings.store).keep(document.source.text)
        return paper_of(document, file.sha256, text)


def read_document(file: SourceFile, registry: Registry, settings: Settings) -> ExtractedDocument:
    """Return what is read of a file.

    Raises:
        DocumentError: it cannot be read, says more than any real paper does, or is stamped secret
            and the settings refuse that.
    """
    run = Run(
        version=__version__,
        register_sha256=registry.sha256,
        settings="",
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    document = extract(file, registry, limits(settings), run, keeping_reader(settings))
    facts = len(document.citations) + len(document.obligations)
    check_size(file, facts, settings.max_facts, "citations and tasks")
    if not settings.allow_secret:
        refuse_secret(document.metadata, file.name)
    return document


def our_defect(name: str) -> DocumentError:
    """Return the fault of a file on which this program failed, not the file."""
    return UnreadableDocument(
        "our-defect",
        f"{name} could not be read because of a defect of this program.",
        "Please report it with the file.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """Makes effective graphs of what was read, with what the newest generation holds.

    Args:
        settings: base, registers, and where the store is.
        tables: digest of the registers.
        arriving: the file that holds the papers of this load (`keep_arriving`).
    """

    settings: Settings
    tables: str
    arriving: Path

    def __call__(self, paper: ReadPaper) -> bytes:
        """Return the effective graph of a document as N-Triples."""
        return _linker(self.settings, self.tables, self.arriving).link(paper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """Links papers with one view of the collection.

    Args:
        settings: base and where the store is.
        registry: the registers.
        collection: what is stored and what arrives.
    """

    settings: Settings
    registry: Registry
    collection: StoredCollection

    def link(self, paper: ReadPaper) -> bytes:
        """Return the effective graph of a document as N-Triples."""
        raw = raw_shelf(self.settings, self.registry).get(paper.file_sha256)
        return self.resolve(raw)

    def resolve(self, raw: bytes) -> bytes:
        """Return the effective graph of a raw one, both as N-Triples."""
        said = effective(
            read_n_triples(raw), self.registry, self.collection, self.settings.base_iri
        )
        return n_triples(said)


def linker(
    settings: Settings, registry: Registry, stored: StoredDocuments, arriving: ArrivingPapers
) -> Linker:
    """Return who links, with a store and the papers of a load."""
    collection = StoredCollection(
        stored=stored, arriving=arriving, registry=registry, base=settings.base_iri
    )
    return Linker(settings=settings, registry=registry, collection=collection)


def keep_arriving(place: Path, papers: Iterable[ReadPaper]) -> None:
    """Write the papers of a load for the processes that link them, one a line."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8") as file:
        file.writelines(f"{paper.written()}\n" for paper in papers)


@lru_cache(maxsize=1)
def _linker(settings: Settings, tables: str, place: Path) -> Linker:
    """Return who links in this process; it is made with the first paper."""
    with place.open(encoding="utf-8") as lines:
        arriving = ArrivingPapers((paper_from(line) for line in lines), settings.base_iri)
    stored = PublishedDocuments(settings.store, settings.base_iri)
    return linker(settings, _registry(settings, tables), stored, arriving)

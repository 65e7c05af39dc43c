"""For Python users, four verbs in order of use: extract, build, check, ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from loaders import extraction
from loaders.graph import building
from luocdo.files import FoundFile, open_file
from luocdo.loading.sources import limits, reader
from luocdo.settings import Settings
from ontology.registry import load_registry
from ontology.validation import validate
from queries import questions
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from datetime import date

    from rdflib import Graph

    from loaders.graph.decisions import Decision
    from loaders.records import Candidate, Citation, ExtractedDocument, Resolution
    from ontology.validation import ValidationReport
    from queries.terms import Rows


@dataclass(frozen=True, slots=True)
class NothingStored:
    """A collection without documents: what a graph says by itself."""

    def holds(self, path: str) -> bool:
        """Tell that no document is stored."""
        del path
        return False

    def decisions(self, path: str) -> tuple[Decision, ...]:
        """Tell that nobody has decided anything."""
        del path
        return ()

    def decide(
        self, citation: Citation, candidates: tuple[Candidate, ...], day: date | None
    ) -> Resolution | None:
        """Leave every open citation as the registers left it."""
        del citation, candidates, day
        return None


def extract(file: Path | str, settings: Settings | None = None) -> ExtractedDocument:
    """Return what is read of a file.

    Args:
        file: the document.
        settings: limits, registers and whether secret papers are allowed; the defaults where None.

    Raises:
        DocumentError: the file cannot be read, or is stamped secret and that is not allowed.
    """
    chosen = settings or Settings()
    found = FoundFile(path=Path(file), name=Path(file).name)
    registry = load_registry(chosen.registers)
    opened = open_file(found, chosen.max_file_bytes)
    document = extraction.extract(opened, registry, limits(chosen), read=reader(chosen))
    if not chosen.allow_secret:
        extraction.refuse_secret(document.metadata, found.name)
    return document


def build(document: ExtractedDocument, settings: Settings | None = None) -> Graph:
    """Return the effective graph of a document, with nothing else stored."""
    chosen = settings or Settings()
    registry = load_registry(chosen.registers)
    return building.build(document, registry, NothingStored(), chosen.base_iri).effective


def check(graph: Graph) -> ValidationReport:
    """Return what SHACL finds missing in a graph."""
    return validate(graph)


def ask(question: str, parameters: dict[str, str], settings: Settings | None = None) -> Rows:
    """Return the answer of the store to a catalogued question.

    Raises:
        QueryError: there is no such question, or a parameter cannot be used.
        StoreError: nothing is stored.
    """
    chosen = settings or Settings()
    reader = FolderReader(chosen.store)
    return questions.ask(question, parameters, reader, base_iri=chosen.base_iri).rows

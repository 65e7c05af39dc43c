"""What a store for writing can do: the protocol, and the values that go in and come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from rdflib import Graph

    from queries.store.reader import Generation
    from queries.store.reviews import StoredDecision
    from queries.terms import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentGraphs:
    """The two graphs of one document.

    Args:
        document_path: path below the base, as "id/vn/ct/ttg/2019/12".
        raw_iri, effective_iri: names of the graphs (`ontology.namespaces.graph_iri`).
        raw, effective: their triples, as N-Triples or as an rdflib graph; N-Triples are faster.
    """

    document_path: str
    raw_iri: str
    raw: bytes | Graph
    effective_iri: str
    effective: bytes | Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """What keeping a document did.

    Args:
        document_iri: the document.
        triples: triples of its effective graph.
        changed: False where raw and effective graph were stored already.
    """

    document_iri: str
    triples: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredGraph:
    """What keeping a graph that belongs to no single document did."""

    graph: str
    triples: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedDocument:
    """A stored document found by its running number.

    Args:
        iri: the document.
        printed_number: its whole number.
        date: date of issue; None where unknown.
        title: its subject; empty where none.
    """

    iri: str
    printed_number: str
    date: dt.date | None
    title: str


class Writer(Protocol):
    """The one writer of a store; use it as a context manager, or close it."""

    def replace(self, document: DocumentGraphs) -> StoredDocument:
        """Make the store say of a document exactly this."""

    def remove(self, document_path: str) -> bool:
        """Remove a document's graphs and tell whether there were any."""

    def replace_fixed(self, graph_iri: str, triples: bytes | Graph) -> StoredGraph:
        """Replace one graph: registry, agencies, review, or an effective graph made again."""

    def load(self, documents: Iterable[DocumentGraphs]) -> int:
        """Keep many documents at full speed and return how many; best into an empty store."""

    def publish(self) -> Generation:
        """Show readers what has been written so far."""

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT over what is written, published or not."""

    def documents(self) -> tuple[str, ...]:
        """Return the paths of the documents stored with their text, sorted."""

    def unpublished_documents(self) -> tuple[str, ...]:
        """Return the paths of the documents that changed since the last generation."""

    def is_empty(self) -> bool:
        """Tell whether nothing is stored."""

    def holds_document(self, document_path: str) -> bool:
        """Tell whether a document is stored with its text."""

    def described(self, document_path: str) -> tuple[NumberedDocument, ...]:
        """Return number, date and title of a stored document; nothing where it is not stored."""

    def states(self, graph_iri: str, statements: Iterable[tuple[str, str, str]]) -> bool:
        """Tell whether a public graph holds all of some triples: two IRIs and a plain string."""

    def citing(self, document_path: str) -> tuple[str, ...]:
        """Return the paths of stored documents whose text cites a document."""

    def undecided(self, numbers: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the paths of stored documents with unresolved or ambiguous citations."""

    def numbered(self, number: str) -> tuple[NumberedDocument, ...]:
        """Return the stored documents that bear a running number."""

    def printed_numbers(self, document_path: str) -> tuple[str, ...]:
        """Return the numbers that a stored document prints for itself."""

    def decisions(self) -> tuple[StoredDecision, ...]:
        """Return the decisions of reviewers that no later one revises, the oldest first."""

    def places_of_bodies(self, graph_iri: str) -> tuple[str, ...]:
        """Return the IRIs of the places whose bodies a public graph describes."""

    def graph_version(self, graph_iri: str) -> str | None:
        """Return the version that a graph states of itself (`owl:versionInfo`), or None."""

    def raw_triples(self, document_path: str) -> bytes | None:
        """Return the raw graph of a stored document as N-Triples, or None."""

    def graph(self, graph_iri: str) -> Graph:
        """Return a graph as it is written, empty where there is none."""

    def close(self) -> None:
        """Give the store back; what is not published waits for the next writer."""

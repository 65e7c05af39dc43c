"""What the pages need from what the roof hands in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from queries.completeness import Completeness, Grouping, Point
    from queries.index.reader import SideIndex
    from queries.store.reader import Generation
    from queries.terms import Rows
    from queries.workers.service import FreeAnswer, FreeQuery


class Reader(Hashable, Protocol):
    """Reads the newest generation of a store, and the texts of its documents."""

    def generation(self) -> Generation:
        """Return the newest generation."""

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the public default graph."""

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings (name the graph)."""

    def index(self) -> SideIndex:
        """Return the side index of the newest generation."""

    def construct(self, query: str, media_type: str) -> bytes:
        """Return the triples of a CONSTRUCT or DESCRIBE in a graph format."""

    def graph(self, graph_iri: str, media_type: str) -> bytes:
        """Return a public graph in a graph format; without triples where it is not held."""

    def withdrawn(self, path: str) -> str | None:
        """Return what took the place of a withdrawn document, or nothing; None where it was not."""

    def text(self, digest: str) -> str | None:
        """Return the text of a digest (SHA-256 of its UTF-8, hex), or None."""

    def cut_out(
        self, digest: str, page: int, box: tuple[float, float, float, float]
    ) -> bytes | None:
        """Return a piece of a scanned page as a JPEG, or None where no picture is kept.

        Args:
            digest: of the text that was recognised.
            page: its number, from 1.
            box: left, top, width and height in per cent of the page.
        """


class CompletenessSource(Protocol):
    """Who knows how complete documents are, and how complete they were."""

    def by(self, grouping: Grouping) -> tuple[Completeness, ...]:
        """Return how complete documents are, those with the lowest score first."""

    def points(self) -> tuple[Point, ...]:
        """Return the whole after each load, the earliest first."""


class QuestionSource(Protocol):
    """Who answers the catalogued questions: a reader, or one whose queries run elsewhere."""

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the public default graph."""

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings."""

    def index(self) -> SideIndex:
        """Return the side index of the same generation."""


class QueryPool(Protocol):
    """Answers free queries in processes that can be ended (`queries.workers.service`)."""

    def ask(self, query: FreeQuery, gone: Callable[[], bool]) -> FreeAnswer:
        """Return the whole answer to a visitor's query.

        Args:
            query: the query with its graphs and formats.
            gone: tells whether the client has hung up.

        Raises:
            QueryError: there is none; the error says why.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a curator decided on a page.

    Args:
        node: IRI of the fact.
        verdict: "accept", "reject" or "correct".
        reviewer: name of the account.
        reason: why; empty only where it is accepted.
        quote: the words that the curator saw.
        term, value: property to correct and what it is to say, an IRI or words; empty otherwise.
    """

    node: str
    verdict: str
    reviewer: str
    reason: str
    quote: str
    term: str
    value: str


class Curation(Protocol):
    """Accounts and decisions of curators."""

    def is_right(self, name: str, password: str) -> bool:
        """Tell whether a password is the one of an account."""

    def secret(self) -> str:
        """Return the key that signs cookies."""

    def decide(self, judgement: Judgement) -> None:
        """Keep a decision and show readers what it changes.

        Raises:
            LuocdoError: it cannot be kept now; the error says why.
        """

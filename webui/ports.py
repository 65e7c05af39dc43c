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


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that a visitor sent.

    Args:
        name: what the visitor calls it, to be shown and never to be opened.
        content: its bytes.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRemark:
    """Something to look at in a draft.

    Args:
        severity: "warning" or "info".
        said: a sentence about the words, in the visitor's language.
        words: the words of the draft, on one line.
        line: number of the line that they begin on, from 1.
        start, end: where they stand in the text, in code points.
    """

    severity: str
    said: str
    words: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReading:
    """What was found in a draft.

    Args:
        text: the draft as it was read; empty where it was not.
        remarks: in the order of the text.
        refusal: one sentence that says why the draft was not read; empty where it was.
    """

    text: str = ""
    remarks: tuple[DraftRemark, ...] = ()
    refusal: str = ""


class DraftDesk(Protocol):
    """Looks through drafts and keeps nothing of them."""

    def check(self, upload: Upload, language: str) -> DraftReading:
        """Return what was found in a draft, or why it was not read.

        Args:
            upload: the draft.
            language: code of the language to speak.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPart:
    """One thing that was read, and where its words stand.

    Args:
        kind: local name or IRI of a property, "body", "deadline" or "target".
        value: what was read, in words.
        start, end: span of the words in code points; both 0 where it has none.
        note: role of a body ("lead"), or due date of a deadline; empty for none.
    """

    kind: str
    value: str
    start: int = 0
    end: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCitation:
    """A citation as the registers alone resolve it.

    Args:
        start, end: span of the words.
        relation, status: local names ("basedOn", "resolved").
        target: IRI of the document that is meant; empty where that is open.
    """

    start: int
    end: int
    relation: str
    status: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """A task.

    Args:
        start, end: span of the whole item.
        summary: its first clause.
        parts: bodies, deadlines and targets.
    """

    start: int
    end: int
    summary: str
    parts: tuple[ReadPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadReading:
    """What was read of a file that waits for a curator.

    Args:
        token: by which the curator's session names it.
        name: what the curator calls the file, to be shown and never to be opened.
        refusal: one sentence that says why it was not read; empty where it was.
        document: IRI that the document would have.
        text: its words.
        fields, citations, tasks: what was read in them, in the order of the text.
    """

    token: str
    name: str
    refusal: str = ""
    document: str = ""
    text: str = ""
    fields: tuple[ReadPart, ...] = ()
    citations: tuple[ReadCitation, ...] = ()
    tasks: tuple[ReadTask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """What became of a file that was accepted.

    Args:
        document: IRI of the stored document; empty where it was not stored.
        refusal: one sentence that says why not.
    """

    document: str = ""
    refusal: str = ""


class UploadDesk(Protocol):
    """Reads files that curators send, and stores those that they accept."""

    def largest(self) -> int:
        """Return how many bytes the files of one form may have together."""

    def has_room(self, owner: str, files: int) -> bool:
        """Tell whether so many files more may wait."""

    def keep(self, owner: str, upload: Upload, language: str) -> UploadReading:
        """Read a file and let it wait; what cannot be read waits as a sentence alone."""

    def waiting(self, owner: str) -> tuple[UploadReading, ...]:
        """Return what waits for one session, the latest last."""

    def find(self, owner: str, token: str) -> UploadReading | None:
        """Return what waits under a token; None where that is not this session's."""

    def accept(self, owner: str, token: str, language: str) -> Acceptance:
        """Store what waits under a token."""

    def discard(self, owner: str, token: str) -> None:
        """Forget what waits under a token, where it is this session's."""

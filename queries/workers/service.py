"""Free queries and catalogued questions, each over its own pool and the newest generation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ontology.namespaces import PREFIXES
from queries.answers_json import read_json
from queries.guard import Bounds, check
from queries.store.answers import Dataset
from queries.store.media import RESULTS_JSON, TURTLE
from queries.workers.worker import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.guard import Form
    from queries.index.reader import SideIndex
    from queries.store.reader import Generation
    from queries.terms import Rows
    from queries.workers.worker import Reply


class Answering(Protocol):
    """Who lets a worker answer: a pool, or lanes of pools."""

    def ask(self, task: Task, *, client: str = "", gone: Callable[[], bool]) -> Reply:
        """Return a worker's answer."""


class Generations(Protocol):
    """What is needed of a reader: the newest generation and its side index."""

    def generation(self) -> Generation:
        """Return the newest generation."""

    def index(self) -> SideIndex:
        """Return its side index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeQuery:
    """A query as a visitor sends it.

    Args:
        text: the SPARQL.
        default, named: graphs of the request (`default-graph-uri`, `named-graph-uri`), which win
            over FROM; None where the request names none of either.
        rows_type: media type for rows and booleans.
        graph_type: media type for triples.
        client: who asks, for fairness.
    """

    text: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    rows_type: str = RESULTS_JSON
    graph_type: str = TURTLE
    client: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeAnswer:
    """The answer to a free query.

    Args:
        form: what the query was.
        media_type, body: the whole answer as asked for.
        rows: rows or triples in it.
        generation: the version of the data it speaks of.
    """

    form: Form
    media_type: str
    body: bytes
    rows: int
    generation: str


def _never() -> bool:
    return False


class QueryService:
    """Answers free queries.

    Args:
        reader: knows the newest generation.
        pool: workers for free queries.
        bounds: what a query may be.
    """

    def __init__(self, reader: Generations, pool: Answering, bounds: Bounds | None = None) -> None:
        self._reader = reader
        self._pool = pool
        self._bounds = bounds or Bounds()

    def ask(self, query: FreeQuery, gone: Callable[[], bool] = _never) -> FreeAnswer:
        """Return the answer to a visitor's query.

        Args:
            query: the query with its graphs and formats.
            gone: tells whether the client has hung up.

        Raises:
            QueryError: it is refused, does not parse, takes too long or gives too much.
        """
        checked = check(query.text, self._bounds)
        generation = self._reader.generation()
        dataset = Dataset(default=checked.default, named=checked.named)
        if query.default is not None or query.named is not None:
            dataset = Dataset(default=query.default or (), named=query.named or ())
        task = Task(
            folder=generation.public,
            query=checked.text,
            dataset=dataset,
            rows_type=query.rows_type,
            graph_type=query.graph_type,
            prefixes=tuple(PREFIXES.items()),
        )
        reply = self._pool.ask(task, client=query.client, gone=gone)
        return FreeAnswer(
            form=checked.form,
            media_type=reply.media_type,
            body=reply.body,
            rows=reply.rows,
            generation=generation.version,
        )


class QuestionService:
    """Answers catalogued questions in a pool of its own, so that none waits for a free query.

    Args:
        reader: knows the newest generation and its side index.
        pool: workers for catalogued questions.
    """

    def __init__(self, reader: Generations, pool: Answering) -> None:
        self._reader = reader
        self._pool = pool

    def index(self) -> SideIndex:
        """Return the side index of the newest generation."""
        return self._reader.index()

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the public default graph."""
        return self._select(query, self._reader.generation().public)

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings."""
        return self._select(query, self._reader.generation().work)

    def _select(self, query: str, folder: Path) -> Rows:
        task = Task(
            folder=folder,
            query=query,
            dataset=Dataset(),
            rows_type=RESULTS_JSON,
            graph_type=TURTLE,
        )
        return read_json(self._pool.ask(task, gone=_never).body)

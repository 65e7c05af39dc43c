"""Free queries and catalogued questions that a remote store answers, under the same rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from queries.answers_json import read_json
from queries.errors import ResultTooLarge
from queries.guard import Bounds, check
from queries.results import boolean_bytes, rows_bytes
from queries.store.answers import Dataset
from queries.store.media import N_TRIPLES, RESULTS_JSON
from queries.store.serialising import rewritten
from queries.workers.service import FreeAnswer, FreeQuery, Generations

if TYPE_CHECKING:
    from collections.abc import Callable

    from queries.index.reader import SideIndex
    from queries.store.remote import RemoteStore
    from queries.terms import Rows


class RemoteQueryService:
    """Answers free queries from a remote store; what comes back is written in our formats.

    Args:
        reader: knows the newest generation.
        store: the remote store.
        rows: rows or triples of an answer at most.
        bounds: what a query may be.
    """

    def __init__(
        self, reader: Generations, store: RemoteStore, rows: int, bounds: Bounds | None = None
    ) -> None:
        self._reader = reader
        self._store = store
        self._rows = rows
        self._bounds = bounds or Bounds()

    def ask(self, query: FreeQuery, gone: Callable[[], bool]) -> FreeAnswer:
        """Return the answer to a visitor's query.

        Raises:
            QueryError: it is refused, does not parse, takes too long or gives too much.
        """
        checked = check(query.text, self._bounds)
        dataset = Dataset(default=query.default, named=query.named)
        media_type, body, count = self._answered(checked.form, query, dataset, gone)
        return FreeAnswer(
            form=checked.form,
            media_type=media_type,
            body=body,
            rows=count,
            generation=self._reader.generation().version,
        )

    def _answered(
        self, form: str, query: FreeQuery, dataset: Dataset, gone: Callable[[], bool]
    ) -> tuple[str, bytes, int]:
        if form in ("CONSTRUCT", "DESCRIBE"):
            triples = self._store.ask(query.text, N_TRIPLES, dataset, gone)
            written = rewritten(triples, query.graph_type, self._rows)
            return query.graph_type, written.body, written.triples
        found = self._store.ask(query.text, RESULTS_JSON, dataset, gone)
        if form == "ASK":
            answer = bool(json.loads(found)["boolean"])
            return query.rows_type, boolean_bytes(answer, query.rows_type), 1
        rows = read_json(found)
        if len(rows) > self._rows:
            raise ResultTooLarge("rows", self._rows)
        return query.rows_type, rows_bytes(rows, query.rows_type), len(rows)


class WorkReader(Protocol):
    """What stays in the own store."""

    def index(self) -> SideIndex:
        """Return the side index of the newest generation."""

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings."""


class RemoteQuestionService:
    """Answers catalogued questions from a remote store; findings stay in the own one.

    Args:
        reader: knows the side index and the findings.
        store: the remote store.
    """

    def __init__(self, reader: WorkReader, store: RemoteStore) -> None:
        self._reader = reader
        self._store = store

    def index(self) -> SideIndex:
        """Return the side index of the newest generation."""
        return self._reader.index()

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the remote default graph."""
        return self._store.select(query)

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings."""
        return self._reader.select_work(query)

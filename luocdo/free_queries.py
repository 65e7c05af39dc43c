"""One free query from the command line, in a process that ends with its time limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.errors import QueryRefused
from queries.results import read_json
from queries.store.folder_reader import FolderReader
from queries.store.media import RESULTS_JSON
from queries.workers.limits import Limits
from queries.workers.pool import WorkerPool
from queries.workers.service import FreeQuery, QueryService

if TYPE_CHECKING:
    from luocdo.settings import Settings
    from queries.terms import Rows


def limits(settings: Settings) -> Limits:
    """Return how much a free query may take."""
    return Limits(seconds=settings.query_seconds, rows=settings.query_rows)


def run_once(text: str, settings: Settings) -> Rows:
    """Return the rows of a SELECT of the user's own.

    Raises:
        QueryError: it does not parse, is refused, or goes over a limit.
    """
    reader = FolderReader(settings.store)
    with WorkerPool(1, limits(settings)) as pool:
        answer = QueryService(reader, pool).ask(FreeQuery(text=text, rows_type=RESULTS_JSON))
    if answer.media_type != RESULTS_JSON:
        raise QueryRefused(
            "not-a-table",
            "This command prints tables; the query gives triples.",
            "Ask a SELECT, or use the SPARQL page of the site.",
        )
    return read_json(answer.body)

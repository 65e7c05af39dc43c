"""One free query from the command line, in a process that ends with its time limit."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from queries.answers_json import read_json
from queries.errors import QueryRefused
from queries.store.folder_reader import FolderReader
from queries.store.media import RESULTS_JSON
from queries.workers.lanes import Lanes
from queries.workers.limits import Limits
from queries.workers.pool import WorkerPool
from queries.workers.service import FreeQuery, QueryService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.settings import Settings
    from queries.terms import Rows


_PATIENCE: Final = 4.0  # on a busy machine a short query must not be taken for a long one
_STEPS_BACK: Final = 19  # the niceness of a query that is known to be long


def limits(settings: Settings) -> Limits:
    """Return how much a free query may take."""
    return Limits(
        seconds=settings.query_seconds,
        waiting=settings.query_wait_seconds,
        rows=settings.query_rows,
        bytes=settings.query_bytes,
        memory=settings.query_memory,
    )


@contextmanager
def open_lanes(settings: Settings) -> Iterator[Lanes]:
    """Start the processes for free queries, for the time of a `with`."""
    whole = limits(settings)
    quick_seconds = min(settings.query_quick_seconds, whole.seconds)
    short = replace(whole, seconds=quick_seconds, patience=_PATIENCE)
    with (
        WorkerPool(max(1, settings.query_quick_workers), short) as quick,
        WorkerPool(max(1, settings.query_workers), replace(whole, niceness=_STEPS_BACK)) as slow,
    ):
        yield Lanes(quick, slow, max(1, settings.query_room))


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

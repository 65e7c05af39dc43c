"""The services refuse before a worker is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from queries.errors import QueryRefused
from queries.guard import Bounds
from queries.workers.service import FreeQuery, QueryService

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader
    from queries.workers.pool import WorkerPool


@pytest.mark.parametrize(
    "text", ["DROP ALL", "SELECT * { SERVICE <http://x/> { } }", "ASK { " + "?s ?p ?o . " * 20]
)
def test_no_worker_sees_what_is_refused(text: str, reader: FolderReader) -> None:
    """Updates, services and what is too long cost no worker: there is none here."""
    service = QueryService(reader, cast("WorkerPool", None), Bounds(length=100))
    with pytest.raises(QueryRefused):
        service.ask(FreeQuery(text=text))

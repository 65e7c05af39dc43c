"""Short queries are answered while long ones run, and long ones still get their time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from queries.errors import QueryRefused, QueryTimeout
from queries.workers.lanes import Lanes
from queries.workers.limits import Limits
from queries.workers.pool import WorkerPool
from queries.workers.service import FreeQuery, QueryService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.store.folder_reader import FolderReader

RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


@pytest.fixture(scope="module")
def lanes() -> Iterator[Lanes]:
    """One quick and one slow worker, and room for three."""
    with (
        WorkerPool(1, Limits(seconds=0.2, waiting=120, patience=100)) as quick,
        WorkerPool(1, Limits(seconds=1.5, waiting=120, patience=40)) as slow,
    ):
        yield Lanes(quick, slow, room=3)


@pytest.fixture
def service(reader: FolderReader, lanes: Lanes) -> QueryService:
    """Free queries over the province."""
    return QueryService(reader, lanes)


def ended(service: QueryService, number: int, errors: list[Exception]) -> None:
    try:
        service.ask(FreeQuery(text=f"{RUNAWAY} #{number}"))
    except (QueryTimeout, QueryRefused) as error:
        errors.append(error)


def test_a_short_query_is_answered_while_long_ones_run(service: QueryService, lanes: Lanes) -> None:
    """Both runaway queries end by their time limit; what is short is answered meanwhile."""
    errors: list[Exception] = []
    threads = [threading.Thread(target=ended, args=(service, n, errors)) for n in range(2)]
    for thread in threads:
        thread.start()
    answers = [service.ask(FreeQuery(text="ASK { ?s ?p ?o }")).rows for _ in range(3)]
    assert answers == [1, 1, 1]
    assert any(thread.is_alive() for thread in threads)
    for thread in threads:
        thread.join(300)
    assert [type(error) for error in errors] == [QueryTimeout, QueryTimeout]
    assert len(lanes.processes()) == 2


def test_beyond_its_room_the_service_refuses_at_once(reader: FolderReader, lanes: Lanes) -> None:
    """The one too many is told when to come back."""
    service = QueryService(reader, lanes)
    errors: list[Exception] = []
    threads = [threading.Thread(target=ended, args=(service, n, errors)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    refused = [error for error in errors if isinstance(error, QueryRefused)]
    assert [error.code for error in refused] == ["no-worker-free"]
    assert refused[0].retry_after

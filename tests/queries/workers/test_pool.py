"""Workers: whole answers or errors, and no query that outlives its time."""

from __future__ import annotations

import os
import threading
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from queries.answers_json import read_json
from queries.errors import (
    QueryError,
    QueryRefused,
    QuerySyntax,
    QueryTimeout,
    ResultTooLarge,
    UnsuitableFormat,
)
from queries.questions import ask
from queries.store.media import CSV, RESULTS_XML, TURTLE
from queries.workers.limits import Limits
from queries.workers.pool import WorkerPool
from queries.workers.service import FreeQuery, QueryService, QuestionService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.store.folder_reader import FolderReader

RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
GRAPH = "https://w3id.org/luocdo/graph/doc/vn/ct/ubnd-lam-thanh/2024/7"
OTHER = "https://w3id.org/luocdo/graph/doc/vn/kh/so-noi-vu-lam-thanh/2024/31"


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    """Two workers with small limits."""
    limits = Limits(
        seconds=2.0, waiting=0.2, rows=700, bytes=200_000, memory=600_000_000, patience=40
    )
    with WorkerPool(2, limits) as started:
        yield started


@pytest.fixture
def service(reader: FolderReader, pool: WorkerPool) -> QueryService:
    """Free queries over the province."""
    return QueryService(reader, pool)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_each_form_answers_in_the_format_asked_for(service: QueryService) -> None:
    """SELECT and ASK come as results, CONSTRUCT and DESCRIBE as graphs."""
    rows = service.ask(FreeQuery(text="SELECT ?s { ?s ?p ?o } LIMIT 3"))
    assert len(read_json(rows.body)) == rows.rows == 3
    yes = service.ask(FreeQuery(text="ASK { ?s ?p ?o }", rows_type=RESULTS_XML))
    assert b"<boolean>true</boolean>" in yes.body
    graph = service.ask(FreeQuery(text="DESCRIBE <https://w3id.org/luocdo/id/vn/agency/bbt>"))
    assert graph.media_type == TURTLE
    assert graph.rows > 3
    assert graph.body.startswith(b"@prefix")


def test_a_runaway_query_is_ended_with_its_process(service: QueryService, pool: WorkerPool) -> None:
    """After the time limit the process is gone and another answers in its place."""
    before = pool.processes()
    with pytest.raises(QueryTimeout):
        service.ask(FreeQuery(text=RUNAWAY))
    ended = before - pool.processes()
    assert len(ended) == 1
    assert not any(map(alive, ended))
    assert len(pool.processes()) == 2
    assert service.ask(FreeQuery(text="ASK { ?s ?p ?o }")).rows == 1


def test_a_client_that_hangs_up_gives_its_worker_back(
    service: QueryService, pool: WorkerPool
) -> None:
    """The worker of a client that is gone is ended before its time."""
    before = pool.processes()
    with pytest.raises(QueryRefused, match="hung up"):
        service.ask(FreeQuery(text=RUNAWAY), gone=lambda: True)
    assert len(before - pool.processes()) == 1


def holding(service: QueryService, client: str) -> tuple[threading.Thread, list[QueryError]]:
    """Start a query that does not end, and return when a worker has it."""
    running = threading.Event()
    errors: list[QueryError] = []

    def noticed() -> bool:
        running.set()
        return False

    def hold() -> None:
        try:
            service.ask(FreeQuery(text=RUNAWAY, client=client), gone=noticed)
        except QueryError as error:
            errors.append(error)

    thread = threading.Thread(target=hold)
    thread.start()
    assert running.wait(60)
    return thread, errors


def test_a_full_pool_refuses_and_says_when_to_come_back(service: QueryService) -> None:
    """With all workers taken a query is refused at once, not queued for ever."""
    service.ask(FreeQuery(text="ASK { }"))
    held = [holding(service, name) for name in ("a", "b")]
    with pytest.raises(QueryRefused) as refused:
        service.ask(FreeQuery(text="ASK { }"))
    for thread, _ in held:
        thread.join()
    assert refused.value.code == "no-worker-free"
    assert refused.value.retry_after
    assert [type(error) for _, errors in held for error in errors] == [QueryTimeout] * 2


def test_an_answer_over_a_limit_is_an_error(service: QueryService) -> None:
    """Rows and bytes are never cut."""
    with pytest.raises(ResultTooLarge) as rows:
        service.ask(FreeQuery(text="SELECT * { ?s ?p ?o . ?x ?y ?o }", rows_type=CSV))
    assert (rows.value.kind, rows.value.limit) == ("rows", 700)
    long = 'SELECT (CONCAT("' + "x" * 150_000 + '", "' + "y" * 150_000 + '") AS ?s) { }'
    with pytest.raises(ResultTooLarge) as size:
        service.ask(FreeQuery(text=long))
    assert size.value.kind == "bytes"
    with pytest.raises(ResultTooLarge):
        service.ask(FreeQuery(text="CONSTRUCT { ?s ?p ?x } { ?s ?p ?o . ?x ?y ?z }"))


def test_a_query_that_eats_memory_does_not_take_the_machine(service: QueryService) -> None:
    """Past its memory a worker fails by itself, and its client gets an error."""
    doubling = "SELECT (STRLEN(?z) AS ?n) { VALUES ?a { '" + "x" * 100_000 + "' } "
    names = "abcdefghijklmz"
    for one, two in pairwise(names):
        doubling += f"BIND(CONCAT(?{one}, ?{one}, ?{one}) AS ?{two}) "
    with pytest.raises(QueryError):
        service.ask(FreeQuery(text=doubling + "}"))
    assert service.ask(FreeQuery(text="ASK { ?s ?p ?o }")).rows == 1


def test_a_syntax_error_names_its_place(service: QueryService) -> None:
    """Line and column come from the parser, through the process border."""
    with pytest.raises(QuerySyntax) as caught:
        service.ask(FreeQuery(text="SELECT *\nWHERE { ?s ?p }"))
    assert caught.value.line == 2
    assert caught.value.column


def test_a_format_that_cannot_hold_the_answer_is_refused(service: QueryService) -> None:
    """A control character goes out as JSON and not as XML."""
    query = 'SELECT ("a\\u0001b" AS ?x) { }'
    assert b"\\u0001" in service.ask(FreeQuery(text=query)).body
    with pytest.raises(UnsuitableFormat):
        service.ask(FreeQuery(text=query, rows_type=RESULTS_XML))


def test_the_graphs_of_the_request_win(service: QueryService) -> None:
    """A triple in two graphs counts once in their merge; a graph we do not hold is empty."""
    directive = "<https://w3id.org/luocdo/id/vn/ct/ubnd-lam-thanh/2024/7>"
    count = f"SELECT (COUNT(*) AS ?n) {{ {directive} a ?t }}"

    def counted(
        default: tuple[str, ...] | None = None, named: tuple[str, ...] | None = None
    ) -> str:
        query = FreeQuery(text=count, default=default, named=named)
        (row,) = read_json(service.ask(query).body).rows
        assert row[0]
        return row[0].value

    assert counted(default=(GRAPH,)) == "4"
    assert counted(default=(GRAPH, OTHER)) == "4"
    assert counted(default=("http://not.held/",)) == "0"
    assert counted(named=(GRAPH,)) == "0"
    text = f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}> FROM <{OTHER}> {{ ?s a ?t }}"  # noqa: S608  # SPARQL of constants
    once = read_json(service.ask(FreeQuery(text=text)).body).rows[0][0]
    text = f"SELECT DISTINCT ?s ?t FROM <{GRAPH}> FROM <{OTHER}> {{ ?s a ?t }}"  # noqa: S608  # SPARQL of constants
    assert once
    assert int(once.value) == len(read_json(service.ask(FreeQuery(text=text)).body))


def test_raw_graphs_and_findings_are_out_of_reach(service: QueryService) -> None:
    """What lives in the other store cannot be asked by the public."""
    text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    found = {str(r["g"]) for r in read_json(service.ask(FreeQuery(text=text)).body).records()}
    assert GRAPH in found
    assert not any("/raw/" in graph or "findings" in graph for graph in found)


def test_questions_have_a_pool_of_their_own(reader: FolderReader, pool: WorkerPool) -> None:
    """A catalogued question gives the same rows from a worker as from the reader itself."""
    source = QuestionService(reader, pool)
    arguments = {"doc": "07/CT-UBND"}
    rows = ask("tasks-under", arguments, source).rows
    assert rows == ask("tasks-under", arguments, reader).rows
    assert len(rows) > 0
    assert ask("lineage-up", arguments, source).rows == ask("lineage-up", arguments, reader).rows
    assert len(ask("completeness", {}, source).rows) == 1


def test_a_worker_that_has_long_worked_is_replaced(
    reader: FolderReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its engine has kept goes with it, and every client gets its answer."""
    monkeypatch.setattr("queries.workers.pool.ANSWERS", 2)
    with WorkerPool(1, Limits(patience=40)) as alone:
        service = QueryService(reader, alone)
        seen = []
        for _ in range(4):
            seen.append(alone.processes())
            assert service.ask(FreeQuery(text="ASK {}")).rows == 1
    assert seen[0] == seen[1] != seen[2] == seen[3]

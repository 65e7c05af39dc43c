"""One query cannot harm another (serving list, section 5)."""

from __future__ import annotations

import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.service.conftest import Service

PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o"
RUNAWAYS = [
    f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}",
    f"SELECT * {{ {PRODUCT} }} ORDER BY ?a ?o LIMIT 1",
    f"SELECT DISTINCT ?a ?f ?i ?l {{ {PRODUCT} }}",
    f"ASK {{ {PRODUCT} FILTER(?a = ?nothing) }}",
    f"SELECT ?a (SAMPLE(?o) AS ?s) {{ {PRODUCT} }} GROUP BY ?a ?d ?g ?j",
    f"CONSTRUCT {{ ?a ?e ?i }} {{ {PRODUCT} }}",
    f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?o))) AS ?s) {{ {PRODUCT} }}",
    f"SELECT * {{ {PRODUCT} FILTER(REGEX(CONCAT(STR(?a), STR(?f), STR(?i)), '(x+x+)+y')) }}",
]


def ticks(processes: set[int]) -> int:
    """Return the processor time of processes, in ticks."""
    used = 0
    for process in processes:
        try:
            with open(f"/proc/{process}/stat") as file:  # noqa: PTH123 - of the kernel
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        used += int(fields[11]) + int(fields[12])
    return used


def until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def is_idle(service: Service) -> bool:
    """Tell whether nothing that the site started computes."""
    before = ticks(service.children())
    time.sleep(0.4)
    return ticks(service.children()) - before <= 2


def test_pages_and_short_queries_answer_while_eight_run_away(service: Service) -> None:
    """All eight end as errors, everything else is answered, and then nothing computes."""
    service.get("/")
    with ThreadPoolExecutor(12) as threads:
        running = [threads.submit(service.ask, query) for query in RUNAWAYS]
        time.sleep(0.3)
        slowest = 0.0
        for number in range(6):
            started = time.monotonic()
            short = f"SELECT ?s {{ ?s ?p ?o }} LIMIT {number + 1}"
            assert len(service.ask(short).json["results"]["bindings"]) == number + 1
            assert service.get("/", Accept="text/html").status == 200
            assert service.get("/questions", Accept="text/html").status == 200
            slowest = max(slowest, time.monotonic() - started)
        assert any(not future.done() for future in running)
        statuses = [future.result().status for future in running]
    assert set(statuses) <= {400, 503}
    assert statuses.count(503) >= 6
    assert slowest < 10
    assert until(lambda: is_idle(service))


def test_memory_comes_back(service: Service) -> None:
    """A query that fills its worker is an error, and the worker that replaces it is small."""
    doubling = "SELECT (STRLEN(?h) AS ?n) { VALUES ?a { '" + "x" * 100_000 + "' } "
    for one, two in zip("abcdefg", "bcdefgh", strict=True):
        doubling += f"BIND(CONCAT(?{one},?{one},?{one},?{one},?{one},?{one}) AS ?{two}) "
    got = service.post(doubling + "}")
    assert got.status == 503
    assert int(got.headers["retry-after"]) > 0
    assert service.ask("ASK {}").status == 200
    assert until(lambda: sum(map(resident, service.children())) < 900_000)


def resident(process: int) -> int:
    """Return the memory of a process in kilobytes."""
    try:
        with open(f"/proc/{process}/statm") as file:  # noqa: PTH123 - of the kernel
            return int(file.read().split()[1]) * 4
    except OSError:
        return 0


def test_a_client_that_hangs_up_frees_its_worker(service: Service) -> None:
    """Within moments nothing computes, long before the time limit of what it asked."""
    assert until(lambda: is_idle(service))
    query = quote(RUNAWAYS[0] + " # hang up")
    connections = []
    for number in range(4):
        connection = socket.create_connection(service.place)
        words = f"GET /sparql?query={query}{number} HTTP/1.1\r\nHost: a\r\n\r\n"
        connection.sendall(words.encode())
        connections.append(connection)
    time.sleep(1)
    for connection in connections:
        connection.close()
    started = time.monotonic()
    assert until(lambda: is_idle(service), 5)
    assert time.monotonic() - started < 2.5


def test_half_sent_and_slow_requests_do_no_harm(service: Service) -> None:
    """Two hundred of them wait, and others are answered."""
    halves = [
        b"GET /sparql?query=A",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nASK",
        b"",
        b"GET / HTTP/1.1\r\nHost",
    ]
    held = []
    for number in range(200):
        connection = socket.create_connection(service.place)
        connection.sendall(halves[number % 4])
        held.append(connection)
    assert service.ask("ASK {}").status == 200
    assert service.get("/", Accept="text/html").status == 200
    for connection in held:
        connection.close()


@pytest.mark.parametrize(
    "words",
    [
        b"\x00\x01\x02\x03\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nBroken\r\n\r\n",
        b"get / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: nonsense\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_nonsense_is_refused_in_our_form(service: Service, words: bytes) -> None:
    """With a status of ours, without a word of what serves; the service goes on."""
    got = service.raw(words + b"\r\n", seconds=5)
    assert got == b"" or got.startswith(
        (
            b"HTTP/1.1 400",
            b"HTTP/1.0 400",
            b"HTTP/1.1 200",
            b"HTTP/1.1 501",
            b"HTTP/1.0 200",
            b"HTTP/9.9 505",
            b"HTTP/1.1 505",
        )
    )
    assert b"waitress" not in got.lower()
    assert b"Traceback" not in got
    if b" 400" in got:
        assert b"nosniff" in got
        assert b"Access-Control-Allow-Origin: *" in got
    assert service.ask("ASK {}").status == 200


def test_a_worker_that_dies_is_replaced_and_its_client_told(service: Service) -> None:
    """A 503 with Retry-After, not a closed connection."""
    got = {}

    def ask() -> None:
        got["answer"] = service.ask(RUNAWAYS[0] + " # to be killed")

    thread = threading.Thread(target=ask)
    assert until(lambda: is_idle(service))
    thread.start()
    time.sleep(1.2)
    before = {child: ticks({child}) for child in service.children()}
    time.sleep(0.3)
    busy = max(before, key=lambda child: ticks({child}) - before[child])
    os.kill(busy, 9)
    thread.join(20)
    assert got["answer"].status == 503
    assert int(got["answer"].headers["retry-after"]) > 0
    assert service.ask("ASK {}").status == 200


def test_a_star_of_two_hundred_patterns_is_no_harm(service: Service) -> None:
    """It is answered or out of time; other queries are answered meanwhile."""
    star = "SELECT * {" + " . ".join(f"?s ?p{n} ?o{n}" for n in range(200)) + "} LIMIT 1"
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(service.post, star)
        time.sleep(0.2)
        assert service.ask("ASK { ?s ?p ?o }").json["boolean"] is True
        assert running.result().status in {200, 503}


def test_many_short_queries_at_once_are_all_answered(service: Service) -> None:
    """Right queries never fail because others run."""
    with ThreadPoolExecutor(40) as threads:
        answers = list(
            threads.map(
                lambda n: service.ask(f"SELECT ?s {{ ?s ?p ?o }} LIMIT {n % 7}"), range(120)
            )
        )
    assert {answer.status for answer in answers} == {200}


def test_a_linear_regular_expression(service: Service) -> None:
    """A pattern that is exponential elsewhere is answered at once or ends by the limit."""
    got = service.post(f"ASK {{ FILTER(REGEX('{'x' * 40}', '^(x+x+)+y$')) }}")
    assert got.status in {200, 503}

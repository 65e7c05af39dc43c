"""An answer is whole or it is an error (serving list, section 4)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Service

JSON = "application/sparql-results+json"
QUERY = "application/sparql-query"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
TEN = "{ VALUES ?%s { 0 1 2 3 4 5 6 7 8 9 } }"


def many(power: int, rest: str = "") -> str:
    """Return a query with ten to that power of rows."""
    names = "abcdefgh"[:power]
    return f"SELECT * {{ {' '.join(TEN % name for name in names)} }} {rest}"


@pytest.mark.parametrize("media_type", ["text/csv", JSON])
def test_six_figure_numbers_of_rows_are_ordinary(patient: Service, media_type: str) -> None:
    """A hundred thousand small rows, all of them."""
    got = patient.post(many(5), media_type)
    assert got.status == 200
    if media_type == JSON:
        assert len(got.json["results"]["bindings"]) == 100_000
    else:
        assert got.body.count(b"\r\n") == 100_001


def test_a_long_query_by_post_is_ordinary(patient: Service) -> None:
    """Some hundred kilobytes of values."""
    values = " ".join(f'"giá trị số {n}"' for n in range(15_000))
    query = f"SELECT (COUNT(*) AS ?n) {{ VALUES ?x {{ {values} }} }}"
    assert len(query.encode()) > 300_000
    for kind, body in (
        (QUERY, query.encode()),
        ("application/x-www-form-urlencoded", b"query=" + quote(query).encode()),
    ):
        got = patient.send("POST", "/sparql", body, {"Content-Type": kind})
        assert got.status == 200, got.text
        assert got.json["results"]["bindings"][0]["n"]["value"] == "15000"
    lists = ", ".join(f"<urn:x:{n}>" for n in range(15_000))
    assert patient.post(f"ASK {{ ?s ?p ?o FILTER(?s IN ({lists})) }}").status == 200
    triples = " ".join(f"<urn:s{n}> <urn:x:p> {n} ." for n in range(8_000))
    got = patient.post(f"CONSTRUCT {{ {triples} }} {{}}", "application/n-triples")
    assert got.body.count(b"\n") == 8_000


def test_an_answer_over_a_limit_is_an_error_that_says_so(patient: Service) -> None:
    """It names the limit and the way on; nothing is cut under a 200."""
    got = patient.post(
        "SELECT ?x ?y { "
        + TEN % "a"
        + " BIND('"
        + "x" * 50_000
        + "' AS ?x) "
        + "".join(TEN % n for n in "bcd")
        + " }"
    )
    assert got.status == 400
    assert "200000000" in got.text.replace(".", "").replace(",", "")
    assert "LIMIT" in got.text
    assert "OFFSET" in got.text
    assert "dump" in got.text


def test_a_query_out_of_time_is_a_503(service: Service) -> None:
    """With Retry-After, the limit and the way on."""
    started = time.monotonic()
    got = service.ask(RUNAWAY)
    assert got.status == 503
    assert int(got.headers["retry-after"]) > 0
    assert "3" in got.text
    assert "LIMIT" in got.text
    assert time.monotonic() - started < 15


def test_a_body_too_large_is_a_413(service: Service) -> None:
    """Whether it says its length or comes in chunks."""
    body = b"ASK { } #" + b"x" * 2_500_000
    got = service.send("POST", "/sparql", body, {"Content-Type": QUERY})
    assert got.status == 413
    big = service.send(
        "POST",
        "/sparql",
        b"query=" + b"x" * 20_000_000,
        {"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert big.status == 413
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in [b"x" * 500_000] * 5) + b"0\r\n\r\n"
    head = b"POST /sparql HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert service.raw(head + chunks).startswith(b"HTTP/1.1 413")


def test_an_address_too_long_is_a_414_and_a_header_a_431(service: Service) -> None:
    """Ten kilobytes of address are still fine."""
    assert service.get("/sparql?query=ASK%7B%7D%23" + "x" * 10_000).status == 200
    got = service.get("/sparql?query=ASK%7B%7D%23" + "x" * 40_000)
    assert got.status in {414, 431}
    got = service.send("GET", "/", headers={"X-Long": "y" * 100_000})
    assert got.status == 431
    assert got.headers["access-control-allow-origin"] == "*"
    assert "waitress" not in got.text.lower()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {" + "{" * 5_000 + "}" * 5_000 + "}",
        "SELECT * { ?s ?p ?o FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ")}",
        "SELECT * { ?s ?p ?o FILTER(" + "!" * 200_000 + "true)}",
        "SELECT (" + "+".join(["1"] * 200_000) + " AS ?x) {}",
        "SELECT * { ?s ?p " + "[<urn:p> " * 20_000 + "1" + "]" * 20_000 + "}",
        "SELECT * { ?s " + "^" * 100_000 + "<urn:p> ?o }",
        "SELECT (" + "-" * 150_000 + "1 AS ?x) {}",
    ],
)
def test_what_is_too_deep_is_a_400(service: Service, query: str) -> None:
    """And the next query is answered."""
    got = service.post(query)
    assert got.status == 400, (got.status, got.text[:200])
    assert service.ask("ASK {}").status == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {" + "{" * 60 + "?s ?p ?o" + "}" * 60 + "} LIMIT 1",
        "SELECT (" + "+".join(["1"] * 3_000) + " AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER(" + " || ".join(["?s = ?o"] * 200) + ") } LIMIT 1",
        "SELECT * {" + " UNION ".join(["{ ?s ?p 1 }"] * 500) + "} LIMIT 1",
        "SELECT (" + "STR(" * 90 + "1" + ")" * 90 + " AS ?x) {}",
    ],
)
def test_what_is_long_but_right_is_answered(patient: Service, query: str) -> None:
    """Bounds leave room for what programs write."""
    assert patient.post(query).status == 200

"""Nothing reaches out and nothing leaks (serving list, section 6)."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.service.conftest import Service

HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def trap() -> Iterator[tuple[str, list[bytes]]]:
    """Listen on a port of our own: whoever is lured there is noticed."""
    caught: list[bytes] = []
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.2)
        ended = threading.Event()

        def watch() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listening.accept()
                except OSError:
                    continue
                caught.append(b"visited")
                connection.close()

        thread = threading.Thread(target=watch)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/data.ttl", caught
        ended.set()
        thread.join()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <%s> } SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <%s> } SERVICE SILENT ?x { ?s ?p ?o } }",
        "SELECT * { { SELECT * { service <%s> { ?s ?p ?o } } } }",
        "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
        "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
        "SELECT * {SERVICE<%s>{?s ?p ?o}}",
        "SELECT * { #\nSERVICE #\n<%s> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <%s> { ?s ?p ?o } }",
        'SELECT * { FILTER("SERVICE" != "x") SERVICE <%s> { ?s ?p ?o } }',
    ],
)
def test_service_is_refused_in_every_dress(
    service: Service, trap: tuple[str, list[bytes]], query: str
) -> None:
    """A 400 that says so."""
    address, caught = trap
    got = service.ask(query % address)
    assert got.status == 400
    assert "SERVICE" in got.text
    assert not caught


def test_the_word_alone_does_no_harm(service: Service) -> None:
    """In a string, an IRI, a comment, a variable or a prefix."""
    query = "PREFIX service: <urn:service#> SELECT ?service { # SERVICE\n VALUES ?service { 'SERVICE <x>' service:SERVICE <urn:SERVICE> } }"
    assert len(service.ask(query).json["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    "where", ["%s", "file:///etc/passwd", "/etc/passwd", "etc/passwd", "../../etc/passwd"]
)
@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
        "PREFIX a: <%s> SELECT * FROM a: { ?s ?p ?o }",
        "DESCRIBE <%s>",
        "LOAD <%s>",
        "LOAD SILENT <%s> INTO GRAPH <urn:g>",
    ],
)
def test_nothing_is_fetched_or_read(
    service: Service, trap: tuple[str, list[bytes]], query: str, where: str
) -> None:
    """Neither from the network nor from files: empty or a 400."""
    address, caught = trap
    got = service.ask(query % where.replace("%s", address))
    assert got.status in {200, 400}
    if got.status == 200 and got.type.endswith("+json"):
        assert got.json["results"]["bindings"] == []
    assert "root:" not in got.text
    assert not caught


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_dataset_parameters_fetch_nothing(
    service: Service, trap: tuple[str, list[bytes]], name: str
) -> None:
    """From the network, files, or relative names."""
    address, caught = trap
    for value in (address, "file:///etc/passwd", "/etc/passwd"):
        got = service.ask(
            "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", **{name: value}
        )
        assert got.status in {200, 400}
        assert got.status == 400 or got.json["results"]["bindings"] == []
    assert not caught


@pytest.mark.parametrize(
    "value", ["text/csv\r\nX-Evil: 1", "csv\nX-Evil: 1", "x\r\n\r\n<html>", "csv\x00"]
)
@pytest.mark.parametrize(
    "name", ["format", "output", "results", "lang", "query", "default-graph-uri", "callback"]
)
def test_no_value_enters_a_header(service: Service, name: str, value: str) -> None:
    """Line ends in a parameter stay there."""
    got = service.get(
        "/sparql?"
        + urlencode({"query": "ASK {}", name: value} if name != "query" else {name: value})
    )
    assert "x-evil" not in got.headers
    assert got.status in {200, 400}
    path = service.get(f"/id/{quote(value)}")
    assert "x-evil" not in path.headers
    assert path.status in {400, 404}


@pytest.mark.parametrize(
    "path",
    [
        "/sparql?format=html&query={q}", "/search?q={q}", "/doc/{q}", "/id/{q}", "/thing/{q}", "/body/{q}", "/lineage/{q}",
        "/questions/{q}", "/questions/lineage-up?doc={q}", "/{q}", "/data/{q}.ttl", "/sparql?format={q}", "/id/vn/alias/{q}",
        "/sparql?format=html&query=SELECT%20(%22{q}%22%20AS%20%3Fx)%20%7B%7D", "/search?q=a&type={q}&issuer={q}",
    ],
)  # fmt: skip
def test_nothing_a_user_sent_enters_html_unescaped(service: Service, path: str) -> None:
    """Pages, errors and tables alike."""
    for words in (HOSTILE, "'\"><img src=x onerror=alert(1)>"):
        got = service.get(path.format(q=quote(words, safe="")), Accept="text/html")
        assert b"<script>alert" not in got.body
        assert b"<img src=x" not in got.body
        assert got.status < 500


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sparql",
        "/nowhere",
        "/sparql?query=x",
        "/sparql?query=ASK%7B%7D",
        "/.well-known/void",
        "/search?q=a",
        "/static/site.css",
        "/id/x",
    ],
)
def test_every_answer_says_nosniff(service: Service, path: str) -> None:
    """Errors included; pages have a policy without inline script."""
    for method in ("GET", "HEAD", "OPTIONS", "PUT"):
        got = service.send(method, path, headers={"Accept": "text/html"})
        assert got.headers["x-content-type-options"] == "nosniff"
        policy = got.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        scripts = policy.partition("script-src")[2].partition(";")[0]
        assert "unsafe-inline" not in scripts
        assert "unsafe-eval" not in policy


def test_pages_ask_no_other_host(service: Service) -> None:
    """Neither for scripts nor styles nor pictures."""
    for path in ("/", "/sparql", "/search?q=chi", "/doc/vn/ct/ubnd-song-may/2024/7", "/help"):
        text = service.get(path, Accept="text/html").text
        for word in ('src="http', "src='http", "@import", 'src="//', "<script>"):
            assert word not in text

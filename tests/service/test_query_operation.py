"""One address takes queries three ways and nothing else (serving list, section 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph, Namespace, URIRef

if TYPE_CHECKING:
    from tests.service.conftest import Service

SELECT = "SELECT ?x { VALUES ?x { 'Điện' } }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
INSERT = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
GRAPH = "https://w3id.org/luocdo/graph/doc/vn/ct/ubnd-song-may/2024/7"
DIRECTIVE = "<https://w3id.org/luocdo/id/vn/ct/ubnd-song-may/2024/7>"


@pytest.mark.parametrize(
    "kind", [FORM, FORM.upper(), f"{FORM}; charset=utf-8", f"{FORM};Charset=UTF-8"]
)
def test_a_form_is_taken(service: Service, kind: str) -> None:
    """In any letter case, with its character set said or not."""
    body = urlencode({"query": SELECT}).encode()
    got = service.send("POST", "/sparql", body, {"Content-Type": kind})
    assert got.status == 200
    assert got.json["results"]["bindings"][0]["x"]["value"] == "Điện"


@pytest.mark.parametrize("kind", [QUERY, "Application/SPARQL-Query", f'{QUERY}; charset="UTF-8"'])
def test_a_query_as_body_is_taken(service: Service, kind: str) -> None:
    """As the protocol has it."""
    got = service.send("POST", "/sparql", SELECT.encode(), {"Content-Type": kind})
    assert got.status == 200
    assert got.json["results"]["bindings"][0]["x"]["value"] == "Điện"


def test_a_query_by_address_is_taken(service: Service) -> None:
    """Percent-encoded and raw UTF-8 are the same."""
    assert service.ask(SELECT).json["results"]["bindings"][0]["x"]["value"] == "Điện"
    raw = "SELECT%20?x%20{VALUES%20?x{'Điện'}}".encode()
    got = service.raw(
        b"GET /sparql?query=" + raw + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    )
    assert got.startswith(b"HTTP/1.1 200")
    assert "Điện".encode() in got


@pytest.mark.parametrize(
    "path",
    ["/sparql?" + urlencode({"query": SELECT}), "/", "/.well-known/void", "/sparql", "/nowhere"],
)
def test_head_says_what_get_says(service: Service, path: str) -> None:
    """The same status and headers, and no body."""
    for accept in ("text/turtle", "text/html"):
        get = service.get(path, Accept=accept)
        head = service.send("HEAD", path, headers={"Accept": accept})
        assert head.body == b""
        assert head.status == get.status
        same = get.headers.keys() - {"date"}
        assert {n: head.headers.get(n) for n in same} == {n: get.headers[n] for n in same}


@pytest.mark.parametrize(
    "parameters",
    [
        "query=",
        "query=%20%0A",
        "query=ASK%7B%7D&query=ASK%7B%7D",
        "query=SELECT",
        "query=ASK%20%7B",
        "query=ASK%7B%7D&default-graph-uri=not%20an%20iri",
        "query=hello",
    ],
)
def test_a_query_that_is_none_is_refused(service: Service, parameters: str) -> None:
    """Empty, repeated or malformed: 400, by address and as a form."""
    assert service.get(f"/sparql?{parameters}").status == 400
    got = service.send("POST", "/sparql", parameters.encode(), {"Content-Type": FORM})
    assert got.status == 400


def test_a_query_that_is_missing_is_refused(service: Service) -> None:
    """A form without one, an empty body, and one in the address beside one in the body."""
    assert service.send("POST", "/sparql", b"a=b", {"Content-Type": FORM}).status == 400
    assert service.send("POST", "/sparql", b"", {"Content-Type": QUERY}).status == 400
    twice = "/sparql?" + urlencode({"query": SELECT})
    assert service.send("POST", twice, SELECT.encode(), {"Content-Type": QUERY}).status == 400
    assert (
        service.send(
            "POST", twice, urlencode({"query": SELECT}).encode(), {"Content-Type": FORM}
        ).status
        == 400
    )


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/json",
        "multipart/form-data; boundary=x",
        "",
        "nonsense",
        f"{QUERY}; charset=latin-1",
        f"{FORM}; charset=windows-1258",
        "text/turtle",
    ],
)
def test_another_body_is_a_415(service: Service, kind: str) -> None:
    """So is another character set."""
    got = service.send("POST", "/sparql", b"ASK {}", {"Content-Type": kind} if kind else {})
    assert got.status == 415
    assert service.send("POST", "/sparql").status in {400, 415}


def test_a_packed_body_is_a_415(service: Service) -> None:
    """We take bodies as they are."""
    headers = {"Content-Type": QUERY, "Content-Encoding": "gzip"}
    assert service.send("POST", "/sparql", b"ASK {}", headers).status == 415


@pytest.mark.parametrize("words", [b"%FF", b"\xff", b"%C3%28", b"%ED%A0%80", b"\xc3("])
def test_what_is_no_utf_8_is_refused(service: Service, words: bytes) -> None:
    """By address, as a form and as a body: never a replacement character."""
    query = b"SELECT?x{VALUES?x{'" + words + b"'}}"
    start = b"GET /sparql?query=" + query + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    assert service.raw(start).startswith(b"HTTP/1.1 400")
    assert service.send("POST", "/sparql", b"query=" + query, {"Content-Type": FORM}).status == 400
    if b"%" not in words:
        assert service.send("POST", "/sparql", query, {"Content-Type": QUERY}).status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_another_method_is_a_405(service: Service, method: str) -> None:
    """With all that work in `Allow`."""
    got = service.send(method, "/sparql", b"", {"Content-Type": QUERY})
    assert got.status == 405
    assert {m.strip() for m in got.headers["allow"].split(",")} >= {
        "GET",
        "HEAD",
        "POST",
        "OPTIONS",
    }


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/sparql", QUERY, INSERT),
        ("/sparql", UPDATE, INSERT),
        ("/sparql", f"{UPDATE}; charset=utf-8", "CLEAR ALL"),
        ("/sparql", FORM, urlencode({"update": INSERT})),
        ("/sparql", FORM, urlencode({"update": INSERT, "query": SELECT})),
        ("/sparql", FORM, urlencode({"query": INSERT})),
        ("/sparql", FORM, urlencode({"query": "# SELECT\nDROP ALL"})),
        ("/sparql", FORM, urlencode({"query": "PREFIX a: <urn:a> DELETE WHERE { ?s ?p ?o }"})),
        ("/sparql", FORM, urlencode({"query": SELECT + "; " + INSERT})),
        ("/sparql", FORM, urlencode({"query": "\\u0049NSERT DATA { <urn:a> <urn:b> 1 }"})),
        ("/sparql?" + urlencode({"update": INSERT}), FORM, urlencode({"query": SELECT})),
        ("/sparql?" + urlencode({"update": INSERT}), QUERY, SELECT),
        ("/sparql", QUERY, "LOAD <file:///etc/passwd>"),
        ("/sparql", QUERY, "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"),
    ],
)
def test_updates_are_refused_in_every_dress(
    service: Service, path: str, kind: str, body: str
) -> None:
    """With a 400, and nothing is written."""
    assert service.send("POST", path, body.encode(), {"Content-Type": kind}).status == 400
    assert service.ask("ASK { GRAPH ?g { <urn:a> ?p ?o } }").json["boolean"] is False


def test_an_update_by_address_is_refused(service: Service) -> None:
    """Also beside a query."""
    assert service.get("/sparql?" + urlencode({"update": INSERT})).status == 400
    assert service.get("/sparql?" + urlencode({"update": INSERT, "query": SELECT})).status == 400
    assert service.ask(INSERT).status == 400


@pytest.mark.parametrize(
    "path",
    [
        "/update",
        "/sparql/update",
        "/statements",
        "/store",
        "/rdf-graph-store?default",
        "/data?default",
        "/data",
        "/graph",
        "/graphs",
        "/sparql?default",
        "/sparql?graph=urn:g",
        "/sparql-graph-crud?graph-uri=urn:g",
    ],
)
def test_no_other_address_writes(service: Service, path: str) -> None:
    """Graph-store style addresses neither."""
    for method in ("PUT", "POST", "DELETE", "PATCH"):
        got = service.send(
            method, path, b"<urn:a> <urn:b> <urn:c> .", {"Content-Type": "text/turtle"}
        )
        assert 400 <= got.status < 500
    assert service.ask("ASK { <urn:a> <urn:b> <urn:c> }").json["boolean"] is False


def count(service: Service, query: str, **parameters: str) -> int:
    got = service.ask(query, **parameters)
    assert got.status == 200, got.text
    return int(got.json["results"]["bindings"][0]["n"]["value"])


def test_parameters_choose_among_our_graphs(service: Service) -> None:
    """They win over FROM; what we do not hold is empty; the union counts once."""
    types = f"SELECT (COUNT(*) AS ?n) {{ {DIRECTIVE} a ?t }}"
    assert count(service, types, **{"default-graph-uri": GRAPH}) == 2
    assert count(service, types, **{"default-graph-uri": "urn:not-held"}) == 0
    assert count(service, types, **{"named-graph-uri": GRAPH}) == 0
    other = types.replace("{", "FROM <urn:not-held> {", 1)
    assert count(service, other) == 0
    assert count(service, other, **{"default-graph-uri": GRAPH}) == 2
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(service, named, **{"named-graph-uri": GRAPH}) == 1
    assert count(service, named, **{"default-graph-uri": GRAPH}) == 0
    assert count(service, named.replace("{", f"FROM NAMED <{GRAPH}> {{", 1)) == 1
    assert count(service, named) > 3


def test_parameters_count_in_every_dress(service: Service) -> None:
    """In the address of a direct POST, in a form, and in the address beside a form."""
    types = f"SELECT (COUNT(*) AS ?n) {{ {DIRECTIVE} a ?t }}"
    word = "default-graph-uri=urn%3Anot-held"
    direct = service.send("POST", f"/sparql?{word}", types.encode(), {"Content-Type": QUERY})
    body = f"query={quote(types)}&{word}".encode()
    form = service.send("POST", "/sparql", body, {"Content-Type": FORM})
    beside = service.send(
        "POST", f"/sparql?{word}", f"query={quote(types)}".encode(), {"Content-Type": FORM}
    )
    for got in (direct, form, beside):
        assert got.json["results"]["bindings"][0]["n"]["value"] == "0"


def test_several_graphs_are_merged_once(service: Service) -> None:
    """A triple that stands in two graphs counts once, in COUNT and in rows."""
    agencies = GRAPH.replace("doc/vn/ct/ubnd-song-may/2024/7", "agencies")
    words = f"&default-graph-uri={quote(GRAPH, '')}&default-graph-uri={quote(agencies, '')}"
    both = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    once = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
    counts = {
        service.get(f"/sparql?query={quote(q)}{words}").json["results"]["bindings"][0]["n"]["value"]
        for q in (both, once)
    }
    assert len(counts) == 1


def test_without_a_query_the_service_describes_itself(service: Service) -> None:
    """Its own address, SPARQL 1.1 Query alone, every result format."""
    for media_type, form in (
        ("text/turtle", "turtle"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
    ):
        got = service.get("/sparql", Accept=media_type)
        assert (got.status, got.type) == (200, media_type)
        graph = Graph().parse(data=got.body, format=form)
        assert (None, SD.endpoint, URIRef(f"{service.address}sparql")) in graph
        assert set(graph.objects(None, SD.supportedLanguage)) == {SD.SPARQL11Query}
        assert len(set(graph.objects(None, SD.resultFormat))) == 8
    page = service.get("/sparql", Accept="text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert service.get("/sparql", Host="evil.example", Accept="text/turtle").text.count("evil") == 0

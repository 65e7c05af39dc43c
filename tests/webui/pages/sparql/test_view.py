"""The query service answers in every form and refuses what it must (serving list, 1, 2, 7)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient

SELECT = "SELECT ?d WHERE { ?d <https://w3id.org/luocdo/ns#presence> ?p } ORDER BY ?d"
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "application/xml", "application/sparql-results+xml"),
        (ASK, "application/json", "application/sparql-results+json"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        ("DESCRIBE <urn:nothing>", "text/turtle", "text/turtle"),
    ],
)
def test_each_form_comes_as_asked(
    client: FlaskClient, query: str, accept: str, media_type: str
) -> None:
    """By address, form and body; the label is true, and the answer varies by Accept."""
    header = {"Accept": accept}
    ways = (
        client.get("/sparql", query_string={"query": query}, headers=header),
        client.post("/sparql", data={"query": query}, headers=header),
        client.post(
            "/sparql", data=query.encode(), content_type="application/sparql-query", headers=header
        ),
    )
    for answer in ways:
        assert answer.status_code == 200, answer.text
        assert answer.mimetype == media_type
        assert "Accept" in answer.headers["Vary"]
    head = client.head("/sparql", query_string={"query": query}, headers=header)
    assert head.headers["Content-Type"] == ways[0].headers["Content-Type"]
    assert not head.data


def test_the_rows_are_those_of_the_store(client: FlaskClient) -> None:
    """Nothing is cut, nothing added."""
    found = json.loads(client.get("/sparql", query_string={"query": SELECT}).data)
    assert len(found["results"]["bindings"]) == 7


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("SELECT ?x WHERE { ?x ", 400, "query-syntax"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", 400, "update-refused"),
        ("SELECT * { SERVICE SILENT <http://example.org/> { ?s ?p ?o } }", 400, "service-refused"),
        ("hello", 400, "query-refused"),
    ],
)
def test_what_cannot_be_run_is_told_in_every_form(
    client: FlaskClient, query: str, status: int, code: str
) -> None:
    """Programs get the code, people the page with their query in it."""
    asked = {"query": query}
    program = client.get("/sparql", query_string=asked, headers={"Accept": "application/json"})
    page = client.get("/sparql", query_string=asked, headers={"Accept": "text/html"})
    assert (program.status_code, page.status_code) == (status, status)
    assert program.get_json()["code"] == code
    assert code in page.text
    assert "</textarea>" in page.text


def test_a_syntax_fault_has_its_place(client: FlaskClient) -> None:
    """Line and column, for programs and for people."""
    asked = {"query": "SELECT ?x\nWHERE { ?x ?y }"}
    program = client.get("/sparql", query_string=asked, headers={"Accept": "application/json"})
    assert program.get_json()["line"] == 2
    assert program.get_json()["column"] > 1
    assert (
        "Dòng 2" in client.get("/sparql", query_string=asked, headers={"Accept": "text/html"}).text
    )


def test_a_browser_gets_a_table(client: FlaskClient, sample: ModuleType) -> None:
    """Rows with links; a boolean as a word; triples as text."""
    html = {"Accept": "text/html"}
    table = client.post("/sparql", data={"query": SELECT, "format": "html"}, headers=html).text
    assert f'href="/doc/{sample.DIRECTIVE}"' in table
    assert "Đúng" in client.get("/sparql", query_string={"query": ASK}, headers=html).text
    assert "<pre" in client.get("/sparql", query_string={"query": CONSTRUCT}, headers=html).text


def test_what_a_visitor_sends_is_escaped(client: FlaskClient) -> None:
    """A query that looks like HTML comes back as words, in columns and cells as well."""
    query = 'SELECT ("</textarea><script>x</script>" AS ?x) {}'
    text = client.get(
        "/sparql", query_string={"query": query}, headers={"Accept": "text/html"}
    ).text
    assert "<script>x" not in text


def test_without_a_query(client: FlaskClient) -> None:
    """HTML gives the page, RDF the description, anything else a 400."""
    assert client.get("/sparql", headers={"Accept": "text/html"}).status_code == 200
    assert client.get("/sparql", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"
    assert client.get("/sparql", headers={"Accept": "text/csv"}).status_code in {400, 406}
    assert client.get("/sparql").status_code == 400
    assert client.put("/sparql").status_code == 405


def test_graphs_that_we_do_not_hold_are_empty(client: FlaskClient) -> None:
    """default-graph-uri wins, and is never fetched."""
    asked = {"query": SELECT, "default-graph-uri": "http://example.org/none"}
    found = json.loads(client.get("/sparql", query_string=asked).data)
    assert found["results"]["bindings"] == []


def test_every_example_of_the_page_runs(client: FlaskClient) -> None:
    """What the page offers gives an answer."""
    from webui.pages.sparql.view import _examples  # noqa: PLC0415 - what the page offers

    for _, query in _examples():
        answer = client.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
        assert answer.status_code == 200

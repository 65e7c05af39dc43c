"""Every form of answer in every format, by header and by name (serving list, section 2)."""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph

if TYPE_CHECKING:
    from tests.service.conftest import Answer, Service

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
NT = "application/n-triples"
RDF_XML = "application/rdf+xml"
JSON_LD = "application/ld+json"
ROWS = "SELECT ?x ?y { VALUES (?x ?y) { (1 'a') (2 UNDEF) } }"
NO_ROWS = "SELECT ?x { VALUES ?x { } }"
YES = "ASK { VALUES ?x { 1 } }"
TRIPLES = "CONSTRUCT { <urn:a> <urn:example:b> 'c'@vi } { }"
NO_TRIPLES = "CONSTRUCT { ?s ?p ?o } { FILTER(false) ?s ?p ?o }"
DESCRIBE = "DESCRIBE <https://w3id.org/luocdo/id/vn/agency/cat-song-may>"
NAMES = {TURTLE: "turtle", NT: "nt", RDF_XML: "xml", JSON_LD: "json-ld"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
NS = "{http://www.w3.org/2005/sparql-results#}"


def rows(got: Answer) -> int:
    """Return how many rows an answer has, whatever its format."""
    if got.type == JSON:
        return len(got.json["results"]["bindings"])
    if got.type == XML:
        return len(ET.fromstring(got.body).findall(f"{NS}results/{NS}result"))
    return len(list(csv.reader(io.StringIO(got.text, newline="")))) - 1


@pytest.mark.parametrize("media_type", [JSON, XML, CSV, TSV])
def test_rows_in_each_format(service: Service, media_type: str) -> None:
    """The label is true, also where there are none."""
    for query, number in ((ROWS, 2), (NO_ROWS, 0)):
        got = service.ask(query, media_type)
        assert (got.status, got.type, rows(got)) == (200, media_type, number)
        assert "accept" in got.vary


@pytest.mark.parametrize("media_type", [JSON, XML])
def test_booleans_in_each_format(service: Service, media_type: str) -> None:
    """Yes and no."""
    for query, word in ((YES, "true"), ("ASK { FILTER(false) }", "false")):
        got = service.ask(query, media_type)
        assert (got.status, got.type) == (200, media_type)
        assert word in got.text


@pytest.mark.parametrize("media_type", [TURTLE, NT, RDF_XML, JSON_LD])
def test_graphs_in_each_format(service: Service, media_type: str) -> None:
    """A parser reads what the label says."""
    for query in (TRIPLES, NO_TRIPLES, DESCRIBE):
        got = service.ask(query, media_type)
        assert (got.status, got.type) == (200, media_type)
        graph = Graph().parse(data=got.body, format=NAMES[media_type])
        assert len(graph) == {TRIPLES: 1, NO_TRIPLES: 0}.get(query, len(graph))
        assert query != DESCRIBE or len(graph) > 2


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (ROWS, "", JSON),
        (ROWS, "*/*", JSON),
        (TRIPLES, "", TURTLE),
        (TRIPLES, "*/*", TURTLE),
        (YES, "*/*", JSON),
        (ROWS, "application/json", JSON),
        (YES, "application/json", JSON),
        (ROWS, "application/xml", XML),
        (ROWS, "text/xml", XML),
        (YES, "text/xml", XML),
        (ROWS, f"{JSON};q=0.1, {XML};q=0.2", XML),
        (ROWS, f"{XML};q=0.2,{CSV};q=0.9", CSV),
        (ROWS, f"*/*;q=0.1, {TSV}", TSV),
        (ROWS, f"{JSON};q=0, */*", XML),
        (ROWS, "text/*", CSV),
        (ROWS, f"text/*, {CSV};q=0", TSV),
        (ROWS, "application/*", JSON),
        (ROWS, "TEXT/CSV", CSV),
        (ROWS, f"{CSV} ; Q=0.5 , {XML} ;q=0.4", CSV),
        (ROWS, "image/png, */*;q=0.1", JSON),
        (TRIPLES, "application/json", JSON_LD),
        (TRIPLES, f"{JSON}, {TURTLE};q=0.5", TURTLE),
        (TRIPLES, f"{RDF_XML}, {TURTLE}", RDF_XML),
        (TRIPLES, f"{TURTLE};q=0.5, {JSON_LD}", JSON_LD),
        (TRIPLES, "application/xml", RDF_XML),
        (ROWS, ";;;,,, q=x, text/csv;q=abc, */*;q=0.2", JSON),
        (ROWS, "nonsense", JSON),
        (ROWS, "*", JSON),
        (TRIPLES, 'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', JSON_LD),
    ],
)
def test_the_header_is_read(service: Service, query: str, accept: str, media_type: str) -> None:
    """Qualities, zeros, wildcards, letter case, nonsense."""
    got = service.ask(query, accept)
    assert (got.status, got.type) == (200, media_type)


def test_a_browser_gets_no_error(service: Service) -> None:
    """A page or a results type."""
    for query in (ROWS, YES, TRIPLES):
        got = service.ask(query, BROWSER)
        assert got.status == 200
        assert got.type in {"text/html", XML, JSON, RDF_XML}


@pytest.mark.parametrize(
    "accept",
    [
        "image/png",
        f"{TURTLE}",
        "application/pdf;q=0.9, image/*",
        f"{JSON};q=0, {XML};q=0, {CSV};q=0, {TSV};q=0",
    ],
)
def test_nothing_that_fits_is_a_406_with_a_list(service: Service, accept: str) -> None:
    """It names what would."""
    got = service.ask(ROWS, accept)
    assert got.status == 406
    assert all(name in got.text for name in (JSON, XML, CSV, TSV))
    graph = service.ask(TRIPLES, "image/png")
    assert graph.status == 406
    assert all(name in graph.text for name in NAMES)
    assert service.ask(YES, CSV).status in {200, 406}


@pytest.mark.parametrize(
    "accept",
    [
        "text/html;q=",
        "a" * 5000,
        "\x7f",
        "text/csv;q=1e999",
        "text/csv;q=-1",
        "text/csv;q=NaN",
        '"',
        "text/csv,,,;",
        "/",
        "*/csv",
    ],
)
def test_a_malformed_header_is_no_defect(service: Service, accept: str) -> None:
    """Never a 500."""
    assert service.ask(ROWS, accept).status in {200, 400, 406}


@pytest.mark.parametrize("parameter", ["format", "output", "results"])
@pytest.mark.parametrize(
    ("name", "of_rows", "of_triples"),
    [
        ("json", JSON, JSON_LD), ("xml", XML, RDF_XML), ("csv", CSV, None), ("tsv", TSV, None),
        ("turtle", None, TURTLE), ("ttl", None, TURTLE), ("n3", None, TURTLE), ("nt", None, NT),
        ("ntriples", None, NT), ("rdf", None, RDF_XML), ("rdf+xml", None, RDF_XML),
        ("rdfxml", None, RDF_XML), ("json-ld", None, JSON_LD), ("jsonld", None, JSON_LD),
        (JSON, JSON, None), (XML, XML, None), (CSV, CSV, None), (TSV, TSV, None), (TURTLE, None, TURTLE),
        (NT, None, NT), (RDF_XML, None, RDF_XML), (JSON_LD, None, JSON_LD), ("JSON", JSON, JSON_LD),
        ("application/json", JSON, JSON_LD),
    ],
)  # fmt: skip
def test_names_outrank_the_header(
    service: Service, parameter: str, name: str, of_rows: str | None, of_triples: str | None
) -> None:
    """A name that does not fit the form falls back to the header."""
    got = service.ask(ROWS, TSV, **{parameter: name})
    assert (got.status, got.type) == (200, of_rows or TSV)
    graph = service.ask(TRIPLES, NT, **{parameter: name})
    assert (graph.status, graph.type) == (200, of_triples or NT)


def test_an_unknown_name_is_a_400(service: Service) -> None:
    """For every parameter, whatever the header; a plus that was sent raw is still a plus."""
    for parameter in ("format", "output", "results"):
        assert service.ask(ROWS, "*/*", **{parameter: "docx"}).status == 400
    raw = service.get("/sparql?query=ASK%7B%7D&format=application/sparql-results+json")
    assert (raw.status, raw.type) == (200, JSON)
    form = b"query=ASK%7B%7D&format=xml"
    got = service.send(
        "POST", "/sparql", form, {"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert got.type == XML


def test_text_says_its_character_set(service: Service) -> None:
    """CSV, TSV, Turtle, plain text and pages."""
    for query, accept in (
        (ROWS, CSV),
        (ROWS, TSV),
        (TRIPLES, TURTLE),
        ("no query", "text/plain"),
        (ROWS, "text/html"),
    ):
        assert "charset=utf-8" in service.ask(query, accept).headers["content-type"].lower()


def test_gzip_only_where_asked(service: Service) -> None:
    """Not under q=0; the answer says what it depends on, and unpacks to the same."""
    plain = service.ask(ROWS, CSV)
    path = "/sparql?format=csv&query=" + "SELECT%20%2A%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"
    whole = service.get(path)
    assert "content-encoding" not in plain.headers
    for header in ("gzip", "deflate, gzip;q=0.5", "GZIP", "br, gzip"):
        got = service.get(path, Accept_Encoding=header)
        assert got.headers["content-encoding"] == "gzip"
        assert sorted(gzip.decompress(got.body).split()) == sorted(whole.body.split())
        assert "accept-encoding" in got.vary
    for header in ("gzip;q=0", "identity", "deflate", "identity;q=1, gzip;q=0.0", "*;q=0", ""):
        got = service.get(path, Accept_Encoding=header)
        assert "content-encoding" not in got.headers
        assert "accept-encoding" in got.vary


def test_a_page_can_be_asked_for(service: Service) -> None:
    """By name, whatever the header."""
    assert service.ask(ROWS, JSON, format="html").type == "text/html"
    assert json.loads(service.ask(ROWS, "text/html", format="json").body)

"""Every identifier leads on, page and data know each other (serving list, section 9)."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic

if TYPE_CHECKING:
    from pathlib import Path

    from tests.service.conftest import Service

BASE = "https://w3id.org/luocdo/"
DIRECTIVE = "vn/ct/ubnd-song-may/2024/7"
IRI = URIRef(f"{BASE}id/{DIRECTIVE}")
VOID = Namespace("http://rdfs.org/ns/void#")
FORMATS = {
    "ttl": ("text/turtle", "turtle"),
    "nt": ("application/n-triples", "nt"),
    "rdf": ("application/rdf+xml", "xml"),
    "jsonld": ("application/ld+json", "json-ld"),
    "json": ("application/ld+json", "json-ld"),
}


@pytest.mark.parametrize(
    ("ending", "kind"), [(e, k) for e, (k, _) in FORMATS.items() if e != "json"]
)
def test_an_identifier_leads_to_data_where_rdf_is_asked_for(
    service: Service, ending: str, kind: str
) -> None:
    """303 with Vary; the data is of that format."""
    got = service.get(f"/id/{DIRECTIVE}", Accept=kind)
    assert got.status == 303
    assert "accept" in got.vary
    assert got.headers["location"].endswith(f"/data/{DIRECTIVE}.{ending}")
    data = service.get(f"/data/{DIRECTIVE}.{ending}")
    assert (data.status, data.type) == (200, kind)


def test_an_identifier_leads_to_a_page_for_people(service: Service) -> None:
    """Also where nothing is said."""
    for accept in (
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "*/*",
        "",
    ):
        got = service.get(f"/id/{DIRECTIVE}", **({"Accept": accept} if accept else {}))
        assert got.status == 303
        assert "accept" in got.vary
        page = service.get(got.headers["location"], Accept="text/html")
        assert (page.status, page.type) == (200, "text/html")


def test_page_and_data_know_each_other(service: Service) -> None:
    """By links in header and page, and what they are about."""
    page = service.get(f"/doc/{DIRECTIVE}", Accept="text/html")
    for ending, (kind, _) in FORMATS.items():
        if ending != "json":
            assert f"/data/{DIRECTIVE}.{ending}" in page.headers["link"]
            assert re.search(
                rf'<link rel="alternate" type="{re.escape(kind)}" href="[^"]*{DIRECTIVE}\.{ending}"',
                page.text,
            )
    assert str(IRI) in page.headers["link"]
    data = service.get(f"/data/{DIRECTIVE}.ttl")
    assert f"/doc/{DIRECTIVE}" in data.headers["link"]
    assert 'rel="alternate"' in data.headers["link"]
    assert f"<{IRI}>" in data.headers["link"]
    negotiated = service.get(f"/data/{DIRECTIVE}", Accept="application/rdf+xml")
    assert (negotiated.status, negotiated.type) == (200, "application/rdf+xml")
    assert "accept" in negotiated.vary
    other = service.get(f"/data/{DIRECTIVE}.ttl", Accept="text/html")
    assert (other.status, other.type) == (200, "text/turtle")
    assert service.get(f"/data/{DIRECTIVE}.docx").status in {404, 406}


def test_the_data_speaks_of_the_identifier(service: Service) -> None:
    """What links out, what links in, labels of neighbours, source and licence; alike in all."""
    graphs = [
        Graph().parse(data=service.get(f"/data/{DIRECTIVE}.{e}").body, format=f)
        for e, (_, f) in FORMATS.items()
    ]
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])
    graph = graphs[0]
    assert any(graph.triples((IRI, None, None)))
    assert any(graph.triples((None, None, IRI)))
    label = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    assert any(graph.triples((URIRef(f"{BASE}id/vn/agency/ubnd-song-may"), label, None)))
    assert any(graph.triples((None, URIRef("http://purl.org/dc/terms/license"), None)))
    assert any(graph.triples((None, URIRef("http://purl.org/dc/terms/source"), None)))


def test_json_ld_is_readable(service: Service) -> None:
    """Short names instead of whole IRIs, with a context inside."""
    document = service.get(f"/data/{DIRECTIVE}.jsonld").json
    assert document["@context"]["ldo"] == f"{BASE}ns#"
    node = next(n for n in document["@graph"] if n["id"] == str(IRI))
    assert "Directive" in node["type"]
    assert node["printedNumber"] == "07/CT-UBND"
    assert node["date"] == "2024-03-05"


def test_search_engines_read_what_a_page_is(service: Service) -> None:
    """schema.org/Legislation, with absolute addresses."""
    text = service.get(f"/doc/{DIRECTIVE}", Accept="text/html").text
    found = json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1]
    )
    assert found["@type"] == "Legislation"
    assert found["@id"] == str(IRI)
    assert found["legislationIdentifier"] == "07/CT-UBND"
    assert found["url"] == f"{service.address}doc/{DIRECTIVE}"
    hostile = service.get("/doc/vn/cv/ubnd-song-may/2024/99", Accept="text/html").text
    assert "<script>alert" not in hostile


def test_every_identifier_of_ours_resolves(service: Service) -> None:
    """All subjects and objects below the base, to page and data."""
    query = f"SELECT DISTINCT ?x {{ {{ ?x ?p ?o }} UNION {{ ?s ?p ?x }} FILTER(STRSTARTS(STR(?x), '{BASE}')) }}"
    rows = service.ask(query).json["results"]["bindings"]
    iris = {row["x"]["value"].partition("#")[0] for row in rows if row["x"]["type"] == "uri"}
    assert len(iris) > 40
    for iri in sorted(iris):
        path = quote("/" + iri.removeprefix(BASE))
        for accept in ("text/html", "text/turtle"):
            got = service.get(path, Accept=accept)
            assert got.status in {200, 303}, (iri, accept)
            if got.status == 303:
                target = service.get(got.headers["location"].partition("#")[0], Accept=accept)
                assert (target.status, target.type) == (200, accept), iri


def test_graphs_resolve(service: Service) -> None:
    """Each named graph at its address; one that is not held is a 404."""
    rows = service.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").json["results"]["bindings"]
    for row in rows:
        path = quote("/" + row["g"]["value"].removeprefix(BASE))
        got = service.get(path, Accept="application/n-triples")
        assert (got.status, got.type) == (200, "application/n-triples")
        assert len(Graph().parse(data=got.body, format="nt")) > 0
    assert service.get("/graph/doc/vn/none").status == 404
    assert service.get(f"/graph/raw/{DIRECTIVE}").status == 404


@pytest.mark.parametrize(
    "accept", ["text/html", "text/turtle", "application/ld+json", "application/json", ""]
)
def test_an_unknown_identifier_is_a_404_in_the_form_asked(service: Service, accept: str) -> None:
    """At the identifier, the page and the data, with help."""
    for path in (
        "/id/vn/ct/khong-co/1999/1",
        "/doc/vn/ct/khong-co/1999/1",
        "/data/vn/ct/khong-co/1999/1",
        "/data/vn/ct/khong-co/1999/1.ttl",
    ):
        got = service.get(path, **({"Accept": accept} if accept else {}))
        assert got.status == 404
        assert got.type == {
            "text/html": "text/html",
            "application/ld+json": "application/problem+json",
            "application/json": "application/problem+json",
        }.get(accept, "text/plain")


def test_a_short_form_leads_on_or_lists(service: Service) -> None:
    """303 with one reading, 300 with several in the form asked, 404 with none."""
    one = service.get("/id/vn/alias/chi-thi-7-ct-ubnd")
    assert one.status == 303
    assert one.headers["location"].endswith(f"/id/{DIRECTIVE}")
    page = service.get("/id/vn/alias/nghi-quyet-12", Accept="text/html")
    assert (page.status, page.type) == (300, "text/html")
    listed = service.get("/id/vn/alias/nghi-quyet-12", Accept="application/json")
    assert (listed.status, listed.type) == (300, "application/json")
    assert len(listed.json["candidates"]) == 2
    plain = service.get("/id/vn/alias/nghi-quyet-12")
    assert plain.status == 300
    assert plain.text.count(f"{BASE}id/") >= 2
    assert service.get("/id/vn/alias/khong-co-van-ban-nay").status == 404


def test_vietnamese_in_a_path_may_be_plain_or_encoded(service: Service) -> None:
    """Both reach the same thing; small and large hexadecimal digits too."""
    plain = "/id/vn/alias/nghị-quyết-12"
    raw = service.raw(f"GET {plain} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    encoded = service.get(quote(plain))
    assert f" {encoded.status} ".encode() in raw.split(b"\r\n")[0]
    assert encoded.status == service.get(quote(plain).lower()).status == 300


@pytest.mark.parametrize(
    "path",
    [
        "/id/../etc/passwd",
        "/id/%2e%2e/etc/passwd",
        "/data/..%2f..%2fetc%2fpasswd",
        "/id/%252e%252e/x",
        "/id/%C3%28",
        "/id/%FF",
        "/id/%zz",
        "/data/%",
        "/static/../../pyproject.toml",
        "/static/..%5c..%5cx",
        "/vendor/%2e%2e/x",
        "/id/a%00b",
        "/id/%c0%ae%c0%ae/x",
    ],
)
def test_broken_escapes_and_steps_upwards_are_refused(service: Service, path: str) -> None:
    """4xx, in whatever coding."""
    got = service.raw(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    assert got.startswith(b"HTTP/1.1 4"), got[:60]
    assert b"root:" not in got


def test_void_describes_the_data(service: Service) -> None:
    """Endpoint, dump, licence, counts, date; negotiated."""
    got = service.get("/.well-known/void")
    graph = Graph().parse(data=got.body, format="turtle")
    data = next(graph.subjects(VOID.sparqlEndpoint, URIRef(f"{service.address}sparql")))
    assert (data, VOID.dataDump, URIRef(f"{service.address}dump.nq.gz")) in graph
    for name in ("license", "modified", "title"):
        assert any(graph.objects(data, URIRef(f"http://purl.org/dc/terms/{name}")))
    triples = int(next(graph.objects(data, VOID.triples)))
    counted = service.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json["results"]["bindings"][0]
    assert triples == int(counted["n"]["value"])
    assert (
        service.get("/.well-known/void", Accept="application/ld+json").type == "application/ld+json"
    )


def test_the_dump_holds_every_graph(service: Service) -> None:
    """Streamed, with its date and a tag."""
    assert 'href="/dump.nq.gz"' in service.get("/", Accept="text/html").text
    got = service.get("/dump.nq.gz")
    assert (got.status, got.type) == (200, "application/gzip")
    lines = gzip.decompress(got.body).splitlines()
    counted = service.ask("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").json["results"][
        "bindings"
    ][0]
    assert len(lines) == int(counted["n"]["value"])
    assert "last-modified" in got.headers
    assert service.get("/dump.nq.gz", If_None_Match=got.headers["etag"]).status == 304
    head = service.send("HEAD", "/dump.nq.gz")
    assert (head.status, head.body) == (200, b"")


def test_the_sitemap_lists_the_documents(service: Service) -> None:
    """With absolute addresses that answer; robots.txt names it."""
    tree = ET.fromstring(service.get("/sitemap.xml").body)
    found = [
        loc.text or "" for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert len(found) == 3
    for address in found:
        assert address.startswith(service.address)
        assert (
            service.get("/" + address.removeprefix(service.address), Accept="text/html").status
            == 200
        )
    assert f"Sitemap: {service.address}sitemap.xml" in service.get("/robots.txt").text
    assert service.get("/sitemap-2.xml").status == 404


def test_health_is_told(service: Service) -> None:
    """With the generation and the number of documents; never cached."""
    got = service.get("/health")
    assert got.json["status"] == "ok"
    assert got.json["documents"] > 3
    assert got.headers["cache-control"] == "no-store"


def test_the_host_header_of_a_client_does_not_count(service: Service) -> None:
    """Neither in redirects nor in descriptions nor in pages."""
    for path in (
        f"/id/{DIRECTIVE}",
        f"/doc/{DIRECTIVE}",
        f"/data/{DIRECTIVE}.ttl",
        "/.well-known/void",
        "/sparql",
        "/sitemap.xml",
        "/api/questions",
        "/robots.txt",
        "/questions/",
    ):
        for accept in ("text/html", "text/turtle", "application/json"):
            got = service.send(
                "GET",
                path,
                headers={
                    "Host": "evil.example",
                    "X-Forwarded-Host": "evil.example",
                    "Forwarded": "host=evil.example",
                    "Accept": accept,
                },
            )
            assert b"evil.example" not in got.body
            assert "evil.example" not in str(got.headers)


def test_the_vocabulary_resolves(service: Service) -> None:
    """As a list for people and as its graph for programs, where the store holds it."""
    page = service.get("/ns", Accept="text/html")
    assert (page.status, page.type) == (200, "text/html")
    assert service.get("/ns", Accept="text/turtle").status in {200, 404}
    context = service.get("/context.jsonld").json
    assert context["@context"]["ldo"] == f"{BASE}ns#"


def test_under_a_prefix_all_links_carry_it(small_store: Path, launch: object) -> None:
    """Whether the proxy cuts the prefix or not."""
    with launch(
        small_store,
        LUOCDO_ADDRESS="https://kho.example/luocdo/",
        LUOCDO_QUERY_QUICK_WORKERS="1",
        LUOCDO_QUERY_WORKERS="1",
    ) as service:  # type: ignore[operator]  # of the conftest
        for prefix in ("", "/luocdo"):
            got = service.get(f"{prefix}/id/{DIRECTIVE}", Accept="text/html")
            assert got.headers["location"] == f"/luocdo/doc/{DIRECTIVE}"
            page = service.get(f"{prefix}/doc/{DIRECTIVE}", Accept="text/html").text
            for address in re.findall(r'(?:href|src|action)="(/[^"]*)"', page):
                assert address.startswith("/luocdo/"), address
            description = service.get(f"{prefix}/sparql", Accept="text/turtle").text
            assert "https://kho.example/luocdo/sparql" in description
            assert "127.0.0.1" not in description
            data = service.get(f"{prefix}/data/{DIRECTIVE}.ttl")
            assert f"</luocdo/doc/{DIRECTIVE}>" in data.headers["link"]
            assert "https://kho.example/luocdo/doc/" in service.get(f"{prefix}/sitemap.xml").text


def test_a_trailing_slash_is_no_other_thing(service: Service) -> None:
    """It is not a defect."""
    assert service.get(f"/id/{DIRECTIVE}/").status in {303, 308, 404}
    assert unquote(service.get("/questions/", Accept="text/html").headers.get("location", "")) in {
        "",
        "/questions",
    }

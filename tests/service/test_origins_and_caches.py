"""Other origins may read, and caches ask again only when needed (serving list, section 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Service

QUERY = "/sparql?query=" + quote("SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3")
DIRECTIVE = "vn/ct/ubnd-song-may/2024/7"
PATHS = [QUERY, "/", f"/data/{DIRECTIVE}.ttl", f"/data/{DIRECTIVE}", f"/doc/{DIRECTIVE}", "/.well-known/void", "/sparql?query=bad", "/nowhere", f"/id/{DIRECTIVE}"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_any_origin_may_read(service: Service, path: str) -> None:
    """Answers and errors alike, never with credentials."""
    got = service.get(path, Origin="https://elsewhere.example")
    assert got.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in got.headers
    exposed = {name.strip() for name in got.headers["access-control-expose-headers"].split(",")}
    assert exposed >= {"ETag", "Retry-After", "Link"}
    assert "cache-control" in got.headers


@pytest.mark.parametrize("path", ["/sparql", "/", f"/data/{DIRECTIVE}.ttl", f"/id/{DIRECTIVE}"])
def test_preflight_is_answered(service: Service, path: str) -> None:
    """Methods and headers as the list has them."""
    got = service.send("OPTIONS", path, headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type, authorization"})  # fmt: skip
    assert got.status in {200, 204}
    assert {m.strip() for m in got.headers["access-control-allow-methods"].split(",")} >= {
        "GET",
        "HEAD",
        "POST",
    }
    assert {h.strip() for h in got.headers["access-control-allow-headers"].split(",")} >= {
        "Content-Type",
        "Authorization",
        "Accept",
    }
    assert got.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "accept",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_an_answer_is_not_sent_twice(service: Service, accept: str) -> None:
    """A 304 keeps Vary and the headers of other origins; it has no body."""
    first = service.get(QUERY, Accept=accept)
    tag = first.headers["etag"]
    assert service.get(QUERY, Accept=accept).headers["etag"] == tag
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = service.get(QUERY, Accept=accept, If_None_Match=known)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == tag
        assert {"accept", "accept-encoding"} <= again.vary
        assert again.headers["access-control-allow-origin"] == "*"
        assert "cache-control" in again.headers
    assert service.get(QUERY, Accept=accept, If_None_Match='"other"').status == 200


def test_each_format_and_query_has_its_own_tag(service: Service) -> None:
    """So no cache mixes them up."""
    tags = [
        service.get(QUERY, Accept=a).headers["etag"]
        for a in (
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values",
        )
    ]
    tags += [
        service.get(f"/data/{DIRECTIVE}.{e}").headers["etag"]
        for e in ("ttl", "nt", "rdf", "jsonld")
    ]
    tags.append(service.get(QUERY + "%20", Accept="text/csv").headers["etag"])
    tags.append(service.get(QUERY + "&default-graph-uri=urn:x", Accept="text/csv").headers["etag"])
    tags.append(service.get(QUERY, Accept="text/csv", Accept_Encoding="gzip").headers["etag"])
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(
    "path",
    [
        f"/data/{DIRECTIVE}.ttl",
        f"/data/{DIRECTIVE}",
        f"/doc/{DIRECTIVE}",
        "/.well-known/void",
        "/sitemap.xml",
        "/static/site.css",
    ],
)
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_documents_are_not_sent_twice(service: Service, path: str, coding: str) -> None:
    """With their own tags, packed or not."""
    first = service.get(path, Accept_Encoding=coding)
    assert first.status == 200, first.text
    again = service.get(path, If_None_Match=first.headers["etag"], Accept_Encoding=coding)
    assert (again.status, again.body) == (304, b"")
    assert again.vary >= first.vary


def test_an_answer_that_changes_by_itself_has_no_lasting_tag(service: Service) -> None:
    """NOW and UUID give another answer each time."""
    path = "/sparql?query=" + quote("SELECT (UUID() AS ?x) {}")
    first = service.get(path)
    assert service.get(path, If_None_Match=first.headers.get("etag", '"x"')).status == 200

"""What every answer says to browsers, and what is refused unread."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient

PAGES = ["/", "/help", "/nowhere", "/static/site.css", "/sparql", "/.well-known/void"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_every_answer_is_marked(client: FlaskClient, address: str, method: str) -> None:
    """Policy without inline script, no sniffing, readable from any origin, caching stated."""
    answer = client.open(address, method=method, headers={"Accept": "text/html, */*;q=0.1"})
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in re.sub(r"style-src [^;]*", "", policy)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Cache-Control"]


def test_a_preflight_allows_what_clients_send(client: FlaskClient) -> None:
    """GET, HEAD, POST with the headers of a query."""
    answer = client.options("/sparql")
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, POST"
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("address", ["/search?q=%ff", "/doc/%ff", "/doc/vn/../../etc/passwd"])
def test_what_is_no_text_is_refused(client: FlaskClient, address: str) -> None:
    """Broken escapes and climbing paths are the client's fault, never a replacement character."""
    assert 400 <= client.get(address).status_code < 500


def test_long_addresses_are_refused(client: FlaskClient) -> None:
    """414, with the way on."""
    assert client.get("/search?q=" + "a" * 20_000).status_code == 414


def test_bodies_over_the_limit_are_refused(client: FlaskClient) -> None:
    """413, in our form."""
    answer = client.post("/sparql", data=b"x" * 2_100_000, content_type="application/sparql-query")
    assert answer.status_code == 413
    assert "body-too-large" in answer.text


def test_gzip_comes_only_when_asked(client: FlaskClient) -> None:
    """Compressed answers say so, have a tag of their own, and vary."""
    plain = client.get("/help", headers={"Accept-Encoding": "gzip;q=0"})
    small = client.get("/help", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_an_unchanged_answer_is_a_304(client: FlaskClient, sample: ModuleType) -> None:
    """The tag of an answer saves its body, and Vary stays."""
    first = client.get(f"/doc/{sample.DIRECTIVE}")
    again = client.get(f"/doc/{sample.DIRECTIVE}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    assert "Accept-Language" in again.headers["Vary"]
    assert again.headers["Access-Control-Allow-Origin"] == "*"

"""The site lives at its public address, whatever a client claims, and writes one line a request."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from luocdo.gate import Gate
from webui.site import QUERY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment


def told(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer with what the application is told of its place."""
    environ[QUERY_SECONDS] = 0.25
    start_response("200 OK", [("Content-Type", "text/plain")])
    names = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO")
    return [" ".join(str(environ[name]) for name in names).encode()]


@pytest.mark.parametrize(
    ("address", "path", "expected"),
    [
        ("https://example.org/", "/doc/1", "https example.org  /doc/1"),
        ("https://example.org/kho/", "/doc/1", "https example.org /kho /doc/1"),
        ("https://example.org/kho/", "/kho/doc/1", "https example.org /kho /doc/1"),
        ("https://example.org/kho/", "/kho", "https example.org /kho /"),
        ("https://example.org/kho/", "/khoa", "https example.org /kho /khoa"),
    ],
)
def test_the_address_is_the_public_one(address: str, path: str, expected: str) -> None:
    """The Host header of a client does not count; a prefix may be passed on or cut by a proxy."""
    client = Client(Gate(told, address))
    assert client.get(path, headers={"Host": "evil.example"}).text == expected


def test_each_request_is_one_line_with_the_time_of_its_query(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A path cannot begin a line of its own."""
    with caplog.at_level(logging.INFO):
        Client(Gate(told, "http://localhost/")).get("/a%0Ab")
    (record,) = caplog.records
    words = record.getMessage()
    assert "status=200" in words
    assert "query_ms=250" in words
    assert "\n" not in words

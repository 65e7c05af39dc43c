"""Errors say what is wrong, where and what to do, in one form (serving list, section 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Answer, Service

LEAKS = (
    "Traceback",
    'File "',
    "site-packages",
    ".py",
    "/home/",
    "pyoxigraph",
    "werkzeug",
    "flask",
    "waitress",
    "rdflib",
    "sqlite",
    "queries.",
    "webui.",
)
WAYS = [
    ("GET", "/nowhere", 404),
    ("GET", "/id/vn/ct/none/2000/1", 404),
    ("GET", "/data/vn/ct/none/2000/1.ttl", 404),
    ("GET", "/static/nothing.js", 404),
    ("PUT", "/sparql", 405),
    ("DELETE", "/", 405),
    ("POST", "/search", 405),
    ("GET", "/sparql?query=SELECT", 400),
    ("GET", "/sparql?query=ASK%7B%7D&format=docx", 400),
    ("POST", "/sparql", 415),
    ("GET", "/sparql?query=%FF", 400),
    ("GET", "/sparql?query=" + "x" * 20_000, 414),
    ("GET", "/questions/none", 404),
    ("GET", "/sparql?query=SELECT%20*%20%7B%20SERVICE%20%3Curn%3Ax%3E%20%7B%7D%20%7D", 400),
    ("GET", "/%00", 400),
    ("GET", "/../etc/passwd", 400),
]  # fmt: skip


def check(got: Answer, status: int) -> None:
    """Check what holds for every error."""
    assert got.status == status, got.text
    assert got.headers["cache-control"] == "no-store"
    assert got.headers["access-control-allow-origin"] == "*"
    text = got.text.lower()
    assert [word for word in LEAKS if word.lower() in text] == []


@pytest.mark.parametrize(("method", "path", "status"), WAYS)
def test_errors_are_plain_text_in_both_languages(
    service: Service, method: str, path: str, status: int
) -> None:
    """With a stable code; in one language where one is asked for."""
    got = service.send(method, path, b"" if method != "GET" else None)
    check(got, status)
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    one = service.send(method, path, b"" if method != "GET" else None, {"Accept-Language": "en"})
    assert one.text in got.text
    assert len(got.text) > len(one.text)


@pytest.mark.parametrize(("method", "path", "status"), WAYS)
@pytest.mark.parametrize(
    "accept",
    [
        "application/json",
        "application/problem+json, application/json",
        "application/sparql-results+json",
        "application/json, text/html;q=0.5",
    ],
)
def test_errors_are_problems_where_json_is_asked_for(
    service: Service, method: str, path: str, status: int, accept: str
) -> None:
    """The same fields each time (RFC 9457)."""
    got = service.send(method, path, b"" if method != "GET" else None, {"Accept": accept})
    check(got, status)
    assert got.headers["content-type"] == "application/problem+json"
    problem = got.json
    assert problem["status"] == status
    assert {"type", "title", "detail", "code", "hint"} <= problem.keys()
    assert problem["type"].endswith(problem["code"])


@pytest.mark.parametrize(("method", "path", "status"), WAYS)
def test_errors_are_pages_for_browsers(
    service: Service, method: str, path: str, status: int
) -> None:
    """With a way back."""
    got = service.send(
        method, path, b"" if method != "GET" else None, {"Accept": "text/html,*/*;q=0.8"}
    )
    check(got, status)
    assert got.type == "text/html"


def test_a_syntax_error_names_its_place(service: Service) -> None:
    """Line and column, in text and in JSON; both languages can be had."""
    query = "SELECT ?x\nWHERE {\n  ?x ?p\n}"
    got = service.ask(query, "application/json")
    assert (got.status, got.json["code"], got.json["line"]) == (400, "query-syntax", 4)
    assert got.json["column"] >= 1
    text = service.ask(query)
    assert "Dòng 4, cột" in text.text
    assert "Line 4, column" in text.text
    assert service.ask(query, format="json").type == "application/problem+json"
    english = service.get("/sparql?query=SELECT", Accept="text/plain", Accept_Language="en")
    assert "Dòng" not in english.text


def test_allow_is_told_with_every_405(service: Service) -> None:
    """Wherever it happens."""
    assert "GET" in service.send("DELETE", "/").headers["allow"]
    assert "POST" in service.send("DELETE", "/sparql").headers["allow"]

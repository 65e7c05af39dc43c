"""Every way to fail answers with the same fields, in the form asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from queries.errors import QuerySyntax, QueryTimeout, StoreError
from webui.language import load_language
from webui.problems import Problem, report_of

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

RAISED = re.compile(
    r"(?:QueryRefused|QueryError|UnsuitableFormat|super\(\).__init__)\(\s*\"([a-z-]+)\""
)
FAULTS = ["/nowhere", "/body/agency/none", "/thing/vn/none", "/data/vn/none.ttl", "/questions/none"]


@pytest.mark.parametrize("address", FAULTS)
def test_a_fault_has_one_shape_in_every_form(client: FlaskClient, address: str) -> None:
    """Page, problem+json and plain text name the same code."""
    as_json = client.get(address, headers={"Accept": "application/json"})
    assert as_json.status_code == 404
    assert as_json.mimetype == "application/problem+json"
    assert {"type", "status", "code", "title", "detail", "hint"} <= as_json.get_json().keys()
    page = client.get(address, headers={"Accept": "text/html"})
    plain = client.get(address, headers={"Accept": "text/plain"})
    assert (page.mimetype, plain.mimetype) == ("text/html", "text/plain")
    for answer in (page, plain):
        assert answer.status_code == 404
        assert as_json.get_json()["code"] in answer.text
        assert "Accept" in answer.headers["Vary"]


def test_a_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    """405 carries Allow."""
    answer = client.post("/help")
    assert answer.status_code == 405
    assert {"GET", "HEAD", "OPTIONS"} <= set(answer.headers["Allow"].split(", "))


def test_a_defect_shows_no_trace(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is a 500 without module names, paths or the exception's words."""

    def fail() -> str:
        message = "secret-detail"
        raise RuntimeError(message)

    monkeypatch.setitem(app.view_functions, "help", fail)
    for accept in ("text/html", "application/json", "*/*"):
        answer = app.test_client().get("/help", headers={"Accept": accept})
        assert answer.status_code == 500
        assert not any(word in answer.text for word in ("secret-detail", "Traceback", ".py"))


def test_place_and_patience_are_told() -> None:
    """Syntax faults name line and column; what may be tried again says when."""
    language = load_language("en")
    fault = report_of(QuerySyntax("expected }", 3, 7), language)
    assert (fault.status, fault.line, fault.column) == (400, 3, 7)
    late = report_of(QueryTimeout(20.0), language)
    assert late.status == 503
    assert late.retry_after


def test_every_error_of_the_queries_is_told(project: Path) -> None:
    """Whatever the guard, the workers or the writers refuse has its sentence in both languages."""
    rooms: tuple[str, ...] = (
        "guard.py",
        "results.py",
        "questions.py",
        "errors.py",
        "workers/pool.py",
    )
    rooms = (*rooms, "workers/worker.py", "store/media.py")
    words = "".join((project / "queries" / room).read_text(encoding="utf-8") for room in rooms)
    codes = set(RAISED.findall(words)) - {"bad-question", "bad-results", "client-gone"}
    assert {"query-timeout", "service-refused", "no-worker-free"} <= codes
    for language in map(load_language, ("vi", "en")):
        assert {c for c in codes if not language.knows(f"problem.{c}")} == set()


def test_a_broken_store_is_our_defect_and_shows_no_path(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a visitor cannot mend is a 500 without details."""

    def fail() -> str:
        raise StoreError("store-unusable", "/secret/place cannot be opened.")

    monkeypatch.setitem(app.view_functions, "help", fail)
    answer = app.test_client().get("/help")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_each_problem_is_told_in_both_languages() -> None:
    """The sentence of a code stands in the tables, with its hint."""
    for code in ("vi", "en"):
        report = report_of(Problem(404, "not-in-collection"), load_language(code))
        assert report.title
        assert report.hint


def test_a_document_that_is_not_there_leads_to_a_search(client: FlaskClient) -> None:
    """The number in the address may stand in another series; what has none leads nowhere."""
    page = client.get("/doc/vn/kh/ubnd-noi-khac/2024/40", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert 'href="/search?q=40/KH"' in page.text
    other = client.get("/body/agency/khong-co", headers={"Accept": "text/html"})
    assert "/search?q=" not in other.text

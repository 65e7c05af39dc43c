"""The form of an answer follows what was asked (serving list, section 2)."""

from __future__ import annotations

import pytest
from flask import Flask, request

from webui.negotiation import (
    CSV,
    GRAPH_TYPES,
    HTML,
    JSON_LD,
    RDF_XML,
    RESULTS_JSON,
    RESULTS_TYPES,
    RESULTS_XML,
    TURTLE,
    Wish,
    data_extension,
    read_accept,
    read_wish,
)
from webui.problems import Problem

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


def wish(accept: str = "", query: str = "") -> Wish:
    """Return what a request wishes."""
    app = Flask(__name__)
    headers = {"Accept": accept} if accept else {}
    with app.test_request_context(f"/?{query}", headers=headers):
        return read_wish(request)


@pytest.mark.parametrize(
    ("accept", "offered", "chosen"),
    [
        ("application/problem+json", RESULTS_TYPES, "application/sparql-results+json"),
        ("", RESULTS_TYPES, RESULTS_JSON),
        ("*/*", GRAPH_TYPES, TURTLE),
        ("application/json", RESULTS_TYPES, RESULTS_JSON),
        ("application/json", GRAPH_TYPES, JSON_LD),
        ("application/xml", RESULTS_TYPES, RESULTS_XML),
        ("text/xml", GRAPH_TYPES, RDF_XML),
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.9", RESULTS_TYPES, RESULTS_XML),
        ("text/*", RESULTS_TYPES, CSV),
        ("*/*, application/sparql-results+json;q=0", RESULTS_TYPES, RESULTS_XML),
        ("TEXT/CSV", RESULTS_TYPES, CSV),
        ("nonsense, text/csv", RESULTS_TYPES, CSV),
        ("text/csv;q=abc, */*;q=0.1", RESULTS_TYPES, RESULTS_JSON),
    ],
)
def test_accept_is_read_with_its_qualities(
    accept: str, offered: tuple[str, ...], chosen: str
) -> None:
    """Quality, wildcards, q=0, letter case and malformed parts."""
    assert wish(accept).choose(offered) == chosen


def test_what_nobody_can_give_is_a_406_that_names_what_there_is() -> None:
    """Nothing that is offered is wanted."""
    with pytest.raises(Problem) as caught:
        wish("image/png").choose(RESULTS_TYPES)
    assert caught.value.status == 406
    assert CSV in str(caught.value.values["allowed"])
    assert wish("image/png").best(RESULTS_TYPES) is None


@pytest.mark.parametrize(
    ("name", "offered", "chosen"),
    [
        ("format=csv", RESULTS_TYPES, CSV),
        ("output=xml", GRAPH_TYPES, RDF_XML),
        ("results=json", GRAPH_TYPES, JSON_LD),
        ("format=application/rdf%2Bxml", GRAPH_TYPES, RDF_XML),
        ("format=application/rdf+xml", GRAPH_TYPES, RDF_XML),
        ("format=turtle", RESULTS_TYPES, RESULTS_JSON),
    ],
)
def test_format_outranks_accept(name: str, offered: tuple[str, ...], chosen: str) -> None:
    """Short names and media types count; one that does not fit falls back to Accept."""
    assert wish("*/*", name).choose(offered) == chosen


def test_an_unknown_format_is_refused() -> None:
    """It is a 400, whatever Accept says."""
    with pytest.raises(Problem) as caught:
        wish("*/*", "format=docx")
    assert caught.value.status == 400


def test_a_browser_wants_a_page_and_a_program_does_not() -> None:
    """HTML counts as asked for only where it is named."""
    assert wish(BROWSER).wants_page
    assert wish(BROWSER).choose((HTML, *GRAPH_TYPES)) == HTML
    assert not wish("*/*").wants_page
    assert not wish("").wants_page
    assert not wish(BROWSER, "format=json").wants_page
    assert not wish("application/json, text/html;q=0.5").wants_page


def test_ranges_are_read_in_order() -> None:
    """What has no slash is no range; a quality beyond 1 is 1."""
    assert read_accept("a/b;q=7, c") == (("a/b", 1.0),)
    assert data_extension(TURTLE) == "ttl"
    assert data_extension("exe") == ""

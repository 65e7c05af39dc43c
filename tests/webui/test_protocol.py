"""A query may be sent three ways, and updates in none (SPARQL 1.1 Protocol)."""

from __future__ import annotations

import pytest
from flask import Flask, request

from webui.problems import Problem
from webui.protocol import FORM, QUERY, UPDATE, SentQuery, read_query

ASK = "ASK {}"


def sent(address: str = "/", **other: object) -> SentQuery | None:
    """Return what is read of a request."""
    with Flask(__name__).test_request_context(address, **other):
        return read_query(request)


def test_the_three_ways_give_the_same() -> None:
    """By address, as a form, as the body; charset may be said in any case."""
    ways = (
        sent("/?query=ASK+%7B%7D"),
        sent(method="POST", data={"query": ASK}),
        sent(method="POST", data=ASK, content_type=f"{QUERY}; charset=UTF-8"),
        sent(method="POST", data=ASK, content_type=QUERY.upper()),
    )
    assert {way.text for way in ways if way} == {ASK}
    assert sent() is None


def test_graphs_are_chosen_by_the_request() -> None:
    """Each is kept; without any the query and the store decide."""
    found = sent("/?query=ASK+%7B%7D&default-graph-uri=urn:a&default-graph-uri=urn:b")
    assert found is not None
    assert (found.default_graphs, found.named_graphs) == (("urn:a", "urn:b"), ())
    plain = sent("/?query=ASK+%7B%7D")
    assert plain is not None
    assert plain.default_graphs is None


@pytest.mark.parametrize(
    ("address", "other", "status"),
    [
        ("/?query=", {}, 400),
        ("/?query=a&query=b", {}, 400),
        ("/?update=DROP+ALL", {}, 400),
        ("/", {"method": "POST", "data": "update=DROP+ALL", "content_type": FORM}, 400),
        ("/", {"method": "POST", "data": "DROP ALL", "content_type": UPDATE}, 400),
        ("/", {"method": "POST", "data": b"\xff", "content_type": QUERY}, 400),
        ("/", {"method": "POST", "data": ASK, "content_type": "text/plain"}, 415),
        ("/", {"method": "POST", "data": ASK, "content_type": f"{QUERY};charset=utf-16"}, 415),
        ("/", {"method": "POST"}, 415),
    ],
)
def test_what_is_no_query_is_refused(address: str, other: dict[str, object], status: int) -> None:
    """Missing, empty, repeated, an update in any dress, another type, another character set."""
    with pytest.raises(Problem) as caught:
        sent(address, **other)
    assert caught.value.status == status

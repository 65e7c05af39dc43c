"""What a free query may be."""

from __future__ import annotations

import pytest

from queries.errors import QueryRefused
from queries.guard import Bounds, check

ALLOWED = [
    ("SELECT * { ?s ?p ?o }", "SELECT"),
    ("# a note\nPREFIX x: <http://x/> base <http://b/> ask { x:a ?p 'SERVICE' }", "ASK"),
    ("prefix : <http://x/> CONSTRUCT WHERE { ?s :service ?o }", "CONSTRUCT"),
    ("DESCRIBE <http://x/SERVICE>", "DESCRIBE"),
    ("SELECT ?service { ?service ?p ?o } # SERVICE", "SELECT"),
    ('SELECT * { ?s ?p """ " SERVICE <http://x> {} """ }', "SELECT"),
    ("SELECT * { ?s ?p ?o FILTER(?o<3 && ?o>1) }", "SELECT"),
    ("SELECT * { ?s ?p 'it''s' }", "SELECT"),
]
REFUSED = [
    ("", "query-refused"),
    ("   # nothing", "query-refused"),
    ("INSERT DATA { <a:b> <a:b> <a:b> }", "update-refused"),
    ("PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }", "update-refused"),
    ("drop all", "update-refused"),
    ("LOAD <file:///etc/passwd>", "update-refused"),
    ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "service-refused"),
    ("SELECT * { service silent ?x { ?s ?p ?o } }", "service-refused"),
    ("SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE<http://x/>{?s ?p ?o} }", "service-refused"),
    ("SELECT * { ?a ?b 'x'SERVICE<http://x/>{?s ?p ?o} }", "service-refused"),
    ("SELECT * { S\\u0045RVICE <http://x/> { ?s ?p ?o } }", "service-refused"),
    ("SELECT * { # \\u000A SERVICE <http://x/> { ?s ?p ?o }\n }", "service-refused"),
    ("SELECT * { ?s ?p '\\u0027 . SERVICE <http://x/> {} #' }", "service-refused"),
    ("SELECT * FROM <data.ttl> { ?s ?p ?o }", "bad-graph"),
    ("SELECT * FROM x:g { ?s ?p ?o }", "bad-graph"),
    ("SELECT * FROM NAMED <../x> { ?s ?p ?o }", "bad-graph"),
    ("SELECT * " + "{" * 101 + "}" * 101, "query-too-deep"),
    ("ASK { FILTER(" + "!" * 20_001 + "true) }", "query-too-deep"),
]


@pytest.mark.parametrize(("query", "form"), ALLOWED)
def test_the_four_forms_are_allowed(query: str, form: str) -> None:
    """Words inside strings, IRIs, names and comments do not count."""
    assert check(query).form == form


@pytest.mark.parametrize(("query", "code"), REFUSED)
def test_all_else_is_refused(query: str, code: str) -> None:
    """Updates, services, relative graphs and what nests too deep, in every dress."""
    with pytest.raises(QueryRefused) as caught:
        check(query)
    assert caught.value.code == code


def test_the_graphs_of_a_query_are_read() -> None:
    """FROM and FROM NAMED by IRI, prefixed name or relative to a base."""
    found = check(
        "PREFIX g: <http://g/> BASE <http://b/>"
        " SELECT * FROM g:a FROM <http://x/y> FROM NAMED <c> WHERE { ?s ?p ?o }"
    )
    assert found.default == ("http://g/a", "http://x/y")
    assert found.named == ("http://b/c",)
    assert check("ASK { ?from ?p ?o }").default is None


def test_length_is_bounded() -> None:
    """A query of some hundred kilobytes is ordinary; one over the bound is refused."""
    values = " ".join(f"<http://x/{i}>" for i in range(20_000))
    assert check(f"SELECT * {{ VALUES ?x {{ {values} }} }}").form == "SELECT"
    with pytest.raises(QueryRefused, match="more than 20 characters"):
        check("SELECT * { ?s ?p ?o } LIMIT 3", Bounds(length=20))

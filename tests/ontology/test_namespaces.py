"""Names are closed, and IRIs are joined in one place."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph

from ontology import namespaces
from ontology.errors import IdentifierError
from ontology.namespaces import (
    DEFAULT_BASE,
    LDO,
    PREFIXES,
    bind_prefixes,
    document_of,
    fixed_graph_iri,
    graph_iri,
    iri,
    path_of,
)

BASE = "https://example.org/data/"
SEGMENT = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
PATH = st.lists(SEGMENT, min_size=1, max_size=6).map(lambda parts: "/".join(["id", *parts]))


def test_examples_hold() -> None:
    """The examples in the docstrings are true."""
    assert doctest.testmod(namespaces).failed == 0


def test_terms_that_are_names_of_methods_elsewhere() -> None:
    """`term` and `open` are terms like any other."""
    assert str(LDO.term) == "https://w3id.org/luocdo/ns#term"
    assert LDO["open"] == LDO.open


def test_unknown_term_stops_at_once() -> None:
    """A misspelt term is an error where it is written."""
    with pytest.raises(AttributeError, match="implement"):
        _ = LDO.implement
    with pytest.raises(KeyError):
        _ = LDO["implement"]
    assert "implement" not in LDO
    assert LDO.implements in LDO


@given(PATH)
def test_iri_and_back(path: str) -> None:
    """The path of an IRI is the path that it was made of."""
    assert path_of(BASE, iri(BASE, path)) == path


def test_base_with_or_without_slash() -> None:
    """The final slash of the setting may be missing."""
    assert iri(BASE, "id/vn/hp/2013") == iri(BASE.rstrip("/"), "id/vn/hp/2013")


@pytest.mark.parametrize("path", ["", "/id/vn", "id/vn/a b", "id/<x>", 'id/"x"', "id/a\nb"])
def test_bad_path_is_refused(path: str) -> None:
    """Nothing that would break out of an IRI gets into one."""
    with pytest.raises(IdentifierError) as caught:
        iri(BASE, path)
    assert caught.value.code == "bad-path"


def test_foreign_iri_has_no_path() -> None:
    """An IRI under another base is refused, not cut."""
    with pytest.raises(IdentifierError) as caught:
        path_of(BASE, "https://example.org/database/id/x")
    assert caught.value.code == "foreign-iri"


def test_graph_names() -> None:
    """Graphs of a document drop `id/`; those of no document have fixed names."""
    assert (
        str(graph_iri(BASE, "doc", "id/vn/ct/ttg/2019/12")) == f"{BASE}graph/doc/vn/ct/ttg/2019/12"
    )
    assert graph_iri(BASE, "raw", "vn/hp/2013") == graph_iri(BASE, "raw", "id/vn/hp/2013")
    assert str(fixed_graph_iri(BASE, "review")) == f"{BASE}graph/review"


@pytest.mark.parametrize(
    ("node", "document"),
    [
        ("id/vn/ct/ttg/2019/12", "id/vn/ct/ttg/2019/12"),
        ("id/vn/ct/ttg/2019/12/cit/5-20", "id/vn/ct/ttg/2019/12"),
        ("id/vn/ct/ttg/2019/12/cit/5-20/2", "id/vn/ct/ttg/2019/12"),
        ("id/vn/ct/ttg/2019/12/obl/5-20/asg/1", "id/vn/ct/ttg/2019/12"),
        ("id/vn/ct/ttg/2019/12/ev/5-20", "id/vn/ct/ttg/2019/12"),
        ("id/vn/ct/ttg/2019/12/text/0a1b", "id/vn/ct/ttg/2019/12"),
        ("id/vn/ct/ttg/2019/12/run", "id/vn/ct/ttg/2019/12"),
        ("id/vn/qd/ttg/2022/6/annex", "id/vn/qd/ttg/2022/6/annex"),
        ("id/vn/agency/bca", ""),
        ("id/vn/place/dong-thap-2025", ""),
        ("id/review/0190", ""),
    ],
)
def test_document_of_a_node(node: str, document: str) -> None:
    """What stands in a document's text belongs to it; bodies and places belong to none."""
    expected = f"{DEFAULT_BASE}{document}" if document else ""
    assert document_of(f"{DEFAULT_BASE}{node}") == expected


def test_prefixes_are_bound() -> None:
    """A graph with our prefixes writes short names."""
    graph = bind_prefixes(Graph())
    graph.add((iri(BASE, "id/x"), RDF.type, LDO.Document))
    assert "ldo:Document" in graph.serialize(format="turtle")
    assert dict(PREFIXES)["ldo"] == str(LDO)

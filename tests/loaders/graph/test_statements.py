"""Light statements say the same as an rdflib graph, and their N-Triples are read by any reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, XSD, Graph, Literal, URIRef

from loaders.graph.statements import Statements, graph_of, n_triples, read_n_triples

A, B, C = (URIRef(f"https://example.org/{name}") for name in "abc")
P, Q = URIRef("https://example.org/p"), URIRef("https://example.org/q")

nodes = st.sampled_from([A, B, C])
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
literals = st.one_of(
    words.map(Literal),
    words.map(lambda text: Literal(text, lang="vi")),
    st.integers().map(Literal),
    st.booleans().map(Literal),
)
triples = st.tuples(nodes, st.sampled_from([P, Q]), st.one_of(nodes, literals))


@given(st.lists(triples, max_size=12))
def test_n_triples_are_what_rdflib_reads(said: list[tuple[URIRef, URIRef, URIRef]]) -> None:
    """Whatever the words hold, another reader gets the same statements, and so do we."""
    statements = Statements(said)
    body = n_triples(statements)
    assert set(Graph().parse(data=body, format="nt")) == set(said) == set(graph_of(statements))
    assert set(read_n_triples(body)) == set(said)
    assert len(statements) == len(set(said)) == body.count(b"\n")


@given(st.lists(triples, max_size=12))
def test_look_ups_answer_as_rdflib(said: list[tuple[URIRef, URIRef, URIRef]]) -> None:
    """Subjects, objects and pairs are those of a graph of the same statements."""
    statements, graph = Statements(said), Graph()
    for triple in said:
        graph.add(triple)
    assert set(statements.subject_objects(P)) == set(graph.subject_objects(P))
    assert set(statements.objects(A, P)) == set(graph.objects(A, P))
    assert set(statements.subjects(P, B)) == set(graph.subjects(P, B))
    assert set(statements.transitive_objects(A, P)) == set(graph.transitive_objects(A, P))
    assert all(triple in statements for triple in said)
    assert (A, P, URIRef("https://example.org/never")) not in statements


def test_statements_can_be_taken_back() -> None:
    """Dropping a property, a subject, or all values but one leaves the rest."""
    statements = Statements([(A, P, B), (A, P, C), (A, Q, B), (B, P, C)])
    statements.put(A, P, A)
    assert set(statements) == {(A, P, A), (A, Q, B), (B, P, C)}
    statements.drop(A, Q)
    statements.drop(C, Q)
    statements.drop_subject(B)
    assert set(statements) == {(A, P, A)}
    assert list(statements.subjects(P)) == [A]
    assert list(statements.subjects(Q)) == []


def test_a_list_is_gone_through_in_order() -> None:
    """The members of a list come in its order; an absent list has none."""
    statements = Statements(
        [(A, RDF.first, P), (A, RDF.rest, B), (B, RDF.first, Q), (B, RDF.rest, RDF.nil)]
    )
    assert list(statements.items(A)) == [P, Q]
    assert list(statements.items(None)) == []


def test_spellings_of_other_writers_are_read() -> None:
    """Escapes of every kind and a dot that stands close are read."""
    body = rb'<a:a> <a:p> "t\t\u00e9\U0001F600\"\\"^^<http://www.w3.org/2001/XMLSchema#token>.'
    ((_, _, found),) = read_n_triples(body)
    assert found == Literal('t\té😀"\\', datatype=XSD.token, normalize=False)
    with pytest.raises(ValueError, match="nonsense"):
        read_n_triples(b"<a:a> <a:p> nonsense .")

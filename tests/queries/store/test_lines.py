"""N-Triples as lines of N-Quads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from queries.store.lines import blank_prefix, merged_lines, quad_lines

GRAPH = "http://g/1"
SUBJECT = URIRef("http://x/s")
PREDICATE = URIRef("http://x/p")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_words_that_look_like_triples_stay_words(words: str) -> None:
    """Blank nodes and line ends inside a literal are left alone."""
    graph = Graph()
    node = BNode()
    graph.add((SUBJECT, PREDICATE, Literal(f"{words}> _:b .")))
    graph.add((SUBJECT, PREDICATE, node))
    graph.add((node, PREDICATE, Literal(words)))
    lines = quad_lines(graph.serialize(format="nt", encoding="utf-8"), GRAPH)
    read = Dataset()
    read.parse(data=lines.decode(), format="nquads")
    assert isomorphic(read.graph(URIRef(GRAPH)), graph)


def test_blank_nodes_of_two_graphs_never_meet() -> None:
    """Their names begin with what the graph's name gives."""
    line = b"_:a <http://x/p> _:b .\n"
    one, two = quad_lines(line, GRAPH), quad_lines(line, "http://g/2")
    assert one.startswith(f"_:{blank_prefix(GRAPH)}a ".encode())
    assert two.startswith(f"_:{blank_prefix('http://g/2')}a ".encode())


def test_the_merge_says_all_twice() -> None:
    """Once in the graph and once in the default graph."""
    lines = merged_lines(b'<a:s> <a:p> "1" .\n', GRAPH).splitlines()
    assert [line for line in lines if line] == [
        b'<a:s> <a:p> "1" <http://g/1> .',
        b'<a:s> <a:p> "1" .',
    ]

"""What RDF 1.1 cannot hold is refused, not written as something else."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from queries.errors import QueryRefused, UnsuitableFormat
from queries.store.media import N_TRIPLES, RDF_XML, TURTLE
from queries.store.serialising import Triples, graph_bytes, is_beyond

NODE = ox.NamedNode("http://example.org/s")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def written(triple: ox.Triple, media_type: str) -> bytes:
    """Return one triple in a format."""
    return graph_bytes(Triples(found=iter((triple,))), media_type, 10, {}).body


def test_a_triple_within_a_triple_is_beyond_rdf_1_1() -> None:
    """It is refused in each format."""
    inner = ox.Triple(NODE, NODE, NODE)
    assert is_beyond(inner)
    assert not is_beyond(NODE)
    for media_type in (TURTLE, N_TRIPLES, RDF_XML):
        with pytest.raises(QueryRefused):
            written(ox.Triple(NODE, NODE, inner), media_type)


@pytest.mark.parametrize("predicate", [f"{RDF}li", f"{RDF}Description", "http://example.org/1"])
def test_a_predicate_that_means_something_else_in_xml_is_refused(predicate: str) -> None:
    """Turtle can hold it."""
    triple = ox.Triple(NODE, ox.NamedNode(predicate), NODE)
    with pytest.raises(UnsuitableFormat):
        written(triple, RDF_XML)
    assert written(triple, TURTLE)

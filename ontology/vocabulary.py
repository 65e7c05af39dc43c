"""The vocabulary and its alignment as graphs, read once from the Turtle beside this file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rdflib import Graph

from ontology.namespaces import bind_prefixes

_FILES = ("luocdo.ttl", "alignment.ttl")


@cache
def vocabulary_graph() -> Graph:
    """Return `luocdo.ttl` and `alignment.ttl` as one graph: the content of `graph/ontology`.

    The graph is shared by all callers and is for reading only.
    """
    graph = bind_prefixes(Graph())
    for name in _FILES:
        graph.parse(data=files("ontology").joinpath(name).read_text("utf-8"), format="turtle")
    return graph

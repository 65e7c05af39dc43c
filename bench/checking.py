"""SHACL by queries, against pySHACL with the same shapes and the same findings."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox
import pyshacl
from rdflib import Graph

from bench.measure import Result, prepared_side_by_side
from bench.reading import asker, check
from bench.storing import graphs_of
from ontology.shape_rules import shapes_graph
from ontology.validation import validate, validate_by_query

_DOCUMENTS: Final = 10
_ROUNDS: Final = 2


def _graph(triples: bytes) -> Graph:
    return Graph().parse(data=triples, format="nt")


def results(size: int) -> list[Result]:
    """Return the lines about one document and about a whole store."""
    made = [g.effective for g in graphs_of(min(size, _DOCUMENTS)) if isinstance(g.effective, bytes)]
    one, everything = made[-1], b"".join(made)
    if validate(_graph(everything)).findings != check(everything):
        raise AssertionError("the queries find something else than pySHACL")
    shapes = shapes_graph()
    single_graph, whole_graph = _graph(one), _graph(everything)
    single = prepared_side_by_side(
        lambda: lambda: check(one),
        lambda: lambda: pyshacl.validate(single_graph, shacl_graph=shapes),
        _ROUNDS,
    )
    store = ox.Store()
    store.bulk_load(everything, ox.RdfFormat.N_TRIPLES)
    whole = prepared_side_by_side(
        lambda: lambda: validate_by_query(asker(store)),
        lambda: lambda: pyshacl.validate(whole_graph, shacl_graph=shapes),
        _ROUNDS,
    )
    return [
        Result(
            what="SHACL of one document : pySHACL",
            value=single.ratio,
            bar=0.1,
            note=f"{1e3 * single.ours:.2f} ms : {1e3 * single.raw:.0f} ms",
        ),
        Result(
            what=f"pySHACL : SHACL of a whole store ({len(made)} documents)",
            value=1 / whole.ratio,
            bar=50,
            sense=">=",
            note=f"{1e3 * whole.raw:.0f} ms : {1e3 * whole.ours:.1f} ms",
        ),
    ]

"""N-Triples as lines of N-Quads, with blank nodes that no two graphs share.

N-Triples come one a line, as serialisers write them: line breaks inside literals are escaped.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from rdflib import Graph

_BLANK_SUBJECT: Final = re.compile(rb"^_:", re.MULTILINE)
_BLANK_OBJECT: Final = re.compile(rb"^(\S+ \S+ )_:(\S+ \.)$", re.MULTILINE)
_USUAL_END: Final = b" .\n"
_LINE_END: Final = re.compile(rb"[ \t]*\.[ \t]*\r?$", re.MULTILINE)


def n_triples(triples: bytes | Graph) -> bytes:
    """Return triples as N-Triples."""
    if isinstance(triples, Graph):
        return triples.serialize(format="nt", encoding="utf-8")
    return triples


def blank_prefix(graph: str) -> str:
    """Return letters that begin the names of a graph's blank nodes, so that no two graphs share."""
    return f"g{hashlib.sha256(graph.encode()).hexdigest()[:16]}"


def _apart(triples: bytes, graph: str) -> bytes:
    """Return N-Triples with their blank nodes, where there are any, named after the graph."""
    if b"_:" not in triples:
        return triples
    prefix = blank_prefix(graph).encode()
    apart = _BLANK_OBJECT.sub(rb"\1_:" + prefix + rb"\2", triples)
    return _BLANK_SUBJECT.sub(b"_:" + prefix, apart)


def _named(triples: bytes, graph: str) -> bytes:
    """Return N-Triples without shared blank nodes as the lines of a graph.

    Where each line ends as serialisers end it, which a count tells, no pattern is needed.
    """
    end = f" <{graph}> .".encode()
    if triples.count(_USUAL_END) == triples.count(b"\n") and triples.endswith(_USUAL_END):
        return triples.replace(_USUAL_END, end + b"\n")
    return _LINE_END.sub(end, triples)


def quad_lines(triples: bytes, graph: str) -> bytes:
    """Return N-Triples as the N-Quads lines of a graph, their blank nodes named apart."""
    return _named(_apart(triples, graph), graph)


def merged_lines(triples: bytes, graph: str) -> bytes:
    """Return N-Triples as lines of a graph and, once more, of the default graph."""
    apart = _apart(triples, graph)
    return b"\n".join((_named(apart, graph), apart))

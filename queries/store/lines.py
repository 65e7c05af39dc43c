"""N-Triples as lines of N-Quads, with blank nodes that no two graphs share.

N-Triples come one a line, as serialisers write them: line breaks inside literals are escaped.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_BLANK_SUBJECT: Final = re.compile(rb"^_:", re.MULTILINE)
_BLANK_OBJECT: Final = re.compile(rb"^(\S+ \S+ )_:(\S+ \.)$", re.MULTILINE)
_LINE_END: Final = re.compile(rb"[ \t]*\.[ \t]*\r?$", re.MULTILINE)


def blank_prefix(graph: str) -> str:
    """Return letters that begin the names of a graph's blank nodes, so that no two graphs share."""
    return f"g{hashlib.sha256(graph.encode()).hexdigest()[:16]}"


def quad_lines(triples: bytes, graph: str) -> bytes:
    """Return N-Triples as the N-Quads lines of a graph, their blank nodes named apart."""
    prefix = blank_prefix(graph).encode()
    apart = _BLANK_OBJECT.sub(rb"\1_:" + prefix + rb"\2", triples)
    apart = _BLANK_SUBJECT.sub(b"_:" + prefix, apart)
    return _LINE_END.sub(f" <{graph}> .".encode(), apart)


def merged_lines(triples: bytes, graph: str) -> bytes:
    """Return N-Triples as lines of a graph and, once more, of the default graph."""
    named = quad_lines(triples, graph)
    return named + b"\n" + named.replace(f" <{graph}> .".encode(), b" .")

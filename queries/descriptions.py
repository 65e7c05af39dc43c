"""What the collection says of things: their own statements, and the events that ended them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from queries.store.media import N_TRIPLES
from queries.terms import iri, sparql

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.store.reader import Reader

_MANY: Final = 400
_DESCRIBED: Final = """
PREFIX org: <http://www.w3.org/ns/org#>
CONSTRUCT {{ ?thing ?term ?value . ?event org:originalOrganization ?thing }} WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing ?term ?value }} UNION {{ ?event org:originalOrganization ?thing }}
}}
"""


def describe(reader: Reader, things: Iterable[str]) -> bytes:
    """Return the statements about things in the public default graph, as N-Triples.

    Args:
        reader: the store.
        things: IRIs; those that nothing is said of give nothing.
    """
    rest = iter(sorted(set(things)))
    parts = []
    while some := list(islice(rest, _MANY)):
        query = _DESCRIBED.format(things=" ".join(sparql(iri(thing)) for thing in some))
        parts.append(reader.construct(query, N_TRIPLES))
    return b"".join(parts)

"""Triples as bytes in the standard formats, or an error where a format cannot hold one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from ontology.namespaces import PREFIXES
from queries.errors import QueryRefused, ResultTooLarge, UnsuitableFormat
from queries.store.answers import WrittenGraph
from queries.store.media import GRAPH_TYPES, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, checked

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS: Final = {
    TURTLE: ox.RdfFormat.TURTLE,
    N_TRIPLES: ox.RdfFormat.N_TRIPLES,
    RDF_XML: ox.RdfFormat.RDF_XML,
    JSON_LD: ox.RdfFormat.JSON_LD,
}
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_XML_NAME: Final = re.compile(r"[/#:][^\W\d][\w.\-]*$")
_NOT_PREDICATES: Final = frozenset(
    f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}"
    for name in [
        "RDF",
        "ID",
        "about",
        "parseType",
        "resource",
        "nodeID",
        "datatype",
        "li",
        "Description",
        "aboutEach",
        "aboutEachPrefix",
        "bagID",
    ]
)  # RDF 1.1 XML Syntax, section 5.1: names that mean something else there
Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Triples:
    """A running CONSTRUCT or DESCRIBE: its triples, each once."""

    found: Iterator[ox.Triple]


def beyond() -> QueryRefused:
    """Return the refusal of an answer that RDF 1.1, and so no format of ours, can hold."""
    return QueryRefused(
        "term-beyond-rdf-1-1",
        "The answer holds a triple term or a string with a direction.",
        "This service speaks SPARQL 1.1: take the parts with SUBJECT, PREDICATE, OBJECT or STR.",
    )


def is_beyond(node: Node) -> bool:
    """Tell whether a term is a triple term or a string with a direction."""
    return isinstance(node, ox.Triple) or bool(getattr(node, "direction", None))


def _writable_as_xml(triple: ox.Triple) -> ox.Triple:
    """Return the triple, or refuse one that RDF/XML cannot hold.

    Source: XML 1.0, productions 2 and 11; RDF 1.1 XML Syntax, section 7.2.
    """
    words = triple.object.value if isinstance(triple.object, ox.Literal) else ""
    name = triple.predicate.value
    if _NOT_IN_XML.search(words) or not _XML_NAME.search(name) or name in _NOT_PREDICATES:
        raise UnsuitableFormat(
            "format-cannot-hold",
            "RDF/XML can hold neither control characters nor a predicate without a name.",
            f"Ask for {TURTLE} or {N_TRIPLES}.",
        )
    return triple


def graph_bytes(
    triples: Triples, media_type: str, limit: int, prefixes: dict[str, str]
) -> WrittenGraph:
    """Return triples in a graph format.

    Args:
        triples: what a query gave.
        media_type: one of `GRAPH_TYPES`.
        limit: triples allowed.
        prefixes: names for Turtle and its kin.

    Raises:
        ResultTooLarge: there are more triples.
        UnsuitableFormat: the format cannot hold one of them.
    """
    form = FORMATS[checked(media_type, GRAPH_TYPES)]
    found: list[ox.Triple] = []
    for triple in triples.found:
        if len(found) >= limit:
            raise ResultTooLarge("triples", limit)
        if is_beyond(triple.object):
            raise beyond()
        found.append(_writable_as_xml(triple) if media_type == RDF_XML else triple)
    try:
        body = ox.serialize(found, format=form, prefixes=prefixes) or b""
    except (ValueError, OSError) as error:
        raise UnsuitableFormat(
            "format-cannot-hold", f"{media_type} cannot hold this answer.", f"Ask for {TURTLE}."
        ) from error
    return WrittenGraph(body=body, triples=len(found))


def rewritten(n_triples: bytes, media_type: str, limit: int) -> WrittenGraph:
    """Return N-Triples of another store in a graph format, each triple once.

    Raises:
        ResultTooLarge: there are more triples than the limit.
        UnsuitableFormat: the format cannot hold one of them, or the bytes are no N-Triples.
    """
    try:
        found = dict.fromkeys(q.triple for q in ox.parse(n_triples, format=ox.RdfFormat.N_TRIPLES))
    except (SyntaxError, ValueError) as error:
        raise UnsuitableFormat("bad-results", "The answer is not N-Triples.") from error
    return graph_bytes(Triples(found=iter(found)), media_type, limit, PREFIXES)

"""Media types of graphs and of results, with the short names that clients send.

Source: SPARQL 1.1 Query Results JSON, XML, CSV and TSV; RDF 1.1 Turtle, N-Triples, RDF/XML,
JSON-LD 1.1 and their registrations.
"""

from __future__ import annotations

from typing import Final

from queries.errors import UnsuitableFormat

TURTLE: Final = "text/turtle"
N_TRIPLES: Final = "application/n-triples"
RDF_XML: Final = "application/rdf+xml"
JSON_LD: Final = "application/ld+json"
GRAPH_TYPES: Final = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)

RESULTS_JSON: Final = "application/sparql-results+json"
RESULTS_XML: Final = "application/sparql-results+xml"
CSV: Final = "text/csv"
TSV: Final = "text/tab-separated-values"
SPREADSHEET: Final = "text/csv; header=present"
"""CSV for spreadsheets: with a byte-order mark, and no cell that would be calculated."""

RESULTS_TYPES: Final = (RESULTS_JSON, RESULTS_XML, CSV, TSV)
BOOLEAN_TYPES: Final = (RESULTS_JSON, RESULTS_XML)


def checked(media_type: str, allowed: tuple[str, ...]) -> str:
    """Return the media type, or refuse one that does not fit what is to be written.

    Raises:
        UnsuitableFormat: it is none of those allowed.
    """
    if media_type not in allowed:
        raise UnsuitableFormat(
            "format-does-not-fit",
            f"This answer cannot be written as {media_type}.",
            f"Ask for one of {', '.join(allowed)}.",
        )
    return media_type

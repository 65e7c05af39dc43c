"""What the pipeline asks of a store while it resolves: who cites, what is undecided, by number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from queries.store.writer import NumberedDocument
from queries.terms import iri, literal, sparql

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.store.reader import Asker
    from queries.terms import Rows

_PREFIXES: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
_CITING: Final = """
SELECT DISTINCT ?document WHERE {{
  {{ ?citation ldo:citedWork {document} ; ldo:statedIn ?document }}
  UNION {{
    {document} ^eli:is_part_of+ ?part . ?citation ldo:citedWork ?part ; ldo:statedIn ?document
  }}
  UNION {{
    {document} ^ldo:work/^rdf:first/(^rdf:rest)*/^ldo:candidates ?citation .
    ?citation ldo:statedIn ?document
  }}
}}
"""  # `statedIn` stands in each branch: outside, the engine would join all citations first
_UNDECIDED: Final = """
SELECT DISTINCT ?document WHERE {
  VALUES ?status { ldo:unresolved ldo:ambiguous }
  ?citation ldo:status ?status ; ldo:statedIn ?document .
}
"""
_UNDECIDED_NUMBERS: Final = """
SELECT DISTINCT ?document WHERE {{
  {numbers}
  FILTER(?status IN (ldo:unresolved, ldo:ambiguous))
}}
"""
_NUMBERED: Final = """{{
  ?citation ldo:citedNumber {number} ; ldo:status ?status ; ldo:statedIn ?document
}}"""  # a branch for each number: with VALUES the engine would go through all that is undecided
_WITH_NUMBER: Final = """
SELECT ?document ?printed ?date ?title WHERE {{
  ?document ldo:number {number} ; ldo:printedNumber ?printed ; ldo:presence ldo:fullText .
  OPTIONAL {{ ?document ldo:date ?date }}
  OPTIONAL {{ ?document dcterms:title ?title }}
}} ORDER BY ?document
"""
_DESCRIBED: Final = """
SELECT ?document ?printed ?date ?title WHERE {{
  VALUES ?document {{ {document} }}
  ?document ldo:presence ldo:fullText .
  OPTIONAL {{ ?document ldo:printedNumber ?printed }}
  OPTIONAL {{ ?document ldo:date ?date }}
  OPTIONAL {{ ?document dcterms:title ?title }}
}} ORDER BY ?printed LIMIT 1
"""
_NUMBERS_OF: Final = "SELECT ?printed WHERE {{ {document} ldo:printedNumber ?printed }}"
_PLACES: Final = "SELECT DISTINCT ?place WHERE {{ GRAPH {graph} {{ ?body ldo:ofPlace ?place }} }}"
_GRAPH_VERSION: Final = """
SELECT ?version WHERE {{ GRAPH {graph} {{ {graph} owl:versionInfo ?version }} }}
"""


def _column(rows: Rows) -> tuple[str, ...]:
    return tuple(sorted(row[0].value for row in rows.rows if row[0] is not None))


def citing(asker: Asker, document: str) -> tuple[str, ...]:
    """Return the IRIs of documents whose text cites one, a part of it, or may mean it."""
    return _column(asker.select(_PREFIXES + _CITING.format(document=sparql(iri(document)))))


def undecided(asker: Asker, numbers: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the IRIs of documents with unresolved or ambiguous citations.

    Args:
        asker: who answers.
        numbers: only citations with one of these `ldo:citedNumber`; all where it is empty.
    """
    each = (_NUMBERED.format(number=sparql(literal(number))) for number in numbers)
    branches = " UNION ".join(each)
    query = _UNDECIDED_NUMBERS.format(numbers=branches) if branches else _UNDECIDED
    return _column(asker.select(_PREFIXES + query))


def numbered(asker: Asker, number: str) -> tuple[NumberedDocument, ...]:
    """Return the documents stored with their text that bear a running number.

    Args:
        asker: who answers.
        number: the running number without leading zeros ("12", "30c").
    """
    return _documents(asker, _WITH_NUMBER.format(number=sparql(literal(number))))


def described(asker: Asker, document: str) -> tuple[NumberedDocument, ...]:
    """Return number, date and title of a stored document; nothing where it is not stored."""
    return _documents(asker, _DESCRIBED.format(document=sparql(iri(document))))


def _documents(asker: Asker, query: str) -> tuple[NumberedDocument, ...]:
    return tuple(
        NumberedDocument(
            iri=str(record["document"]),
            printed_number=str(record["printed"] or ""),
            date=day if isinstance(day := record["date"], date) else None,
            title=str(record["title"] or ""),
        )
        for record in asker.select(_PREFIXES + query).records()
    )


def printed_numbers(asker: Asker, document: str) -> tuple[str, ...]:
    """Return the numbers that a document prints for itself: one, or none."""
    query = _NUMBERS_OF.format(document=sparql(iri(document)))
    return _column(asker.select(_PREFIXES + query))


def places_of_bodies(asker: Asker, graph: str) -> tuple[str, ...]:
    """Return the IRIs of the places whose bodies a graph describes, sorted."""
    return _column(asker.select(_PREFIXES + _PLACES.format(graph=sparql(iri(graph)))))


def graph_version(asker: Asker, graph: str) -> str | None:
    """Return the `owl:versionInfo` that a graph states of itself, or None."""
    found = _column(asker.select(_PREFIXES + _GRAPH_VERSION.format(graph=sparql(iri(graph)))))
    return found[0] if found else None

"""docs/vocabulary.md: classes, properties and values with label and definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology.namespaces import LDO
from ontology.vocabulary import vocabulary_graph
from writers.markdown import code, page, table, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OWN = str(LDO)


def write() -> str:
    """Return the page."""
    graph = vocabulary_graph()
    own = sorted({t for t in graph.subjects(RDFS.label) if isinstance(t, URIRef) and _is_own(t)})
    classes = [t for t in own if (t, RDF.type, OWL.Class) in graph]
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)
    properties = [t for t in own if any((t, RDF.type, kind) in graph for kind in kinds)]
    values = [t for t in own if t not in {*classes, *properties}]
    said = texts("vocabulary")
    return page(
        "vocabulary",
        said["classes"],
        table(said["classes_header"], _rows(graph, classes, RDFS.subClassOf)),
        said["properties"],
        table(said["properties_header"], _rows(graph, properties, RDFS.domain)),
        said["values"],
        table(said["values_header"], _rows(graph, values, RDF.type)),
    )


def _rows(
    graph: Graph, terms: Iterable[URIRef], place: URIRef
) -> Iterator[tuple[str, str, str, str]]:
    return (_row(graph, term, place) for term in terms)


def _row(graph: Graph, term: URIRef, place: URIRef) -> tuple[str, str, str, str]:
    above = sorted(_local(each) for each in graph.objects(term, place) if _is_own(each))
    vi, en = (
        f"**{_said(graph, term, RDFS.label, lang)}**: {_meaning(graph, term, lang)}"
        for lang in ("vi", "en")
    )
    return code(_local(term)), ", ".join(map(code, above)), vi, en


def _meaning(graph: Graph, term: URIRef, language: str) -> str:
    return _said(graph, term, RDFS.comment, language) or _said(
        graph, term, SKOS.definition, language
    )


def _said(graph: Graph, term: URIRef, how: URIRef, language: str) -> str:
    """Return the words of a language, the first of several."""
    return min(_words(graph, term, how, language), default="")


def _words(graph: Graph, term: URIRef, how: URIRef, language: str) -> Iterator[str]:
    for words in graph.objects(term, how):
        if getattr(words, "language", None) == language:
            yield str(words)


def _is_own(term: object) -> bool:
    return isinstance(term, URIRef) and str(term).startswith(OWN)


def _local(term: object) -> str:
    return str(term).removeprefix(OWN)

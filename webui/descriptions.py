"""What the site says of itself to programs: the query service, and the data set.

Source: SPARQL 1.1 Service Description; Describing Linked Datasets with VoID (W3C note, 2011).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef

from ontology.namespaces import DCTERMS, LDO
from webui.negotiation import (
    CSV,
    JSON_LD,
    N_TRIPLES,
    RDF_XML,
    RESULTS_JSON,
    RESULTS_XML,
    TSV,
    TURTLE,
)

if TYPE_CHECKING:
    from queries.store.reader import Generation
    from webui.site import Site

SD: Final = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID: Final = Namespace("http://rdfs.org/ns/void#")
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS: Final = {
    RESULTS_JSON: "SPARQL_Results_JSON",
    RESULTS_XML: "SPARQL_Results_XML",
    CSV: "SPARQL_Results_CSV",
    TSV: "SPARQL_Results_TSV",
    TURTLE: "Turtle",
    N_TRIPLES: "N-Triples",
    RDF_XML: "RDF_XML",
    JSON_LD: "JSON-LD",
}
_WRITERS: Final = {TURTLE: "turtle", N_TRIPLES: "nt", RDF_XML: "xml", JSON_LD: "json-ld"}
LICENCE: Final = "https://spdx.org/licenses/MIT"
"""What anyone may do with the data, as with the vocabulary."""


def service_description(site: Site, media_type: str) -> bytes:
    """Return what the query service can do, in a graph format."""
    graph = Graph()
    graph.bind("sd", SD)
    endpoint = URIRef(f"{site.address}sparql")
    service, data = URIRef(f"{endpoint}#service"), BNode("dataset")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, endpoint))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    for name in _RESULT_FORMATS.values():
        graph.add((service, SD.resultFormat, URIRef(_FORMATS + name)))
    graph.add((service, SD.defaultDataset, data))
    graph.add((data, RDF.type, SD.Dataset))
    graph.add((data, SD.defaultGraph, _default_graph(graph)))
    return _written(graph, media_type)


def _default_graph(graph: Graph) -> BNode:
    node = BNode("default")
    graph.add((node, RDF.type, SD.Graph))
    return node


def data_set_description(
    site: Site, generation: Generation | None, documents: int, triples: int, media_type: str
) -> bytes:
    """Return what the data set is, where it is asked and how large it is, in a graph format."""
    graph = Graph()
    graph.bind("void", VOID)
    node = URIRef(f"{site.address}.well-known/void#data")
    graph.add((node, RDF.type, VOID.Dataset))
    graph.add((node, DCTERMS.title, Literal("luocdo")))
    graph.add((node, DCTERMS.license, URIRef(LICENCE)))
    graph.add((node, VOID.sparqlEndpoint, URIRef(f"{site.address}sparql")))
    graph.add((node, VOID.uriSpace, Literal(f"{site.base_iri}id/")))
    graph.add((node, VOID.vocabulary, URIRef(str(LDO))))
    graph.add((node, VOID.documents, Literal(documents)))
    graph.add((node, VOID.triples, Literal(triples)))
    graph.add((node, VOID.dataDump, URIRef(f"{site.address}dump.nq.gz")))
    graph.add((node, VOID.rootResource, URIRef(f"{site.address}sitemap.xml")))
    if generation:
        day = generation.published_at.date().isoformat()
        graph.add((node, DCTERMS.modified, Literal(day, datatype=XSD.date)))
    return _written(graph, media_type)


@cache
def vocabulary_bytes(media_type: str) -> bytes:
    """Return the vocabulary with its alignment in a graph format."""
    graph = Graph()
    for name in ("luocdo.ttl", "alignment.ttl"):
        graph.parse(data=files("ontology").joinpath(name).read_text(encoding="utf-8"))
    return _written(graph, media_type)


def _written(graph: Graph, media_type: str) -> bytes:
    return graph.serialize(format=_WRITERS[media_type], encoding="utf-8")

"""JSON-LD with short names says what the triples say."""

from __future__ import annotations

import json

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from webui.jsonld import context_bytes, readable

LDO = "https://w3id.org/luocdo/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DCTERMS = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"


@pytest.mark.parametrize(
    "triples",
    [
        f"<urn:a> <{RDF}type> <{LDO}Directive> .",
        f"<urn:a> <{RDF}type> <urn:Other> .\n<urn:a> <{RDF}type> <{LDO}Document> .",
        f'<urn:a> <{LDO}date> "2024-01-02"^^<{XSD}date> .',
        f'<urn:a> <{LDO}date> "2024" .',
        f'<urn:a> <{LDO}confidence> "0.90"^^<{XSD}decimal> .\n<urn:b> <{LDO}confidence> "1"^^<{XSD}integer> .',
        f'<urn:a> <{DCTERMS}title> "về \\"việc\\" \\n\\\\ \\t x"@vi .\n<urn:a> <{DCTERMS}title> "x"@en .\n<urn:a> <{DCTERMS}title> "plain" .',
        f'<urn:a> <{SKOS}prefLabel> "một"@vi .\n<urn:a> <{SKOS}prefLabel> "one"@en .\n<urn:a> <{SKOS}prefLabel> "uno" .',
        f'<urn:a> <{SKOS}altLabel> "một"@vi .\n<urn:a> <{SKOS}altLabel> "hai"@vi .',
        f"<urn:a> <{LDO}status> <{LDO}resolved> .\n<urn:a> <{LDO}status> <urn:odd> .",
        f"<urn:a> <{LDO}citedWork> <urn:b> .\n<urn:a> <{LDO}citedWork> _:x .\n_:x <{LDO}evidence> _:y .",
        f"<urn:a> <{LDO}candidates> _:l .\n_:l <{RDF}first> <urn:b> .\n_:l <{RDF}rest> <{RDF}nil> .",
        f'<urn:a> <urn:p/x> "1"^^<{XSD}integer> .\n<urn:a> <urn:p/x> "01"^^<{XSD}integer> .\n<urn:a> <urn:p/x> "true"^^<{XSD}boolean> .\n<urn:a> <urn:p/x> "1"^^<{XSD}boolean> .',
        '<urn:a> <urn:p> "\\u0001\\U0001F600 😀" .',
        "",
    ],
)
def test_the_same_graph_comes_back(triples: str) -> None:
    """Whatever the coercion of the name; also what the vocabulary does not know."""
    expected = Graph().parse(data=triples, format="nt")
    found = Graph().parse(data=readable(triples.encode()), format="json-ld")
    assert isomorphic(found, expected), readable(triples.encode()).decode()


def test_names_are_short() -> None:
    """Only the names that are used stand in the context."""
    document = json.loads(readable(f"<urn:a> <{RDF}type> <{LDO}Directive> .\n".encode()))
    assert document["@graph"] == [{"id": "urn:a", "type": ["Directive"]}]
    assert "Directive" in document["@context"]
    assert "Decree" not in document["@context"]
    assert "Decree" in json.loads(context_bytes())["@context"]

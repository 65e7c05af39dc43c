"""The site describes its service and its data in RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, URIRef

from webui.descriptions import SD, VOID
from webui.negotiation import GRAPH_TYPES

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
@pytest.mark.parametrize("address", ["/sparql", "/.well-known/void"])
def test_descriptions_come_in_every_graph_format(
    client: FlaskClient, address: str, media_type: str
) -> None:
    """What is sent is what is said, and it can be read."""
    answer = client.get(address, headers={"Accept": media_type})
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    formats = {"application/n-triples": "nt", "application/rdf+xml": "xml"}
    form = formats.get(media_type, "turtle" if media_type == "text/turtle" else "json-ld")
    assert len(Graph().parse(data=answer.data, format=form)) > 5


def test_the_endpoint_is_the_sites_own_whatever_the_host_says(client: FlaskClient) -> None:
    """Links come from the setting, never from a header that a client sends."""
    answer = client.get("/sparql", headers={"Accept": "text/turtle", "Host": "evil.example"})
    graph = Graph().parse(data=answer.data, format="turtle")
    assert set(graph.objects(None, SD.endpoint)) == {URIRef("http://127.0.0.1:8000/sparql")}
    assert "evil" not in answer.text


def test_the_data_set_is_counted_and_dated(client: FlaskClient) -> None:
    """VoID gives the number of documents and the endpoint."""
    answer = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=answer.data, format="turtle")
    assert [int(str(n)) for n in graph.objects(None, VOID.documents)] == [7]
    assert list(graph.objects(None, VOID.sparqlEndpoint))

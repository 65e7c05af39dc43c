"""Clients that people use work unchanged (serving list, section 10)."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import urllib.request
import warnings
from typing import TYPE_CHECKING
from urllib.parse import quote

import pandas as pd
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    XML,
    SPARQLWrapper,
)

if TYPE_CHECKING:
    from tests.service.conftest import Service

PRESENCE = "https://w3id.org/luocdo/ns#presence"
SELECT = f"SELECT ?d ?p WHERE {{ ?d <{PRESENCE}> ?p }} ORDER BY ?d"
CONSTRUCT = f"CONSTRUCT {{ ?d <{PRESENCE}> ?p }} WHERE {{ ?d <{PRESENCE}> ?p }}"


@pytest.mark.parametrize("method", ["GET", "POST", "DIRECT"])
@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_reads_rows(service: Service, method: str, form: str) -> None:
    """All result types by all three ways."""
    client = SPARQLWrapper(f"{service.address}sparql")
    client.setQuery(SELECT)
    client.setReturnFormat(form)
    if method != "GET":
        client.setMethod(POST)
    if method == "DIRECT":
        client.setRequestMethod(POSTDIRECTLY)
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        answer = client.query()
        found = answer.convert()
    if form == JSON:
        assert len(found["results"]["bindings"]) > 3
    elif form == XML:
        assert len(found.getElementsByTagName("result")) > 3
    else:
        assert found.count(b"\n") > 4


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, XML, JSONLD])
def test_sparqlwrapper_reads_graphs(service: Service, form: str) -> None:
    """CONSTRUCT and DESCRIBE."""
    client = SPARQLWrapper(f"{service.address}sparql")
    client.setQuery(CONSTRUCT)
    client.setReturnFormat(form)
    found = client.query().convert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert len(graph) > 3


def test_sparqlwrapper_reads_a_boolean(service: Service) -> None:
    """ASK."""
    client = SPARQLWrapper(f"{service.address}sparql", returnFormat=JSON)
    client.setQuery("ASK { ?s ?p ?o }")
    assert client.query().convert()["boolean"] is True


@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_remote_store_of_rdflib_asks(service: Service, form: str, method: str) -> None:
    """Rows in all result formats, triples, length and context."""
    store = SPARQLStore(f"{service.address}sparql", returnFormat=form, method=method)
    graph = Graph(store=store)
    rows = list(graph.query(SELECT))
    assert len(rows) > 3
    assert isinstance(rows[0][0], URIRef) or form == "csv"
    if form in {"xml", "json"}:
        assert bool(graph.query("ASK { ?s ?p ?o }"))
        assert len(list(graph.triples((None, URIRef(PRESENCE), None)))) == len(rows)
    if form == "xml":
        assert len(graph.query(CONSTRUCT).graph or ()) == len(rows)


def test_a_table_is_read_from_an_address(service: Service) -> None:
    """As pandas.read_csv does."""
    address = f"{service.address}sparql?format=csv&query={quote(SELECT)}"
    with urllib.request.urlopen(address) as got:  # noqa: S310 - our own address
        table = list(csv.DictReader(io.TextIOWrapper(got, "utf-8", newline="")))
    assert len(table) > 3
    frame = pd.read_csv(address)
    assert list(frame.columns) == ["d", "p"]
    assert len(frame) == len(table)


def test_curl_asks(service: Service) -> None:
    """As the how-to shows."""
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    address = f"{service.address}sparql"
    for words in (
        ["-G", address, "--data-urlencode", f"query={SELECT}", "-H", "Accept: text/csv"],
        [address, "--data-urlencode", f"query={SELECT}", "-H", "Accept: text/csv"],
        [
            address,
            "-H",
            "Content-Type: application/sparql-query",
            "-H",
            "Accept: text/csv",
            "--data-binary",
            SELECT,
        ],
        ["--compressed", "-G", address, "--data-urlencode", f"query={SELECT}", "-d", "format=csv"],
    ):
        done = subprocess.run(["curl", "-sS", "--fail", *words], capture_output=True, check=True)  # noqa: S603, S607 - as a person does
        assert done.stdout.startswith(b"d,p\r\n")

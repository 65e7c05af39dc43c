"""Identifiers lead on, and data speaks of the identifier as stored (serving list, 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, URIRef

from queries.store.folder_writer import FolderWriter
from webui import create_app
from webui.site import Site

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from flask.testing import FlaskClient

FORMATS = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld"}


def test_an_identifier_leads_to_page_or_data(client: FlaskClient, sample: ModuleType) -> None:
    """303 by what is asked, with Vary."""
    address = f"/id/{sample.DIRECTIVE}"
    page = client.get(address, headers={"Accept": "text/html"})
    data = client.get(address, headers={"Accept": "application/rdf+xml"})
    assert (page.status_code, data.status_code) == (303, 303)
    assert page.headers["Location"] == f"/doc/{sample.DIRECTIVE}"
    assert data.headers["Location"] == f"/data/{sample.DIRECTIVE}.rdf"
    assert "Accept" in data.headers["Vary"]


def test_parts_of_a_document_lead_into_its_page(client: FlaskClient, sample: ModuleType) -> None:
    """A citation's identifier ends at its place."""
    words = "Nghị quyết số 12 của Tỉnh ủy"
    start = sample.DIRECTIVE_TEXT.index(words)
    span = f"{start}-{start + len(words)}"
    answer = client.get(f"/id/{sample.DIRECTIVE}/cit/{span}", headers={"Accept": "text/html"})
    assert answer.headers["Location"] == f"/doc/{sample.DIRECTIVE}#cit-{span}"


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_data_holds_what_links_out_and_in(
    client: FlaskClient, sample: ModuleType, ending: str
) -> None:
    """In each format, with links to the page and to the thing."""
    answer = client.get(f"/data/{sample.DIRECTIVE}.{ending}")
    graph = Graph().parse(data=answer.data, format=FORMATS[ending])
    node = URIRef(str(sample.of(sample.DIRECTIVE)))
    assert list(graph.predicate_objects(node))
    assert list(graph.subjects(None, node))
    assert f"</doc/{sample.DIRECTIVE}>" in answer.headers["Link"]
    assert f"<{node}>" in ", ".join(answer.headers.getlist("Link"))


def test_one_address_negotiates(client: FlaskClient, sample: ModuleType) -> None:
    """Without an ending the data comes as Accept says."""
    answer = client.get(f"/data/{sample.POLICE}", headers={"Accept": "application/n-triples"})
    assert answer.mimetype == "application/n-triples"
    assert "Accept" in answer.headers["Vary"]


def test_the_unknown_is_a_404_in_the_form_asked(client: FlaskClient) -> None:
    """It is said of this collection alone."""
    answer = client.get("/id/vn/ct/ttg/1999/1", headers={"Accept": "application/ld+json"})
    assert answer.status_code == 404
    assert answer.get_json()["code"] == "not-in-collection"


def test_a_short_form_leads_on_or_lists(client: FlaskClient, sample: ModuleType) -> None:
    """One reading is a 303, several are a 300 with the list, none is a 404."""
    one = client.get("/id/vn/alias/chi-thi-7")
    assert one.status_code == 303
    assert one.headers["Location"] == f"/id/{sample.DIRECTIVE}"
    several = client.get("/id/vn/alias/nghi-quyet-12", headers={"Accept": "text/html"})
    assert several.status_code == 300
    assert f"/doc/{sample.TWELVE_NEW}" in several.text
    assert client.get("/id/vn/alias/nghi-quyet-999").status_code == 404


def test_other_things_have_a_page(client: FlaskClient) -> None:
    """Places and the like are shown by what is said of them."""
    text = client.get("/thing/vn/place/song-may").text
    assert "Tỉnh Sông Mây" in text
    assert "Chỉ thị 07/CT-UBND" in text


def test_what_was_withdrawn_says_so(sample: ModuleType, tmp_path: Path) -> None:
    """410 in the form asked, for identifier and data; what was merged leads on."""
    sample.write_sample(tmp_path)
    with FolderWriter(tmp_path) as writer:
        writer.remove(f"id/{sample.BAD}")
        writer.remove(f"id/{sample.PLAN}", f"id/{sample.DIRECTIVE}")
        writer.publish()
    reader = sample.SampleReader(tmp_path)
    site = Site(reader=reader, workers=sample.queries_of(reader), questions=reader)
    client = create_app(site).test_client()
    for path in (f"/id/{sample.BAD}", f"/data/{sample.BAD}.ttl", f"/data/{sample.BAD}"):
        gone = client.get(path, headers={"Accept": "application/json"})
        assert gone.status_code == 410
        assert gone.json["code"] == "withdrawn"
    merged = client.get(f"/id/{sample.PLAN}")
    assert merged.status_code == 301
    assert merged.headers["Location"] == f"/id/{sample.DIRECTIVE}"

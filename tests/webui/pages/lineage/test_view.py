"""The graph's page: data for the drawing, the same as a table, a file to keep."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.dom import minidom

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_drawing_and_table_say_the_same(client: FlaskClient, sample: ModuleType) -> None:
    """Every edge of the drawing is a row with its words, every document a row of its own."""
    text = client.get(f"/lineage/{sample.DIRECTIVE}").text
    data = client.get(f"/lineage-data/{sample.DIRECTIVE}").get_json()
    assert len(data["edges"]) == text.count('<td class="quoted">')
    assert all(node["address"] for node in data["nodes"])
    assert f'data-source="/lineage-data/{sample.DIRECTIVE}"' in text


def test_hostile_words_stay_words_in_every_form(client: FlaskClient, sample: ModuleType) -> None:
    """They come whole in the data, and escaped in page, picture and file."""
    data = client.get(f"/lineage-data/{sample.BAD}")
    assert data.mimetype == "application/json"
    assert sample.HOSTILE in json.dumps(data.get_json(), ensure_ascii=False).replace('\\"', '"')
    for address in (f"/lineage/{sample.BAD}", f"/lineage-file/{sample.BAD}?format=svg"):
        assert sample.HOSTILE not in client.get(address).text


def test_a_relation_that_is_not_wanted_is_not_drawn(
    client: FlaskClient, sample: ModuleType
) -> None:
    """The address keeps what is shown, and so do its files."""
    for address in ("lineage-data", "lineage-file"):
        text = client.get(f"/{address}/{sample.DIRECTIVE}?rel=replaces&format=svg").text
        assert "909-KL/TW" not in text
        assert "909-KL/TW" in client.get(f"/{address}/{sample.DIRECTIVE}?format=svg").text
    page = client.get(f"/lineage/{sample.DIRECTIVE}?rel=replaces").text
    assert f"/lineage-data/{sample.DIRECTIVE}?rel=replaces" in page


def test_a_document_opens_step_by_step(client: FlaskClient, sample: ModuleType) -> None:
    """What is beyond the steps comes with the document that it stands next to."""
    near = client.get(f"/lineage-data/{sample.PLAN}?depth=1").get_json()
    opening = near["opening"][str(sample.of(sample.DIRECTIVE))]
    assert "open=" in opening
    wider = client.get(opening.replace("/lineage/", "/lineage-data/").partition("#")[0]).get_json()
    assert {n["id"] for n in near["nodes"]} < {n["id"] for n in wider["nodes"]}


def test_a_picture_stands_by_itself(client: FlaskClient, sample: ModuleType) -> None:
    """Well-formed, with its own styles, asking nobody for anything."""
    answer = client.get(f"/lineage-file/{sample.BAD}?format=svg")
    assert answer.mimetype == "image/svg+xml"
    picture = minidom.parseString(answer.data)  # noqa: S318 - our own answer
    assert picture.documentElement.tagName == "svg"
    assert "href" not in answer.text
    assert "bad" not in answer.headers["Content-Disposition"]


def test_steps_are_chosen_within_bounds(client: FlaskClient, sample: ModuleType) -> None:
    """More steps reach further; nonsense falls back."""
    one = client.get(f"/lineage-data/{sample.PLAN}?depth=1").text
    two = client.get(f"/lineage-data/{sample.PLAN}?depth=3").text
    assert sample.CONCLUSION not in one
    assert sample.CONCLUSION in two
    assert client.get(f"/lineage/{sample.PLAN}?depth=x").status_code == 200
    assert client.get(f"/lineage/{sample.PLAN}?depth=99").status_code == 200


def test_the_file_is_named_after_the_document(client: FlaskClient, sample: ModuleType) -> None:
    """It is handed out as a file, with the heading in the visitor's language."""
    answer = client.get(f"/lineage-file/{sample.PLAN}")
    assert (
        'filename="luocdo-kh-ubnd-song-may-2024-40.html"' in answer.headers["Content-Disposition"]
    )
    assert "Sơ đồ viện dẫn quanh" in answer.text


def test_an_unknown_document_is_a_404(client: FlaskClient) -> None:
    """Its graph is no empty page."""
    assert client.get("/lineage/vn/ct/x/1").status_code == 404


@pytest.mark.parametrize("form", ["graphml", "gexf", "dot"])
def test_other_programs_get_the_same_graph(
    client: FlaskClient, sample: ModuleType, form: str
) -> None:
    """With the documents that the address asks for, hostile words escaped."""
    answer = client.get(f"/lineage-file/{sample.DIRECTIVE}?format={form}")
    assert answer.status_code == 200
    assert f".{form}" in answer.headers["Content-Disposition"]
    assert str(sample.of(sample.CONCLUSION)) in answer.text
    assert (
        str(sample.of(sample.CONCLUSION))
        not in client.get(f"/lineage-file/{sample.DIRECTIVE}?format={form}&up=0").text
    )
    assert sample.HOSTILE not in client.get(f"/lineage-file/{sample.BAD}?format={form}").text


@pytest.mark.parametrize("form", ["html", "svg", "graphml", "gexf", "dot"])
def test_hostile_words_are_text_in_every_file(
    client: FlaskClient, sample: ModuleType, form: str
) -> None:
    """Scripts in titles and quotations, and marks that turn words round, end nothing and run not."""
    answer = client.get(f"/lineage-file/{sample.BAD}?format={form}")
    assert answer.status_code == 200
    assert "alert(" in answer.text
    assert sample.HOSTILE not in answer.text
    assert '"x")</script>' not in answer.text
    if form in {"svg", "graphml", "gexf"}:
        drawn = minidom.parseString(answer.data)  # noqa: S318 - our own answer
        assert not [*drawn.getElementsByTagName("script"), *drawn.getElementsByTagName("img")]

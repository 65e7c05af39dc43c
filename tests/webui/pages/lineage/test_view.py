"""The graph's page: data for the drawing, the same as a table, a file to keep."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient

DATA = re.compile(r'<script type="application/json" id="graph-data">(.*?)</script>', re.DOTALL)


def test_drawing_and_table_say_the_same(client: FlaskClient, sample: ModuleType) -> None:
    """Every edge of the drawing is a row with its words."""
    text = client.get(f"/lineage/{sample.DIRECTIVE}").text
    found = DATA.search(text)
    assert found is not None
    data = json.loads(found[1])
    assert len(data["edges"]) == text.count('<td class="quoted">')
    assert all(node["address"] for node in data["nodes"])


def test_hostile_words_cannot_leave_the_data(client: FlaskClient, sample: ModuleType) -> None:
    """In the data block they are escaped, and come back whole."""
    text = client.get(f"/lineage/{sample.BAD}").text
    found = DATA.search(text)
    assert found is not None
    assert sample.HOSTILE in json.loads(found[1])["nodes"][0]["title"] + json.dumps(
        json.loads(found[1]), ensure_ascii=False
    ).replace('\\"', '"')
    assert sample.HOSTILE not in text


def test_steps_are_chosen_within_bounds(client: FlaskClient, sample: ModuleType) -> None:
    """More steps reach further; nonsense falls back."""
    one = client.get(f"/lineage/{sample.PLAN}?depth=1").text
    two = client.get(f"/lineage/{sample.PLAN}?depth=3").text
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

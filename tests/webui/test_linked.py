"""Pages of one thing name its other forms; other pages name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient

DIRECTIVE = "vn/ct/ubnd-song-may/2024/7"


def test_a_page_of_a_thing_names_its_other_forms(client: FlaskClient) -> None:
    """In the header, for a document and for a body."""
    for address, path in (
        (f"/doc/{DIRECTIVE}", DIRECTIVE),
        ("/body/agency/cat-song-may", "vn/agency/cat-song-may"),
        ("/thing/vn/place/song-may", "vn/place/song-may"),
    ):
        links = client.get(address, headers={"Accept": "text/html"}).headers["Link"]
        assert f"/data/{path}.ttl" in str(
            client.get(address, headers={"Accept": "text/html"}).headers
        )
        assert links
    assert "Link" not in client.get("/").headers


def test_only_documents_are_legislation(client: FlaskClient) -> None:
    """A body is none."""
    assert "schema.org" in client.get(f"/doc/{DIRECTIVE}").text
    assert "schema.org" not in client.get("/body/agency/cat-song-may").text

"""Answers that are sent as they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ADDRESS = "/api/questions/cited-most?format=csv"


def test_a_client_that_has_the_answer_gets_no_body(client: FlaskClient) -> None:
    """Of the same address and form alone; whoever asks for the head alone gets its tag too."""
    first = client.get(ADDRESS)
    tag = first.headers["ETag"]
    assert first.is_streamed
    assert len(first.data.splitlines()) > 2
    again = client.get(ADDRESS, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(ADDRESS)
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", tag)
    other = client.get(ADDRESS.replace("csv", "json"), headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert other.json is not None

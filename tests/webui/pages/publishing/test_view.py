"""What programs fetch answers also where nothing was published or nothing can be dumped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_an_empty_store_is_not_healthy(empty_client: FlaskClient) -> None:
    """It says so, and when to ask again."""
    got = empty_client.get("/health")
    assert got.status_code == 503
    assert got.headers["Retry-After"]


def test_without_a_dump_there_is_none(client: FlaskClient) -> None:
    """The site of the tests has no processes to make one."""
    assert client.get("/dump.nq.gz").status_code == 404


def test_the_vocabulary_is_there_in_every_form(client: FlaskClient) -> None:
    """Also where the store holds no graph of it."""
    assert client.get("/ns", headers={"Accept": "text/html"}).mimetype == "text/html"
    assert b"ldo:Directive" in client.get("/ns").data

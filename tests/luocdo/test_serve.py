"""The site opens on a store, answers, and says when an address is taken."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from luocdo.serve import AddressError, SiteReader, listen, open_site
from luocdo.settings import Settings
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_site_answers_and_its_endpoint_too(store: Path) -> None:
    """Pages, a catalogued question and a free query, all in one application."""
    with open_site(Settings(store=store, query_workers=1), "http://localhost/") as app:
        client = app.test_client()
        assert client.get("/").status_code == 200
        query = "ASK { ?d <https://w3id.org/luocdo/ns#presence> ?p }"
        answer = client.get("/sparql", query_string={"query": query, "format": "json"})
        assert answer.get_json()["boolean"] is True


def test_an_empty_store_is_refused(tmp_path: Path) -> None:
    """A person is told to load first, not shown an empty site."""
    settings = Settings(store=tmp_path / "nothing")
    with pytest.raises(StoreError) as caught, open_site(settings, "http://localhost/"):
        pass
    assert caught.value.code == "store-empty"


def test_a_taken_port_and_a_foreign_address_are_errors() -> None:
    """Each has its code, so that the sentence says what to do."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        with pytest.raises(AddressError) as caught:
            listen("127.0.0.1", held.getsockname()[1])
        assert caught.value.code == "port-busy"
    for host, port in (("192.0.2.7", 0), ("127.0.0.1", 70_000)):
        with pytest.raises(AddressError) as caught:
            listen(host, port)
        assert caught.value.code == "address-unusable"


def test_texts_are_read_by_their_digest(store: Path) -> None:
    """The reader of the site shows the words of a document; an unknown digest has none."""
    reader = SiteReader(store)
    digests = [path.name.split(".")[0] for path in (store / "texts").rglob("*") if path.is_file()]
    assert reader.text(digests[0])
    assert reader.text("0" * 64) is None

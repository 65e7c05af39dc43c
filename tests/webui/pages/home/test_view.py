"""The first page says what the collection holds, and leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_figures_are_those_of_the_collection(client: FlaskClient) -> None:
    """Three full texts, six citations; every figure is a link."""
    text = " ".join(client.get("/").text.split())
    assert '<a href="/search?presence=fullText"><b>3</b>' in text
    assert "<b>6</b> <span>viện dẫn</span>" in text


def test_newest_documents_lead_to_their_pages(client: FlaskClient, sample: ModuleType) -> None:
    """The newest comes first."""
    text = client.get("/").text
    assert text.index(f"/doc/{sample.PLAN}") < text.index(f"/doc/{sample.DIRECTIVE}")


def test_an_empty_store_says_what_to_do(empty_client: FlaskClient) -> None:
    """Without data the page tells how to load some."""
    assert "luocdo load" in empty_client.get("/").text

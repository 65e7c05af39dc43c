"""Help says what the graph does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_help_names_the_limits_in_both_languages(client: FlaskClient) -> None:
    """That something is missing here is a fact about the collection only."""
    assert "Kho không nói gì" in client.get("/help?lang=vi").text
    assert "What it does not say" in client.get("/help?lang=en").text

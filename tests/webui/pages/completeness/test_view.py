"""Gaps lead to the place in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_findings_stand_by_severity_and_rule(client: FlaskClient, sample: ModuleType) -> None:
    """The warning is told in the visitor's language, and links to citation and document."""
    text = client.get("/completeness").text
    assert "Cần xem lại" in text
    assert "Chưa xác định được văn bản được viện dẫn" in text
    assert f"/doc/{sample.DIRECTIVE}#cit-" in text
    assert "Cited document not determined" in client.get("/completeness?lang=en").text


def test_a_rule_that_nothing_breaks_shows_nothing(client: FlaskClient) -> None:
    """Other rules are not shown when one is named."""
    assert "C3" not in client.get("/completeness?rule=D1").text

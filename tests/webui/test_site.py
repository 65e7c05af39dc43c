"""Pages reach what was handed in, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.site import addresses, current_site, language, side_index

if TYPE_CHECKING:
    from flask import Flask


def test_a_page_reaches_the_site_of_its_application(app: Flask) -> None:
    """Reader, index, addresses and language belong to the request."""
    with app.test_request_context("/?lang=en"):
        assert current_site().base_iri.endswith("/")
        assert side_index().counts()["documents"] == 7
        assert language().code == "en"
        assert addresses().root == ""

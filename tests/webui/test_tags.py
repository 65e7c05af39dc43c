"""A tag changes with each of its parts, and a client that has it is noticed."""

from __future__ import annotations

from flask import Flask, request

from webui.tags import entity_tag, holds


def test_each_part_counts_by_itself() -> None:
    """Moving a border between parts gives another tag."""
    assert entity_tag("ab", "c") != entity_tag("a", "bc")
    assert entity_tag("a") == entity_tag("a")


def test_a_client_may_have_the_answer_packed() -> None:
    """Either tag counts, of GET and HEAD only."""
    app = Flask(__name__)
    for value, method, expected in (
        ('"x"', "GET", True),
        ('"x-gzip"', "HEAD", True),
        ('"y"', "GET", False),
        ('"x"', "POST", False),
    ):
        with app.test_request_context("/", method=method, headers={"If-None-Match": value}):
            assert holds(request, "x") is expected

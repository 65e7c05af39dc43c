"""Documents are found by number in any spelling and by words without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


@pytest.mark.parametrize("words", ["07/CT-UBND", "7/ct-ubnd", "07/CT UBND", "chi thi 7"])
def test_a_number_that_means_one_document_opens_it(
    client: FlaskClient, sample: ModuleType, words: str
) -> None:
    """In any spelling the page of the document comes at once."""
    answer = client.get("/search", query_string={"q": words})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/doc/{sample.DIRECTIVE}"


def test_words_without_marks_find_titles(client: FlaskClient, sample: ModuleType) -> None:
    """A title is found without its diacritics."""
    assert f"/doc/{sample.DIRECTIVE}" in client.get("/search?q=tang+cuong+phong+chong").text


def test_a_number_of_several_documents_lists_them(client: FlaskClient, sample: ModuleType) -> None:
    """Two resolutions of that number stand in the list."""
    text = client.get("/search?q=12-NQ/TU").text
    assert f"/doc/{sample.TWELVE_NEW}" in text
    assert f"/doc/{sample.TWELVE_OLD}" in text


def test_nothing_found_is_no_claim_that_nothing_exists(client: FlaskClient) -> None:
    """The page speaks of this collection alone, and repeats the words harmlessly."""
    text = client.get("/search", query_string={"q": "<b>999/XYZ"}).text
    assert "Kho này không phải là tất cả" in text
    assert "<b>999" not in text


def test_filters_narrow_and_stay(client: FlaskClient, sample: ModuleType) -> None:
    """Type and year narrow the list; nonsense narrows nothing and breaks nothing."""
    text = client.get("/search?type=Plan&year=2024").text
    assert f"/doc/{sample.PLAN}" in text
    assert f"/doc/{sample.DIRECTIVE}" not in text
    assert client.get("/search?year=abc&page=-5&type='").status_code == 200
    assert client.get("/search?page=x").status_code == 200


def test_choices_are_counted_and_lead_on(client: FlaskClient, sample: ModuleType) -> None:
    """Each facet says how many documents a choice leaves; a chosen one can be taken back."""
    text = client.get("/search?type=Plan&lang=vi").text
    assert "type=Resolution" in text
    assert 'aria-current="true"' in text
    assert "bỏ điều kiện này" in text
    assert sample.HOSTILE not in client.get("/search?issuer=x&place=<b>").text


def test_words_are_lit_and_bodies_are_offered(client: FlaskClient, sample: ModuleType) -> None:
    """With or without marks; a body of that name leads to its page."""
    text = client.get("/search?q=tang cuong").text
    assert "<mark>tăng</mark> <mark>cường</mark>" in text
    assert f"/body/{sample.POLICE[3:]}" in client.get("/search?q=cong an").text


def test_words_of_texts_are_asked_for_by_themselves(client: FlaskClient) -> None:
    """Without an index of texts nothing is found, and the page says how to ask."""
    assert client.get("/search?in=text").status_code == 200
    assert client.get("/search?in=text&q=quy+che").status_code == 200


def test_suggestions_are_plain_words_and_addresses(client: FlaskClient, sample: ModuleType) -> None:
    """As one types; hostile words stay words."""
    entries = client.get("/search/suggestions?q=7/CT").get_json()
    assert entries[0]["address"] == f"/doc/{sample.DIRECTIVE}"
    assert client.get("/search/suggestions?q=").get_json() == []
    answer = client.get("/search/suggestions?q=99")
    assert answer.mimetype == "application/json"

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

"""Every catalogued question has its form, its table and its downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.questions import catalogue

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


@pytest.mark.parametrize("asked", catalogue(), ids=lambda q: q.id)
def test_every_question_has_a_form_of_its_parameters(client: FlaskClient, asked: object) -> None:
    """Each declared parameter is a field, in both languages."""
    for lang in ("vi", "en"):
        text = client.get(f"/questions/{asked.id}?lang={lang}").text  # type: ignore[attr-defined]  # a question
        for parameter in asked.parameters:  # type: ignore[attr-defined]  # a question
            assert f'name="{parameter.name}"' in text


def test_an_answer_is_a_table_with_links(client: FlaskClient, sample: ModuleType) -> None:
    """Documents are named and linked, terms are called by their names."""
    text = client.get("/questions/lineage-up", query_string={"doc": "07/CT-UBND"}).text
    assert f"/doc/{sample.CONCLUSION}" in text
    assert "tiếp tục thực hiện" in text
    assert "Kết luận số 909-KL/TW" in text


def test_downloads_hold_the_same_rows(client: FlaskClient) -> None:
    """CSV by RFC 4180 and JSON with plain values, each under its own type."""
    asked = {"doc": "07/CT-UBND"}
    csv = client.get("/questions/lineage-up", query_string={**asked, "format": "csv"})
    js = client.get(
        "/questions/lineage-up", query_string=asked, headers={"Accept": "application/json"}
    )
    assert csv.mimetype == "text/csv"
    assert js.mimetype == "application/json"
    assert len(js.get_json()["rows"]) == csv.text.count("\r\n") - 1 == 2
    assert js.get_json()["rows"][0]["step"] == 1


def test_a_number_with_several_meanings_gives_a_choice(
    client: FlaskClient, sample: ModuleType
) -> None:
    """The page lists the documents, with what tells them apart, instead of an error."""
    answer = client.get("/questions/lineage-up", query_string={"doc": "12-NQ/TU"})
    assert answer.status_code == 200
    assert sample.TWELVE_NEW in answer.text.replace("%2F", "/")
    assert '<time datetime="2016-05-04">' in answer.text
    assert "về xây dựng Đảng" in answer.text


def test_a_wrong_parameter_is_explained(client: FlaskClient) -> None:
    """People read a sentence on the page, programs a 400."""
    asked = {"doc": "999/XYZ"}
    page = client.get("/questions/lineage-up", query_string=asked)
    assert 'role="alert"' in page.text
    assert "Kho không có văn bản nào mang số hoặc tên “999/XYZ”." in page.text
    assert "Hãy điền “doc”." in client.get("/questions/lineage-up?ask=1").text
    answer = client.get(
        "/questions/lineage-up", query_string=asked, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.get_json()["code"] == "bad-parameter"

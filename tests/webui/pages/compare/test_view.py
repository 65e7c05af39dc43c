"""The pages that compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_one_central_document_shows_who_carries_it_out_with_words(
    client: FlaskClient,
) -> None:
    """By place, with the quotation, and as files."""
    text = client.get("/compare?doc=909-KL/TW&lang=vi").text
    assert "Tỉnh Sông Mây" in text
    assert "<mark>Kết luận số 909-KL/TW ngày 14/02/2024 của Ban Bí thư</mark>" in text
    assert "format=csv" in text
    table = client.get("/compare?doc=909-KL/TW&format=csv&lang=vi").text
    assert "Kết luận số 909-KL/TW ngày 14/02/2024 của Ban Bí thư" in table
    assert "không có nghĩa là địa phương chưa ban hành" in text


def test_a_number_of_several_documents_gives_a_choice(
    client: FlaskClient, sample: ModuleType
) -> None:
    """Both resolutions 12 are offered on each page."""
    for address in ("/compare", "/compare/lag"):
        text = client.get(f"{address}?doc=12-NQ/TU").text
        assert f"doc={sample.TWELVE_NEW}" in text.replace("%2F", "/")
        assert f"doc={sample.TWELVE_OLD}" in text.replace("%2F", "/")


def test_a_day_that_nobody_knows_is_said(client: FlaskClient, sample: ModuleType) -> None:
    """No plot is made up."""
    text = client.get(f"/compare/lag?doc={sample.CONCLUSION}&lang=vi").text
    assert "Kho không biết ngày ban hành" in text
    assert "<circle" not in text.split("<main")[1].split("legend-list")[0]


def test_figures_stand_by_measure_and_place(client: FlaskClient) -> None:
    """The figure leads to the task that sets it."""
    text = client.get("/compare/targets?q=trật tự&lang=vi").text
    assert "<strong>5%</strong>" in text
    assert "#obl-" in text
    assert "Không có chỉ tiêu nào khớp" in client.get("/compare/targets?q=xyz&lang=vi").text

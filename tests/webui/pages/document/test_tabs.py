"""The tabs of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def tab(client: FlaskClient, path: str, name: str, more: str = "") -> str:
    """Return a tab of a document."""
    return client.get(f"/doc/{path}?tab={name}&lang=vi{more}").text


def test_relations_stand_in_groups_both_ways(client: FlaskClient, sample: ModuleType) -> None:
    """With what is not determined, and the words of each."""
    text = tab(client, sample.DIRECTIVE, "relations")
    assert "Được thực hiện bởi" in text
    assert "<mark>Kết luận số 909-KL/TW ngày 14/02/2024 của Ban Bí thư</mark>" in text
    assert "Nghị quyết số 12 của Tỉnh ủy" in text
    one = tab(client, sample.DIRECTIVE, "relations", "&way=in&relation=implements")
    assert sample.PLAN in one
    assert sample.CONCLUSION not in one


def test_tasks_stand_in_a_table(client: FlaskClient, sample: ModuleType) -> None:
    """Who, by when, how much, to whom."""
    text = tab(client, sample.DIRECTIVE, "obligations")
    for words in ("trước ngày 30/6/2024", "Công an tỉnh Sông Mây", "6 tháng một lần"):
        assert words in text


def test_gaps_of_this_document_are_told(client: FlaskClient, sample: ModuleType) -> None:
    """Those of others are not."""
    assert "<code>C3</code>" in tab(client, sample.DIRECTIVE, "completeness")
    assert "<code>C3</code>" not in tab(client, sample.PLAN, "completeness")


def test_passages_and_data_have_their_tabs(client: FlaskClient, sample: ModuleType) -> None:
    """How many documents were compared; a reference in words and as files."""
    assert "So với 2 văn bản" in tab(client, sample.DIRECTIVE, "similar")
    text = tab(client, sample.DIRECTIVE, "data")
    assert "Chỉ thị 07/CT-UBND ngày 05/03/2024" in text
    for ending in ("json", "bib", "ris"):
        assert f"/cite/{sample.DIRECTIVE}.{ending}" in text

"""The piece of a scan that words were read from can be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_a_piece_of_a_page_is_a_picture(client: FlaskClient, sample: ModuleType) -> None:
    """The box of the evidence is the address; nothing beyond the page can be asked for."""
    answer = client.get(f"/scan/{sample.DIRECTIVE}?page=1&xywh=percent:10.0,20.5,30.0,999")
    assert answer.status_code == 200
    assert answer.content_type == "image/jpeg"
    assert b"(10.0, 20.5, 30.0, 100.0)" in answer.data


@pytest.mark.parametrize(
    "query",
    [
        "page=2&xywh=percent:1,1,1,1",
        "page=1",
        "page=x&xywh=percent:1,1,1,1",
        "page=1&xywh=pixel:1,1,1,1",
        "page=1&xywh=percent:1,1,1,../../x",
    ],
)
def test_what_is_no_piece_is_refused(query: str, client: FlaskClient, sample: ModuleType) -> None:
    """Nothing but a page and a box in per cent is looked up."""
    assert client.get(f"/scan/{sample.DIRECTIVE}?{query}").status_code == 404
    assert client.get("/scan/ct/khong/co?page=1&xywh=percent:1,1,1,1").status_code == 404

"""Two documents side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_numbers_name_the_two_documents(client: FlaskClient, sample: ModuleType) -> None:
    """Found by number or path; what is not known is said."""
    text = client.get(f"/compare/two?a=07/CT-UBND&b={sample.PLAN}&show=all&lang=vi").text
    assert f'href="/doc/{sample.DIRECTIVE}"' in text
    assert f'href="/doc/{sample.PLAN}"' in text
    assert "Không tìm thấy" in client.get("/compare/two?a=999/ZZ&b=07/CT-UBND&lang=vi").text
    assert "Kho không có toàn văn" in client.get("/compare/two?a=909-KL/TW&lang=vi").text


def test_a_text_shares_all_with_itself(client: FlaskClient, sample: ModuleType) -> None:
    """Each passage in a row, and hostile words stay words."""
    text = client.get(f"/compare/two?a={sample.BAD}&b={sample.BAD}&lang=vi").text
    assert "giống 100 %" in text
    assert sample.HOSTILE not in text

"""Files for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from flask.testing import FlaskClient


def test_references_come_in_three_formats(client: FlaskClient, sample: ModuleType) -> None:
    """Each with its media type and a name to be kept under."""
    (item,) = client.get(f"/cite/{sample.DIRECTIVE}.json").get_json(force=True)
    assert item["number"] == "07/CT-UBND"
    assert item["authority"] == "Ủy ban nhân dân tỉnh Sông Mây"
    bib = client.get(f"/cite/{sample.DIRECTIVE}.bib")
    assert bib.mimetype == "application/x-bibtex"
    assert "ct-ubnd-song-may-2024-7.bib" in bib.headers["Content-Disposition"]
    assert client.get(f"/cite/{sample.DIRECTIVE}.ris").text.startswith("TY  - STAT")


def test_what_is_not_there_is_not_cited(client: FlaskClient, sample: ModuleType) -> None:
    """Unknown documents and endings."""
    assert client.get("/cite/vn/ct/nobody/1.bib").status_code == 404
    assert client.get(f"/cite/{sample.DIRECTIVE}.exe").status_code == 404

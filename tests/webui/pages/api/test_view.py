"""Questions and lineages answer programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/questions", 200),
        ("/api/lineage?doc=7/CT-UBND&up=1&down=0", 200),
        ("/api/lineage?doc=7/CT-UBND&up=7", 400),
        ("/api/lineage?doc=7/CT-UBND&format=docx", 400),
        ("/api/lineage", 400),
        ("/api/paths?from=7/CT-UBND", 400),
        ("/api/influence?limit=3", 200),
        ("/api/openapi.json", 200),
    ],
)
def test_each_address_answers(client: FlaskClient, path: str, status: int) -> None:
    """Or says what is wrong."""
    assert client.get(path).status_code == status

"""The description names every question with its parameters."""

from __future__ import annotations

from queries.questions import catalogue
from webui.openapi import RESERVED, description


def test_each_question_is_described() -> None:
    """Its parameters are required where they have no default; none has a reserved name."""
    paths = description("http://localhost/")["paths"]
    assert isinstance(paths, dict)
    for asked in catalogue():
        parameters = paths[f"/api/questions/{asked.id}"]["get"]["parameters"]
        required = {p["name"] for p in parameters if p.get("required")}
        assert required == {p.name for p in asked.parameters if p.default is None}
        assert not RESERVED & {p.name for p in asked.parameters}

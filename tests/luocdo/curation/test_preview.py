"""What a page shows before storing says what reading found, at the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.api import extract
from luocdo.curation.preview import preview

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/"


def test_fields_citations_and_tasks_stand_at_their_words(directive: Path) -> None:
    """With the IRIs that storing would give."""
    shown = preview(extract(directive), BASE)
    assert shown.document == f"{BASE}id/vn/ct/ubnd-lang-son/2024/7"
    fields = {field.kind: field for field in shown.fields}
    assert fields["date"].value == "2024-03-12"
    number = fields["number"]
    assert "07/CT-UBND" in shown.text[number.start : number.end]
    cited = {shown.text[c.start : c.end][:23]: c for c in shown.citations}
    law, order = cited["Luật Lâm nghiệp ngày 15"], cited["Chỉ thị số 12/CT-TTg ng"]
    assert (law.relation, order.relation) == ("basedOn", "implements")
    assert order.target == f"{BASE}id/vn/ct/ttg/2019/12"
    first = shown.tasks[0]
    assert [(p.kind, p.note) for p in first.parts] == [
        ("body", "lead"),
        ("body", "coordinating"),
        ("deadline", "2024-06-15"),
    ]
    for part in first.parts:
        assert shown.text[part.start : part.end] == part.value

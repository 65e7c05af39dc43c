"""Each thing that was read is marked where its words stand."""

from __future__ import annotations

from webui.language import load_language
from webui.pages.add.marks import marks
from webui.ports import ReadCitation, ReadPart, ReadTask, UploadReading

READING = UploadReading(
    token="",
    name="a.txt",
    text="Số 9: theo Luật A, Sở B báo cáo trước ngày mai.",
    fields=(ReadPart(kind="number", value="9", start=0, end=4),),
    citations=(ReadCitation(start=11, end=17, relation="cites", status="unresolved", target=""),),
    tasks=(
        ReadTask(
            start=6,
            end=47,
            summary="Sở B báo cáo",
            parts=(
                ReadPart(kind="body", value="Sở B", start=19, end=23, note="lead"),
                ReadPart(kind="deadline", value="trước ngày mai", start=32, end=46),
            ),
        ),
    ),
)


def test_marks_name_their_fact() -> None:
    """Fields, citations, tasks and the parts of tasks; a status gives its style."""
    found = list(marks(READING, {}, load_language("vi")))
    assert [(m.kind, READING.text[m.start : m.end], m.fact) for m in found] == [
        ("statement", "Số 9", "field-number"),
        ("citation", "Luật A", "cit-1"),
        ("task", READING.text[6:47], "task-1"),
        ("body", "Sở B", "task-1"),
        ("deadline", "trước ngày mai", "task-1"),
    ]
    assert found[1].style == "status-unresolved"
    assert found[3].title == "Nhiệm vụ 1: đơn vị"

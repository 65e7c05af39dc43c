"""The extract is what scorers and other programs read: its form is fixed."""

from __future__ import annotations

import json
from dataclasses import replace

from loaders.interchange import as_json
from loaders.records import (
    AssigneeBasis,
    Assignment,
    Citation,
    CitationForm,
    Deadline,
    ExtractedDocument,
    Force,
    Metadata,
    Obligation,
    Relation,
    Resolution,
    Role,
    SourceText,
    Span,
    Status,
    Target,
)

TEXT = "Thực hiện Chỉ thị nêu trên và Luật số 68/2020/QH14, giảm 5%."
WHOLE = Span(start=0, end=9)


def cited(index: int, form: CitationForm, number: str | None = None) -> Citation:
    """Return a citation at the start of the text."""
    return Citation(index=index, span=WHOLE, printed=TEXT[:9], form=form, number=number)


def sample() -> ExtractedDocument:
    """Return a document with an anaphoric and a full citation and one task."""
    target = Target(
        printed="giảm 5%",
        span=WHOLE,
        measure="x",
        direction="decrease",
        comparison="ge",
        value=5.0,
        unit="%",
    )
    assignment = Assignment(
        agency="Công an tỉnh",
        role=Role.MONITORING,
        basis=AssigneeBasis.STATED,
        span=WHOLE,
        confidence=1.0,
    )
    duty = Obligation(
        index=0,
        span=WHOLE,
        printed=TEXT[:9],
        section=0,
        label="1",
        lead_in=None,
        summary="x",
        force=Force.MANDATORY,
        assignments=(assignment,),
        deadlines=(Deadline(printed="hằng năm", span=WHOLE, recurrence="FREQ=YEARLY"),),
        targets=(target, replace(target, comparison=None, value=None, unit=None)),
    )
    return ExtractedDocument(
        source=SourceText(source_sha256="0", text=TEXT),
        name="thư mục/mẫu.txt",
        path="id/vn/doc/0",
        sections=(),
        metadata=Metadata(),
        citations=(
            cited(0, CitationForm.ANAPHORIC),
            cited(1, CitationForm.LISTED, "68/2020/QH14"),
        ),
        relations=(
            Relation(source=None, target=0, kind="implements", cue=None, rule="x", confidence=1),
            Relation(source=None, target=1, kind="basedOn", cue=None, rule="x", confidence=1),
        ),
        obligations=(duty,),
        resolutions=(
            Resolution(citation=0, status=Status.UNRESOLVED),
            Resolution(citation=1, status=Status.RESOLVED, target="id/vn/qh14/2020/68"),
        ),
        agencies=(),
    )


def test_the_form_of_the_extract() -> None:
    """Offsets quote the text, listed counts as full, names of relations are those of the guide."""
    extract = json.loads(json.dumps(as_json(sample())))
    assert extract["doc"] == "mẫu"
    (citation,) = extract["citations"]
    assert citation["form"] == "full"
    assert citation["id"] == "id/vn/qh14/2020/68"
    assert TEXT[citation["start"] : citation["end"]] == citation["text"]
    assert extract["relations"] == [{"source": "self", "type": "based_on", "target": 0}]


def test_tasks_of_the_extract() -> None:
    """Monitoring counts as responsible, recurrences stand for dates, whole numbers stay whole."""
    (task,) = as_json(sample())["tasks"]  # type: ignore[misc]  # a list of one
    assert task["assignees"] == [{"agency": "Công an tỉnh", "role": "responsible"}]
    assert task["deadlines"] == [{"text": "hằng năm", "iso": "FREQ=YEARLY"}]
    assert [(t["op"], t["value"]) for t in task["targets"]] == [(">=", 5), ("down", None)]
    assert task["targets"][0]["measure"] == "down"

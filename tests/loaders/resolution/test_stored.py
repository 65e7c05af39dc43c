"""What the registers left open, the collection decides only where it is sure."""

from __future__ import annotations

from datetime import date

from loaders.records import Candidate, Citation, CitationForm, PartialDate, Span, Status
from loaders.resolution.stored import StoredPaper, decide_among
from ontology.registry import load_registry

PLAN = StoredPaper(
    path="id/vn/kh/ubnd-tien-giang/2024/35",
    printed_number="35/KH-UBND",
    issued_on=date(2024, 2, 3),
    title="phòng ngừa tội phạm trộm cắp trên tuyến đường thủy",
)


def short(**parts: object) -> Citation:
    """Return a mention of plan 35 without its symbol."""
    return Citation(
        index=0,
        span=Span(start=0, end=5),
        printed="Kế hoạch 35",
        form=CitationForm.SHORT,
        document_type="KH",
        short_number="35",
        **parts,  # type: ignore[arg-type]  # parts are fields
    )


def test_number_and_date_decide() -> None:
    """The same number of the same day is the document."""
    dated = short(issued_on=PartialDate(year=2024, month=2, day=3))
    found = decide_among(dated, [PLAN], (), load_registry())
    assert found is not None
    assert (found.status, found.target) == (Status.RESOLVED, PLAN.path)


def test_number_and_subject_decide() -> None:
    """So is the same number with the same subject."""
    titled = short(title="về phòng ngừa tội phạm trộm cắp trên tuyến đường thủy")
    found = decide_among(titled, [PLAN], (), load_registry())
    assert found is not None
    assert found.target == PLAN.path


def test_a_number_alone_decides_nothing() -> None:
    """A wrong link is worse than none."""
    assert decide_among(short(), [PLAN], (), load_registry()) is None


def test_a_stored_document_joins_the_candidates() -> None:
    """With a rival of the registers it stays ambiguous, and both are listed."""
    rival = Candidate(target="id/vn/kh/ttg/2024/35", score=0.6, reason="same-number")
    found = decide_among(short(), [PLAN], (rival,), load_registry())
    assert found is not None
    assert found.status is Status.AMBIGUOUS
    assert [c.target for c in found.candidates] == [rival.target, PLAN.path]


def test_another_type_is_no_candidate() -> None:
    """The type word counts."""
    rival = Candidate(target="id/vn/ct/ttg/2024/35", score=0.6, reason="same-number")
    other = StoredPaper(
        path="id/vn/ct/ubnd-tien-giang/2024/35",
        printed_number="35/CT-UBND",
        issued_on=None,
        title="",
    )
    assert decide_among(short(), [other], (rival,), load_registry()) is None

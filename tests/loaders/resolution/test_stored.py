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


RESOLUTION = StoredPaper(
    path="id/vn/nq/tu-tien-giang/nk2020/5",
    printed_number="05-NQ/TU",
    issued_on=date(2021, 4, 2),
    title="về phát triển kinh tế vườn",
)
OWN_TERM = Candidate(target=RESOLUTION.path, score=0.62, reason="term-of-paper")
LAST_TERM = Candidate(target="id/vn/nq/tu-tien-giang/nk2015/5", score=0.31, reason="term-of-paper")


def full() -> Citation:
    """Return a mention of resolution 5 of a provincial committee, without day and term."""
    return Citation(
        index=0,
        span=Span(start=0, end=5),
        printed="Nghị quyết số 05-NQ/TU",
        form=CitationForm.FULL,
        document_type="NQ",
        number="05-NQ/TU",
    )


def test_the_term_of_the_citing_paper_decides() -> None:
    """A number without day and term is that of the running term, where that one is stored."""
    both = (OWN_TERM, LAST_TERM)
    found = decide_among(full(), [RESOLUTION], both, load_registry(), date(2022, 12, 19))
    assert found is not None
    assert (found.status, found.target) == (Status.RESOLVED, RESOLUTION.path)
    assert found.methods == ("byNumber", "byTerm")
    assert 0.6 < found.confidence < 0.8


def test_a_younger_document_is_not_cited() -> None:
    """What came after the citing paper is not meant."""
    both = (OWN_TERM, LAST_TERM)
    assert decide_among(full(), [RESOLUTION], both, load_registry(), date(2021, 1, 5)) is None


def test_a_document_of_the_last_term_leaves_it_open() -> None:
    """That an older term's number is stored says nothing of the running term's."""
    old = StoredPaper(
        path=LAST_TERM.target, printed_number="05-NQ/TU", issued_on=date(2016, 4, 2), title=""
    )
    both = (OWN_TERM, LAST_TERM)
    assert decide_among(full(), [old], both, load_registry(), date(2022, 12, 19)) is None
    found = decide_among(full(), [old, RESOLUTION], both, load_registry(), date(2022, 12, 19))
    assert found is None

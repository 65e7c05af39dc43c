"""A small document, read by hand, for the tests of the graph."""

from __future__ import annotations

import pytest

from loaders.records import (
    AgencyResolution,
    AssigneeBasis,
    Assignment,
    Candidate,
    Citation,
    CitationForm,
    Deadline,
    ExtractedDocument,
    Force,
    Metadata,
    Obligation,
    PartialDate,
    Reading,
    Relation,
    Report,
    Resolution,
    Role,
    Run,
    Section,
    SectionKind,
    SourceText,
    Span,
    Status,
    Target,
)
from ontology.registry import Registry, load_registry

TEXT = (
    "Số: 07/CT-UBND\n"
    "Thực hiện Kết luận số 13-KL/TW về tiếp tục thực hiện Chỉ thị số 48-CT/TW và Nghị quyết 12.\n"
    "1. Công an tỉnh rà soát quy chế trước ngày 30/6/2024, kéo giảm ít nhất 5% số vụ,"
    " báo cáo UBND tỉnh.\n"
)


def span(words: str, start: int = 0) -> Span:
    """Return where words stand in the sample text."""
    place = TEXT.index(words, start)
    return Span(start=place, end=place + len(words))


def reading(words: str, value: str | None = None) -> Reading[str]:
    """Return a reading of words of the sample text."""
    return Reading(
        value=value or words, printed=words, span=span(words), rule="hand", confidence=0.9
    )


def citation(index: int, words: str, **parts: object) -> Citation:
    """Return a citation of words of the sample text."""
    given = {"form": CitationForm.FULL} | parts
    return Citation(index=index, span=span(words), printed=words, **given)  # type: ignore[arg-type]  # parts are fields


ITEM = TEXT[TEXT.index("Công an tỉnh") : -2]


@pytest.fixture
def registry() -> Registry:
    """Return the program's own registers."""
    return load_registry()


@pytest.fixture
def document() -> ExtractedDocument:
    """Return a directive with a chain of two citations, a short form, and one obligation."""
    duty = Obligation(
        index=0,
        span=span(ITEM),
        printed=ITEM,
        section=0,
        label="1",
        lead_in=None,
        summary="rà soát quy chế",
        force=Force.MANDATORY,
        assignments=(
            Assignment(
                agency="Công an tỉnh",
                role=Role.LEAD,
                basis=AssigneeBasis.STATED,
                span=span("Công an tỉnh"),
                confidence=0.95,
            ),
        ),
        deadlines=(
            Deadline(
                printed="trước ngày 30/6/2024",
                span=span("trước ngày 30/6/2024"),
                iso="2024-06-30",
                due="2024-06-30",
                inclusive=False,
            ),
        ),
        targets=(
            Target(
                printed="kéo giảm ít nhất 5% số vụ",
                span=span("kéo giảm ít nhất 5% số vụ"),
                measure="số vụ",
                direction="decrease",
                comparison="ge",
                value=5.0,
                unit="%",
            ),
        ),
        reports=(Report(span=span("báo cáo UBND tỉnh"), reports_to=("UBND tỉnh",)),),
    )
    return ExtractedDocument(
        source=SourceText(source_sha256="0" * 64, text=TEXT),
        name="07.txt",
        path="id/vn/ct/ubnd-tien-giang/2024/7",
        sections=(
            Section(
                index=0,
                kind=SectionKind.ITEM,
                span=span(ITEM),
                marker="1.",
                label="1",
                clause_path="muc/1",
            ),
        ),
        metadata=Metadata(
            number=reading("07/CT-UBND"),
            document_type=reading("CT"),
            type_name=reading("CT", "Chỉ thị"),
            issued_on=Reading(
                value=PartialDate(year=2024, month=3),
                printed="03/2024",
                span=None,
                rule="hand",
                confidence=0.5,
            ),
        ),
        citations=(
            citation(
                0,
                "Kết luận số 13-KL/TW",
                type_name="Kết luận",
                document_type="KL",
                number="13-KL/TW",
                title="về tiếp tục thực hiện Chỉ thị số 48-CT/TW",
            ),
            citation(
                1,
                "Chỉ thị số 48-CT/TW",
                type_name="Chỉ thị",
                document_type="CT",
                number="48-CT/TW",
                within=0,
            ),
            citation(
                2,
                "Nghị quyết 12",
                type_name="Nghị quyết",
                document_type="NQ",
                short_number="12",
                form=CitationForm.SHORT,
            ),
        ),
        relations=(
            Relation(
                source=None,
                target=0,
                kind="implements",
                cue=span("Thực hiện"),
                rule="hand",
                confidence=0.95,
            ),
            Relation(
                source=0,
                target=1,
                kind="continues",
                cue=span("tiếp tục thực hiện"),
                rule="hand",
                confidence=0.95,
            ),
            Relation(source=None, target=2, kind="implements", cue=None, rule="h", confidence=0.4),
        ),
        obligations=(duty,),
        resolutions=(
            Resolution(
                citation=0,
                status=Status.RESOLVED,
                target="id/vn/kl/tw/k13/13",
                methods=("byNumber",),
                confidence=0.97,
            ),
            Resolution(
                citation=1,
                status=Status.NOT_IN_REGISTRY,
                target="id/vn/ct/tw/k10/4800",
                methods=("byNumber",),
                confidence=0.9,
            ),
            Resolution(
                citation=2,
                status=Status.AMBIGUOUS,
                candidates=(
                    Candidate(target="id/vn/nq/tw/k13/12", score=0.6, reason="number"),
                    Candidate(target="id/vn/nq/tw/k12/12", score=0.3, reason="number"),
                ),
            ),
        ),
        agencies=(
            AgencyResolution(
                printed="Công an tỉnh",
                kind="agency",
                target="id/vn/agency/cat-tien-giang",
                confidence=0.95,
            ),
            AgencyResolution(
                printed="UBND tỉnh",
                kind="agency",
                target="id/vn/agency/ubnd-tien-giang",
                confidence=0.95,
            ),
        ),
        run=Run(version="0.1.0", register_sha256="f" * 64, settings="", started_at="2026-11-21"),
    )

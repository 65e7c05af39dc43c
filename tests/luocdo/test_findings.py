"""The last check can be asked and shown, until the data have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import SH, Literal

from luocdo.findings import findings_graph, forget_findings, keep_findings
from ontology.namespaces import DCTERMS, DEFAULT_BASE, LDO
from ontology.validation import Finding, report_of
from queries.questions import ask
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from pathlib import Path

    from ontology.validation import ValidationReport

DOCUMENT = f"{DEFAULT_BASE}id/vn/ct/ttg/2019/12"


def report() -> ValidationReport:
    """Return a report with one warning."""
    finding = Finding(
        focus=f"{DOCUMENT}/cit/3-9",
        path=str(LDO.citedWork),
        code="C3",
        severity="warning",
        message_vi="Chưa xác định",
        message_en="Not determined",
        value="",
        document=DOCUMENT,
    )
    return report_of([finding])


def test_a_report_is_a_shacl_report() -> None:
    """Code, severity, focus and both messages are there."""
    graph = findings_graph(report(), DEFAULT_BASE)
    (node,) = graph.subjects(DCTERMS.identifier, Literal("C3"))
    assert graph.value(node, SH.resultSeverity) == SH.Warning
    assert {str(m.language) for m in graph.objects(node, SH.resultMessage)} == {"vi", "en"}  # type: ignore[attr-defined]  # literals


def test_the_question_on_completeness_reads_the_last_check(tmp_path: Path) -> None:
    """What was kept is answered; what was forgotten is not."""
    with FolderWriter(tmp_path) as writer:
        keep_findings(writer, report(), DEFAULT_BASE)
        reader = FolderReader(tmp_path)
        rows = list(ask("completeness", {}, reader).rows.records())
        assert [row["code"] for row in rows] == ["C3"]
        forget_findings(writer, DEFAULT_BASE)
        writer.publish()
        assert len(ask("completeness", {}, reader).rows) == 0

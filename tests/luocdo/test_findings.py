"""The last check can be asked and shown, until the data have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, SH, Literal

from luocdo.findings import keep_findings, kept_findings, kept_version, shacl_report
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


def test_findings_are_results_of_shacl() -> None:
    """Code, severity, focus and both messages are there, and the report says whether all is well."""
    graph = shacl_report(report(), DEFAULT_BASE)
    (node,) = graph.subjects(DCTERMS.identifier, Literal("C3"))
    assert graph.value(node, SH.resultSeverity) == SH.Warning
    assert {str(m.language) for m in graph.objects(node, SH.resultMessage)} == {"vi", "en"}  # type: ignore[attr-defined]  # literals
    (head,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(head, SH.conforms) == Literal(lexical_or_value=True)
    assert graph.value(head, SH.result) == node


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """Each field of a finding, by document or all together, with the state it was found in."""
    path = "id/vn/ct/ttg/2019/12"
    with FolderWriter(tmp_path) as writer:
        keep_findings(writer, path, report().findings, DEFAULT_BASE)
        keep_findings(writer, "", (), DEFAULT_BASE, "rules registers")
        assert list(kept_findings(writer, DEFAULT_BASE, path)) == list(report().findings)
        assert list(kept_findings(writer, DEFAULT_BASE)) == list(report().findings)
        assert list(kept_findings(writer, DEFAULT_BASE, "")) == []
        assert kept_version(writer, DEFAULT_BASE) == "rules registers"


def test_the_question_on_completeness_reads_the_last_check(tmp_path: Path) -> None:
    """What was kept is answered; what was found again without a fault is not."""
    path = "id/vn/ct/ttg/2019/12"
    with FolderWriter(tmp_path) as writer:
        keep_findings(writer, path, report().findings, DEFAULT_BASE)
        writer.publish()
        reader = FolderReader(tmp_path)
        rows = list(ask("completeness", {}, reader).rows.records())
        assert [row["code"] for row in rows] == ["C3"]
        keep_findings(writer, path, (), DEFAULT_BASE)
        writer.publish()
        assert len(ask("completeness", {}, reader).rows) == 0

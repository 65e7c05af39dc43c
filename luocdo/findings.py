"""The findings of the last check as a graph, for the questions and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, SH, Graph, Literal, URIRef

from ontology.namespaces import DCTERMS, LDO, fixed_graph_iri

if TYPE_CHECKING:
    from rdflib.term import Node

    from ontology.validation import ValidationReport
    from queries.store.writer import Writer

SEVERITIES: dict[str, Node] = {
    "violation": SH.Violation,
    "warning": SH.Warning,
    "info": SH.Info,
}


def findings_graph(report: ValidationReport, base: str) -> Graph:
    """Return a report as SHACL results, each named by its place in the report.

    Args:
        report: what a check of the whole store found.
        base: setting `base_iri`.
    """
    graph = Graph()
    name = fixed_graph_iri(base, "findings")
    for place, finding in enumerate(report.findings, 1):
        node = URIRef(f"{name}#{place}")
        graph.add((node, RDF.type, SH.ValidationResult))
        graph.add((node, DCTERMS.identifier, Literal(finding.code)))
        graph.add((node, SH.focusNode, URIRef(finding.focus)))
        graph.add((node, SH.resultSeverity, SEVERITIES[finding.severity]))
        graph.add((node, SH.resultMessage, Literal(finding.message_vi, lang="vi")))
        graph.add((node, SH.resultMessage, Literal(finding.message_en, lang="en")))
        if finding.path:
            graph.add((node, SH.resultPath, URIRef(finding.path)))
        if finding.value:
            graph.add((node, SH.value, Literal(finding.value)))
        if finding.document:
            graph.add((node, LDO.statedIn, URIRef(finding.document)))
    return graph


def keep_findings(writer: Writer, report: ValidationReport, base: str) -> None:
    """Make a report the last check of a store, and show it to readers."""
    writer.replace_fixed(str(fixed_graph_iri(base, "findings")), findings_graph(report, base))
    writer.publish()


def forget_findings(writer: Writer, base: str) -> None:
    """Drop the last check, which no longer speaks of what is stored."""
    writer.replace_fixed(str(fixed_graph_iri(base, "findings")), Graph())

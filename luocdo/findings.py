"""The findings of the last check as graphs, one a document, for the questions and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from rdflib import OWL, RDF, SH, Graph, Literal, URIRef

from ontology.namespaces import DCTERMS, LDO, fixed_graph_iri, graph_iri
from ontology.validation import Finding, report_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from ontology.shape_rules import Severity
    from ontology.validation import ValidationReport
    from queries.store.writer import Writer
    from queries.terms import Rows

SEVERITIES: Final[dict[Severity, Node]] = {
    "violation": SH.Violation,
    "warning": SH.Warning,
    "info": SH.Info,
}
_KINDS: Final = {str(node): name for name, node in SEVERITIES.items()}

_KEPT: Final = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ldo: <https://w3id.org/luocdo/ns#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?focus ?path ?code ?severity ?vi ?en ?value ?document WHERE {{
  GRAPH {graph} {{
    ?finding sh:focusNode ?focus ; dcterms:identifier ?code ; sh:resultSeverity ?severity .
    ?finding sh:resultMessage ?vi , ?en . FILTER(LANG(?vi) = "vi" && LANG(?en) = "en")
    OPTIONAL {{ ?finding sh:resultPath ?path }}
    OPTIONAL {{ ?finding sh:value ?value }}
    OPTIONAL {{ ?finding ldo:statedIn ?document }}
  }}
}}
"""
_VERSION: Final = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?version WHERE {{ GRAPH <{graph}> {{ <{graph}> owl:versionInfo ?version }} }}
"""


class WorkAsker(Protocol):
    """Whoever answers a SELECT over raw graphs, runs and findings."""

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT; it names the graph."""


def findings_name(base: str, path: str) -> str:
    """Return the name of the graph of findings on a document; on bodies and terms without one."""
    return str(graph_iri(base, "findings", path) if path else fixed_graph_iri(base, "findings"))


def findings_graph(findings: Iterable[Finding], name: str) -> Graph:
    """Return findings as SHACL results, each named by its place.

    Args:
        findings: what a check found.
        name: the graph they go into (`findings_name`).
    """
    graph = Graph()
    for place, finding in enumerate(findings, 1):
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


def shacl_report(report: ValidationReport, base: str) -> Graph:
    """Return a report as SHACL defines it, for other programs.

    Source: SHACL (W3C 2017), section 3.6.
    """
    name = findings_name(base, "")
    graph = findings_graph(report.findings, name)
    head = URIRef(f"{name}#report")
    graph.add((head, RDF.type, SH.ValidationReport))
    graph.add((head, SH.conforms, Literal(report.conforms)))
    for result in list(graph.subjects(RDF.type, SH.ValidationResult)):
        graph.add((head, SH.result, result))
    return graph


def keep_findings(
    writer: Writer, path: str, findings: Iterable[Finding], base: str, version: str = ""
) -> None:
    """Make findings the last check of a document, or of what stands in none.

    Args:
        writer: the store.
        path: the document; empty for bodies, places, terms and decisions.
        findings: what a check of it found.
        base: setting `base_iri`.
        version: the state of rules and registers that the whole store was checked by.
    """
    name = findings_name(base, path)
    graph = findings_graph(report_of(findings).findings, name)
    if version:
        graph.add((URIRef(name), OWL.versionInfo, Literal(version)))
    writer.replace_fixed(name, graph)


def kept_version(asker: WorkAsker, base: str) -> str:
    """Return the state of rules and registers that a store was checked by; empty for none."""
    rows = asker.select_work(_VERSION.format(graph=findings_name(base, ""))).rows
    return next((row[0].value for row in rows if row[0]), "")


def kept_findings(asker: WorkAsker, base: str, path: str | None = None) -> Iterator[Finding]:
    """Give the findings that are kept on a document, outside documents, or, for None, all."""
    graph = "?graph" if path is None else f"<{findings_name(base, path)}>"
    for row in asker.select_work(_KEPT.format(graph=graph)).rows:
        focus, where, code, severity, vi, en, value, document = (
            term.value if term else "" for term in row
        )
        yield Finding(
            focus=focus,
            path=where,
            code=code,
            severity=_KINDS[severity],
            message_vi=vi,
            message_en=en,
            value=value,
            document=document,
        )

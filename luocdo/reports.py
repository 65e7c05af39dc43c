"""What a check found, in the forms that other programs read."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from luocdo import __version__
from luocdo.findings import shacl_report
from ontology.namespaces import bind_prefixes
from ontology.shape_rules import rules
from ontology.validation import report_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ontology.shape_rules import Rule, Severity
    from ontology.validation import Finding

SEVERITIES: Final[tuple[Severity, ...]] = ("violation", "warning", "info")
"""The gravest first."""

_LEVELS: Final[Mapping[Severity, str]] = {
    "violation": "error",
    "warning": "warning",
    "info": "note",
}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACE: Final = re.compile(r"/(?:cit|obl|ev)/(\d+)-(\d+)")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS: Final = (
    "document",
    "label",
    "code",
    "severity",
    "message_vi",
    "message_en",
    "words",
    "value",
    "focus",
    "path",
)
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding with what a person needs to understand it.

    Args:
        finding: the finding.
        label: what its document is called, or the body or place where it stands in none.
        words: what the text says there; empty where nothing is quoted.
        value: what the value at fault is called; empty where there is none to show.
    """

    finding: Finding
    label: str
    words: str
    value: str

    def message(self, language: str) -> str:
        """Return the sentence of the rule in a language, vi or en."""
        return self.finding.message_en if language == "en" else self.finding.message_vi

    def advice(self, language: str) -> str:
        """Return why the rule is there and what to do, in a language, vi or en."""
        rule = rules_by_message().get((self.finding.code, self.finding.message_vi))
        if rule is None:
            return ""
        return rule.advice_en if language == "en" else rule.advice_vi

    def quoted(self) -> str:
        """Return the words and what they point at, as they follow a message; empty for none."""
        words = f" «{self.words}»" if self.words else ""
        return f"{words} → {self.value}" if self.value else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report to be written.

    Args:
        told: the findings.
        documents: IRI and name of the documents that were checked.
        language: vi or en.
        fail_on: the least severity that counts as a failure.
        base: setting `base_iri`.
    """

    told: tuple[Told, ...]
    documents: Mapping[str, str]
    language: str
    fail_on: Severity
    base: str

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding is grave enough to fail."""
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.fail_on)


@cache
def rules_by_message() -> Mapping[tuple[str, str], Rule]:
    """Return the rules by code and Vietnamese message, which findings keep."""
    return {(rule.code, rule.message_vi): rule for rule in rules()}


def as_json(report: Report) -> str:
    """Return a report as a list of objects, one a finding."""
    found = [
        asdict(told.finding)
        | {"label": told.label, "words": told.words, "value_label": told.value}
        | {"advice": told.advice(report.language)}
        for told in report.told
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def as_csv(report: Report) -> str:
    """Return a report as a table (RFC 4180); no cell is taken for a formula."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    for told in report.told:
        cells = asdict(told.finding) | {"label": told.label, "words": told.words}
        rows.writerow([_plain(str(cells[name])) for name in _COLUMNS])
    return out.getvalue().rstrip("\r\n")


def _plain(cell: str) -> str:
    """Return a cell that a spreadsheet shows as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_turtle(report: Report) -> str:
    """Return the standard report of SHACL."""
    found = report_of(told.finding for told in report.told)
    return bind_prefixes(shacl_report(found, report.base)).serialize(format="turtle").rstrip()


def as_sarif(report: Report) -> str:
    """Return a report for tools of code review.

    Source: Static Analysis Results Interchange Format 2.1.0 (OASIS 2020).
    """
    codes = list(dict.fromkeys(rule.code for rule in rules()))
    first = {rule.code: rule for rule in reversed(rules())}
    driver = {
        "name": "luocdo",
        "version": __version__,
        "informationUri": "https://w3id.org/luocdo/ns",
        "rules": [_sarif_rule(first[code], report.language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": report.language,
        "results": [_sarif_result(told, codes, report.language) for told in report.told],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _sarif_rule(rule: Rule, language: str) -> dict[str, object]:
    said = rule.message_en if language == "en" else rule.message_vi
    return {
        "id": rule.code,
        "shortDescription": {"text": said},
        "help": {"text": (rule.advice_en if language == "en" else rule.advice_vi) or said},
        "helpUri": rule.shape,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(told: Told, codes: list[str], language: str) -> dict[str, object]:
    finding = told.finding
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{told.message(language)}{told.quoted()}"},
        "locations": [_sarif_location(told)],
        "partialFingerprints": {"focus/v1": f"{finding.focus} {finding.path} {finding.value}"},
    }


def _sarif_location(told: Told) -> dict[str, object]:
    finding = told.finding
    place: dict[str, object] = {"artifactLocation": {"uri": finding.document or finding.focus}}
    at = _PLACE.search(finding.focus)
    if at:
        start, end = int(at[1]), int(at[2])
        place["region"] = {"charOffset": start, "charLength": end - start} | (
            {"snippet": {"text": told.words}} if told.words else {}
        )
    return {
        "physicalLocation": place,
        "logicalLocations": [{"fullyQualifiedName": told.label or finding.focus}],
    }


def as_junit(report: Report) -> str:
    """Return a report for tools of continuous integration: a suite a document, a case a rule.

    A rule fails where a finding of it is as grave as the report fails on; others are skipped
    cases, so that they are seen. A document without a finding is one case that passes.
    """
    by_document: dict[str, list[Told]] = defaultdict(list)
    for told in report.told:
        by_document[told.finding.document].append(told)
    root = ET.Element("testsuites", name="luocdo check")
    for document in dict.fromkeys((*report.documents, *by_document)):
        label = report.documents.get(document, "") or document or "luocdo"
        root.append(_suite(label, by_document[document], report))
    for count in ("tests", "failures", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    root.set("errors", "0")
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _suite(label: str, found: list[Told], report: Report) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(label))
    by_code: dict[str, list[Told]] = defaultdict(list)
    for told in found:
        by_code[told.finding.code].append(told)
    failures = 0
    for code, members in by_code.items():
        failing = any(report.fails(told.finding) for told in members)
        failures += failing
        _case(suite, label, code, members, report.language).tag = (
            "failure" if failing else "skipped"
        )
    if not by_code:
        ET.SubElement(suite, "testcase", classname=_xml(label), name="luocdo check")
    suite.set("tests", str(max(1, len(by_code))))
    suite.set("failures", str(failures))
    suite.set("skipped", str(len(by_code) - failures))
    suite.set("errors", "0")
    return suite


def _case(
    suite: ET.Element, label: str, code: str, members: list[Told], language: str
) -> ET.Element:
    """Add a case of a rule, and return the element that says what became of it."""
    case = ET.SubElement(suite, "testcase", classname=_xml(label), name=code)
    outcome = ET.SubElement(case, "skipped", message=_xml(members[0].message(language)))
    outcome.text = _xml("\n".join(t.words or t.finding.focus for t in members))
    return outcome


def _xml(words: str) -> str:
    """Return words without the signs that XML cannot hold (XML 1.0, production 2)."""
    return _NOT_IN_XML.sub("", words)


FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "json": as_json,
    "csv": as_csv,
    "sarif": as_sarif,
    "junit": as_junit,
    "turtle": as_turtle,
}
"""The forms that programs read, by name."""


def told(
    findings: Iterable[Finding],
    labels: Mapping[str, str],
    words: Mapping[str, str],
) -> tuple[Told, ...]:
    """Return findings with their words.

    Args:
        findings: what a check found.
        labels: what documents and values are called, by IRI.
        words: what the text says at the nodes, by IRI.
    """
    return tuple(
        Told(
            finding=finding,
            label=labels.get(finding.document or finding.focus, ""),
            words=words.get(finding.focus, ""),
            value=_value(finding.value, labels, words.get(finding.focus, "")),
        )
        for finding in findings
    )


def _value(value: str, labels: Mapping[str, str], words: str) -> str:
    """Return what a value is called; a date or number as it is, unless the words show it."""
    is_named = value.startswith(("http:", "https:"))
    said = labels.get(value, "") if is_named else value
    return "" if said in words else said

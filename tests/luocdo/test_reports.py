"""Each form says what was found, as its standard asks."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from rdflib import RDF, SH, Graph

from luocdo.reports import FORMATS, Report, Told, as_csv, as_junit, as_sarif, as_turtle, told
from ontology.shape_rules import rules
from ontology.validation import Finding

DOCUMENT = "https://w3id.org/luocdo/id/vn/ct/ttg/2019/12"


def finding(code: str, severity: str, focus: str = f"{DOCUMENT}/cit/3-9") -> Finding:
    """Return a finding."""
    return Finding(
        focus=focus,
        path="https://w3id.org/luocdo/ns#citedWork",
        code=code,
        severity=severity,  # type: ignore[arg-type]  # test data
        message_vi="Chưa xác định",
        message_en="Not determined",
        value="",
        document=DOCUMENT,
    )


def report(*found: Told) -> Report:
    """Return a report on one document."""
    return Report(
        told=found,
        documents={DOCUMENT: "12/CT-TTg"},
        language="vi",
        fail_on="warning",
        base="https://w3id.org/luocdo/",
    )


def said(each: Finding, words: str = "Chỉ thị 5") -> Told:
    """Return a finding with its words."""
    return Told(finding=each, label="12/CT-TTg", words=words, value="")


BOTH = report(said(finding("C3", "warning")), said(finding("C5", "info")))


def test_sarif_has_what_the_standard_asks() -> None:
    """Version, tool, rules that results point at, known levels, places as offsets and lengths."""
    whole = json.loads(as_sarif(BOTH))
    assert whole["version"] == "2.1.0"
    (run,) = whole["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "luocdo"
    identifiers = [rule["id"] for rule in driver["rules"]]
    assert len(set(identifiers)) == len(identifiers) > 45
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    for result in run["results"]:
        assert identifiers[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note", "none"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == DOCUMENT
        assert place["region"] == {
            "charOffset": 3, "charLength": 6, "snippet": {"text": "Chỉ thị 5"}
        }  # fmt: skip
        assert all(isinstance(v, str) for v in result["partialFingerprints"].values())
    assert [result["level"] for result in run["results"]] == ["warning", "note"]


def test_junit_counts_what_fails() -> None:
    """A rule is a case; what is not grave enough is skipped; a clean document is a case that passes."""
    (suite,) = ET.fromstring(as_junit(BOTH))
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("2", "1", "1")
    failed = suite.findall("testcase/failure")
    assert [each.text for each in failed] == ["Chỉ thị 5"]
    (clean,) = ET.fromstring(as_junit(report()))
    assert (clean.get("tests"), clean.get("failures")) == ("1", "0")
    odd = said(finding("C3", "warning"), words="a\x0bb]]><x/>")
    assert "ab]]" in "".join(ET.fromstring(as_junit(report(odd))).itertext())


def test_csv_cells_are_no_formulas() -> None:
    """Words of a hostile text are shown, not run."""
    rows = list(csv.DictReader(as_csv(report(said(finding("C3", "warning"), "=1+1"))).splitlines()))
    assert rows[0]["words"] == "'=1+1"
    assert rows[0]["label"] == "12/CT-TTg"


def test_turtle_is_a_report_of_shacl() -> None:
    """One report with its results."""
    graph = Graph().parse(data=as_turtle(BOTH), format="turtle")
    assert len(list(graph.objects(None, SH.result))) == 2
    assert len(list(graph.subjects(RDF.type, SH.ValidationReport))) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report_can_be_written(name: str) -> None:
    """Nothing found is something to say."""
    assert FORMATS[name](report()).strip()


def test_values_are_named() -> None:
    """What replaced a document is told by its number."""
    each = Finding(
        focus="f", path="p", code="C9", severity="warning", message_vi="v", message_en="e",
        value=f"{DOCUMENT}9", document=DOCUMENT,
    )  # fmt: skip
    (one,) = told([each], {f"{DOCUMENT}9": "129/CT-TTg", DOCUMENT: "12/CT-TTg"}, {"f": "words"})
    assert (one.value, one.label, one.words) == ("129/CT-TTg", "12/CT-TTg", "words")
    assert (one.message("vi"), one.message("en")) == ("v", "e")


def test_a_date_is_shown_unless_the_words_have_it() -> None:
    """What is at fault is named; bodies without a document by their own name."""
    each = Finding(
        focus="https://w3id.org/luocdo/id/vn/agency/x", path="p", code="A5", severity="violation",
        message_vi="v", message_en="e", value="2024-03-05", document="",
    )  # fmt: skip
    (one,) = told([each], {each.focus: "Sở X"}, {})
    assert (one.label, one.quoted()) == ("Sở X", " → 2024-03-05")
    (same,) = told([each], {}, {each.focus: "ngày 2024-03-05"})
    assert same.quoted() == " «ngày 2024-03-05»"


def test_every_rule_says_what_to_do() -> None:
    """In both languages, as the reports print it."""
    assert [rule.code for rule in rules() if not (rule.advice_vi and rule.advice_en)] == []
    (one,) = {rule.message_vi: rule for rule in rules() if rule.code == "D3"}.values()
    each = finding("D3", "warning")
    shown = said(replace(each, message_vi=one.message_vi))
    assert shown.advice("en") == one.advice_en != shown.advice("vi") == one.advice_vi

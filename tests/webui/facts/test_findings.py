"""Findings are those that were kept, else those of a check now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.facts.findings import FindingFact, by_rule, read_findings_of, read_rules

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

    from webui.ports import Reader


def finding(code: str, severity: str, focus: str = "urn:a") -> FindingFact:
    """Return a finding."""
    return FindingFact(
        iri=f"{focus}{code}", code=code, severity=severity, focus=focus, document="", messages={}
    )


def test_kept_findings_are_counted_by_rule(reader: Reader, sample: ModuleType) -> None:
    """One warning, told in two languages; its findings come in parts."""
    (rule,) = read_rules(reader, slice(0, 10))
    assert (rule.code, rule.severity, rule.size) == ("C3", "Warning", 1)
    assert rule.messages.keys() == {"vi", "en"}
    (found,) = rule.findings
    assert found.document == str(sample.of(sample.DIRECTIVE))
    assert "/cit/" in found.focus
    (rule,) = read_rules(reader, slice(1, 10))
    assert (rule.size, rule.findings) == (1, ())
    assert read_rules(reader, slice(0, 1), code="C4") == ()
    assert read_rules(reader, slice(0, 1), severity="Info") == ()


def test_where_none_are_kept_the_data_is_checked(
    reader: Reader, sample: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rules as queries: the open citation is found that way as well."""
    monkeypatch.setattr("webui.facts.findings._counted", lambda *_: ())
    monkeypatch.setattr("webui.facts.findings.ask_work", lambda *_, **__: ())
    (rule,) = read_rules(reader, slice(0, 5), code="C3")
    assert 0 < len(rule.findings) <= rule.size
    document = str(sample.of(sample.DIRECTIVE))
    assert "C3" in {found.code for found in read_findings_of(reader, document)}


def test_the_gravest_and_most_frequent_rule_stands_first() -> None:
    """Violations, then warnings, then what is only to be known."""
    found = (
        finding("O3", "Info"),
        finding("C3", "Warning"),
        finding("C4", "Warning"),
        finding("C4", "Warning", "urn:b"),
        finding("D1", "Violation"),
    )
    groups = by_rule(found)
    assert [group.code for group in groups] == ["D1", "C4", "C3", "O3"]
    assert groups[1].size == 2

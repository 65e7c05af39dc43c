"""Findings are those that were kept, else those of a check now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.facts.findings import FindingFact, by_rule, read_findings

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

    from webui.ports import Reader


def finding(code: str, severity: str, focus: str = "urn:a") -> FindingFact:
    """Return a finding."""
    return FindingFact(
        iri=f"{focus}{code}", code=code, severity=severity, focus=focus, document="", messages={}
    )


def test_kept_findings_are_read_with_both_messages(reader: Reader, sample: ModuleType) -> None:
    """One warning, told in two languages."""
    (found,) = read_findings(reader)
    assert (found.code, found.severity) == ("C3", "Warning")
    assert found.document == str(sample.of(sample.DIRECTIVE))
    assert found.messages.keys() == {"vi", "en"}


def test_where_none_are_kept_the_data_is_checked(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rules as queries: the open citation is found that way as well."""
    monkeypatch.setattr("webui.facts.findings._stored", lambda _: ())
    assert "C3" in {found.code for found in read_findings(reader)}


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

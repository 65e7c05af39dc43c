"""What the last check found, by severity and rule."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ontology.validation import validate_by_query
from webui.facts.asking import ask_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ontology.validation import Finding
    from webui.facts.asking import Row
    from webui.ports import Reader

log = logging.getLogger(__name__)

SEVERITIES: Final = ("Violation", "Warning", "Info")
"""Severities of SHACL, the gravest first."""

LARGEST_TO_CHECK: Final = 300
"""Documents with text up to which a page checks by itself: a few seconds, once a generation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFact:
    """One finding: the rule, the node at fault, its document (empty for bodies), what to say."""

    iri: str
    code: str
    severity: str
    focus: str
    document: str
    messages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """The findings of one rule."""

    code: str
    severity: str
    messages: Mapping[str, str]
    findings: tuple[FindingFact, ...]

    @property
    def size(self) -> int:
        """How many findings there are."""
        return len(self.findings)


def read_findings(reader: Reader) -> tuple[FindingFact, ...]:
    """Return the findings of the last check; of one now where none was kept and there is little."""
    kept = _stored(reader)
    if kept or reader.index().counts().get("fullText", 0) > LARGEST_TO_CHECK:
        return kept
    return _checked(reader, reader.generation().version)


def read_findings_of(reader: Reader, document: str) -> tuple[FindingFact, ...]:
    """Return the findings of the last check in a document, as `read_findings` does for all."""
    kept = _gathered(ask_work(reader, "findings_of", document=[document]))
    if kept or reader.index().counts().get("fullText", 0) > LARGEST_TO_CHECK:
        return kept
    return tuple(finding for finding in read_findings(reader) if finding.document == document)


def _stored(reader: Reader) -> tuple[FindingFact, ...]:
    return _gathered(ask_work(reader, "findings"))


def _gathered(found: Iterable[Row]) -> tuple[FindingFact, ...]:
    """Return the findings that rows tell, a row for each language of a message."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        rows[row.text("finding")].append(row)
    return tuple(_finding(iri, own) for iri, own in rows.items())


def by_rule(findings: Iterable[FindingFact]) -> tuple[RuleGroup, ...]:
    """Return findings by rule, the gravest and then the most frequent first."""
    groups: dict[tuple[str, str], list[FindingFact]] = defaultdict(list)
    for finding in findings:
        groups[finding.severity, finding.code].append(finding)
    found = (
        RuleGroup(
            code=code,
            severity=severity,
            messages=members[0].messages,
            findings=tuple(sorted(members, key=lambda f: (f.document, f.focus))),
        )
        for (severity, code), members in groups.items()
    )
    return tuple(sorted(found, key=lambda g: (_place(g.severity), -len(g.findings), g.code)))


@lru_cache(maxsize=2)
def _checked(reader: Reader, version: str) -> tuple[FindingFact, ...]:
    """Return what a check of this version of the data finds; each version is checked once."""
    log.info("event=check version=%s", version)

    def ask(query: str) -> Iterator[tuple[str | None, str | None, str | None]]:
        for row in reader.select(query).rows:
            this, path, value = (None if term is None else term.value for term in row)
            yield this, path, value

    return tuple(_from_check(finding) for finding in validate_by_query(ask).findings)


def _from_check(finding: Finding) -> FindingFact:
    return FindingFact(
        iri=f"{finding.focus} {finding.code} {finding.path} {finding.value}",
        code=finding.code,
        severity=finding.severity.capitalize(),
        focus=finding.focus,
        document=finding.document,
        messages={"vi": finding.message_vi, "en": finding.message_en},
    )


def _place(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def _finding(iri: str, rows: list[Row]) -> FindingFact:
    first = rows[0]
    return FindingFact(
        iri=iri,
        code=first.text("code"),
        severity=first.local("severity"),
        focus=first.text("focus"),
        document=next((r.text("document") for r in rows if r.maybe("document")), ""),
        messages={r.language("message"): r.text("message") for r in rows if r.maybe("message")},
    )

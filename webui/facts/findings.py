"""What the last check found, by severity and rule."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ontology.validation import validate_by_query
from queries.terms import literal
from webui.facts.asking import ask_work, ask_work_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ontology.validation import Finding
    from webui.facts.asking import Row
    from webui.ports import Reader

log = logging.getLogger(__name__)

SH: Final = "http://www.w3.org/ns/shacl#"
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
    """A rule with what it found.

    Args:
        code: of the rule.
        severity: local name of its severity.
        messages: what it says, by language.
        size: how many findings there are.
        findings: some of them, the documents among these in their order.
    """

    code: str
    severity: str
    messages: Mapping[str, str]
    size: int
    findings: tuple[FindingFact, ...]


def read_rules(
    reader: Reader, part: slice, *, code: str = "", severity: str = ""
) -> tuple[RuleGroup, ...]:
    """Return the rules that found something, the gravest and then the most frequent first.

    Args:
        reader: the store. Where the last check kept nothing and there is little to check, a check
            now answers.
        part: which findings of each rule are wanted, from `start` to before `stop`.
        code: of the one rule that is wanted; all where empty.
        severity: of the rules that are wanted; all where empty.
    """
    version = reader.generation().version
    rules = _counted(reader, version)
    if rules or reader.index().counts().get("fullText", 0) > LARGEST_TO_CHECK:
        chosen = _chosen(rules, code, severity)
        return tuple(replace(rule, findings=_portion(reader, rule, part)) for rule in chosen)
    groups = by_rule(_checked(reader, version))
    return tuple(
        replace(rule, findings=rule.findings[part]) for rule in _chosen(groups, code, severity)
    )


def _chosen(rules: Iterable[RuleGroup], code: str, severity: str) -> tuple[RuleGroup, ...]:
    return tuple(r for r in rules if code in ("", r.code) and severity in ("", r.severity))


@lru_cache(maxsize=4)
def _counted(reader: Reader, version: str) -> tuple[RuleGroup, ...]:
    """Return the rules of the findings that were kept, without these; counted once a version."""
    log.debug("event=count-findings version=%s", version)
    rows = ask_work(reader, "rules")
    one_each = [row.text("one") for row in rows if row.maybe("one")]
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for row in ask_work(reader, "messages", finding=one_each) if one_each else ():
        said[row.text("finding")][row.language("message")] = row.text("message")
    found = (
        RuleGroup(
            code=row.text("code"),
            severity=row.local("severity"),
            messages=said[row.text("one")],
            size=row.whole("count") or 0,
            findings=(),
        )
        for row in rows
        if row.maybe("one")
    )
    return tuple(sorted(found, key=_order))


def _portion(reader: Reader, rule: RuleGroup, part: slice) -> tuple[FindingFact, ...]:
    """Return some findings of a rule that were kept."""
    if part.stop <= part.start:
        return ()
    rows = ask_work_part(
        reader,
        "findings",
        part,
        code=[literal(rule.code)],
        severity=[f"{SH}{rule.severity}"],
    )
    found = (_finding(row.text("finding"), [row]) for row in rows)
    return tuple(sorted(found, key=lambda finding: (finding.document, finding.focus)))


def read_findings_of(reader: Reader, document: str) -> tuple[FindingFact, ...]:
    """Return the findings of the last check in a document, as `read_rules` does for all."""
    kept = _gathered(ask_work(reader, "findings_of", document=[document]))
    if kept or reader.index().counts().get("fullText", 0) > LARGEST_TO_CHECK:
        return kept
    version = reader.generation().version
    if _counted(reader, version):
        return ()
    return tuple(f for f in _checked(reader, version) if f.document == document)


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
            size=len(members),
            findings=tuple(sorted(members, key=lambda f: (f.document, f.focus))),
        )
        for (severity, code), members in groups.items()
    )
    return tuple(sorted(found, key=_order))


def _order(rule: RuleGroup) -> tuple[int, int, str]:
    return _place(rule.severity), -rule.size, rule.code


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

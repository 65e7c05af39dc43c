"""`luocdo check [DOC...]`: say what is missing, where, and how bad."""

from __future__ import annotations

import json
import logging
from collections import Counter, defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING

from luocdo.checking import Checker
from luocdo.commands import ExitCode
from luocdo.findings import keep_findings
from luocdo.naming import Names
from queries.errors import StoreError
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.texts import TextFolder

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from ontology.validation import Finding, ValidationReport

logger = logging.getLogger(__name__)

SEVERITIES = ("violation", "warning", "info")


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "documents", nargs="*", metavar="DOC", help=messages.say("help.check.documents")
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=messages.say("help.check.format")
    )
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        default=SEVERITIES[0],
        help=messages.say("help.check.fail_on"),
    )
    parser.add_argument("--summary", action="store_true", help=messages.say("help.check.summary"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Check and print; 1 where a finding is as bad as `--fail-on` or worse, else 0."""
    reader = FolderReader(settings.store)
    checker = Checker(reader=reader, texts=TextFolder(root=settings.store), base=settings.base_iri)
    names = Names(reader=reader, base=settings.base_iri)
    report = checker.check(tuple(names.path(word) for word in arguments.documents))
    if not arguments.documents:
        _keep(report, settings)
    if arguments.format == "json":
        print(json.dumps([asdict(f) for f in report.findings], ensure_ascii=False, indent=1))
    else:
        sentences = ReportWriter(names=names, messages=messages, lang=settings.lang)
        count = len(arguments.documents) or len(checker.documents())
        sentences.write(report, count, summary=arguments.summary)
    bad = SEVERITIES[: SEVERITIES.index(arguments.fail_on) + 1]
    return int(
        ExitCode.FINDINGS if any(f.severity in bad for f in report.findings) else ExitCode.FINE
    )


def _keep(report: ValidationReport, settings: Settings) -> None:
    """Keep a report of the whole store for questions and pages, where the store can be written."""
    try:
        with FolderWriter(settings.store, settings.base_iri) as writer:
            keep_findings(writer, report, settings.base_iri)
    except StoreError as fault:
        logger.warning("code=%s the report of the check was not kept", fault.code)


class ReportWriter:
    """Writes findings as sentences.

    Args:
        names: what documents are called.
        messages: the sentences.
        lang: language of the findings, vi or en.
    """

    def __init__(self, names: Names, messages: Messages, lang: str) -> None:
        self.names = names
        self.messages = messages
        self.lang = lang
        self.said: dict[str, str] = {}

    def write(self, report: ValidationReport, documents: int, *, summary: bool) -> None:
        """Print the report: counts, then by rule or by document."""
        counts = Counter(finding.severity for finding in report.findings)
        print(
            self.messages.say(
                "check.heading",
                violations=counts["violation"],
                warnings=counts["warning"],
                infos=counts["info"],
                documents=documents,
            )
        )
        self.said = self.names.words(report.findings)
        if not report.findings:
            print(self.messages.say("check.conforms" if documents else "check.nothing"))
        elif summary:
            self._by_rule(report)
        else:
            self._by_document(report)

    def _by_rule(self, report: ValidationReport) -> None:
        rules: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        for finding in report.findings:
            rules[finding.code, self._message(finding)].append(finding)
        for (code, message), findings in rules.items():
            first = findings[0]
            severity = self.messages.say(f"severity.{first.severity}")
            print(
                self.messages.say(
                    "check.rule", code=code, severity=severity, count=len(findings), message=message
                )
            )
            document = self.names.label(first.document) or self.names.label(first.focus)
            words = self.said.get(first.focus, "")
            value = f": «{words}»" if words else ""
            print(self.messages.say("check.example", document=document, value=value))

    def _by_document(self, report: ValidationReport) -> None:
        documents: dict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            documents[finding.document].append(finding)
        for document, findings in documents.items():
            label = self.names.label(document) or self.messages.say("check.outside")
            print(f"\n{label}")
            for finding in findings:
                severity = self.messages.say(f"severity.{finding.severity}")
                words = self.said.get(finding.focus, "")
                message = self._message(finding) + (f" «{words}»" if words else "")
                print(
                    self.messages.say(
                        "check.line", severity=severity, code=finding.code, message=message
                    )
                )

    def _message(self, finding: Finding) -> str:
        return finding.message_en if self.lang == "en" else finding.message_vi

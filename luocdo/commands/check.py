"""`luocdo check [DOC...]`: say what is missing, where, and how bad."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from luocdo.checking import Checker
from luocdo.commands import ExitCode
from luocdo.findings import kept_findings
from luocdo.naming import Names
from luocdo.reports import FORMATS, SEVERITIES, Report, told
from luocdo.upkeep import State, Upkeep
from ontology.namespaces import graph_iri, iri
from ontology.validation import report_of
from queries.errors import StoreError
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter
from queries.store.texts import TextFolder

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.reports import Told
    from luocdo.settings import Settings
    from ontology.validation import ValidationReport

logger = logging.getLogger(__name__)


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "documents", nargs="*", metavar="DOC", help=messages.say("help.check.documents")
    )
    parser.add_argument(
        "--format",
        choices=("text", *FORMATS),
        default="text",
        help=messages.say("help.check.format"),
    )
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        default=SEVERITIES[0],
        help=messages.say("help.check.fail_on"),
    )
    parser.add_argument("--summary", action="store_true", help=messages.say("help.check.summary"))
    parser.add_argument("--anew", action="store_true", help=messages.say("help.check.anew"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Check and print; 1 where a finding is as bad as `--fail-on` or worse, else 0."""
    check = Check(reader=FolderReader(settings.store), settings=settings, messages=messages)
    paths = tuple(check.names.path(word) for word in arguments.documents)
    findings = check.some(paths) if paths else check.whole(anew=arguments.anew)
    chosen = paths or check.documents()
    report = check.report(findings, chosen, arguments.fail_on)
    if arguments.format == "text":
        ReportWriter(report=report, messages=messages).write(summary=arguments.summary)
    else:
        print(FORMATS[arguments.format](report))
    fails = any(report.fails(each.finding) for each in report.told)
    return ExitCode.FINDINGS if fails else ExitCode.FINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One call of the command.

    Args:
        reader: the store.
        settings: where it is, and in which language to speak.
        messages: the sentences.
    """

    reader: FolderReader
    settings: Settings
    messages: Messages

    @property
    def names(self) -> Names:
        """Return who knows what documents are called."""
        return Names(reader=self.reader, base=self.settings.base_iri)

    def documents(self) -> tuple[str, ...]:
        """Return the paths of the documents stored with their text."""
        start = str(graph_iri(self.settings.base_iri, "doc", "x"))[:-1]
        graphs = self.reader.graphs()
        return tuple(f"id/{g.removeprefix(start)}" for g in graphs if g.startswith(start))

    def some(self, paths: tuple[str, ...]) -> ValidationReport:
        """Check some documents, whatever is kept."""
        return self._checker().check(paths)

    def whole(self, *, anew: bool) -> ValidationReport:
        """Return what is kept of the whole store, after what is stale has been checked again."""
        base = self.settings.base_iri
        if anew or State.kept(self.reader, base).tables != State.of(self.reader, base).tables:
            try:
                self._renew()
            except StoreError as fault:
                if fault.code != "store-locked":
                    raise
                logger.warning("code=%s the report of the check was not kept", fault.code)
                return self._checker().check_store(self.documents())
        return report_of(kept_findings(self.reader, base))

    def _renew(self) -> None:
        """Check the whole store, keep what is found, and show how far it is."""
        folder, base = self.settings.store, self.settings.base_iri
        with FolderWriter(folder, base) as writer, _bar() as bar:
            task = bar.add_task(self.messages.say("checking"), total=None)
            upkeep = Upkeep(
                writer=writer,
                texts=TextFolder(root=folder),
                root=folder,
                base=base,
                advance=lambda done, total: bar.update(task, completed=done, total=total),
            )
            upkeep.renew_all()
            writer.publish()

    def report(self, found: ValidationReport, documents: tuple[str, ...], fail_on: str) -> Report:
        """Return a report with the names and words that a person needs."""
        base, names = self.settings.base_iri, self.names
        iris = [str(iri(base, path)) for path in documents]
        values = {f.value for f in found.findings if f.value.startswith(base)}
        about = {finding.document or finding.focus for finding in found.findings}
        labels = names.labels({*iris, *values, *about})
        return Report(
            told=told(found.findings, labels, names.words(found.findings)),
            documents={each: labels.get(each, "") for each in iris},
            language=self.settings.lang,
            fail_on=next(each for each in SEVERITIES if each == fail_on),
            base=base,
        )

    def _checker(self) -> Checker:
        return Checker(
            source=self.reader,
            texts=TextFolder(root=self.settings.store),
            base=self.settings.base_iri,
        )


def _bar() -> Progress:
    """Return a progress bar on the error stream, where it does not disturb a script."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWriter:
    """Writes findings as sentences.

    Args:
        report: what to write.
        messages: the sentences.
    """

    report: Report
    messages: Messages

    def write(self, *, summary: bool) -> None:
        """Print the report: counts, then by rule or by document."""
        counts = Counter(each.finding.severity for each in self.report.told)
        documents = len(self.report.documents)
        print(
            self.messages.say(
                "check.heading",
                violations=counts["violation"],
                warnings=counts["warning"],
                infos=counts["info"],
                documents=documents,
            )
        )
        if not self.report.told:
            print(self.messages.say("check.conforms" if documents else "check.nothing"))
        elif summary:
            self._by_rule()
        else:
            self._by_document()

    def _by_rule(self) -> None:
        rules: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for each in self.report.told:
            rules[each.finding.code, each.message(self.report.language)].append(each)
        for (code, message), found in rules.items():
            first = found[0]
            severity = self.messages.say(f"severity.{first.finding.severity}")
            print(
                self.messages.say(
                    "check.rule", code=code, severity=severity, count=len(found), message=message
                )
            )
            example = f"{first.label or first.finding.focus}:{first.quoted()}".rstrip(":")
            print(self.messages.say("check.example", example=example))
            self._advice(first)

    def _by_document(self) -> None:
        documents: dict[str, list[Told]] = defaultdict(list)
        for each in self.report.told:
            documents[each.label].append(each)
        outside = self.messages.say("check.outside")
        for label, found in documents.items():
            print(f"\n{label or outside}")
            for each in sorted(found, key=lambda told: told.finding.code):
                self._line(each)
        print("\n" + self.messages.say("check.advice"))
        advised = {each.advice(self.report.language): each for each in self.report.told}
        for each in sorted(advised.values(), key=lambda told: told.finding.code):
            self._advice(each)

    def _advice(self, each: Told) -> None:
        """Print why a rule is there and what to do."""
        advice = each.advice(self.report.language)
        if advice:
            print(self.messages.say("check.remedy", code=each.finding.code, advice=advice))

    def _line(self, each: Told) -> None:
        """Print one finding: the rule's sentence, the words, and what they point at."""
        severity = self.messages.say(f"severity.{each.finding.severity}")
        message = f"{each.message(self.report.language)}{each.quoted()}"
        code = each.finding.code
        print(self.messages.say("check.line", severity=severity, code=code, message=message))

"""`luocdo load PATH...`: read documents and keep what they say."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from loaders.records import Status
from luocdo.commands import ExitCode
from luocdo.corpus import Batch
from luocdo.files import find_files
from luocdo.loading.cluster import DaskCluster
from luocdo.opening import open_pipeline

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from rich.progress import TaskID

    from luocdo.corpus import LoadReport
    from luocdo.messages import Messages
    from luocdo.settings import Settings


_STEPS: Final = {"reading": "load.reading", "linking": "load.linking"}


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=messages.say("help.load.paths"))
    parser.add_argument(
        "--allow-secret", action="store_true", default=None, help=messages.say("help.allow_secret")
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help=messages.say("help.load.scheduler"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Load the files and print an account; 0 when all were read, 3 when some were refused."""
    if arguments.allow_secret:
        settings = settings.with_values({"allow_secret": True})
    if arguments.scheduler:
        settings = settings.with_values({"scheduler": arguments.scheduler})
    found = find_files(arguments.paths)
    cluster = DaskCluster(settings.scheduler) if settings.scheduler else None
    with open_pipeline(settings) as pipeline, _bar(messages) as bar:
        progress = Bars(bar=bar, messages=messages)
        report = Batch(pipeline=pipeline, progress=progress, cluster=cluster).load(found.files)
    _account(report, found.aside, settings, messages)
    return ExitCode.SOME_FAILED if report.refused else ExitCode.FINE


@dataclass(slots=True, kw_only=True)
class Bars:
    """Shows each step of a load as a bar."""

    bar: Progress
    messages: Messages
    _task: TaskID | None = None

    def begin(self, step: str, total: int) -> None:
        """Show the bar of a step."""
        self._task = self.bar.add_task(self.messages.say(_STEPS[step]), total=total)

    def advance(self, name: str) -> None:
        """Count one part as done."""
        del name
        if self._task is not None:
            self.bar.advance(self._task)


def _bar(messages: Messages) -> Progress:
    """Return a progress bar on the error stream, where it does not disturb a script."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    remaining = TimeRemainingColumn(compact=True)
    words = TextColumn(messages.say("remaining"))
    console = Console(stderr=True)
    unseen = not console.is_terminal
    return Progress(*columns, remaining, words, console=console, transient=True, disable=unseen)


def _account(
    report: LoadReport, aside: tuple[str, ...], settings: Settings, messages: Messages
) -> None:
    """Print what was loaded, what was resolved, and what was refused, and why."""
    citations = report.citations()
    changed = sum(document.changed for document in report.loaded)
    print(messages.say("load.documents", count=len(report.loaded), changed=changed))
    print(
        messages.say(
            "load.citations",
            total=citations.total(),
            resolved=citations[Status.RESOLVED],
            outside=citations[Status.NOT_IN_REGISTRY],
            ambiguous=citations[Status.AMBIGUOUS],
            unresolved=citations[Status.UNRESOLVED],
        )
    )
    print(messages.say("load.obligations", count=report.obligations()))
    if report.resolved_again:
        print(messages.say("load.resolved_again", count=report.resolved_again))
    for file in report.repeated:
        print(messages.say("load.repeated", path=file.path, name=file.name, kept=file.kept))
    if aside:
        print(messages.say("load.aside", names=", ".join(aside)))
    print(messages.say("load.store", store=settings.store))
    if report.refused:
        print(messages.say("load.refused", count=len(report.refused)), file=sys.stderr)
    for refused in report.refused:
        print(f"  - {messages.explain(refused.fault, refused.name)}", file=sys.stderr)

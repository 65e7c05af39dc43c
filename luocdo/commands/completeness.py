"""`luocdo completeness`: scores of documents, bodies, provinces and the whole, and over time."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.naming import Names
from ontology.namespaces import iri
from queries.completeness import CompletenessLog
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from queries.completeness import Counts

GROUPINGS = ("whole", "document", "body", "place")


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--by", choices=GROUPINGS, default="whole", help=messages.say("help.completeness.by")
    )
    parser.add_argument(
        "--over-time", action="store_true", help=messages.say("help.completeness.over_time")
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=messages.say("help.explain.format"),
    )


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the scores, those with the lowest first, or the points in time."""
    log = CompletenessLog(settings.store)
    found = log.points() if arguments.over_time else log.by(arguments.by)
    if arguments.format == "json":
        rows = [asdict(each) | {"score": each.counts.score} for each in found]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return ExitCode.FINE
    if not found:
        print(messages.say("completeness.nothing"))
        return ExitCode.FINE
    print(messages.say("completeness.formula"))
    if arguments.over_time:
        for point in log.points():
            print(_line(point.at, point.documents, point.counts, messages))
        return ExitCode.FINE
    names = Names(reader=FolderReader(settings.store), base=settings.base_iri)
    for each in log.by(arguments.by):
        node = str(iri(settings.base_iri, each.of)) if each.of.startswith("id/") else each.of
        label = names.label(node) or messages.say(f"completeness.{arguments.by}")
        print(_line(label, each.documents, each.counts, messages))
    return ExitCode.FINE


def _line(label: str, documents: int, counts: Counts, messages: Messages) -> str:
    """Return a line: the score, what it is of, and its shares."""
    shares = ", ".join(
        messages.say(f"completeness.{name}", share=round(100 * share))
        for name, share in counts.shares.items()
    )
    score = "-" if counts.score is None else f"{counts.score:.1f}"
    return messages.say(
        "completeness.line", score=score, label=label, documents=documents, shares=shares
    )

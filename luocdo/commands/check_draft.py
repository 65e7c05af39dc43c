"""`luocdo check-draft FILE...`: what to look at before a draft is signed; nothing is stored."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.drafting import check_draft
from luocdo.known_papers import KnownPapers
from luocdo.naming import shortened
from luocdo.reading import read_documents
from luocdo.reports import SEVERITIES
from ontology.registry import load_registry

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from loaders.errors import DocumentError
    from luocdo.messages import Messages
    from luocdo.remarks import Remark
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help=messages.say("help.load.paths"))
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=messages.say("help.explain.format"),
    )
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES[1:],
        default=SEVERITIES[1],
        help=messages.say("help.check.fail_on"),
    )


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the remarks; 1 where one is as bad as `--fail-on`, 3 where a file cannot be read."""
    refused: list[str] = []

    def refuse(name: str, fault: DocumentError) -> None:
        refused.append(name)
        print(messages.explain(fault, name), file=sys.stderr)

    registry = load_registry(settings.registers)
    papers = KnownPapers.beside(registry, settings.store, settings.base_iri)
    today = datetime.now(UTC).date()
    failing = False
    bad = SEVERITIES[: SEVERITIES.index(arguments.fail_on) + 1]
    for document in read_documents(arguments.paths, registry, settings, refuse):
        remarks = check_draft(document, papers, today)
        failing = failing or any(remark.severity in bad for remark in remarks)
        if arguments.format == "json":
            found = {"name": document.name, "remarks": [asdict(remark) for remark in remarks]}
            print(json.dumps(found, ensure_ascii=False))
        else:
            _write(document.name, remarks, messages)
    if refused:
        return ExitCode.SOME_FAILED
    return ExitCode.FINDINGS if failing else ExitCode.FINE


def _write(name: str, remarks: tuple[Remark, ...], messages: Messages) -> None:
    """Print the remarks on a draft as sentences."""
    warnings = sum(remark.severity == "warning" for remark in remarks)
    infos = len(remarks) - warnings
    print(messages.say("check_draft.heading", name=name, warnings=warnings, infos=infos))
    for remark in remarks:
        said = messages.say(f"draft.{remark.code}", value=remark.value)
        if remark.value:
            said += messages.say(f"draft-value.{remark.code}", value=shortened(remark.value))
        print(
            messages.say(
                "check_draft.line",
                severity=messages.say(f"severity.{remark.severity}"),
                line=remark.line,
                words=shortened(remark.words),
                said=said,
            )
        )

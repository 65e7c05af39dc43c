"""`luocdo extract FILE...`: print what was read, one JSON object a line, and keep nothing."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from loaders.interchange import as_json
from luocdo.commands import ExitCode
from luocdo.reading import read_documents
from ontology.registry import load_registry

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from loaders.errors import DocumentError
    from luocdo.messages import Messages
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help=messages.say("help.load.paths"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the objects; 0 when all files were read, 3 when some were not."""
    refused: list[str] = []

    def refuse(name: str, fault: DocumentError) -> None:
        refused.append(name)
        print(messages.explain(fault, name), file=sys.stderr)

    registry = load_registry(settings.registers)
    for document in read_documents(arguments.paths, registry, settings, refuse):
        sys.stdout.write(json.dumps(as_json(document), ensure_ascii=False) + "\n")
    return ExitCode.SOME_FAILED if refused else ExitCode.FINE

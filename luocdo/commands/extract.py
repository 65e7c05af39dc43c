"""`luocdo extract FILE...`: print what was read, one JSON object a line, and keep nothing."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from loaders.errors import DocumentError
from loaders.extraction import extract, refuse_secret
from loaders.interchange import as_json
from luocdo.commands import ExitCode
from luocdo.files import find_files, open_file
from luocdo.pipeline import limits
from ontology.registry import load_registry

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help=messages.say("help.load.paths"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print the objects; 0 when all files were read, 3 when some were not."""
    registry = load_registry(settings.registers)
    failed = False
    for found in find_files(arguments.paths).files:
        try:
            file = open_file(found, settings.max_file_bytes)
            document = extract(file, registry, limits(settings))
            if not settings.allow_secret:
                refuse_secret(document.metadata, found.name)
        except DocumentError as fault:
            failed = True
            print(messages.explain(fault, found.name), file=sys.stderr)
            continue
        sys.stdout.write(json.dumps(as_json(document), ensure_ascii=False) + "\n")
    return ExitCode.SOME_FAILED if failed else ExitCode.FINE

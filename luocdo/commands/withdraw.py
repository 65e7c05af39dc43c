"""`luocdo withdraw DOC`: take a document out of the store; its identifier says so for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.naming import Names
from luocdo.opening import open_pipeline
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("document", help=messages.say("help.lineage.document"))
    parser.add_argument("--successor", metavar="DOC", help=messages.say("help.withdraw.successor"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Take the document out and show readers the result; 2 where its text is not stored."""
    names = Names(reader=FolderReader(settings.store), base=settings.base_iri)
    path = names.path(arguments.document)
    successor = names.path(arguments.successor) if arguments.successor else ""
    if successor == path:
        print(messages.say("withdraw.itself"), file=sys.stderr)
        return ExitCode.USAGE
    with open_pipeline(settings) as pipeline:
        again = pipeline.withdraw(path, successor)
    if again is None:
        print(messages.say("withdraw.not_held", path=path), file=sys.stderr)
        return ExitCode.USAGE
    said = "withdraw.merged" if successor else "withdraw.done"
    print(messages.say(said, path=path, successor=successor))
    if again:
        print(messages.say("load.resolved_again", count=again))
    return ExitCode.FINE

"""`luocdo user add|remove|list`: the accounts of curators."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.curation.accounts import Accounts

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "action", choices=("add", "remove", "list"), help=messages.say("help.user.action")
    )
    parser.add_argument("name", nargs="?", default="", help=messages.say("help.user.name"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Do what is asked; a password is asked for, or read from a pipe."""
    accounts = Accounts(folder=settings.store)
    if arguments.action == "list":
        print("\n".join(accounts.names()) or messages.say("user.none"))
        return ExitCode.FINE
    if arguments.action == "remove":
        gone = accounts.remove(arguments.name)
        print(messages.say("user.removed" if gone else "user.unknown", name=arguments.name))
        return ExitCode.FINE if gone else ExitCode.USAGE
    accounts.add(arguments.name, _password(messages))
    print(messages.say("user.added", name=arguments.name))
    return ExitCode.FINE


def _password(messages: Messages) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(messages.say("user.password"))
    return sys.stdin.readline().rstrip("\n")

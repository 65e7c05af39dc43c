"""Run one command: parse its words, do its work, and turn every fault into a sentence."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from luocdo.command_line import CommandLine
from luocdo.commands import FLAGS, ExitCode
from luocdo.logs import start_logging
from luocdo.messages import load_messages
from luocdo.settings import load_settings
from ontology.errors import LuocdoError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from luocdo.messages import Messages
    from luocdo.settings import Settings


ALONE: Final = frozenset({"extract", "explain", "serve", "user", "tables"})
"""Commands that read nothing of the store, or, as `serve`, take in what others wrote by themselves.

All others begin with what others wrote to a shared store.
"""


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser, messages: Messages) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace, settings: Settings, messages: Messages) -> int:
        """Do the work and return an exit code."""


def module_of(command: str) -> CommandModule:
    """Return the module of a command, loaded."""
    return cast("CommandModule", import_module(f"luocdo.commands.{command.replace('-', '_')}"))


def run_command(command: str, words: Sequence[str], messages: Messages) -> int:
    """Run a command and return the exit code of the process.

    Args:
        command: its name.
        words: what follows the name.
        messages: the language to speak until the settings are read.
    """
    start_logging()
    logger = logging.getLogger(__name__)
    try:
        module = module_of(command)
        parsed = _parsed(command, module, words, messages)
        settings = load_settings({name: getattr(parsed, name) for name in FLAGS})
        messages = load_messages(settings.lang)
        if settings.remote_query and command not in ALONE:
            from luocdo.sharing import take_in  # noqa: PLC0415 - it loads the libraries of the store

            take_in(settings)
        return int(module.run(parsed, settings, messages))
    except LuocdoError as fault:
        print(messages.explain(fault), file=sys.stderr)
        return _exit_code(fault)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FINE
    except KeyboardInterrupt:
        print(messages.say("interrupted"), file=sys.stderr)
        return 130
    except Exception:
        logger.debug("command=%s failed", command, exc_info=True)
        print(messages.say("our_defect", command=command), file=sys.stderr)
        return ExitCode.STORE_OR_QUERY


def _parsed(
    command: str, module: CommandModule, words: Sequence[str], messages: Messages
) -> argparse.Namespace:
    """Return the arguments; a command that takes parameters of questions finds them in `rest`."""
    parser = parser_of(command, module, messages)
    parsed, rest = parser.parse_known_args(words)
    if rest and not getattr(parsed, "takes_parameters", False):
        parser.error(messages.say("unknown_argument", words=" ".join(rest)))
    parsed.rest = rest
    return parsed


def parser_of(command: str, module: CommandModule, messages: Messages) -> argparse.ArgumentParser:
    """Return the parser of a command: the flags that all commands take, then its own."""
    parser = CommandLine(f"luocdo {command}", messages.say("command." + command), messages)
    for name in FLAGS:
        flag = "--" + name.replace("_", "-")
        parser.add_argument(flag, dest=name, help=messages.say("flag." + name))
    module.add_arguments(parser, messages)
    return parser


def _exit_code(fault: Exception) -> int:
    """Return what a fault that ends a command means to a script."""
    name = type(fault).__name__
    if name in {"SettingError", "BadParameter", "UnknownQuestion", "NothingToLoad", "OutputError"}:
        return ExitCode.USAGE
    return ExitCode.STORE_OR_QUERY

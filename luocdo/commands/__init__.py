"""The commands, one file each; a command's module is loaded when it is called."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import IntEnum
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from luocdo.messages import Messages
    from luocdo.settings import Settings


class ExitCode(IntEnum):
    """What a command tells the script that called it."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    SOME_FAILED = 3
    STORE_OR_QUERY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command: its name, and the module that has `add_arguments` and `run`.

    Its one-line help stands in the translations under `command.<name>`.
    """

    name: str
    module: str


COMMANDS: tuple[Command, ...] = (
    Command(name="load", module="luocdo.commands.load"),
    Command(name="extract", module="luocdo.commands.extract"),
    Command(name="explain", module="luocdo.commands.explain"),
    Command(name="check", module="luocdo.commands.check"),
    Command(name="query", module="luocdo.commands.query"),
    Command(name="lineage", module="luocdo.commands.lineage"),
    Command(name="questions", module="luocdo.commands.questions"),
    Command(name="export", module="luocdo.commands.export"),
    Command(name="serve", module="luocdo.commands.serve"),
    Command(name="tables", module="luocdo.commands.tables"),
)

FLAGS = ("store", "lang", "base_iri", "registers")
"""Settings that every command takes as a flag."""


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: ArgumentParser, messages: Messages) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: Namespace, settings: Settings, messages: Messages) -> int:
        """Do the work and return an exit code."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process ends with the code that is returned.

    Args:
        arguments: words after `luocdo`; those of the process by default.
    """
    from luocdo.messages import load_messages  # noqa: PLC0415 - `--help` must start fast

    words = list(sys.argv[1:] if arguments is None else arguments)
    messages = load_messages(_language(words))
    command = next((c for c in COMMANDS if words[:1] == [c.name]), None)
    if command:
        return _run(command, words[1:], messages)
    if words[:1] in (["--version"], ["-V"]):
        from luocdo import __version__  # noqa: PLC0415 - as above

        print(f"luocdo {__version__}")
        return ExitCode.FINE
    asked = not words or words[0] in {"-h", "--help"} or words[0].startswith("--lang")
    if not asked:
        print(messages.say("unknown_command", name=words[0]), file=sys.stderr)
    print(_overview(messages), file=sys.stdout if asked else sys.stderr)
    return ExitCode.FINE if asked else ExitCode.USAGE


def _language(words: Sequence[str]) -> str:
    """Return the language that the messages should be in, before anything is parsed."""
    for word, following in pairwise([*words, ""]):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get("LUOCDO_LANG", "vi")


def _overview(messages: Messages) -> str:
    lines = [messages.say("overview"), ""]
    lines += [f"  {c.name:<10} {messages.say('command.' + c.name)}" for c in COMMANDS]
    return "\n".join([*lines, "", messages.say("overview_end")])


def _run(command: Command, words: list[str], messages: Messages) -> int:
    """Parse the words of a command, run it, and turn every fault into a sentence."""
    import logging  # noqa: PLC0415 - `--help` must start fast

    from luocdo.logs import start_logging  # noqa: PLC0415 - as above
    from luocdo.messages import load_messages  # noqa: PLC0415 - as above
    from luocdo.settings import load_settings  # noqa: PLC0415 - as above
    from ontology.errors import LuocdoError  # noqa: PLC0415 - as above

    start_logging()
    logger = logging.getLogger(__name__)
    try:
        module = cast("CommandModule", import_module(command.module))
        parsed = _parsed(command, module, words, messages)
        settings = load_settings({name: getattr(parsed, name) for name in FLAGS})
        messages = load_messages(settings.lang)
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
        logger.debug("command=%s failed", command.name, exc_info=True)
        print(messages.say("our_defect", command=command.name), file=sys.stderr)
        return ExitCode.STORE_OR_QUERY


def _parsed(
    command: Command, module: CommandModule, words: list[str], messages: Messages
) -> Namespace:
    """Return the arguments; a command that takes parameters of questions finds them in `rest`."""
    parser = parser_of(command, module, messages)
    parsed, rest = parser.parse_known_args(words)
    if rest and not getattr(parsed, "takes_parameters", False):
        parser.error(messages.say("unknown_argument", words=" ".join(rest)))
    parsed.rest = rest
    return parsed


def parser_of(command: Command, module: CommandModule, messages: Messages) -> ArgumentParser:
    """Return the parser of a command: the flags that all commands take, then its own."""
    import argparse  # noqa: PLC0415 - `--help` must start fast

    parser = argparse.ArgumentParser(
        prog=f"luocdo {command.name}", description=messages.say("command." + command.name)
    )
    for name in FLAGS:
        flag = "--" + name.replace("_", "-")
        parser.add_argument(flag, dest=name, help=messages.say("flag." + name))
    module.add_arguments(parser, messages)
    return parser


def _exit_code(fault: Exception) -> ExitCode:
    """Return what a fault that ends a command means to a script."""
    name = type(fault).__name__
    if name in {"SettingError", "BadParameter", "UnknownQuestion", "NothingToLoad", "OutputError"}:
        return ExitCode.USAGE
    return ExitCode.STORE_OR_QUERY

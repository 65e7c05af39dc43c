"""The commands, one file each; a command's module is loaded when it is called.

This file and `luocdo.overview` are all that `luocdo --help` loads, so they import next to nothing:
even `typing`, `enum` or `dataclasses` would take as long as the interpreter itself.
"""

from __future__ import annotations

import os
import sys

from luocdo import __version__
from luocdo.overview import read_overview

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class ExitCode:
    """What a command tells the script that called it."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    SOME_FAILED = 3
    STORE_OR_QUERY = 4


COMMANDS = (
    "load",
    "extract",
    "explain",
    "check",
    "check-draft",
    "completeness",
    "fetch-next",
    "query",
    "tasks",
    "lineage",
    "questions",
    "export",
    "reviews",
    "withdraw",
    "serve",
    "user",
    "tables",
)
"""Names of the commands; the module of that name beside this file has `add_arguments` and `run`."""

FLAGS = ("store", "lang", "base_iri", "registers")
"""Settings that every command takes as a flag."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process ends with the code that is returned.

    Args:
        arguments: words after `luocdo`; those of the process by default.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    first, language = (words or ["--help"])[0], _language(words)
    if first in {"-h", "--help"} or first.startswith("--lang"):
        print(read_overview(language), end="")
        return ExitCode.FINE
    if first in {"-V", "--version"}:
        print(f"luocdo {__version__}")
        return ExitCode.FINE
    return _run(words, language)


def _run(words: list[str], language: str) -> int:
    """Run the command that is named first."""
    from luocdo.messages import load_messages  # noqa: PLC0415 - `--help` must start fast

    messages = load_messages(language)
    if words[0] not in COMMANDS:
        print(messages.say("unknown_command", name=words[0]), file=sys.stderr)
        print(read_overview(language), end="", file=sys.stderr)
        return ExitCode.USAGE
    from luocdo.commands.running import run_command  # noqa: PLC0415 - as above

    return run_command(words[0], words[1:], messages)


def _language(words: Sequence[str]) -> str:
    """Return the language that the messages should be in, before anything is parsed."""
    for place, word in enumerate(words):
        if word == "--lang":
            return "".join(words[place + 1 : place + 2])
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get("LUOCDO_LANG", "vi")

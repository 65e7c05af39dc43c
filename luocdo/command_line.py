"""The words of a command, read by argparse, which speaks English: here it speaks as its user does.

argparse takes its sentences from gettext, which needs compiled catalogues; its few sentences are
looked up in the tables of messages instead.
"""

from __future__ import annotations

import argparse
import re
from functools import partial
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.messages import Messages

_FAULTS: Final = (
    (re.compile(r"the following arguments are required: (?P<name>.*)"), "usage.required"),
    (
        re.compile(
            r"argument (?P<name>\S.*): invalid choice: (?P<value>.*) \(choose from (?P<words>.*)\)"
        ),
        "usage.choice",
    ),
    (re.compile(r"argument (?P<name>\S.*): invalid \w+ value: (?P<value>.*)"), "usage.value"),
    (re.compile(r"argument (?P<name>\S.*): expected .*"), "usage.missing_value"),
    (re.compile(r"argument (?P<name>\S.*): ignored explicit argument .*"), "usage.no_value"),
    (re.compile(r"ambiguous option: (?P<name>\S+) .*"), "usage.ambiguous"),
)


class _Page(argparse.HelpFormatter):
    """A page of help whose headings are in the language of the messages."""

    def __init__(self, prog: str, messages: Messages) -> None:
        super().__init__(prog)
        self._usage = messages.say("usage.usage") + ": "
        self._headings = {
            "positional arguments": messages.say("usage.positional"),
            "options": messages.say("usage.options"),
        }

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin the page with how the command is called."""
        super().add_usage(usage, actions, groups, prefix or self._usage)

    def start_section(self, heading: str | None) -> None:
        """Begin a group of arguments."""
        super().start_section(self._headings.get(heading or "", heading))


class CommandLine(argparse.ArgumentParser):
    """The arguments of one command, with headings and complaints in the language of the messages.

    Args:
        prog: how the command is called, as "luocdo load".
        description: what it does.
        messages: the language.
    """

    def __init__(self, prog: str, description: str, messages: Messages) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            formatter_class=partial(_Page, messages=messages),
        )
        self._messages = messages
        self.add_argument("-h", "--help", action="help", help=messages.say("flag.help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and end the process.

        Args:
            message: argparse's sentence, or one that is in the user's language already.
        """
        for pattern, key in _FAULTS:
            if found := pattern.fullmatch(message):
                message = self._messages.say(key, **found.groupdict())
                break
        self.exit(2, f"{self.format_usage()}\n{message}\n")

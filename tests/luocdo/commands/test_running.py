"""A command is found by its name and takes the flags that all commands take."""

from __future__ import annotations

import pytest

from luocdo.commands import COMMANDS, FLAGS, ExitCode
from luocdo.commands.running import module_of, parser_of, run_command
from luocdo.messages import load_messages


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_the_common_flags(command: str) -> None:
    """Its description is its line of the overview."""
    messages = load_messages("vi")
    parser = parser_of(command, module_of(command), messages)
    flags = {action.dest for action in parser._actions}
    assert flags >= set(FLAGS)
    assert parser.description == messages.say(f"command.{command}")
    assert parser.prog == f"luocdo {command}"


def test_the_language_of_the_flag_speaks(capsys: pytest.CaptureFixture[str]) -> None:
    """Before settings are read the messages that were handed in speak, then those of the flag."""
    words = ["out.nq", "--lang", "en"]
    assert run_command("export", words, load_messages("vi")) == ExitCode.STORE_OR_QUERY
    assert capsys.readouterr().err.startswith("This store holds no data yet")

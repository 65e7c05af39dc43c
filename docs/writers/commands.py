"""docs/commands.md: every command with its arguments and exit codes."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from luocdo.commands import COMMANDS, FLAGS
from luocdo.commands.running import module_of, parser_of
from luocdo.messages import load_messages
from writers.markdown import code, page, table, texts

if TYPE_CHECKING:
    from argparse import Action
    from collections.abc import Iterator


def write() -> str:
    """Return the page."""
    said = texts("commands")
    codes = table(said["codes_header"], said["codes"])
    return page("commands", codes, *(_section(command) for command in COMMANDS))


def _section(command: str) -> str:
    """Return what is said of one command."""
    vi, en = load_messages("vi"), load_messages("en")
    key = f"command.{command}"
    head = f"## luocdo {command}\n\n{vi.say(key)}. / {en.say(key)}."
    rows = list(_arguments(command))
    return f"{head}\n\n{table(texts('commands')['header'], rows)}" if rows else head


def _arguments(command: str) -> Iterator[tuple[str, str, str]]:
    module = module_of(command)
    each = (
        parser_of(command, module, load_messages(language))._actions  # noqa: SLF001 - argparse has no other way to list them
        for language in ("vi", "en")
    )
    for vi, en in zip(*each, strict=True):
        if vi.dest not in {"help", *FLAGS} and vi.help != SUPPRESS:
            yield _name(vi), vi.help or "", en.help or ""


def _name(action: Action) -> str:
    """Return an argument as it is typed."""
    many = " …" if action.nargs in {"+", "*"} else ""
    if not action.option_strings:
        return code(f"{action.metavar or action.dest}{many}")
    if action.choices:
        return code(f"{action.option_strings[0]} {' | '.join(map(str, action.choices))}")
    if isinstance(action.metavar, tuple):
        return code(f"{action.option_strings[0]} {' '.join(action.metavar)}")
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return code(action.option_strings[0] + value)

"""`luocdo query NAME --param value`, `luocdo query --sparql FILE`: ask the graph."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.files import NothingToLoad
from queries.errors import BadParameter
from queries.questions import ask
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from queries.terms import Rows

FORMATS = ("table", "csv", "json")


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", nargs="?", help=messages.say("help.query.name"))
    parser.add_argument("--sparql", metavar="FILE", help=messages.say("help.query.sparql"))
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help=messages.say("help.query.format")
    )
    parser.add_argument(
        "--param",
        nargs=2,
        action="append",
        default=[],
        metavar=("NAME", "VALUE"),
        help=messages.say("help.query.param"),
    )
    parser.set_defaults(takes_parameters=True)


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Answer and print; 4 where the query fails."""
    reader = FolderReader(settings.store)
    if arguments.sparql:
        rows = _free(arguments.sparql, settings)
    elif arguments.name:
        given = dict(arguments.param) | parameters_of(arguments.rest)
        rows = ask(arguments.name, given, reader, base_iri=settings.base_iri).rows
    else:
        print(messages.say("query.nothing_asked"), file=sys.stderr)
        return ExitCode.USAGE
    WRITERS[arguments.format](rows, messages)
    return ExitCode.FINE


def parameters_of(words: list[str]) -> dict[str, str]:
    """Return `--name value` and `--name=value` as parameters of a question.

    Raises:
        BadParameter: a word stands without its name or its value.
    """
    given: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or (not sign and not rest):
            raise BadParameter(word, f"{word!r} is no parameter with a value.", "--doc 48-CT/TW")
        given[name.replace("-", "_")] = value if sign else rest.pop(0)
    return given


def _free(file: str, settings: Settings) -> Rows:
    """Run a query of the user's own in a process that ends with its time limit."""
    text = sys.stdin.read() if file == "-" else _query_text(Path(file))
    from luocdo.free_queries import run_once  # noqa: PLC0415 - starts processes; only here

    return run_once(text, settings)


def _query_text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise NothingToLoad("nothing-to-load", f"{file}: {fault}.", "Check the path.") from fault


def write_table(rows: Rows, messages: Messages) -> None:
    """Print rows as a table that fits the screen."""
    from rich.console import Console  # noqa: PLC0415 - only tables need it
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(show_lines=False)
    for column in rows.columns:
        table.add_column(column, overflow="fold")
    for record in rows.records():
        table.add_row(*(Text("" if v is None else str(v)) for v in record.values()))
    width = None if sys.stdout.isatty() else 200
    Console(width=width).print(table)
    key = "query.rows" if len(rows) else "query.no_rows"
    print(messages.say(key, count=len(rows)))


def write_csv(rows: Rows, messages: Messages) -> None:
    """Print rows as CSV (RFC 4180)."""
    del messages
    writer = csv.writer(sys.stdout)
    writer.writerow(rows.columns)
    for record in rows.records():
        writer.writerow("" if value is None else str(value) for value in record.values())


def write_json(rows: Rows, messages: Messages) -> None:
    """Print rows as a JSON list of objects."""
    del messages
    records = list(rows.records())
    print(json.dumps(records, ensure_ascii=False, indent=1, default=str))


WRITERS = {"table": write_table, "csv": write_csv, "json": write_json}

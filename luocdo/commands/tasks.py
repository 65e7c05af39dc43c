"""`luocdo tasks AGENCY`: what a body must do, as table, calendar, spreadsheet, CSV or JSON."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.files import OutputError
from queries.bodies import in_place, resolve_bodies
from queries.errors import BadParameter
from queries.exports.formats import FORMATS
from queries.exports.gathering import Window, tasks_of
from queries.exports.records import TaskList
from queries.exports.tables import COLUMNS, cells
from queries.exports.words import load_words
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from queries.exports.words import Words

TABLE = "table"
SHOWN = ("role", "task", "deadline", "recurrence", "report_to", "number")
"""Columns that fit the screen; the other formats have all."""


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("agency", metavar="AGENCY", help=messages.say("help.tasks.agency"))
    parser.add_argument("--from", dest="since", help=messages.say("help.tasks.since"))
    parser.add_argument("--to", dest="until", help=messages.say("help.tasks.until"))
    parser.add_argument("--place", default="", help=messages.say("help.tasks.place"))
    parser.add_argument("--role", default="", help=messages.say("help.tasks.role"))
    parser.add_argument(
        "--format",
        choices=(TABLE, *FORMATS),
        default=TABLE,
        help=messages.say("help.tasks.format"),
    )
    parser.add_argument("--out", metavar="FILE", help=messages.say("help.tasks.out"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Print or write the tasks."""
    window = Window(since=_day(arguments.since, "from"), until=_day(arguments.until, "to"))
    reader = FolderReader(settings.store)
    index = reader.index()
    meant = resolve_bodies(index, arguments.agency, base_iri=settings.base_iri)
    bodies = in_place(index, meant, arguments.place)
    label = index.labels(bodies).get(bodies[0]) if len(bodies) == 1 else arguments.agency
    tasks = tasks_of(index, bodies, window, arguments.role)
    listed = TaskList(
        agencies=bodies,
        label=label or arguments.agency,
        made_at=reader.generation().published_at,
        tasks=tasks,
    )
    words = load_words("en" if settings.lang == "en" else "vi")
    if arguments.format == TABLE:
        _print(listed, words)
        print(messages.say("query.rows" if tasks else "query.no_rows", count=len(tasks)))
        return ExitCode.FINE
    _hand_out(FORMATS[arguments.format].write(listed, words), arguments.out)
    if arguments.out:
        said = messages.say("tasks.done", count=len(tasks), output=arguments.out)
        print(said, file=sys.stderr)
    return ExitCode.FINE


def _day(words: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as fault:
        raise BadParameter(name, f"{words!r} is not a date.", "Write 2024-03-05.") from fault


def _hand_out(pieces: Iterable[bytes], output: str | None) -> None:
    """Write to a file, or to standard output where none is named."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        return
    try:
        with Path(output).open("wb") as file:
            file.writelines(pieces)
    except OSError as fault:
        raise OutputError("file-unwritable", f"{output}: {fault.strerror}.") from fault


def _print(listed: TaskList, words: Words) -> None:
    """Print the tasks as a table that fits the screen."""
    from rich.console import Console  # noqa: PLC0415 - only tables need it
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(title=Text(listed.label), show_lines=True)
    for name in SHOWN:
        table.add_column(words.columns[name], overflow="fold")
    places = [COLUMNS.index(name) for name in SHOWN]
    for record in listed.tasks:
        row = cells(record, words)
        table.add_row(*(Text(row[place]) for place in places))
    Console(width=None if sys.stdout.isatty() else 160).print(table)

"""`luocdo export FILE`: all public graphs as N-Quads, compressed where the name ends in .gz."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from luocdo.commands import ExitCode
from luocdo.files import OutputError
from queries.store.folder_reader import FolderReader
from queries.store.media import N_TRIPLES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from luocdo.messages import Messages
    from luocdo.settings import Settings


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("output", metavar="FILE", help=messages.say("help.export.output"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Write the dump, graph by graph, in the order of their names."""
    reader = FolderReader(settings.store)
    output = Path(arguments.output)
    quads = 0
    with _opened(output) as file:
        for graph in reader.graphs():
            for line in reader.graph(graph, N_TRIPLES).splitlines():
                file.write(line.removesuffix(b".").rstrip() + f" <{graph}> .\n".encode())
                quads += 1
    print(messages.say("export.done", quads=quads, output=output))
    return ExitCode.FINE


def _opened(output: Path) -> BinaryIO:
    try:
        if output.suffix == ".gz":
            return cast("BinaryIO", gzip.open(output, "wb"))
        return output.open("wb")
    except OSError as fault:
        raise OutputError("file-unwritable", f"{output}: {fault.strerror}.") from fault

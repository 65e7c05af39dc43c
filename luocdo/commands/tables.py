"""`luocdo tables`: can every register and table be read; `--tidy` writes registers in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.commands import ExitCode
from luocdo.tables import read_wordings
from ontology.registry import REGISTERS, load_registry
from ontology.registry_order import registers_in, tidy

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from luocdo.messages import Messages
    from luocdo.settings import Settings
    from ontology.registry import Registry

DIGITS = 12
"""How many hex digits of a digest are shown; as many name the tables in the graph."""


def add_arguments(parser: ArgumentParser, messages: Messages) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--tidy", action="store_true", help=messages.say("help.tables.tidy"))


def run(arguments: Namespace, settings: Settings, messages: Messages) -> int:
    """Read all tables and say how much they hold; the first that is wrong is refused by name."""
    if arguments.tidy:
        print(_tidied(settings.registers or REGISTERS, messages))
    registry = load_registry(settings.registers)
    digest = registry.sha256[:DIGITS]
    print(messages.say("tables.fine", count=_rows(registry), sha256=digest))
    wordings = read_wordings()
    values = {"files": wordings.files, "count": wordings.entries}
    print(messages.say("tables.wordings", **values, sha256=wordings.sha256[:DIGITS]))
    return ExitCode.FINE


def _tidied(folder: Path, messages: Messages) -> str:
    """Write the registers of a folder in order; return what that changed."""
    changed = [path.name for path in registers_in(folder) if tidy(path)]
    if not changed:
        return messages.say("tables.in_order")
    return messages.say("tables.tidied", names=", ".join(changed))


def _rows(registry: Registry) -> int:
    """Return the number of rows of all registers together."""
    tables = (
        registry.document_types,
        registry.symbols,
        registry.agencies,
        registry.agency_aliases,
        registry.provinces,
        registry.province_changes,
        registry.documents,
        registry.document_aliases,
        registry.terms,
    )
    return sum(map(len, tables))

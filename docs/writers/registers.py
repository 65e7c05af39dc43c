"""docs/registers.md: the registers with their columns, and the kinds of document that are known."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from ontology.registry import REGISTERS, load_registry
from ontology.registry_order import KEYS
from writers.markdown import code, page, table, texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def write() -> str:
    """Return the page."""
    said = texts("registers")
    registers = table(said["header"], _registers())
    return page("registers", registers, said["types"], table(said["types_header"], _types()))


def _registers() -> Iterator[tuple[str, str, str]]:
    for name, key in KEYS.items():
        with (REGISTERS / name).open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        yield code(name), ", ".join(map(code, key)), ", ".join(map(code, columns))


def _types() -> Iterator[tuple[str, str, str, str]]:
    for kind in load_registry().document_types:
        yield code(kind.code), code(kind.symbol), kind.name_vi, kind.name_en

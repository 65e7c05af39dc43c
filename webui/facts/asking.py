"""Runs the queries of `sparql/`, each a file that runs as it stands, with values of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from queries.terms import Term, iri, sparql
from webui.labels import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from queries.terms import Rows
    from webui.ports import Reader

_GIVEN: Final = re.compile(r"VALUES \?(?P<name>\w+) \{[^}]*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of an answer by column; what is unbound reads as empty or None."""

    cells: Mapping[str, Term | None]

    def maybe(self, name: str) -> str | None:
        """Return the IRI or words of a cell, None where it is unbound."""
        term = self.cells.get(name)
        return None if term is None else term.value

    def text(self, name: str) -> str:
        """Return the IRI or words of a cell, empty where it is unbound."""
        return self.maybe(name) or ""

    def local(self, name: str) -> str:
        """Return the local name of a term of ours, as "resolved"."""
        return local_name(self.text(name))

    def language(self, name: str) -> str:
        """Return the language of a literal, empty where it has none."""
        term = self.cells.get(name)
        return "" if term is None else term.language

    def whole(self, name: str) -> int | None:
        """Return a whole number, None where the cell holds none."""
        found = self.text(name)
        return int(found) if found.lstrip("-").isdigit() else None

    def number(self, name: str) -> float | None:
        """Return a number, None where the cell holds none."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def date(self, name: str) -> date | None:
        """Return a date, None where the cell holds none."""
        try:
            return date.fromisoformat(self.text(name)[:10])
        except ValueError:
            return None

    def flag(self, name: str) -> bool | None:
        """Return a truth value, None where the cell is unbound."""
        found = self.maybe(name)
        return None if found is None else found in {"true", "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Row):
    """What is said of a node: cells by the local name of the property, the least value of each.

    Args:
        values: all values of each property.
    """

    values: Mapping[str, tuple[str, ...]]

    def all(self, name: str) -> tuple[str, ...]:
        """Return all values of a property, sorted."""
        return self.values.get(name, ())


@cache
def _template(name: str) -> str:
    return files("webui.facts").joinpath("sparql", f"{name}.rq").read_text(encoding="utf-8")


def filled(name: str, values: Mapping[str, Iterable[str | Term]]) -> str:
    """Return a query of `sparql/` with its VALUES blocks filled.

    Args:
        name: file name without its ending.
        values: IRIs or other terms for each variable that has a VALUES block in the file.

    Raises:
        BadParameter: a value is no IRI.
    """

    def block(found: re.Match[str]) -> str:
        variable = found["name"]
        if variable not in values:
            return found[0]
        given = (each if isinstance(each, Term) else iri(each) for each in values[variable])
        terms = " ".join(map(sparql, given))
        return f"VALUES ?{variable} {{ {terms} }}"

    return _GIVEN.sub(block, _template(name))


def ask(reader: Reader, name: str, **values: Iterable[str]) -> tuple[Row, ...]:
    """Return the rows of a query of `sparql/` over the public default graph."""
    return _rows(reader.select(filled(name, values)))


def read_nodes(reader: Reader, iris: Iterable[str]) -> dict[str, Node]:
    """Return what is said of nodes, by IRI; a node of which nothing is said is left out.

    One chain of joins however many properties there are: OPTIONAL blocks of two steps would make
    the store go through all that it holds.
    """
    wanted = sorted(set(iris))
    found: dict[str, dict[str, list[Term]]] = {}
    for row in ask(reader, "properties", node=wanted) if wanted else ():
        value = row.cells["value"]
        if value is not None:
            said = found.setdefault(row.text("node"), {})
            said.setdefault(row.local("property"), []).append(value)
    return {iri: _node(said) for iri, said in found.items()}


def _node(said: Mapping[str, list[Term]]) -> Node:
    ordered = {
        name: sorted(terms, key=lambda t: (t.value, t.language)) for name, terms in said.items()
    }
    return Node(
        cells={name: terms[0] for name, terms in ordered.items()},
        values={name: tuple(t.value for t in terms) for name, terms in ordered.items()},
    )


def ask_work(reader: Reader, name: str, **values: Iterable[str | Term]) -> tuple[Row, ...]:
    """Return the rows of a query of `sparql/` over raw graphs, runs and findings."""
    return _rows(reader.select_work(filled(name, values)))


def ask_work_part(
    reader: Reader, name: str, part: slice, **values: Iterable[str | Term]
) -> tuple[Row, ...]:
    """Return some rows of a query over raw graphs, runs and findings, as the store orders them.

    Args:
        reader: the store.
        name: file name of the query without its ending.
        part: which rows, from `start` to before `stop`.
        values: as for `filled`.
    """
    start, stop = int(part.start), int(part.stop)
    bounds = f"LIMIT {max(0, stop - start)} OFFSET {max(0, start)}"
    return _rows(reader.select_work(f"{filled(name, values)} {bounds}"))


def _rows(found: Rows) -> tuple[Row, ...]:
    return tuple(Row(cells=dict(zip(found.columns, row, strict=True))) for row in found.rows)

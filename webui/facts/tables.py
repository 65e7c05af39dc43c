"""Answers as tables for people and for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final

from queries.terms import python_value
from webui.labels import local_name, term_label
from webui.language import load_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.questions import Column, Question
    from queries.terms import Rows, Term

_VOCABULARY: Final = ("https://w3id.org/luocdo/ns#", "http://www.w3.org/ns/shacl#")
_SEVERITIES: Final = tuple(
    f"http://www.w3.org/ns/shacl#{name}" for name in ("Violation", "Warning", "Info")
)
_BESIDE: Final = "Label"
_AT_ONCE: Final = 200  # rows of a piece
_STATES: Final = frozenset({"status", "state"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: words, and the IRI they are about, empty for plain words."""

    words: str
    iri: str = ""
    number: bool = False


def _shown(asked: Question) -> tuple[Column, ...]:
    """Return the columns that people see: a label goes into the cell of its thing."""
    names = {column.name for column in asked.columns}
    return tuple(
        c
        for c in asked.columns
        if not (c.name.endswith(_BESIDE) and c.name.removesuffix(_BESIDE) in names)
    )


def column_words(asked: Question, language: str) -> tuple[str, ...]:
    """Return the headings of the columns that people see."""
    return tuple(c.vi if language == "vi" else c.en for c in _shown(asked))


def table(rows: Rows, asked: Question, language: str, limit: int) -> tuple[tuple[Cell, ...], ...]:
    """Return the first rows as cells, a thing with its label in one."""
    place = {name: at for at, name in enumerate(rows.columns)}
    shown = [c for c in _shown(asked) if c.name in place]
    return tuple(
        tuple(_cell(row, column.name, place, language) for column in shown)
        for row in rows.rows[:limit]
    )


def _cell(row: tuple[Term | None, ...], name: str, place: Mapping[str, int], language: str) -> Cell:
    term = row[place[name]]
    if name in _STATES and term is not None and term.kind == "literal":
        return Cell(words=_state(term.value, language))
    beside = place.get(name + _BESIDE)
    label = row[beside] if beside is not None else None
    return cell(term, language, "" if label is None else label.value)


def _state(value: str, language: str) -> str:
    """Return what people call a state that an answer names by a word for programs."""
    table = load_language(language)
    key = f"state.{value}"
    if table.knows(key):
        return table.say(key)
    label = term_label(value, language) if value.isalpha() else value
    return value if label.startswith("ldo:") else label


def cell(term: Term | None, language: str, label: str = "") -> Cell:
    """Return a term as a cell; a term of a vocabulary is called by its name."""
    if term is None:
        return Cell(words="")
    if term.kind == "iri":
        if term.value.startswith(_SEVERITIES):
            name = local_name(term.value)
            return Cell(words=load_language(language).say(f"severity.{name}"))
        if term.value.startswith(_VOCABULARY):
            return Cell(words=term_label(term.value, language))
        return Cell(words=label or term.value, iri=term.value)
    value = python_value(term)
    if isinstance(value, date):
        return Cell(words=load_language(language).date(value))
    return Cell(words=term.value, number=isinstance(value, (int, float, Decimal)))


def json_pieces(question: str, parameters: Mapping[str, str], rows: Rows) -> Iterator[bytes]:
    """Go through the pieces of an answer as programs read it: plain values by column.

    Args:
        question: id of the question.
        parameters: values by name, as they were given.
        rows: the answer, whose rows are made while they are written.
    """
    head = {"columns": rows.columns, "parameters": parameters, "question": question}
    yield f'{_written(head).removesuffix("}")}, "rows": ['.encode()
    records, between = rows.records(), "\n"
    while some := tuple(islice(records, _AT_ONCE)):
        yield (between + ",\n".join(map(_object, some))).encode("utf-8", "surrogatepass")
        between = ",\n"
    yield b"\n]}\n"


def _object(record: Mapping[str, object]) -> str:
    return _written({name: _plain(value) for name, value in record.items()})


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: object) -> object:
    """Return a value as JSON has it: dates as ISO 8601, decimals as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value

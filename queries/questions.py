"""The catalogue of questions: read from headed `.rq` files, asked with parameters.

A parameter enters as a row of serialised terms in the lines marked `# parameters`, which hold
the example in the file: the file runs as it is in any SPARQL 1.1 store.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Final, Literal, Protocol, cast

from ontology.namespaces import DEFAULT_BASE
from queries import index_answers, sql_answers
from queries.bodies import resolve_bodies
from queries.catalogue_header import Entry, read_header
from queries.errors import BadParameter, UnknownQuestion
from queries.search import resolve_document, resolve_name
from queries.terms import XSD, Rows, Term, iri, literal, sparql

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from queries.index.reader import SideIndex

Terms = tuple[Term | None, ...]
ParameterType = Literal["document", "agency", "place", "term", "integer", "date", "text"]
_MARKED: Final = re.compile(r"VALUES \(([^)]*)\) \{[^\n]*\} # parameters$", re.MULTILINE)
_LDO: Final = "https://w3id.org/luocdo/ns#"
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_INTEGER: Final = re.compile(r"-?[0-9]{1,9}")
_OPTIONAL: Final = "none"
_TODAY: Final = "today"
_INDEX: Final = "index"


class QuestionSource(Protocol):
    """Who answers questions: a reader, or a reader whose queries run in other processes."""

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the public default graph."""

    def select_work(self, query: str) -> Rows:
        """Return all rows of a SELECT over raw graphs, runs and findings."""

    def index(self) -> SideIndex:
        """Return the side index of the same generation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a question.

    Args:
        name: as it is given.
        type: what it is; documents, agencies and places may be given as IRI, path or name.
        default: value when it is not given; "none": it narrows nothing then; "today"; None: it
            must be given.
        example: a value that the example province has.
        vi, en: what it means.
    """

    name: str
    type: ParameterType
    default: str | None
    example: str | None
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a question.

    Args:
        name: as in the answer.
        kind: document, agency, place, node, term, label, text, integer, decimal, boolean, date.
        vi, en: what it means.
    """

    name: str
    kind: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A catalogued question.

    Args:
        id: kebab-case.
        title_vi, title_en: the question.
        description_vi, description_en: one sentence on what the answer holds.
        dataset: "public"; "work" for findings; "index" where the side index answers.
        parameters, columns: in their order.
        example_rows: rows that the example call gives in the example province.
        text: the SPARQL with its header.
    """

    id: str
    title_vi: str
    title_en: str
    description_vi: str
    description_en: str
    dataset: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example_rows: int
    text: str

    @property
    def query(self) -> str:
        """The SPARQL without its header, as a person reads it."""
        lines = self.text.splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("#+")).lstrip()

    def example(self) -> dict[str, str]:
        """Return the arguments of the example call."""
        return {p.name: p.example for p in self.parameters if p.example is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a question: with the query that was run and its rows."""

    question: Question
    query: str
    rows: Rows


def read_question(text: str) -> Question:
    """Return the question that a headed `.rq` holds.

    Raises:
        UnknownQuestion: the header lacks its id or a marked line names an unknown parameter.
    """
    header = read_header(text)
    question = Question(
        id=header.text("id"),
        title_vi=_said(header, "title", "vi"),
        title_en=_said(header, "title", "en"),
        description_vi=_said(header, "description", "vi"),
        description_en=_said(header, "description", "en"),
        dataset=header.text("dataset", "public"),
        parameters=tuple(map(_parameter, _below(header, "parameters"))),
        columns=tuple(map(_column, _below(header, "columns"))),
        example_rows=int(header.text("example_rows", "0")),
        text=text,
    )
    known = {p.name for p in question.parameters}
    used = {n.removeprefix("?_") for names in _MARKED.findall(text) for n in names.split()}
    if question.dataset == _INDEX and index_answers.is_answered(question.id):
        return question
    if not question.id or used != known:
        raise UnknownQuestion(
            "bad-question", f"Question {question.id!r}: parameters and query differ: {used ^ known}"
        )
    return question


def _below(header: Entry, key: str) -> tuple[Entry, ...]:
    found = header.child(key)
    return () if found is None else found.below


def _said(header: Entry, key: str, language: str) -> str:
    found = header.child(key)
    return "" if found is None else found.text(language)


def _parameter(entry: Entry) -> Parameter:
    default, example = entry.child("default"), entry.child("example")
    return Parameter(
        name=entry.key,
        type=cast("ParameterType", entry.text("type")),
        default=None if default is None else default.value,
        example=None if example is None else example.value,
        vi=entry.text("vi"),
        en=entry.text("en"),
    )


def _column(entry: Entry) -> Column:
    return Column(name=entry.key, kind=entry.text("kind"), vi=entry.text("vi"), en=entry.text("en"))


@lru_cache(maxsize=1)
def catalogue() -> tuple[Question, ...]:
    """Return all questions, by id."""
    folder = files("queries").joinpath("catalogue")
    texts = (f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".rq"))
    return tuple(sorted(map(read_question, texts), key=lambda question: question.id))


def question(identifier: str) -> Question:
    """Return the question of an id.

    Raises:
        UnknownQuestion: there is none.
    """
    for found in catalogue():
        if found.id == identifier:
            return found
    raise UnknownQuestion(
        "unknown-question",
        f"There is no question {identifier!r}.",
        f"There are: {', '.join(q.id for q in catalogue())}.",
    )


def bind(
    asked: Question,
    arguments: Mapping[str, str],
    index: SideIndex,
    *,
    base_iri: str = DEFAULT_BASE,
    today: date | None = None,
) -> str:
    """Return the query of a question with its parameters as rows of terms.

    Args:
        asked: the question.
        arguments: values by name, as a person writes them; an empty one counts as not given.
        index: looks up numbers and names.
        base_iri: the setting of that name.
        today: what "today" is; by the clock in UTC where None.

    Raises:
        BadParameter: one is missing, unknown, of the wrong type, or means several things.
    """
    lookup = _Lookup(index=index, base_iri=base_iri)
    terms = _terms(asked, arguments, lookup, today)
    return _MARKED.sub(lambda found: _rows(found[1], terms), asked.text)


def _terms(
    asked: Question, arguments: Mapping[str, str], lookup: _Lookup, today: date | None
) -> dict[str, Terms]:
    """Return what each parameter means; a name of bodies may mean several."""
    unknown = sorted(arguments.keys() - {p.name for p in asked.parameters})
    if unknown:
        raise BadParameter(unknown[0], f"{asked.id} has no parameter {unknown[0]!r}.")
    day = today or datetime.now(tz=UTC).date()
    return {
        p.name: _term(p, arguments.get(p.name, "").strip(), lookup, day) for p in asked.parameters
    }


def _rows(names: str, terms: Mapping[str, Terms]) -> str:
    """Return the line that gives the parameters, one row for each choice of their meanings."""
    meant = [map(sparql, terms[name.removeprefix("?_")]) for name in names.split()]
    rows = " ".join(f"({' '.join(row)})" for row in product(*meant))
    return f"VALUES ({names}) {{ {rows} }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lookup:
    """Where numbers and names are looked up."""

    index: SideIndex
    base_iri: str


def _term(parameter: Parameter, given: str, lookup: _Lookup, today: date) -> Terms:
    """Return the terms of an argument; one None where an optional one is not given."""
    value = given or parameter.default
    if value is None:
        raise BadParameter(parameter.name, f"The parameter {parameter.name!r} is missing.")
    if value == _OPTIONAL:
        return (None,)
    if value == _TODAY and parameter.type == "date":
        value = today.isoformat()
    if parameter.type == "agency":
        return _read_agency(value, parameter.name, lookup)
    return (_READ[parameter.type](value, parameter.name, lookup),)


def _read_document(value: str, name: str, lookup: _Lookup) -> Term:
    return iri(resolve_document(lookup.index, value, base_iri=lookup.base_iri, name=name))


def _read_agency(value: str, name: str, lookup: _Lookup) -> Terms:
    bodies = resolve_bodies(lookup.index, value, base_iri=lookup.base_iri, name=name)
    return tuple(map(iri, bodies))


def _read_place(value: str, name: str, lookup: _Lookup) -> Term:
    return iri(resolve_name(lookup.index, value, "place", base_iri=lookup.base_iri, name=name))


def _read_term(value: str, name: str, _: _Lookup) -> Term:
    local = value.removeprefix("ldo:").removeprefix(_LDO)
    if not _NAME.fullmatch(local):
        raise BadParameter(name, f"{value!r} is no term of the vocabulary.")
    return iri(_LDO + local)


def _read_integer(value: str, name: str, _: _Lookup) -> Term:
    if not _INTEGER.fullmatch(value):
        raise BadParameter(name, f"{value!r} is not a whole number.")
    return literal(str(int(value)), datatype=f"{XSD}integer")


def _read_date(value: str, name: str, _: _Lookup) -> Term:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise BadParameter(name, f"{value!r} is not a date.", "Write 2024-03-05.") from error
    return literal(day.isoformat(), datatype=f"{XSD}date")


def _read_text(value: str, _: str, __: _Lookup) -> Term:
    return literal(value)


_READ: Final[Mapping[ParameterType, Callable[[str, str, _Lookup], Term]]] = {
    "document": _read_document,
    "place": _read_place,
    "term": _read_term,
    "integer": _read_integer,
    "date": _read_date,
    "text": _read_text,
}


def ask(
    identifier: str,
    arguments: Mapping[str, str],
    source: QuestionSource,
    *,
    base_iri: str = DEFAULT_BASE,
    today: date | None = None,
) -> Answer:
    """Ask a catalogued question.

    Args:
        identifier: its id.
        arguments: values by name, as a person writes them.
        source: who answers.
        base_iri: the setting of that name.
        today: what "today" is; by the clock in UTC where None.

    Raises:
        UnknownQuestion: there is no such question.
        BadParameter: an argument cannot be used.
        QueryError: it got no answer.
    """
    asked, index = question(identifier), source.index()
    lookup = _Lookup(index=index, base_iri=base_iri)
    terms = _terms(asked, arguments, lookup, today)
    query = _MARKED.sub(lambda found: _rows(found[1], terms), asked.text)
    if index_answers.is_answered(asked.id):
        given = {name: found[0] for name, found in terms.items()}
        rows = index_answers.answer(asked.id, index, given)
    elif sql_answers.can_answer(asked.id, index):
        kinds = {column.name: column.kind for column in asked.columns}
        rows = sql_answers.answer(asked.id, kinds, index, terms)
    else:
        rows = (source.select_work if asked.dataset == "work" else source.select)(query)
    return Answer(question=asked, query=query, rows=rows)

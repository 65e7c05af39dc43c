"""Questions that SQL on the side index answers: a `.sql` beside the `.rq` gives the same rows.

The `.rq` stays the contract, which any store can run. The `.sql` gives the columns of the question
by their names; a column that labels another, and the summary of a task, may be left out: their
words are looked up then for the rows that are looked at. Parameters come by their names: a body,
which may mean several, as JSON, and `:lineage` is what rests on the document asked about, with its
step. A line that ends with `-- if NAME` counts only where that parameter is given.

Tables keep one value of most properties a node and graph; where that matters, a line
`-- one: place date` names them, and while any graph states several values of one of them, SPARQL
answers. A line `-- by parts` says that the order is that of an index, so that some rows of very
many are found soon.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from queries.errors import StoreError
from queries.index.labels import document_labels, name_labels, task_summaries
from queries.lineage_answers import steps_down
from queries.terms import XSD, Later, Rows, Term, literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from queries.index.reader import SideIndex, Value
    from queries.terms import Values

    Given = Mapping[str, tuple[Term | None, ...]]
    Row = tuple[Value, ...]
    Named = Mapping[str, Value]

_LDO: Final = "https://w3id.org/luocdo/ns#"
_ONLY_IF: Final = re.compile(r"^(?P<sql>.*?)-- if (?P<name>\w+)$", re.MULTILINE)
_ONE: Final = re.compile(r"^-- one: (?P<names>.+)$", re.MULTILINE)
_COMMENT: Final = re.compile(r"^--.*\n", re.MULTILINE)
_INTEGER: Final = f"{XSD}integer"
_LABEL: Final = "Label"
_TASK: Final = "obligation"
_SUMMARY: Final = "summary"
_BY_PARTS: Final = "-- by parts"
_AT_ONCE: Final = 50_000  # rows that are held to be counted and shown
_PLACES: Final = 10**18  # of a decimal that the store divides; more are cut off


class _Sql(NamedTuple):
    """The SQL of a question, and the properties that must have one value."""

    text: str
    one: tuple[str, ...]
    is_by_parts: bool


@cache
def _sql(question: str) -> _Sql | None:
    """Return the SQL of a question, None where it has none."""
    file = files("queries").joinpath("catalogue", f"{question}.sql")
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    named = _ONE.search(text)
    one = tuple(named["names"].split()) if named else ()
    return _Sql(text=_COMMENT.sub("", text), one=one, is_by_parts=_BY_PARTS in text)


def can_answer(question: str, index: SideIndex) -> bool:
    """Tell whether the tables of a side index hold all that a question asks for.

    Args:
        question: its id.
        index: side index of a generation; one of an older layout cannot answer.
    """
    sql = _sql(question)
    return sql is not None and index.once((question, "SQL"), lambda: _holds_all(index, sql.one))


def _holds_all(index: SideIndex, one: tuple[str, ...]) -> bool:
    marks = ", ".join("?" * len(one))
    asked = f"SELECT 1 FROM plural WHERE property IN ({marks}) LIMIT 1"  # noqa: S608 - marks only
    try:
        return not index.rows(asked, one)
    except StoreError:
        return False


def answer(question: str, kinds: Mapping[str, str], index: SideIndex, given: Given) -> Rows:
    """Return the rows of a question that has SQL; `can_answer` tells which have.

    Args:
        question: its id.
        kinds: its columns in their order, each with what it holds ("document").
        index: side index of a generation.
        given: terms by name of parameter, several where a name means several things.
    """
    sql = _sql(question)
    text = _ONLY_IF.sub(lambda line: _kept(line, given), sql.text if sql else "")
    named = {
        name: _meant(terms, has_several=f"JSON_EACH(:{name})" in text)
        for name, terms in given.items()
    }
    if ":lineage" in text:
        named["lineage"] = json.dumps(list(steps_down(index, given).items()))
    most = 0 if sql and sql.is_by_parts else _AT_ONCE
    found = _Found(index, text, named, most)
    columns = index.columns(text, named)

    def made(part: Sequence[Row]) -> list[Values]:
        return _Cells(index, kinds, columns, part).rows()

    return Rows(columns=tuple(kinds), rows=Later(found, made))


def _kept(line: re.Match[str], given: Given) -> str:
    """Return a line of SQL where its parameter is given, nothing where it is not."""
    return line["sql"] if any(given[line["name"]]) else ""


def _meant(terms: tuple[Term | None, ...], *, has_several: bool) -> Value:
    """Return a parameter as an IRI, the name of a term of ours, words, a number or a day."""
    given = [term for term in terms if term is not None]
    if has_several:
        return json.dumps([term.value for term in given])
    if not given:
        return None
    (term,) = given
    return int(term.value) if term.datatype == _INTEGER else term.value.removeprefix(_LDO)


class _Found(Sequence["Row"]):
    """The rows of a query, counted and read when they are looked at.

    Args:
        index: side index of a generation.
        sql: the query.
        named: its parameters.
        most: rows that are read at once to be counted; of more, or where it is 0, the store counts
            and gives those that are looked at.
    """

    def __init__(self, index: SideIndex, sql: str, named: Named, most: int) -> None:
        self._index, self._sql, self._named, self._most = index, sql, named, most
        self._count: int | None = None
        self._held: list[Row] = []

    def __len__(self) -> int:
        """Return the number of rows."""
        if self._count is None and self._most:
            self._held = list(islice(iter(self), self._most + 1))
            self._count = len(self._held) if len(self._held) <= self._most else None
        if self._count is None:
            self._held, self._most = [], 0
            sql = f"SELECT COUNT(*) FROM ({self._sql})"  # noqa: S608 - a file of ours
            self._count = int(self._index.rows(sql, self._named)[0][0] or 0)
        return self._count

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Return a row, or some that stand one after the other."""
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _ = place.indices(len(self))
        if self._most:
            return self._held[start:stop]
        bounds = {"_count": max(0, stop - start), "_first": start}
        sql = f"{self._sql} LIMIT :_count OFFSET :_first"
        return self._index.rows(sql, {**self._named, **bounds})

    def __iter__(self) -> Iterator[Row]:
        """Go through all rows."""
        return self._index.stream(self._sql, self._named)


class _Cells:
    """Makes the cells of some rows.

    Args:
        index: side index of a generation.
        kinds: columns to be filled, each with what it holds.
        columns: names of the columns of the rows.
        part: the rows.
    """

    def __init__(
        self,
        index: SideIndex,
        kinds: Mapping[str, str],
        columns: Sequence[str],
        part: Sequence[Row],
    ) -> None:
        self._index, self._part = index, part
        self._at = {name: at for at, name in enumerate(columns)}
        self._kinds = kinds

    def rows(self) -> list[Values]:
        """Return the rows as terms, a column after the other."""
        columns = [
            self._told(name, _CELLS[kind]) if name in self._at else self._looked_up(name)
            for name, kind in self._kinds.items()
        ]
        return list(zip(*columns, strict=True))

    def _looked_up(self, name: str) -> list[Term | None]:
        return self._summaries() if name == _SUMMARY else self._labels(name)

    def _summaries(self) -> list[Term | None]:
        """Return what is to be done in the tasks."""
        at = self._at[_TASK]
        words = task_summaries(self._index, {str(row[at]) for row in self._part})
        return [
            literal(words[str(row[at])]) if str(row[at]) in words else None for row in self._part
        ]

    def _told(self, name: str, make: Callable[[Value], Term]) -> list[Term | None]:
        at = self._at[name]
        return [None if row[at] is None else make(row[at]) for row in self._part]

    def _labels(self, name: str) -> list[Term | None]:
        """Return what documents, bodies or places are called, or the ends of their IRIs."""
        thing = name.removesuffix(_LABEL)
        at = self._at[thing]
        wanted = {str(row[at]) for row in self._part if row[at] is not None}
        look_up = document_labels if self._kinds[thing] == "document" else name_labels
        words = look_up(self._index, wanted)
        made = {iri: literal(words.get(iri) or _tail(iri)) for iri in wanted}
        return [made.get(str(row[at])) for row in self._part]


def _tail(iri: str) -> str:
    return iri.partition("/id/vn/")[2]


def _iri(value: Value) -> Term:
    return Term(kind="iri", value=str(value))


def _term(value: Value) -> Term:
    """Return a term of a vocabulary; one of ours is given by its name alone."""
    return _iri(value if ":" in str(value) else f"{_LDO}{value}")


def _words(value: Value) -> Term:
    return literal(str(value))


def _typed(name: str) -> Callable[[Value], Term]:
    def made(value: Value) -> Term:
        return literal(str(value), datatype=f"{XSD}{name}")

    return made


def _boolean(value: Value) -> Term:
    return literal("true" if value else "false", datatype=f"{XSD}boolean")


def _decimal(value: Value) -> Term:
    """Return a share, given as `3/4`; the whole number 0 where there is nothing to share.

    Source: XML Schema Part 2, 3.2.3.2, the canonical form of a decimal.
    """
    part, whole = map(int, str(value).split("/"))
    if not whole:
        return literal("0", datatype=f"{XSD}integer")
    before, after = divmod(part * _PLACES // whole, _PLACES)
    digits = f"{after:018}".rstrip("0")
    return literal(f"{before}.{digits}" if digits else str(before), datatype=f"{XSD}decimal")


_CELLS: Final[Mapping[str, Callable[[Value], Term]]] = {
    **dict.fromkeys(("document", "agency", "place", "node"), _iri),
    "term": _term,
    **dict.fromkeys(("label", "text"), _words),
    "integer": _typed("integer"),
    "date": _typed("date"),
    "decimal": _decimal,
    "boolean": _boolean,
}

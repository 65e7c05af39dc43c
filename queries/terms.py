"""Terms and rows of answers, free of any RDF library, and how a term is written in SPARQL."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, overload

from queries.errors import BadParameter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING: Final = f"{XSD}string"
_AT_ONCE: Final = 500
_FORBIDDEN_IN_IRI: Final = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)

TermKind = Literal["iri", "bnode", "literal"]
PythonValue = str | int | float | Decimal | bool | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One RDF term.

    Args:
        kind: "iri", "bnode" or "literal".
        value: the IRI, the label of the blank node or the lexical form.
        language: language tag of a literal; empty where it has none.
        datatype: IRI of the datatype; empty for plain strings and strings with a language.
    """

    kind: TermKind
    value: str
    language: str = ""
    datatype: str = ""


Values = tuple["Term | None", ...]
"""The cells of a row; None stands where one is unbound."""

T = TypeVar("T")


class Later(Sequence[Values]):
    """Rows that are made when they are looked at: very many are found, and few are shown.

    Args:
        found: what a row is made of, in the order of the rows.
        make: makes the rows of some of it.
    """

    def __init__(self, found: Sequence[T], make: Callable[[Sequence[T]], list[Values]]) -> None:
        self._found: Sequence[Any] = found
        self._make = make

    def __len__(self) -> int:
        """Return the number of rows, made or not."""
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> Values: ...

    @overload
    def __getitem__(self, place: slice) -> list[Values]: ...

    def __getitem__(self, place: int | slice) -> Values | list[Values]:
        """Return a row, or some of them."""
        if isinstance(place, slice):
            return self._make(self._found[place])
        return self._make([self._found[place]])[0]

    def __eq__(self, other: object) -> bool:
        """Tell whether the rows are the same, made or not."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return what equal rows have in common."""
        return hash(tuple(self))

    def __iter__(self) -> Iterator[Values]:
        """Go through all rows, some hundreds made at once."""
        waiting = iter(self._found)
        while some := tuple(islice(waiting, _AT_ONCE)):
            yield from self._make(some)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The answer to a SELECT: column names and rows; None stands where a cell is unbound."""

    columns: tuple[str, ...]
    rows: Sequence[Values]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def records(self) -> Iterator[dict[str, PythonValue | None]]:
        """Go through the rows as plain Python values by column name."""
        for row in self.rows:
            yield dict(zip(self.columns, map(python_value, row), strict=True))


def iri(value: str) -> Term:
    """Return the term of an absolute IRI.

    Raises:
        BadParameter: it is relative or holds a character that no IRI may hold (RFC 3987).
    """
    if _FORBIDDEN_IN_IRI.search(value) or not _ABSOLUTE.match(value):
        raise BadParameter("iri", f"{value!r} is not an absolute IRI.")
    return Term(kind="iri", value=value)


def literal(value: str, *, datatype: str = "", language: str = "") -> Term:
    """Return the term of a literal; a datatype of plain strings is dropped.

    Raises:
        BadParameter: the language tag is not one (RFC 5646).
    """
    if language and not _LANGUAGE.fullmatch(language):
        raise BadParameter("language", f"{language!r} is not a language tag.")
    kept = "" if datatype == XSD_STRING else datatype
    return Term(kind="literal", value=value, language=language, datatype=kept)


def sparql(term: Term | None) -> str:
    r"""Return a term as SPARQL and N-Triples write it; UNDEF for none.

    Source: SPARQL 1.1 Query Language, section 19.8.

    >>> sparql(literal('a "b"', language="vi"))
    '"a \\"b\\""@vi'
    """
    if term is None:
        return "UNDEF"
    if term.kind == "iri":
        return f"<{term.value}>"
    if term.kind == "bnode":
        return f"_:{term.value}"
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return f"{quoted}^^<{term.datatype}>" if term.datatype else quoted


def _integer(lexical: str) -> int:
    return int(lexical)


def _boolean(lexical: str) -> bool:
    return lexical in {"true", "1"}


_PYTHON: Final[Mapping[str, Callable[[str], PythonValue]]] = {
    f"{XSD}integer": _integer,
    f"{XSD}int": _integer,
    f"{XSD}long": _integer,
    f"{XSD}nonNegativeInteger": _integer,
    f"{XSD}decimal": Decimal,
    f"{XSD}double": float,
    f"{XSD}float": float,
    f"{XSD}boolean": _boolean,
    f"{XSD}date": date.fromisoformat,
}


def python_value(term: Term | None) -> PythonValue | None:
    """Return a term as a Python value; its lexical form where the value is not one of its type."""
    if term is None:
        return None
    convert = _PYTHON.get(term.datatype)
    if convert is None:
        return term.value
    try:
        return convert(term.value)
    except (ValueError, InvalidOperation):
        return term.value

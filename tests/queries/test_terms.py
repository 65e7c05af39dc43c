"""Terms, how SPARQL writes them, and what Python makes of them."""

from __future__ import annotations

from collections.abc import Sequence  # noqa: TC003  # hypothesis reads the types
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import BadParameter
from queries.store.folder_reader import FolderReader  # noqa: TC001  # hypothesis reads the types
from queries.terms import XSD, Later, Term, Values, iri, literal, python_value, sparql


@pytest.mark.parametrize("bad", ["", "relative/path", "http://x/a b", "http://x/>", "a:\n", ":"])
def test_what_is_no_iri_is_refused(bad: str) -> None:
    """A value that could end its brackets never becomes an IRI."""
    with pytest.raises(BadParameter):
        iri(bad)


def test_languages_are_checked() -> None:
    """A language tag holds letters, digits and hyphens only."""
    assert sparql(literal("a", language="vi-Latn")) == '"a"@vi-Latn'
    with pytest.raises(BadParameter):
        literal("a", language="vi . }")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12))
def test_a_literal_comes_back_from_the_store(reader: FolderReader, words: str) -> None:
    """Whatever a string holds, SPARQL reads it as that string."""
    rows = reader.select(f"SELECT ?x {{ VALUES ?x {{ {sparql(literal(words))} }} }}").rows
    assert rows == ((literal(words),),)


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (literal("12", datatype=f"{XSD}integer"), 12),
        (literal("0.5", datatype=f"{XSD}decimal"), Decimal("0.5")),
        (literal("true", datatype=f"{XSD}boolean"), True),
        (literal("2024-03-05", datatype=f"{XSD}date"), date(2024, 3, 5)),
        (literal("05/3/2024", datatype=f"{XSD}date"), "05/3/2024"),
        (literal("x", datatype=f"{XSD}string"), "x"),
        (Term(kind="iri", value="a:b"), "a:b"),
        (None, None),
    ],
)
def test_values_become_python(term: Term | None, value: object) -> None:
    """A lexical form that is none of its type stays words."""
    assert python_value(term) == value


def test_rows_are_made_when_they_are_looked_at() -> None:
    """Only those of a page, and each of them once when all are gone through."""
    made: list[int] = []

    def make(part: Sequence[int]) -> list[Values]:
        made.extend(part)
        return [(literal(str(number)),) for number in part]

    rows = Later(range(1200), make)
    assert len(rows) == 1200
    assert rows[3:5] == [(literal("3"),), (literal("4"),)]
    assert rows[-1] == (literal("1199"),)
    assert made == [3, 4, 1199]
    assert rows == Later(range(1200), make) != Later(range(1199), make)
    assert hash(rows) == hash(tuple(rows))
    assert [row[0].value for row in rows if row[0]] == [str(number) for number in range(1200)]

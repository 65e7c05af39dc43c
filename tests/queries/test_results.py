"""Rows in the standard formats, read back by other libraries."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.query import Result

from queries.answers_json import read_json
from queries.errors import UnsuitableFormat
from queries.results import boolean_bytes, rows_bytes, table
from queries.store.media import CSV, RESULTS_JSON, RESULTS_XML, TSV, TURTLE
from queries.terms import XSD, Rows, Term, literal

ROWS = Rows(
    columns=("x", "y"),
    rows=(
        (Term(kind="iri", value="http://x/é"), literal("Đề án \U0001f600", language="vi")),
        (Term(kind="bnode", value="b1"), None),
        (literal(""), literal(' a "b",\r\n\tc\\ ')),
        (literal("5", datatype=f"{XSD}integer"), literal("2024-01-02", datatype=f"{XSD}date")),
    ),
)


@pytest.mark.parametrize(("media_type", "name"), [(RESULTS_JSON, "json"), (RESULTS_XML, "xml")])
def test_another_library_reads_the_same_terms(media_type: str, name: str) -> None:
    """Language, datatype, empty and unbound survive, and strings leave as they came in."""
    result = Result.parse(io.BytesIO(rows_bytes(ROWS, media_type)), format=name)
    names = result.vars or []
    found = [
        tuple(str(row[v]) if row.get(v) is not None else None for v in names)
        for row in result.bindings
    ]
    assert found == [tuple(None if t is None else t.value for t in row) for row in ROWS.rows]
    assert [str(v) for v in names] == ["x", "y"]


def test_csv_follows_its_rfc() -> None:
    """Lines end in CRLF and quotes are doubled."""
    data = rows_bytes(ROWS, CSV).decode()
    assert data.startswith("x,y\r\n")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert rows[3] == ["", ' a "b",\r\n\tc\\ ']
    assert rows[2] == ["_:b1", ""]


def test_tsv_carries_terms() -> None:
    """Each line is a row; control characters are escaped and numbers are bare."""
    lines = rows_bytes(ROWS, TSV).decode().split("\n")
    assert lines[0] == "?x\t?y"
    assert lines[1] == '<http://x/é>\t"Đề án \U0001f600"@vi'
    assert lines[2] == "_:b1\t"
    assert lines[3] == '""\t" a \\"b\\",\\r\\n\\tc\\\\ "'
    assert lines[4] == f'5\t"2024-01-02"^^<{XSD}date>'


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
def test_json_gives_every_string_back(words: str) -> None:
    """What is written is read, whatever it holds."""
    rows = Rows(columns=("x",), rows=((literal(words),),))
    assert read_json(rows_bytes(rows, RESULTS_JSON)) == rows


def test_xml_refuses_what_it_cannot_hold() -> None:
    """A control character is a refusal that names other formats, never a broken document."""
    rows = Rows(columns=("x",), rows=((literal("a\x02"),),))
    with pytest.raises(UnsuitableFormat, match="json"):
        rows_bytes(rows, RESULTS_XML)
    assert b"\\u0002" in rows_bytes(rows, RESULTS_JSON)


def test_an_empty_answer_is_a_full_document() -> None:
    """No rows are still a document with its head in each format."""
    empty = Rows(columns=("x",), rows=())
    assert len(read_json(rows_bytes(empty, RESULTS_JSON))) == 0
    assert len(list(Result.parse(io.BytesIO(rows_bytes(empty, RESULTS_XML)), format="xml"))) == 0
    assert rows_bytes(empty, CSV) == b"x\r\n"
    assert rows_bytes(empty, TSV) == b"?x\n"


def test_a_boolean_has_two_formats() -> None:
    """ASK goes out as JSON and XML; CSV has no form for it."""
    assert boolean_bytes(True, RESULTS_JSON) == b'{"head": {}, "boolean": true}'
    assert b"<boolean>false</boolean>" in boolean_bytes(False, RESULTS_XML)
    for media_type in (CSV, TURTLE):
        with pytest.raises(UnsuitableFormat):
            boolean_bytes(True, media_type)


def test_a_table_has_plain_words() -> None:
    """For people an unbound cell is empty."""
    assert list(table(ROWS))[1] == ("b1", "")

"""Answers become cells for people and plain values for programs."""

from __future__ import annotations

import json

from queries.questions import question
from queries.terms import XSD, Rows, iri, literal
from webui.facts.tables import cell, column_words, json_pieces, table

DOCUMENT = "https://w3id.org/luocdo/id/vn/ct/ttg/2019/12"


def test_a_label_goes_into_the_cell_of_its_thing() -> None:
    """The columns that people see have headings of their language."""
    asked = question("lineage-up")
    columns = tuple(c.name for c in asked.columns)
    row = [None] * len(columns)
    row[columns.index("from")] = iri(DOCUMENT)  # type: ignore[call-overload]  # a row of terms
    row[columns.index("fromLabel")] = literal("12/CT-TTg")  # type: ignore[call-overload]  # a row of terms
    cells = table(Rows(columns=columns, rows=(tuple(row),)), asked, "vi", 10)[0]
    assert len(cells) == len(column_words(asked, "vi")) == len(columns) - 2
    assert any(c.iri == DOCUMENT and c.words == "12/CT-TTg" for c in cells)


def test_terms_numbers_and_nothing() -> None:
    """A term of the vocabulary is called by its name; an unbound cell is empty."""
    assert cell(iri("https://w3id.org/luocdo/ns#lead"), "vi").words == "chủ trì"
    assert cell(literal("3", datatype=f"{XSD}integer"), "vi").number
    assert cell(None, "vi").words == ""
    assert cell(iri("http://www.w3.org/ns/shacl#Violation"), "vi").words == "Phải sửa"
    assert cell(literal("2024-03-05", datatype=f"{XSD}date"), "vi").words == "05/03/2024"


def test_programs_get_plain_values() -> None:
    """Dates as ISO 8601, decimals as numbers, unbound as null."""
    row = (literal("2024-03-05", datatype=f"{XSD}date"), literal("0.5", datatype=f"{XSD}decimal"))
    rows = Rows(columns=("d", "n", "u"), rows=((*row, None),) * 500)
    pieces = list(json_pieces("x", {"a": "b"}, rows))
    assert len(pieces) > 3
    assert json.loads(b"".join(pieces)) == {
        "question": "x",
        "parameters": {"a": "b"},
        "columns": ["d", "n", "u"],
        "rows": [{"d": "2024-03-05", "n": 0.5, "u": None}] * 500,
    }
    assert json.loads(b"".join(json_pieces("x", {}, Rows(columns=("d",), rows=()))))["rows"] == []


def test_states_are_called_by_words_of_people() -> None:
    """What an answer names for programs is said in the visitor's language."""
    asked = question("lineage-up")
    place = [c.name for c in asked.columns].index("status")
    for state, vi in (("registry", "theo danh mục"), ("resolved", "đã xác định")):
        row = tuple(literal(state) if at == place else None for at in range(len(asked.columns)))
        columns = tuple(c.name for c in asked.columns)
        cells = table(Rows(columns=columns, rows=(row,)), asked, "vi", 10)[0]
        assert vi in [c.words for c in cells]

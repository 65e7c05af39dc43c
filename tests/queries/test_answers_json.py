"""Rows are read as they were written; anything else is refused."""

from __future__ import annotations

import pytest

from queries.answers_json import read_json
from queries.errors import UnsuitableFormat
from queries.results import rows_bytes
from queries.store.media import RESULTS_JSON
from queries.terms import Rows, iri, literal


def test_rows_come_back() -> None:
    """With unbound cells, languages and datatypes."""
    rows = Rows(
        columns=("a", "b"),
        rows=((iri("urn:a"), None), (literal("x", language="vi"), literal("1", datatype="urn:t"))),
    )
    assert read_json(rows_bytes(rows, RESULTS_JSON)) == rows


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"<sparql/>", b'{"head":{}}'])
def test_what_is_no_answer_is_refused(body: bytes) -> None:
    """With an error of ours."""
    with pytest.raises(UnsuitableFormat):
        read_json(body)

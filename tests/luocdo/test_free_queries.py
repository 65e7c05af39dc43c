"""A query of one's own gives rows, or an error that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.free_queries import limits, run_once
from luocdo.settings import Settings
from queries.errors import QueryRefused, QuerySyntax, ResultTooLarge

if TYPE_CHECKING:
    from pathlib import Path

COUNT = "SELECT (COUNT(*) AS ?n) { ?d <https://w3id.org/luocdo/ns#presence> ?p }"


def test_rows_come_back(store: Path) -> None:
    """One row with one number."""
    (row,) = run_once(COUNT, Settings(store=store)).records()
    assert isinstance(row["n"], int)
    assert row["n"] > 17


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT {", QuerySyntax),
        ("DELETE WHERE { ?s ?p ?o }", QueryRefused),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", QueryRefused),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", QueryRefused),
    ],
)
def test_what_is_not_run_is_refused(query: str, kind: type[Exception], store: Path) -> None:
    """Updates, other machines, mistakes, and triples where a table is printed."""
    with pytest.raises(kind):
        run_once(query, Settings(store=store))


def test_an_answer_over_its_limit_is_never_cut(store: Path) -> None:
    """The settings set the limit."""
    with pytest.raises(ResultTooLarge):
        run_once("SELECT * { ?s ?p ?o } LIMIT 50", Settings(store=store, query_rows=10))
    assert limits(Settings(query_seconds=3, query_rows=4)).seconds == 3

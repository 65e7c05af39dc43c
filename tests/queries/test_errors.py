"""Errors of this room."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from queries.errors import (
    BadParameter,
    QueryError,
    QueryRefused,
    QuerySyntax,
    QueryTimeout,
    ResultTooLarge,
    StoreError,
    UnknownQuestion,
    UnsuitableFormat,
)

if TYPE_CHECKING:
    from ontology.errors import LuocdoError

ERRORS = [
    QuerySyntax("expected a dot", 2, 7),
    QueryRefused("no-worker-free", "All are taken.", "Wait.", retry_after=3),
    QueryTimeout(1.5),
    ResultTooLarge("rows", 10),
    UnsuitableFormat("format-cannot-hold", "No.", "Ask for JSON."),
    UnknownQuestion("unknown-question", "None."),
    BadParameter("doc", "Two.", "Name one.", ("a:b", "a:c")),
    StoreError("store-locked", "Taken.", "Wait."),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_errors_cross_processes_whole(error: LuocdoError) -> None:
    """Pickled and read back an error keeps its kind, its words and its fields."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_a_failed_query_is_no_failed_store() -> None:
    """All but the store's are errors of a query."""
    assert all(isinstance(e, QueryError) != isinstance(e, StoreError) for e in ERRORS)

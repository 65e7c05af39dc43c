"""Media types."""

from __future__ import annotations

import pytest

from queries.errors import UnsuitableFormat
from queries.store.media import BOOLEAN_TYPES, CSV, GRAPH_TYPES, RESULTS_TYPES, TURTLE, checked


def test_graphs_and_rows_have_no_format_in_common() -> None:
    """Each answer has its own four."""
    assert not set(GRAPH_TYPES) & set(RESULTS_TYPES)
    assert set(BOOLEAN_TYPES) < set(RESULTS_TYPES)


def test_a_refusal_names_what_would_do() -> None:
    """The hint lists the formats that fit."""
    assert checked(TURTLE, GRAPH_TYPES) == TURTLE
    with pytest.raises(UnsuitableFormat, match="text/turtle"):
        checked(CSV, GRAPH_TYPES)

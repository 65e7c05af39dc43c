"""The one row of a document from what all graphs say of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.index.layout import create_tables
from queries.index.merging import FIELDS, PRESENCES, merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REGISTRY = "graph/registry"
DOCUMENT = "id/vn/nd/cp/2021/8"

Fact = tuple[str | int | None, ...]


@pytest.fixture
def index() -> Iterator[sqlite3.Connection]:
    """An empty side index."""
    with closing(sqlite3.connect(":memory:")) as made:
        create_tables(made)
        yield made


def say(index: sqlite3.Connection, graph: str, own: int = 0, **said: str) -> None:
    """Let a graph say something of the document."""
    row = (graph, DOCUMENT, own, *(said.get(field) for field in FIELDS))
    index.execute(f"INSERT INTO document_facts VALUES ({', '.join('?' * 15)})", row)  # noqa: S608  # marks only


def test_of_what_nobody_speaks_there_is_no_row(index: sqlite3.Connection) -> None:
    """Nothing is made up."""
    assert merged(index, DOCUMENT, REGISTRY) is None


def test_its_own_words_come_first_then_the_register(index: sqlite3.Connection) -> None:
    """Whatever the others are called, and each field by itself."""
    say(index, "graph/a", type="Plan", number="8", title="c", place="hue")
    say(index, REGISTRY, type="Decree", number="8", title="b", presence="metadataOnly")
    say(index, "graph/own", 1, type="Decree", title="a", presence="fullText")
    row = merged(index, DOCUMENT, REGISTRY)
    assert row is not None
    assert (row.type, row.number, row.title, row.place) == ("Decree", "8", "a", "hue")
    assert row.presence == "fullText"


@pytest.mark.parametrize("number", [3, 60])
def test_what_one_graph_of_many_says_is_found(index: sqlite3.Connection, number: int) -> None:
    """However many others cite the document and leave it open."""
    for place in range(number):
        say(index, f"graph/{place:03}", type="Annex", presence="citedOnly")
    say(index, "graph/x", title="t", part_of="id/vn/qd/ttg/2022/6", presence="fullText")
    say(index, REGISTRY, type="Decree", date="2021-01-28")
    row = merged(index, DOCUMENT, REGISTRY)
    assert row is not None
    assert (row.type, row.date, row.title) == ("Decree", "2021-01-28", "t")
    assert (row.part_of, row.presence) == ("id/vn/qd/ttg/2022/6", "fullText")


_VALUES = st.none() | st.sampled_from(["a", "b"])
_FACTS = st.lists(
    st.tuples(
        st.sampled_from([0, 0, 0, 1]),
        st.fixed_dictionaries(
            {
                "title": _VALUES,
                "symbol": _VALUES,
                "presence": st.none() | st.sampled_from(PRESENCES),
            }
        ),
    ),
    max_size=40,
)


def _by_reading_all(facts: Sequence[Fact], field: int) -> str | int | None:
    """Return what the first graph that says it says, as the rows are told to be in order."""
    ordered = sorted(facts, key=lambda row: (-int(row[2] or 0), row[0] != REGISTRY, row[0]))
    return next((row[field] for row in ordered if row[field] is not None), None)


@given(_FACTS, st.integers(0, 45))
def test_reading_some_gives_what_reading_all_gives(
    facts: list[tuple[int, dict[str, str | None]]], registry: int
) -> None:
    """For fields that have an index of their own and for those that have none."""
    with closing(sqlite3.connect(":memory:")) as index:
        create_tables(index)
        for place, (own, said) in enumerate(facts):
            name = REGISTRY if place == registry and not own else f"graph/{place:03}"
            say(index, name, own, **{key: value for key, value in said.items() if value})
        rows = index.execute("SELECT * FROM document_facts").fetchall()
        found = merged(index, DOCUMENT, REGISTRY)
    assert (found is None) == (not rows)
    if found is not None:
        for field in ("title", "symbol"):
            assert getattr(found, field) == _by_reading_all(rows, 3 + FIELDS.index(field))
        held = {row[3 + FIELDS.index("presence")] for row in rows}
        assert found.presence == next((p for p in PRESENCES if p in held), None)

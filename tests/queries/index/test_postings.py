"""Which wordings hold a word triple."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.index.layout import create_tables
from queries.index.postings import Postings, read
from queries.index.shingles import LONGEST_LIST

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 10
"""Triples of each wording of these tests; the number of a wording ends with it."""


@pytest.fixture
def index() -> Iterator[sqlite3.Connection]:
    """An empty side index."""
    with closing(sqlite3.connect(":memory:")) as made:
        create_tables(made)
        yield made


def wording(place: int) -> int:
    """Return a number as wordings have it."""
    return place << 10 | SIZE


def own(place: int) -> frozenset[int]:
    """Return the triples of a wording: half of them are the next one's too."""
    return frozenset(range(5 * place, 5 * place + SIZE))


def holders(index: sqlite3.Connection, triple: int) -> list[int]:
    """Return which wordings share a few triples around one, as they are kept."""
    near = frozenset(range(triple, triple + 3))
    return sorted(read(index, set(near)).sharing(near, 3))


def test_wordings_that_share_three_triples_are_near() -> None:
    """Two are too few, and a wording never counts before it is added."""
    held = Postings({}, {})
    assert held.sharing(own(1), SIZE) == []
    held.add(own(1), wording(1))
    assert held.sharing(own(2), SIZE) == [wording(1)]
    assert held.sharing(frozenset(range(3, 7)) | {90, 91, 92}, SIZE) == []


def test_what_is_written_is_read_again(index: sqlite3.Connection) -> None:
    """Whether one wording holds a triple or several do; only what changed need be written."""
    held = Postings({}, {})
    for place in (1, 2, 3):
        held.write(index, set(held.add(own(place), wording(place))))
    for place in (1, 2, 3, 4):
        near = sorted(held.sharing(own(place), SIZE))
        assert sorted(read(index, set(own(place))).sharing(own(place), SIZE)) == near
    assert holders(index, 10) == [wording(1), wording(2)]


def test_a_list_is_full_at_its_limit() -> None:
    """Whoever comes later is not listed, and nothing is to be written for him."""
    held = Postings({}, {})
    for place in range(LONGEST_LIST):
        assert held.add(own(1), wording(place)) == own(1)
    assert held.add(own(1), wording(99)) == frozenset()
    assert len(held.sharing(own(1), SIZE)) == LONGEST_LIST


@given(st.sets(st.integers(1, 6), min_size=1), st.sets(st.integers(1, 6)))
def test_forgotten_wordings_leave_what_the_others_make(kept: set[int], gone: set[int]) -> None:
    """As if they had never come."""
    triples = {triple for place in kept | gone for triple in own(place)}
    some, others = Postings({}, {}), Postings({}, {})
    for place in sorted(kept | gone):
        some.add(own(place), wording(place))
    for place in sorted(kept - gone):
        others.add(own(place), wording(place))
    some.take_out({wording(place) for place in gone})
    with closing(sqlite3.connect(":memory:")) as one, closing(sqlite3.connect(":memory:")) as two:
        for made, held in ((one, some), (two, others)):
            create_tables(made)
            held.write(made, triples)
        rows = "SELECT * FROM postings ORDER BY triple"
        assert one.execute(rows).fetchall() == two.execute(rows).fetchall()


def test_a_triple_that_nobody_holds_leaves_the_table(index: sqlite3.Connection) -> None:
    """Its row goes with the last wording."""
    held = Postings({}, {})
    held.write(index, set(held.add(own(1), wording(1))))
    held.take_out({wording(1)})
    held.write(index, set(own(1)))
    assert index.execute("SELECT COUNT(*) FROM postings").fetchone() == (0,)

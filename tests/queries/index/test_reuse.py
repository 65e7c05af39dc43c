"""Shared passages in the side index, as documents come and go."""

from __future__ import annotations

import random
import sqlite3
from array import array
from typing import TYPE_CHECKING

import pytest

from queries.index import reuse
from queries.index.layout import create_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = [f"tu{number}" for number in range(400)]


def passage(seed: int, changed: int = 0) -> str:
    """Return thirty words, some of them others than those of the seed."""
    chance = random.Random(seed)  # noqa: S311  # samples need no secrets
    words = chance.choices(WORDS, k=30)
    for place in range(changed):
        words[place * 7] = f"khac{changed}{place}"
    return " ".join(words)


@pytest.fixture
def index() -> Iterator[sqlite3.Connection]:
    """Return an empty side index."""
    opened = sqlite3.connect(":memory:")
    create_tables(opened)
    yield opened
    opened.close()


def put(index: sqlite3.Connection, document: str, *quotes: str) -> None:
    """Replace the tasks of a document."""
    reuse.touch(index, document)
    index.execute("DELETE FROM passages WHERE graph = ?", (document,))
    rows = [
        (f"{document}/obl/{place}", document, "Obligation", None, None, None, quote)
        for place, quote in enumerate(quotes)
    ]
    reuse.note(index, document, rows)
    reuse.bring_up_to_date(index)


def unpacked(kept: int | bytes) -> list[int]:
    """Return the wordings of a triple: the table holds one as it is, several in a row."""
    return [kept] if isinstance(kept, int) else array("q", kept).tolist()


def state(index: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Return what is kept; the order within a list does not count."""
    kept = {
        name: set(index.execute(f"SELECT * FROM {name}"))  # noqa: S608  # fixed names
        for name in ("passages", "wordings", "reuse")
    }
    lists = index.execute("SELECT triple, wordings FROM postings")
    kept["postings"] = {(triple, frozenset(unpacked(w))) for triple, w in lists}
    return kept


def test_nearly_the_same_words_are_linked(index: sqlite3.Connection) -> None:
    """In whichever order they come; the same words are kept once and need no link."""
    put(index, "a", passage(1), passage(2))
    put(index, "b", passage(1, changed=3), passage(3))
    put(index, "c", passage(1))
    assert index.execute("SELECT COUNT(*) FROM wordings").fetchone() == (4,)
    ((one, other, alike),) = index.execute("SELECT * FROM reuse").fetchall()
    assert one < other
    assert 80 <= alike < 100


def test_piece_by_piece_gives_what_anew_gives(index: sqlite3.Connection) -> None:
    """After replacing and removing documents nothing of the old words is left."""
    put(index, "a", passage(1), passage(2))
    put(index, "b", passage(1, changed=2))
    put(index, "c", passage(5))
    put(index, "a", passage(2, changed=1))
    put(index, "c")
    anew = sqlite3.connect(":memory:")
    create_tables(anew)
    put(anew, "b", passage(1, changed=2))
    put(anew, "a", passage(2, changed=1))
    assert state(index) == state(anew)
    anew.close()


def test_loading_again_changes_nothing(index: sqlite3.Connection) -> None:
    """Neither links nor lists."""
    put(index, "a", passage(1), passage(2))
    put(index, "b", passage(1, changed=3))
    before = state(index)
    put(index, "a", passage(1), passage(2))
    assert state(index) == before


def test_lists_stay_short(index: sqlite3.Connection) -> None:
    """However many passages begin with the same words."""
    for number in range(60):
        put(index, f"d{number}", f"mot hai ba bon nam sau bay tam {passage(100 + number)}")
    lists = [unpacked(w) for (w,) in index.execute("SELECT wordings FROM postings")]
    assert max(map(len, lists)) == 30


def test_a_report_within_a_task_is_no_passage_of_its_own(index: sqlite3.Connection) -> None:
    """Its words are the task's."""
    row = ("a/obl/0/report/1", "a", "ReportingDuty", None, None, None, passage(1))
    reuse.note(index, "a", [row])
    assert index.execute("SELECT COUNT(*) FROM passages").fetchone() == (0,)

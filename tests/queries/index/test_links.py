"""Neighbours are the same whether read or kept, and what is kept has an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.index.links import Links, quoted
from queries.lineage import reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.index.reader import SideIndex, Value
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/id/vn/"
DIRECTIVE = f"{BASE}ct/ubnd-lam-thanh/2024/7"
CONCLUSION = f"{BASE}kl/tw/k13/909"
RELATIONS = ("implements", "continues", "basedOn")


class Asked:
    """Counts what the side index is asked.

    Args:
        index: the one that answers.
    """

    def __init__(self, index: SideIndex) -> None:
        self.index = index
        self.documents = 0

    def rows(self, sql: str, values: Sequence[str]) -> list[tuple[Value, ...]]:
        """Answer, and count the documents that are asked about."""
        self.documents += len(values)
        return self.index.rows(sql, values)


@pytest.fixture
def asked(reader: FolderReader) -> Asked:
    """The side index of the province."""
    return Asked(reader.index())


def test_both_directions_mirror_each_other(asked: Asked) -> None:
    """What a document rests on has it below; each neighbour comes once, in order."""
    links = Links(asked.rows)
    (above,) = links.of([DIRECTIVE], "up", RELATIONS)
    assert CONCLUSION in above
    assert list(above) == sorted(set(above))
    for below in links.of(above, "down", RELATIONS):
        assert DIRECTIVE in below


def test_what_was_read_is_not_asked_again(asked: Asked) -> None:
    """Known and unknown documents come back in the order of the question."""
    links = Links(asked.rows)
    (alone,) = links.of([CONCLUSION], "down", RELATIONS)
    mixed = links.of(["x:nothing", CONCLUSION, DIRECTIVE], "down", RELATIONS)
    assert asked.documents == 3
    assert mixed[:2] == [(), alone]
    assert links.of(["x:nothing", CONCLUSION, DIRECTIVE], "down", RELATIONS) == mixed
    assert asked.documents == 3
    assert links.of([CONCLUSION], "down", ("replaces",)) == [()]


def test_too_much_is_forgotten(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit all is read anew, with the same answer."""
    expected = Links(asked.rows).of([CONCLUSION, DIRECTIVE], "up", RELATIONS)
    monkeypatch.setattr("queries.index.links.KEPT", 1)
    links = Links(asked.rows)
    asked.documents = 0
    for _ in range(3):
        assert links.of([CONCLUSION, DIRECTIVE], "up", RELATIONS) == expected
    assert asked.documents == 6


def test_many_documents_are_asked_in_parts(reader: FolderReader) -> None:
    """SQLite takes only so many values at once."""
    links = Links(reader.index().rows)
    many = [f"x:{place}" for place in range(1000)]
    found = links.of([*many, DIRECTIVE], "up", RELATIONS)
    assert found[:-1] == [()] * 1000
    assert CONCLUSION in found[-1]


def test_a_walk_is_the_same_when_repeated(reader: FolderReader) -> None:
    """The second walk lives on what the first one kept."""
    first = reach(reader.index(), CONCLUSION, "down")
    assert first
    assert reach(reader.index(), CONCLUSION, "down") == first
    assert reach(reader.index(), CONCLUSION, "down", depth=1) == tuple(
        found for found in first if found.step == 1
    )


def test_names_that_are_none_are_left_out() -> None:
    """Nothing but letters reaches the query."""
    assert quoted(["implements", "x') OR ('1' = '1", "basedOn"]) == "'implements', 'basedOn'"


def test_the_newest_come_first(reader: FolderReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unknown is left out; what was kept and what is read anew give the same."""
    links = Links(reader.index().rows)
    asked = [CONCLUSION, "x:unknown", DIRECTIVE]
    days = {iri: row.date or "" for iri, row in reader.index().documents(asked).items()}
    expected = sorted(days, key=lambda iri: (days[iri], iri), reverse=True)
    assert len(expected) == 2
    assert links.newest(asked, 5) == expected
    assert links.newest(asked, 1) == expected[:1]
    monkeypatch.setattr("queries.index.links.KEPT", 0)
    assert [links.newest(asked, 5) for _ in range(2)] == [expected] * 2


def test_words_of_a_relation_are_its_documents_own(asked: Asked) -> None:
    """Asked once; a relation that no citation says has none, and that is kept as well."""
    links = Links(asked.rows)
    made = list(links.made([DIRECTIVE], RELATIONS))
    assert {link[0] for link in made} == {DIRECTIVE}
    assert {link[2] for link in made} <= set(RELATIONS)
    nobody = (DIRECTIVE, f"{BASE}ct/none/2024/1", "implements")
    told = links.told([*made, nobody])
    assert told.keys() == set(made)
    assert all(said[2] == DIRECTIVE and said[1] for said in told.values())
    before = asked.documents
    assert links.told([*made, nobody]) == told
    assert list(links.made([DIRECTIVE], RELATIONS)) == made
    assert asked.documents == before


def test_words_are_kept_up_to_a_limit(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond it they are read each time, and are the same."""
    links = Links(asked.rows)
    made = list(links.made([DIRECTIVE], RELATIONS))
    monkeypatch.setattr("queries.index.links.TOLD", 0)
    first, before = links.told(made), asked.documents
    assert links.told(made) == first
    assert asked.documents > before

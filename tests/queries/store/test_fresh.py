"""Graphs that were just loaded are read from text, and say what the store says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.store import fresh
from queries.store.embedded import QuadStore
from queries.store.fresh import FreshGraphs
from queries.store.lines import n_triples

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.writer import DocumentGraphs

ONE = b'<a:s> <a:p> "m\\u1ed9t"@vi .\n<a:s> <a:q> <a:o> .\n'
TWO = b'<a:s> <a:p> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'


@pytest.fixture
def store() -> QuadStore:
    """A store with another graph."""
    made = QuadStore.in_memory()
    made.replace("http://g/other", TWO)
    return made


def test_what_is_kept_need_not_be_in_the_store(store: QuadStore, tmp_path: Path) -> None:
    """Whatever is not kept, or has changed since, comes from there."""
    graphs = FreshGraphs(tmp_path / "new" / "fresh.nt", store)
    graphs.keep("http://g/one", ONE)
    graphs.keep("http://g/two", TWO)
    assert list(graphs.triples("http://g/two")) == [("a:s", "a:p", "2", "")]
    said = [("a:s", "a:p", "m\u1ed9t", "vi"), ("a:s", "a:q", "a:o", "")]
    assert list(graphs.triples("http://g/one")) == said
    assert list(graphs.triples("http://g/other")) == [("a:s", "a:p", "2", "")]
    assert list(graphs.graphs()) == ["http://g/other"]
    graphs.forget("http://g/one")
    assert list(graphs.triples("http://g/one")) == []


def test_nothing_is_left_behind(store: QuadStore, tmp_path: Path) -> None:
    """And it can be begun again."""
    graphs = FreshGraphs(tmp_path / "fresh.nt", store)
    graphs.keep("http://g/one", ONE)
    graphs.clear()
    assert list(tmp_path.iterdir()) == []
    assert list(graphs.triples("http://g/one")) == []
    graphs.keep("http://g/one", TWO)
    assert list(graphs.triples("http://g/one")) == [("a:s", "a:p", "2", "")]
    graphs.clear()


def test_what_finds_no_room_is_read_from_the_store(
    store: QuadStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As are blank nodes, which have names of the store's own there, and all if the disk is full."""
    graphs = FreshGraphs(tmp_path / "fresh.nt", store)
    graphs.keep("http://g/other", b'_:b <a:p> "1" .\n')
    monkeypatch.setattr(fresh, "MOST_BYTES", 5)
    graphs.keep("http://g/other", ONE)
    assert list(graphs.triples("http://g/other")) == [("a:s", "a:p", "2", "")]
    (tmp_path / "file").touch()
    refused = FreshGraphs(tmp_path / "file" / "fresh.nt", store)
    refused.keep("http://g/other", b"")
    assert list(refused.triples("http://g/other")) == [("a:s", "a:p", "2", "")]


def test_a_real_graph_reads_alike(tmp_path: Path, documents: dict[str, DocumentGraphs]) -> None:
    """The store spells some values in its own way, and none of those that graphs of ours have."""
    store = QuadStore.in_memory()
    graphs = FreshGraphs(tmp_path / "fresh.nt", store)
    for document in documents.values():
        triples = n_triples(document.effective)
        store.replace(document.effective_iri, triples)
        graphs.keep(document.effective_iri, triples)
        found = sorted(graphs.triples(document.effective_iri))
        assert found == sorted(store.triples(document.effective_iri))
    graphs.clear()

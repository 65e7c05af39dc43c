"""The dump holds every named graph, and breaks audibly where its writer ends too soon."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from queries.store.embedded import QuadStore
from queries.workers.dump import compressed_quads, dumped
from queries.workers.pool import FORKS

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.folder_reader import FolderReader


def test_the_dump_is_the_named_graphs(reader: FolderReader) -> None:
    """Each quad of a named graph stands in it once; the merge is not repeated."""
    folder = reader.generation().public
    body = gzip.decompress(b"".join(dumped(folder, FORKS)))
    found = ox.Store()
    found.load(body, ox.RdfFormat.N_QUADS)
    store = ox.Store.read_only(str(folder))
    named = [quad for quad in store if not isinstance(quad.graph_name, ox.DefaultGraph)]
    assert len(found) == len(named) == body.count(b"\n")


def test_a_writer_that_ends_too_soon_is_noticed(tmp_path: Path) -> None:
    """There is no store to dump: the reader gets an error, not a short dump."""
    with pytest.raises(EOFError):
        list(dumped(tmp_path / "nothing", FORKS))


def test_an_empty_store_gives_an_empty_dump() -> None:
    """It is a whole gzip file of nothing."""
    body = b"".join(compressed_quads(QuadStore(ox.Store())))
    assert gzip.decompress(body) == b""

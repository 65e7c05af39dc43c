"""The dump holds every public quad, plain or compressed, and the same each time."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_plain_and_compressed_dumps_are_the_same(
    luocdo: Callable[..., Done], store: Path, tmp_path: Path
) -> None:
    """One line a quad; the account gives their number."""
    done = luocdo("export", "--store", store, tmp_path / "a.nq")
    assert done.code == 0
    plain = (tmp_path / "a.nq").read_bytes()
    assert f"Đã ghi {len(plain.splitlines())} bộ bốn" in done.out
    assert luocdo("export", "--store", store, tmp_path / "a.nq.gz").code == 0
    assert gzip.decompress((tmp_path / "a.nq.gz").read_bytes()) == plain


def test_the_dump_is_n_quads(luocdo: Callable[..., Done], store: Path, tmp_path: Path) -> None:
    """Another program reads its lines; raw graphs, runs and findings are not in it."""
    luocdo("export", "--store", store, tmp_path / "a.nq")
    lines = (tmp_path / "a.nq").read_text("utf-8").splitlines()
    sample = "\n".join(lines[::200])
    read = list(pyoxigraph.parse(sample, format=pyoxigraph.RdfFormat.N_QUADS))
    assert len(read) == len(sample.splitlines())
    graphs = {line.rsplit(" ", 2)[1] for line in lines}
    assert [g for g in graphs if "/graph/raw/" in g or g.endswith(("/runs>", "/findings>"))] == []


def test_a_place_that_cannot_be_written_is_usage(
    luocdo: Callable[..., Done], store: Path, tmp_path: Path
) -> None:
    """The path is named."""
    done = luocdo("export", "--store", store, tmp_path / "nowhere" / "a.nq")
    assert done.code == 2
    assert "nowhere" in done.err
    assert "Traceback" not in done.err

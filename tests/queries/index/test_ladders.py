"""Where documents stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.index.ladders import Standing, standings

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/id/vn/"


@pytest.mark.parametrize(
    ("path", "standing"),
    [
        ("kl/tw/k13/909", Standing(rank=1, ladder="party")),
        ("ct/ubnd-lam-thanh/2024/7", Standing(rank=3, ladder="state")),
        ("ct/tu-lam-thanh/nk2020/15", Standing(rank=3, ladder="party")),
        ("kh/so-noi-vu-lam-thanh/2024/31", Standing(rank=4, ladder="state")),
        ("qd/ttg/2019/500", Standing(rank=1, ladder="state")),
    ],
)
def test_issuer_or_path_tell(path: str, standing: Standing, reader: FolderReader) -> None:
    """The chain of bodies leads to the Party or the State; a cited document's path names one."""
    index = reader.index()
    row = index.document(BASE + path)
    assert row is not None
    assert standings(index, [row]) == {row.iri: standing}

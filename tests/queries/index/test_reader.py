"""Reading the side index."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from queries.errors import StoreError
from queries.index.reader import SideIndex

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/id/vn/"


def test_a_document_row_says_what_is_known(reader: FolderReader) -> None:
    """Facts of several graphs come together in one row; what is unknown is None."""
    index = reader.index()
    row = index.document(f"{BASE}kl/tw/k13/909")
    assert row is not None
    assert (row.type, row.printed_number, row.issuer_label, row.rank, row.date) == (
        "Conclusion",
        "909-KL/TW",
        "Ban Bí thư",
        1,
        "2024-01-14",
    )
    decision = index.document(f"{BASE}qd/ttg/2019/500")
    assert decision is not None
    assert (decision.title, decision.label, decision.presence) == (
        None,
        "qd/ttg/2019/500",
        "citedOnly",
    )
    assert index.document("x:y") is None


def test_many_are_looked_up_at_once(reader: FolderReader) -> None:
    """More than one statement can hold are still all found."""
    known = f"{BASE}kl/tw/k13/909"
    found = reader.index().documents([*(f"x:{i}" for i in range(1200)), known])
    assert list(found) == [known]


def test_what_was_read_is_kept_up_to_a_limit(
    reader: FolderReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows come from what is kept, and when the keeping begins anew."""
    index = reader.index()
    iris = [f"{BASE}kl/tw/k13/909", f"{BASE}qd/ttg/2019/500", "x:y"]
    found = index.documents(iris)
    assert index.documents(iris[:1]) == {iris[0]: found[iris[0]]}
    monkeypatch.setattr("queries.index.reader._KEPT", 1)
    assert [index.documents(iris) for _ in range(2)] == [found, found]
    made = [index.once("a key", object) for _ in range(2)]
    assert made[0] is made[1]


def test_names_by_kind(reader: FolderReader) -> None:
    """Places and bodies come by their kind."""
    (place,) = reader.index().names_of_kind("place")
    assert (place.label, place.label_en) == ("tỉnh Lam Thành", "Lam Thanh province")
    assert len(reader.index().names_of_kind("agency")) == 9


def test_threads_read_side_by_side(reader: FolderReader) -> None:
    """Each thread has a connection of its own."""
    index = reader.index()
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: index.counts()["documents"], range(20)))
    assert set(found) == {9}


def test_a_missing_file_is_our_error(tmp_path: Path) -> None:
    """What SQLite says leaves as an error of the store."""
    with pytest.raises(StoreError):
        SideIndex(tmp_path / "none").counts()

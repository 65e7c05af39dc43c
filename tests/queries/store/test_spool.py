"""Documents wait in two files until they are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.errors import StoreError
from queries.store import spool
from queries.store.spool import Spool
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from pathlib import Path

LINE = b'<a:s> <a:p> "1" .\n'


def document(path: str) -> DocumentGraphs:
    """Return a document that says one thing."""
    return DocumentGraphs(
        document_path=path,
        raw_iri="http://g/raw",
        effective_iri="http://g/doc",
        raw=LINE,
        effective=LINE,
    )


def test_each_store_gets_its_lines(tmp_path: Path) -> None:
    """The raw graph goes to one file, the effective graph and its merge to the other."""
    with Spool(tmp_path / "new") as waiting:
        waiting.add(document("id/vn/x/1"), LINE, LINE)
        waiting.close()
        assert waiting.work.read_bytes().split() == b'<a:s> <a:p> "1" <http://g/raw> .'.split()
        public = [line for line in waiting.public.read_bytes().splitlines() if line]
        assert public == [b'<a:s> <a:p> "1" <http://g/doc> .', b'<a:s> <a:p> "1" .']
        assert list(waiting.documents) == ["id/vn/x/1"]


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """A spool that is emptied begins anew, and one that is left takes its files away."""
    with Spool(tmp_path) as waiting:
        waiting.add(document("id/vn/x/1"), LINE, LINE)
        waiting.clear()
        assert waiting.documents == {}
        waiting.add(document("id/vn/x/2"), LINE, LINE)
        assert list(waiting.documents) == ["id/vn/x/2"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_our_error(tmp_path: Path) -> None:
    """What the system says leaves as an error of the store."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="Check the space"):
        Spool(tmp_path / "file").add(document("id/vn/x/1"), LINE, LINE)


def test_each_part_is_twice_as_large_as_all_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that what a store merges grows with the collection; there is a least and a most."""
    monkeypatch.setattr(spool, "LEAST_BYTES", 5_000)
    monkeypatch.setattr(spool, "MOST_BYTES", 30_000)
    parts = [0]
    with Spool(tmp_path) as waiting:
        for number in range(2_000):
            waiting.add(document(f"id/vn/x/{number}"), LINE, LINE)
            parts[-1] += 1
            if waiting.is_full:
                waiting.clear()
                parts.append(0)
    assert [round(part / parts[0]) for part in parts[:3]] == [1, 2, 6]
    assert {round(part / parts[0]) for part in parts[3:-1]} == {6}

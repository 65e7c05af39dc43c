"""Documents wait in two files until they are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.errors import StoreError
from queries.store.spool import Spool, SpooledDocument

if TYPE_CHECKING:
    from pathlib import Path

GRAPHS = SpooledDocument(raw_iri="http://g/raw", effective_iri="http://g/doc")
LINE = b'<a:s> <a:p> "1" .\n'


def test_each_store_gets_its_lines(tmp_path: Path) -> None:
    """The raw graph goes to one file, the effective graph and its merge to the other."""
    with Spool(tmp_path / "new") as spool:
        spool.add("id/vn/x/1", GRAPHS, LINE, LINE)
        spool.close()
        assert spool.work.read_bytes().split() == b'<a:s> <a:p> "1" <http://g/raw> .'.split()
        public = [line for line in spool.public.read_bytes().splitlines() if line]
        assert public == [b'<a:s> <a:p> "1" <http://g/doc> .', b'<a:s> <a:p> "1" .']
        assert list(spool.documents) == ["id/vn/x/1"]
        assert spool.size == spool.work.stat().st_size + spool.public.stat().st_size


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """A spool that is emptied begins anew, and one that is left takes its files away."""
    with Spool(tmp_path) as spool:
        spool.add("id/vn/x/1", GRAPHS, LINE, LINE)
        spool.clear()
        assert (spool.size, spool.documents) == (0, {})
        spool.add("id/vn/x/2", GRAPHS, LINE, LINE)
        assert list(spool.documents) == ["id/vn/x/2"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_our_error(tmp_path: Path) -> None:
    """What the system says leaves as an error of the store."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="Check the space"):
        Spool(tmp_path / "file").add("id/vn/x/1", GRAPHS, LINE, LINE)

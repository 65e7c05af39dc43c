"""Raw graphs wait on disk under the name of what they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.loading.raws import RawShelf
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_put_is_got_until_all_is_cleared(tmp_path: Path) -> None:
    """Putting twice is putting once."""
    shelf = RawShelf(folder=tmp_path / "raw")
    assert not shelf.has("abcd")
    for _ in range(2):
        shelf.put("abcd", b"<a> <b> <c> .\n")
    assert shelf.has("abcd")
    assert shelf.get("abcd") == b"<a> <b> <c> .\n"
    shelf.clear()
    with pytest.raises(StoreError, match="abcd"):
        shelf.get("abcd")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "raw").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        RawShelf(folder=tmp_path / "raw").put("abcd", b"")
    assert caught.value.code == "store-unwritable"

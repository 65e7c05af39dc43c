"""Generations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.errors import StoreError
from queries.store.generations import StoreFolder, announce, draft_folder, lock, newest, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_numbers_rise_and_leavings_are_cleared(tmp_path: Path) -> None:
    """A draft of a crash is thrown away; its number is used again."""
    folder = StoreFolder(root=tmp_path)
    first = announce(folder, draft_folder(folder))
    left = draft_folder(folder)
    (left / "half").touch()
    again = draft_folder(folder)
    assert again == left
    assert list(again.iterdir()) == []
    second = announce(folder, again)
    assert (first.number, second.number) == (1, 2)
    assert newest(folder) == second
    assert second.version.startswith("2-")


def test_a_generation_without_its_pointer_is_not_read(tmp_path: Path) -> None:
    """The pointer moves last: a crash before it leaves readers on the former state."""
    folder = StoreFolder(root=tmp_path)
    with pytest.raises(StoreError) as caught:
        newest(folder)
    assert caught.value.code == "store-empty"
    first = announce(folder, draft_folder(folder))
    draft_folder(folder).replace(folder.generations / "2")
    assert newest(folder) == first
    assert announce(folder, draft_folder(folder)).number == 3


def test_a_lock_goes_with_its_file(tmp_path: Path) -> None:
    """Held by one, free when that one closes."""
    folder = StoreFolder(root=tmp_path)
    held = lock(folder)
    with pytest.raises(StoreError):
        lock(folder)
    held.close()
    lock(folder).close()


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """No draft is left beside it."""
    write_whole(tmp_path / "current", b"7")
    assert [p.name for p in tmp_path.iterdir()] == ["current"]

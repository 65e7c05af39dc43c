"""A file is known as long as neither it nor its reader has changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from luocdo.files import FoundFile
from luocdo.loading.manifest import Manifest, stamp
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.loading.papers import ReadPaper


@pytest.fixture
def found(tmp_path: Path) -> FoundFile:
    """Return a file of a folder."""
    path = tmp_path / "a.txt"
    path.write_text("CHỈ THỊ", encoding="utf-8")
    return FoundFile(path=path, name="a.txt")


def test_a_kept_file_is_known_to_the_next_load(
    tmp_path: Path, found: FoundFile, paper: ReadPaper
) -> None:
    """Until it changes, or another program or other tables would read it."""
    place = tmp_path / "store" / "manifest.sqlite"
    with Manifest(place, "1") as manifest:
        assert manifest.known(found) is None
        manifest.keep(found, stamp(found), paper)
    with Manifest(place, "1") as manifest:
        assert manifest.known(found) == paper
    with Manifest(place, "2") as manifest:
        assert manifest.known(found) is None
    os.utime(found.path, ns=(1, 1))
    with Manifest(place, "1") as manifest:
        assert manifest.known(found) is None


def test_a_file_that_changed_while_it_was_read_is_read_again(
    tmp_path: Path, found: FoundFile, paper: ReadPaper
) -> None:
    """Its stamp was taken before."""
    before = stamp(found)
    found.path.write_text("CHỈ THỊ SỐ 2", encoding="utf-8")
    with Manifest(tmp_path / "manifest.sqlite", "1") as manifest:
        manifest.keep(found, before, paper)
        assert manifest.known(found) is None


def test_a_file_that_is_gone_is_not_known(
    tmp_path: Path, found: FoundFile, paper: ReadPaper
) -> None:
    """Nothing has its stamp but what is gone too."""
    with Manifest(tmp_path / "manifest.sqlite", "1") as manifest:
        manifest.keep(found, stamp(found), paper)
        found.path.unlink()
        assert manifest.known(found) is None


def test_a_broken_manifest_is_told(tmp_path: Path) -> None:
    """It can be removed, as it only spares work."""
    (tmp_path / "manifest.sqlite").write_bytes(b"no database at all" * 99)
    with pytest.raises(StoreError) as caught:
        Manifest(tmp_path / "manifest.sqlite", "1")
    assert caught.value.code == "store-unwritable"


def test_a_name_that_is_no_text_is_kept_too(tmp_path: Path, paper: ReadPaper) -> None:
    """Bytes that are no letters may name a file, or the folder that it lies in."""
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_text("x", encoding="utf-8")
    found = FoundFile(path=path, name="a\\udcff.txt")
    with Manifest(tmp_path / "manifest.sqlite", "1") as manifest:
        manifest.keep(found, stamp(found), paper)
        assert manifest.known(found) == paper

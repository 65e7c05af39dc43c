"""An archive is a folder of documents; what is wrong with one member costs no other."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from loaders.errors import DocumentError, DocumentTooLarge, UnreadableDocument
from luocdo.archives import (
    FoundFile,
    RealPlaces,
    check_bytes,
    documents_in,
    member_bytes,
    real_place,
)
from luocdo.files import find_files, open_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    place = tmp_path / "kho.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a/kế hoạch.txt", "KẾ HOẠCH")
        made.writestr("../../b.txt", "ngoài")
        made.writestr("__MACOSX/a.txt", "x")
        made.writestr("bom.txt", "0" * 3_000_000)
    return place


def test_members_are_found_and_read_by_name(archive: Path) -> None:
    """Names with paths are only names: nothing is unpacked to where they point."""
    found = {file.name: file for file in find_files([str(archive.parent)]).files}
    assert sorted(found) == ["kho.zip/../../b.txt", "kho.zip/a/kế hoạch.txt", "kho.zip/bom.txt"]
    opened = open_file(found["kho.zip/a/kế hoạch.txt"], 1_000)
    assert (opened.content.decode(), opened.media_type) == ("KẾ HOẠCH", "text/plain")
    assert open_file(found["kho.zip/../../b.txt"], 1_000).content.decode() == "ngoài"


def test_a_bomb_is_not_unpacked(archive: Path) -> None:
    """What says that it packs beyond measure is refused even below the limit."""
    bomb = FoundFile(path=archive, name="kho.zip/bom.txt", member="bom.txt")
    with pytest.raises(DocumentTooLarge):
        member_bytes(bomb, 1_000_000)
    with pytest.raises(DocumentTooLarge):
        member_bytes(bomb, 100_000_000)


def test_what_is_no_archive_is_left_to_be_opened(tmp_path: Path) -> None:
    """Its own reader says what is wrong with it."""
    place = tmp_path / "hong.zip"
    place.write_bytes(b"PK\x03\x04 hong")
    found = FoundFile(path=place, name="hong.zip")
    assert documents_in(found) == (found,)
    text = FoundFile(path=tmp_path / "a.txt", name="a.txt")
    assert documents_in(text) == (text,)


def test_a_damaged_member_is_named(archive: Path) -> None:
    """A wrong checksum is our error; so is a member that is not there."""
    content = bytearray(archive.read_bytes())
    content[40:44] = b"\0\0\0\0"
    archive.write_bytes(content)
    for member in ("a/kế hoạch.txt", "không có"):
        with pytest.raises(UnreadableDocument, match="cannot be unpacked"):
            member_bytes(FoundFile(path=archive, name="x", member=member), 1_000)


def test_sizes_are_checked_with_both_figures() -> None:
    with pytest.raises(DocumentError, match="a has 11 bytes; the limit is 10"):
        check_bytes("a", 11, 10)


def test_many_files_lead_where_each_alone_leads(tmp_path: Path) -> None:
    """Through linked folders and linked files, to nothing, and round in a circle."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "y.txt").symlink_to(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "z.txt").symlink_to(tmp_path / "a" / "z.txt")
    places = RealPlaces()
    named = [tmp_path / f / n for f in "abc" for n in ("x.txt", "y.txt", "z.txt", "no.txt")]
    assert [places.of(path) for path in named] == [real_place(path) for path in named]

"""Files wait under names that nobody chose, for their session alone, few and not for long."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from luocdo.curation.shelf import UploadShelf
from webui.ports import ReadCitation, ReadPart, ReadTask, UploadReading

if TYPE_CHECKING:
    from pathlib import Path

READING = UploadReading(
    token="",
    name="../../x.txt",
    document="https://w3id.org/luocdo/id/vn/ct/a/2024/1",
    text="Căn cứ",
    fields=(ReadPart(kind="number", value="1", start=0, end=3),),
    citations=(ReadCitation(start=0, end=3, relation="cites", status="resolved", target="i"),),
    tasks=(ReadTask(start=0, end=3, summary="a", parts=(ReadPart(kind="body", value="Sở B"),)),),
)
REFUSED = UploadReading(token="", name="b.txt", refusal="Hỏng.")


@pytest.fixture
def shelf(tmp_path: Path) -> UploadShelf:
    """Return an empty shelf."""
    return UploadShelf(folder=tmp_path / "kho" / "uploads")


def test_a_reading_comes_back_as_it_was(shelf: UploadShelf) -> None:
    """With its token; the bytes lie beside it, in a folder that others cannot open."""
    kept = shelf.put("lan", b"bytes", READING)
    assert shelf.find("lan", kept.token) == kept
    assert shelf.content(kept.token).read_bytes() == b"bytes"
    assert {path.name for path in shelf.folder.iterdir()} == {kept.token}
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700
    later = shelf.put("lan", b"b", REFUSED)
    assert shelf.waiting("lan") == (kept, later)
    assert not shelf.content(later.token).exists()


def test_only_its_session_sees_a_file(shelf: UploadShelf) -> None:
    """Another one is told that there is nothing."""
    kept = shelf.put("lan", b"a", READING)
    assert shelf.find("hoa", kept.token) is None
    assert shelf.waiting("hoa") == ()


@pytest.mark.parametrize("token", ["", "..", "../secret", "0" * 32, "A" * 32, "0" * 32 + "\n"])
def test_what_is_no_token_is_nothing(shelf: UploadShelf, token: str) -> None:
    """Nothing outside the folder is read or removed."""
    outside = shelf.folder.parent / "secret"
    outside.mkdir(parents=True)
    assert shelf.find("lan", token) is None
    shelf.remove(token)
    assert outside.exists()


def test_room_is_bounded_and_comes_back(shelf: UploadShelf) -> None:
    """Of one session and of all; what is removed or old makes room."""
    assert shelf.has_room("lan", 20)
    assert not shelf.has_room("lan", 21)
    kept = [shelf.put("lan", b"a", REFUSED) for _ in range(20)]
    assert not shelf.has_room("lan", 1)
    for _ in range(20):
        shelf.put("hoa", b"a", REFUSED)
    assert not shelf.has_room("mai", 1)
    shelf.remove(kept[0].token)
    assert shelf.has_room("mai", 1)
    old = shelf.folder / kept[1].token
    os.utime(old, (0, 0))
    assert shelf.has_room("lan", 2)
    assert not old.exists()


def test_a_broken_record_is_passed_over(shelf: UploadShelf) -> None:
    """The others still wait."""
    kept, broken = (shelf.put("lan", b"a", READING) for _ in "ab")
    (shelf.folder / broken.token / "record.json").write_text("[", encoding="utf-8")
    assert shelf.waiting("lan") == (kept,)

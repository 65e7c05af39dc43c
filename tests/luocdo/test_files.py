"""Files, folders and patterns become files to read, each once and in a stable order."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from loaders.errors import DocumentError, DocumentTooLarge, UnreadableDocument
from luocdo.files import FoundFile, NothingToLoad, find_files, open_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with documents and with what is none."""
    for name in ("b.txt", "a.md", "sâu/c.html", "README.md", "rows.csv", ".git/d.txt", ".hidden"):
        path = tmp_path / "giấy tờ" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path / "giấy tờ"


def names(*words: str | Path) -> list[str]:
    """Return how the found files are called."""
    return [file.name for file in find_files([str(word) for word in words]).files]


def test_a_folder_gives_its_documents_at_any_depth(folder: Path) -> None:
    """Hidden files are left; tables and README stand aside and are told."""
    assert names(folder) == ["a.md", "b.txt", "sâu/c.html"]
    assert sorted(find_files([str(folder)]).aside) == ["README.md", "rows.csv"]


def test_patterns_and_files_are_read_once(folder: Path) -> None:
    """A file that several words mean is one file; a file named itself is always read."""
    assert names(folder / "*.txt", folder / "b.txt", folder) == ["a.md", "b.txt", "sâu/c.html"]
    assert names(folder / "README.md") == ["README.md"]
    assert names(folder / "**" / "*.html") == ["c.html"]


@pytest.mark.parametrize("word", ["nowhere", "nowhere/*.txt", "[", ""])
def test_nothing_is_an_error_that_names_it(word: str, tmp_path: Path) -> None:
    """A slip in a path is told, not passed over."""
    (tmp_path / "empty").mkdir()
    named = word or str(tmp_path / "empty")
    with pytest.raises(NothingToLoad) as caught:
        find_files([named])
    assert caught.value.code == "nothing-to-load"
    assert repr(named) in caught.value.detail


def test_bytes_come_with_their_digest_and_kind(folder: Path) -> None:
    """The digest is that of the bytes as they lie on the disk."""
    file = open_file(FoundFile(path=folder / "a.md", name="a.md"), 10)
    assert (file.content, file.media_type) == (b"x", "text/markdown")
    assert file.sha256 == sha256(b"x").hexdigest()


def test_too_large_and_lost_files_are_refused(folder: Path) -> None:
    """The size is looked at before anything is read."""
    found = FoundFile(path=folder / "a.md", name="a.md")
    with pytest.raises(DocumentTooLarge, match="1 bytes; the limit is 0"):
        open_file(found, 0)
    (folder / "a.md").unlink()
    with pytest.raises(UnreadableDocument) as caught:
        open_file(found, 10)
    assert caught.value.code == "file-unreadable"


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "ống")
    with pytest.raises(UnreadableDocument):
        open_file(FoundFile(path=tmp_path / "ống", name="ống"), 1000)


def test_links_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """A link within the folder is a file like any other; one that leads out is refused by name."""
    folder = tmp_path / "kho"
    folder.mkdir()
    (tmp_path / "ngoai.txt").write_text("bí mật")
    (folder / "trong.txt").write_text("trong")
    (folder / "ra.txt").symlink_to(tmp_path / "ngoai.txt")
    (folder / "vao.txt").symlink_to(folder / "trong.txt")
    faults = {}
    for found in find_files([str(folder)]).files:
        try:
            open_file(found, 1_000)
        except DocumentError as fault:
            faults[found.name] = fault.code
    assert faults == {"ra.txt": "link-outside"}


def test_what_is_no_file_is_named_and_refused(tmp_path: Path) -> None:
    """Links in a circle, to nowhere or to a folder, and pipes; whatever they are called."""
    folder, elsewhere = tmp_path / "trong", tmp_path / "ngoài"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / "tốt.txt").write_text("x", encoding="utf-8")
    (folder / "vòng 1.txt").symlink_to("vòng 2.txt")
    (folder / "vòng 2.txt").symlink_to("vòng 1.txt")
    (folder / "mất.txt").symlink_to("không có")
    (folder / "ngoài").symlink_to(elsewhere)
    os.mkfifo(folder / "ống.zip")
    found = find_files([str(folder)]).files
    refused = set()
    for file in found:
        try:
            open_file(file, 10)
        except DocumentError as fault:
            refused.add((file.name, fault.code))
    assert len(found) == 6
    assert {name for name, _ in refused} == {file.name for file in found} - {"tốt.txt"}
    assert {code for _, code in refused} == {"file-unreadable"}


def test_names_can_be_shown_and_kept(tmp_path: Path) -> None:
    """Bytes that are no letters, line feeds and colours of a terminal are written out."""
    folder = os.fsencode(tmp_path)
    for name in (b"a\xff.txt", b"b\n.txt", b"c\x1b[31m.txt"):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(b"x")
    assert names(tmp_path) == ["a\\udcff.txt", "b\\n.txt", "c\\x1b[31m.txt"]
    assert [open_file(file, 10).content for file in find_files([str(tmp_path)]).files] == [b"x"] * 3

"""Any bytes give a text or one of our errors, whatever the format says they are."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import DocumentError, DocumentTooLarge, UnreadableDocument, UnsupportedFormat
from loaders.readers import READERS, Limits, media_type, read
from loaders.readers.formats import DOCX, ODT
from loaders.records import SourceFile, SourceText

if TYPE_CHECKING:
    from pathlib import Path


def source(name: str, content: bytes, kind: str | None = None) -> SourceFile:
    """Return a file as the roof would hand it in."""
    return SourceFile(
        name=name,
        media_type=kind or media_type(name, content[:1024]),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def outcome(file: SourceFile) -> SourceText | DocumentError:
    """Return what reading gives, or the error it ends in."""
    try:
        return read(file)
    except DocumentError as error:
        return error


@settings(max_examples=40, deadline=None)
@given(
    kind=st.sampled_from(sorted(READERS)),
    start=st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"---\n"]),
    rest=st.binary(max_size=300),
)
def test_any_bytes_give_a_text_or_a_document_error(kind: str, start: bytes, rest: bytes) -> None:
    """No foreign exception comes through, and what is read keeps the file's digest."""
    file = source("file", start + rest, kind)
    result = outcome(file)
    if isinstance(result, SourceText):
        assert result.source_sha256 == file.sha256
    else:
        assert result.code
        assert "file" in result.detail


@settings(max_examples=25, deadline=None)
@given(cut=st.integers(min_value=1, max_value=2000), kind=st.sampled_from(sorted(READERS)))
def test_a_cut_file_gives_a_text_or_a_document_error(cut: int, kind: str) -> None:
    """A file that was not saved whole never ends in a traceback."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        package.writestr("word/document.xml", "<w:document/>" * 200)
    for content in (whole.getvalue(), "<p>Kế hoạch</p>".encode() * 200):
        result = outcome(source("cut", content[:cut], kind))
        assert isinstance(result, SourceText) or result.detail.endswith(".")


@pytest.mark.parametrize("kind", sorted(READERS))
@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xe2\x80\x8b .-- \n"])
def test_an_empty_file_is_unreadable(kind: str, content: bytes) -> None:
    """A file without a word is refused in every format, by name."""
    with pytest.raises(UnreadableDocument, match=r"trong\.bin"):
        read(source("trong.bin", content, kind))


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("a.txt", b"S\xe1\xbb\x91", "text/plain"),
        ("a", b"abc", "text/plain"),
        ("a.MD", b"# A", "text/markdown"),
        ("a.txt", b"\n<!DOCTYPE html><html>", "text/html"),
        ("a.pdf", b"%PDF-1.4", "application/pdf"),
        ("a.docx", b"%PDF-1.4", "application/pdf"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        ("a.zip", b"PK\x03\x04", "application/zip"),
        ("a.doc", b"PK\x03\x04 word/document.xml", DOCX),
        ("a.doc", b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", ODT),
        ("a.doc", b"<html><body>", "text/html"),
        ("a.doc", b"{\\rtf1", "application/rtf"),
        ("a.doc", "Kế hoạch".encode(), "text/plain"),
        ("a.odt", b"PK\x03\x04", ODT),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
    ],
)
def test_the_first_bytes_win_over_the_name(name: str, start: bytes, kind: str) -> None:
    """A wrong ending does not mislead."""
    assert media_type(name, start) == kind


@pytest.mark.parametrize("name", ["a.zip"])
def test_a_kind_that_nobody_reads_says_what_to_do(name: str) -> None:
    """The error names the file and a way out."""
    kind = media_type(name, b"PK\x03\x04")
    with pytest.raises(UnsupportedFormat, match=name) as caught:
        read(source(name, b"x", kind))
    assert caught.value.hint


def test_the_limits_hold_for_bytes_and_characters() -> None:
    """The roof's limits are kept, and the message gives both figures."""
    file = source("dai.txt", b"abcdefghij")
    with pytest.raises(DocumentTooLarge, match="10 bytes; the limit is 9"):
        read(file, Limits(file_bytes=9))
    with pytest.raises(DocumentTooLarge, match="10 characters"):
        read(file, Limits(characters=9))


def test_real_files_are_read(shared: Path) -> None:
    """Every format of the shared corpus is read; scans have their test."""
    for path in sorted((shared / "corpus" / "binary").iterdir()):
        if not path.name.startswith("scan-"):
            assert len(read(source(path.name, path.read_bytes())).text) > 1000, path.name

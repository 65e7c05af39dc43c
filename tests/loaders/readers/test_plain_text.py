"""Plain text is returned as it stands, in whatever encoding it was saved."""

from __future__ import annotations

import pytest

from loaders.errors import UnreadableDocument
from loaders.readers.limits import DEFAULT_LIMITS
from loaders.readers.plain_text import read_plain_text
from loaders.records import SourceFile, SourceText

WORDS = "Số: 07/KH-UBND\r\nTỉnh Sông Lam, ngày 02 tháng 4 năm 2024\r\nKế hoạch về việc trồng cây."


def read_bytes(content: bytes) -> SourceText:
    """Read bytes as a text file."""
    file = SourceFile(name="a.txt", media_type="text/plain", content=content, sha256="")
    return read_plain_text(file, DEFAULT_LIMITS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_read_without_a_guess(encoding: str) -> None:
    """Spans count the decoded characters, line ends included."""
    text = read_bytes(WORDS.encode(encoding))
    assert text.text == WORDS
    assert text.remarks == ()


def test_a_byte_order_mark_of_utf8_is_counted() -> None:
    """Offsets are those of the file decoded as UTF-8, so the mark stays (normalising hides it)."""
    assert read_bytes(WORDS.encode("utf-8-sig")).text == "\ufeff" + WORDS


def test_an_older_encoding_is_guessed_and_said() -> None:
    """A guess leaves a remark with the name of the encoding."""
    text = read_bytes(("Năm nay công tác này " * 40).encode("cp1258", errors="ignore"))
    assert [remark.code for remark in text.remarks] == ["encoding-guessed"]


def test_a_cut_last_character_is_left_out_and_said() -> None:
    """A file cut inside a letter keeps all the words before it."""
    text = read_bytes("Kế hoạch trồng rừng phòng hộ ở".encode()[:-1])
    assert text.text == "Kế hoạch trồng rừng phòng hộ "
    assert [remark.code for remark in text.remarks] == ["cut-at-the-end"]


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 50, b"\x7f\x01\x02abc" * 30]
)
def test_binary_bytes_are_no_text(content: bytes) -> None:
    """Bytes that no encoding explains are refused."""
    with pytest.raises(UnreadableDocument, match=r"a\.txt is not text"):
        read_bytes(content)

"""Rich text gives its words, whatever their code page, their font and the groups round them."""

from __future__ import annotations

import pytest

from loaders.errors import DocumentTooLarge, UnreadableDocument
from loaders.readers.limits import DEFAULT_LIMITS, Limits
from loaders.readers.rtf import read_rtf
from loaders.records import SourceFile

FONTS = (
    rb"{\fonttbl{\f0\fnil Times New Roman;}{\f1\fcharset163 Arial;}{\f2 .VnTimeH;}{\f3 VNI-Times;}}"
)


def lines(body: bytes) -> list[str]:
    """Return the lines of a file with a body."""
    content = rb"{\rtf1\ansi\ansicpg1252\uc1" + FONTS + body + b"}"
    file = SourceFile(name="a.rtf", media_type="", content=content, sha256="")
    return read_rtf(file, DEFAULT_LIMITS).text.split("\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            rb"S\u7889?: 15/KH-UBND\par Ng\'e0y 5\tab th\u225\'e1ng 6",
            ["Số: 15/KH-UBND", "Ngày 5 tháng 6"],
        ),
        (rb"{\f1 \'c2n c\'fd}", ["Ân cư"]),
        ("{\\f2 QuyÕt ®Þnh}".encode("latin-1"), ["QUYẾT ĐỊNH"]),
        ("{\\f3 Coäng hoøa}".encode("latin-1"), ["Cộng hòa"]),
        (rb"{\b \'48\'61i} {\*\bkmkstart a}m\uc2\u7897\'6f\'3ft", ["Hai một"]),
        (rb"a{\pict\pngblip 89504e470d0a}b{\header CONG BAO}{\*\generator X}c", ["abc"]),
        (rb'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Ngh\u7883? }}\{1\}\~\_\-', ["Nghị {1} -"]),
        (rb"\u-10179?\u-8704?", ["\U0001f600"]),
    ],
)
def test_words_come_out_of_their_wrapping(body: bytes, expected: list[str]) -> None:
    """Unicode, code pages, fonts before Unicode, hidden groups and the results of fields."""
    assert lines(body) == expected


def test_tables_come_row_by_row() -> None:
    """Between paragraphs, and two tables apart."""
    row = (
        rb"\trowd\cellx1\cellx2\cellx3\pard\intbl 1\cell Vi\u7879?c\par hai\cell Qu\u253?\cell\row "
    )
    found = lines(rb"\pard Tr\u432?\u7899?c\par" + row + rb"\pard Sau\par " + row)
    assert found == ["Trước", "1 | Việc hai | Quý", "Sau", "1 | Việc hai | Quý"]


def test_damage_depth_and_size_are_our_errors() -> None:
    """A file that only pretends, one that nests without end, one that is too long."""
    for content in (b"abc", b"{\\rtf1" + b"{" * 2000):
        with pytest.raises(UnreadableDocument, match=r"a\.rtf is not"):
            read_rtf(
                SourceFile(name="a.rtf", media_type="", content=content, sha256=""), DEFAULT_LIMITS
            )
    with pytest.raises(DocumentTooLarge):
        read_rtf(
            SourceFile(name="a", media_type="", content=b"{\\rtf1 abc}", sha256=""),
            Limits(characters=2),
        )

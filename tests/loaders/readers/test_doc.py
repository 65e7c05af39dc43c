"""Old Word files give paragraphs, tables and notes, in the order in which they stand."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from loaders.errors import DocumentTooLarge, UnreadableDocument, UnsupportedFormat
from loaders.readers.doc import read_doc
from loaders.readers.limits import DEFAULT_LIMITS, Limits
from loaders.records import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SECTOR, FREE, END, FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT_AT = 2048
"""Where the text stands in the main stream of the files made here."""


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file (OLE) with streams of 4,096 bytes and more, as [MS-CFB] has it."""
    names = sorted(streams)
    directory = [entry("Root Entry", 5, END, 0, child=1)]
    body, fat = b"", [FAT, 0]
    for i, name in enumerate(names, start=1):
        content = streams[name].ljust(4096, b"\0")
        content += b"\0" * (-len(content) % SECTOR)
        sectors = len(content) // SECTOR
        start = len(fat)
        fat += [*range(start + 1, start + sectors), END]
        right = i + 1 if i < len(names) else FREE
        directory.append(entry(name, 2, start, len(content), right=right))
        body += content
    fat[1] = END
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    return head + table + b"".join(directory).ljust(SECTOR, b"\0") + body


def entry(
    name: str, kind: int, start: int, size: int, child: int = FREE, right: int = FREE
) -> bytes:
    """Return an entry of the directory of a compound file."""
    letters = (name + "\0").encode("utf-16-le")
    return letters.ljust(64, b"\0") + struct.pack(
        "<H2B3I36xIQ", len(letters), kind, 1, FREE, right, child, start, size
    )


def word(
    text: str, marks: Sequence[tuple[int, Sequence[int]]] = (), flags: int = 0, *, old: bool = False
) -> SourceFile:
    """Return a .doc file.

    Args:
        text: its characters as Word stores them.
        marks: for each paragraph of a table, where it ends and the properties that it has.
        flags: of the information block.
        old: stored as Word 95 did.
    """
    content = text.encode("cp1252" if old else "utf-16-le")
    main = bytearray(8192)
    struct.pack_into("<HH", main, 0, 0xA5EC, 104 if old else 0xC1)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<II", main, 0x18, TEXT_AT, TEXT_AT + len(content))
    struct.pack_into("<H", main, 32, 14)
    struct.pack_into("<H", main, 62, 22)
    struct.pack_into("<i", main, 64 + 12, len(text))
    struct.pack_into("<H", main, 152, 93)
    piece = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, TEXT_AT, 0)
    clx = b"\2" + struct.pack("<I", len(piece)) + piece
    struct.pack_into("<II", main, 154 + 8 * 33, 0, len(clx))
    bins = struct.pack("<III", TEXT_AT, TEXT_AT + len(content), 14)
    struct.pack_into("<II", main, 154 + 8 * 13, len(clx), len(bins))
    main[TEXT_AT : TEXT_AT + len(content)] = content
    page = bytearray(SECTOR)
    ends = [TEXT_AT, *(TEXT_AT + 2 * (at + 1) for at, _ in marks)]
    struct.pack_into(f"<{len(ends)}I", page, 0, *ends)
    for i, (_, properties) in enumerate(marks):
        place = 400 - 20 * i
        page[4 * len(ends) + 13 * i] = place // 2
        listed = b"".join(struct.pack("<HB", code, 1) for code in properties)
        page[place] = (len(listed) + 3) // 2 + 1
        page[place + 1 : place + 1 + 2 + len(listed)] = b"\0\0" + listed
    page[-1] = len(marks)
    main[14 * SECTOR : 15 * SECTOR] = page
    return SourceFile(
        name="cu.doc",
        media_type="application/msword",
        content=compound({"0Table": clx + bins, "WordDocument": bytes(main)}),
        sha256="f",
    )


def lines(file: SourceFile) -> list[str]:
    return read_doc(file, DEFAULT_LIMITS).text.split("\n")


def test_paragraphs_are_lines() -> None:
    """Line breaks too; pictures, notes' marks and hidden hyphens vanish."""
    text = "KẾ HOẠCH\x0bnăm 2010\rSố\xa015\x1eKH\x1f\x01\rHết\r"
    assert lines(word(text)) == ["KẾ HOẠCH", "năm 2010", "Số 15-KH", "Hết", ""]


def test_of_a_field_only_its_result_is_shown() -> None:
    """Links and page numbers carry instructions, also inside each other."""
    text = (
        'Theo \x13 HYPERLINK "x" \x14Nghị định \x13 REF a \x14số 3\x15\x15 và \x13 PAGE \x15hết\r'
    )
    assert lines(word(text))[0] == "Theo Nghị định số 3 và hết"


def test_tables_come_row_by_row() -> None:
    """An empty cell is no end of a row; paragraphs before and after stay outside."""
    text = "Danh mục\rTT\x07Việc\x07Hạn\x07\x07" + "1\x07Rà soát\rquy chế\x07\x07\x07" + "Hết\r"
    inside, ends = (0x2416,), (0x2416, 0x2417)
    marks = [
        (i, inside) for i, sign in enumerate(text) if sign in "\r\x07" and 9 < i < len(text) - 4
    ]
    rows = {text.index("Hạn\x07\x07") + 4, text.index("Hết") - 1}
    marked = [(at, ends if at in rows else inside) for at, inside in marks]
    assert lines(word(text, marked)) == [
        "Danh mục",
        "TT | Việc | Hạn",
        "1 | Rà soát quy chế | ",
        "Hết",
        "",
    ]


def test_columns_of_a_head_follow_each_other() -> None:
    """A table of two columns only places blocks side by side, also without properties."""
    text = "UBND TỈNH\rSố: 15/KH-UBND\x07CỘNG HÒA\rĐộc lập\x07\x07\rKẾ HOẠCH\r"
    inside, ends = (0x2416,), (0x2416, 0x2417)
    places = [i for i, sign in enumerate(text) if sign in "\r\x07"][:5]
    marks = [(at, ends if at == places[4] else inside) for at in places]
    expected = ["UBND TỈNH", "Số: 15/KH-UBND", "CỘNG HÒA", "Độc lập", "", "KẾ HOẠCH", ""]
    assert lines(word(text, marks)) == expected


def test_word_of_1995_is_read_as_one_piece() -> None:
    """Its letters are those of a font; naming them is the next step's."""
    assert lines(word("QuyÕt ®Þnh\r", old=True))[0] == "QuyÕt ®Þnh"


def test_locked_damaged_and_foreign_files_are_named() -> None:
    """Each for its own reason."""
    with pytest.raises(UnreadableDocument) as locked:
        read_doc(word("x\r", flags=0x100), DEFAULT_LIMITS)
    assert locked.value.code == "encrypted-document"
    content = compound({"Workbook": b"x"})
    with pytest.raises(UnsupportedFormat, match="holds no Word document"):
        read_doc(SourceFile(name="a", media_type="", content=content, sha256=""), DEFAULT_LIMITS)
    for content in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", word("x\r").content[:4000]):
        with pytest.raises(UnreadableDocument, match=r"not a \.doc file"):
            read_doc(
                SourceFile(name="a", media_type="", content=content, sha256=""), DEFAULT_LIMITS
            )
    with pytest.raises(DocumentTooLarge):
        read_doc(word("dài\r"), Limits(characters=2))


def test_a_real_file_is_read(shared: Path) -> None:
    """Head, body and signature of a directive of 2014."""
    content = (shared / "corpus" / "binary" / "01-ct-ttg-2014.doc").read_bytes()
    file = SourceFile(name="a.doc", media_type="", content=content, sha256="")
    assert lines(file)[:4:2] == ["THỦ TƯỚNG CHÍNH PHỦ", "Số: 01/CT-TTg"]
    assert lines(file)[3] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert [line for line in lines(file) if line.strip()][-1] == "Nguyễn Tấn Dũng"

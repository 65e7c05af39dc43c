"""Addressees and recipients, an entry a printed line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata, Reading


def values(readings: tuple[Reading[str], ...]) -> list[str]:
    """Return the entries."""
    return [reading.value for reading in readings]


def test_recipients(read: Callable[[str], Metadata], directive: str) -> None:
    """Without dash and end sign, the line of the file copy too."""
    assert values(read(directive).recipients) == ["Như trên", "Sở Xây dựng", "Lưu: VT, KT"]


def test_entries_that_run_on_and_initials(read: Callable[[str], Metadata], directive: str) -> None:
    """A line without a dash goes on with the entry above; who typed it stays, a scribble goes."""
    text = directive.replace("- Sở Xây dựng;", "- Các sở, ban,\nngành tỉnh (để phối hợp);")
    assert values(read(text.replace("KT.\n\n", "KT. Hà\n\n")).recipients) == [
        "Như trên",
        "Các sở, ban, ngành tỉnh (để phối hợp)",
        "Lưu: VT, KT. Hà",
    ]
    scribbled = read(directive.replace("VT, KT.\n", "VT, KT. *long*\n"))
    assert values(scribbled.recipients)[-1] == "Lưu: VT, KT"


def test_columns_of_a_table(read: Callable[[str], Metadata], directive: str) -> None:
    """The signer's name beside the list is no entry."""
    table = (
        "|Nơi nhận:        |CHỦ TỊCH            |\n|- Như trên;      |                    |\n"
        "|- Sở Xây dựng;   |Lê Thị Hoa          |\n|- Lưu: VT.       |                    |\n"
    )
    found = read(directive[: directive.index("Nơi nhận")] + table)
    assert values(found.recipients) == ["Như trên", "Sở Xây dựng", "Lưu: VT"]


def test_a_list_in_a_form_is_not_the_papers(
    read: Callable[[str], Metadata], directive: str
) -> None:
    """A gazette leaves the list out, the annex prints one."""
    start, end = directive.index("Nơi nhận"), directive.index("KT. CHỦ TỊCH")
    annex = (
        "\nPHỤ LỤC\nMẪU BÁO CÁO\n\nKính gửi: ........\n\n1. Kết quả đạt được trong năm của đơn vị, "
        "nêu rõ số cây đã trồng và số cây đã chết, lý do, đề xuất và kiến nghị với cấp trên.\n\n2. "
        "Kiến nghị.\n\nNơi nhận:\n- Cơ quan chủ quản;\n- Lưu: VT.\n\nTHỦ TRƯỞNG\n"
    )
    assert read(directive[:start] + directive[end:] + annex).recipients == ()


def test_addressees(read: Callable[[str], Metadata], directive: str) -> None:
    """One on the line of the opening words, or a list; a list that was cut is mended."""
    body = "Thời gian qua"
    one = directive.replace(body, f"Kính gửi: Sở Xây dựng.\n\n{body}")
    assert values(read(one).addressees) == ["Sở Xây dựng"]
    many = "Kính gửi:\n- Ủy ban nhân dân các xã: Một, Hai,\n- Ba và Bốn;\n- Sở Xây dựng.\n\n"
    assert values(read(directive.replace(body, many + body)).addressees) == [
        "Ủy ban nhân dân các xã: Một, Hai, Ba và Bốn",
        "Sở Xây dựng",
    ]


def test_addressees_without_a_dash_each(read: Callable[[str], Metadata], directive: str) -> None:
    """Semicolons part those of one line; the paragraph below bare opening words is one."""
    body = "Thời gian qua"
    line = "Kính gửi: Sở Xây dựng; Sở Y tế.\n\n"
    assert values(read(directive.replace(body, line + body)).addressees) == [
        "Sở Xây dựng",
        "Sở Y tế",
    ]
    also = "Kính gửi:\n- Sở Y tế.\n\nĐồng kính gửi:\n\nBí thư các đảng ủy.\n\n"
    assert values(read(directive.replace(body, also + body)).addressees) == [
        "Sở Y tế",
        "Bí thư các đảng ủy",
    ]


def test_recipients_without_a_dash_each(read: Callable[[str], Metadata], directive: str) -> None:
    """Lost bullets: an entry a line; two entries that a scan joined; a second list within."""
    listed = "- Như trên;\n- Sở Xây dựng;\n- Lưu: VT, KT.\n"
    bare = "Sở Xây dựng,\nSở Y tế,\nLưu VT.\n"
    found = read(directive.replace(listed, bare))
    assert values(found.recipients) == ["Sở Xây dựng", "Sở Y tế", "Lưu VT"]
    joined = read(directive.replace("Như trên;\n-", "Như trên; -"))
    assert values(joined.recipients)[:2] == ["Như trên", "Sở Xây dựng"]


@pytest.mark.parametrize("misread", ["(b/©)", "(b/€)", "(/c)", "(để b/©)"])
def test_notes_that_a_scan_misread(
    read: Callable[[str], Metadata], directive: str, misread: str
) -> None:
    """The value has the usual note, the printed words stay as they were read."""
    found = read(directive.replace("Sở Xây dựng;", f"Sở Xây dựng {misread};")).recipients[1]
    note = "(để b/c)" if "để" in misread else "(b/c)"
    assert (found.value, found.printed) == (f"Sở Xây dựng {note}", f"Sở Xây dựng {misread}")


def test_the_file_copy_is_an_entry_of_its_own(
    read: Callable[[str], Metadata], directive: str
) -> None:
    """A scan lost the dash before it and the sign at the end of the line above."""
    found = read(directive.replace("Sở Xây dựng;\n- Lưu", "Sở Xây dựng,\n. Lưu"))
    assert values(found.recipients) == ["Như trên", "Sở Xây dựng", "Lưu: VT, KT"]

"""Type and subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.title import is_authority

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

TITLE = "Về việc tăng cường trồng và chăm sóc cây xanh trên địa bàn tỉnh"


def test_type_and_subject(read: Callable[[str], Metadata], directive: str) -> None:
    """The subject is as printed, on one line, without the type."""
    found = read(directive)
    assert found.document_type is not None
    assert found.type_name is not None
    assert found.title is not None
    assert (found.document_type.value, found.type_name.value) == ("CT", "Chỉ thị")
    assert found.title.value == TITLE


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("VỀ VIỆC TRỒNG\nCÂY XANH", "VỀ VIỆC TRỒNG CÂY XANH"),
        ("**V/v trồng cây xanh\ntrong đô thị**", "V/v trồng cây xanh trong đô thị"),
        ("Về việc trồng cây\n\n(KHẨN)", "Về việc trồng cây"),
        ("Về việc trồng cây\n__________", "Về việc trồng cây"),
        (
            "Về việc thực hiện Nghị quyết\nsố 12/NQ-CP ngày 3/4/2024",
            "Về việc thực hiện Nghị quyết số 12/NQ-CP ngày 3/4/2024",
        ),
        (
            "BÃI BỎ QUYẾT ĐỊNH\nSỐ 12/2014/QĐ-UBND NGÀY 3/4/2014",
            "BÃI BỎ QUYẾT ĐỊNH SỐ 12/2014/QĐ-UBND NGÀY 3/4/2014",
        ),
        ("Về việc thực hiện Nghị định\n12/2024/NĐ-CP", "Về việc thực hiện Nghị định 12/2024/NĐ-CP"),
        ("VỀ VIỆC TRỒNG CÂY\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "VỀ VIỆC TRỒNG CÂY"),
    ],
)
def test_where_a_subject_ends(
    read: Callable[[str], Metadata], directive: str, subject: str, title: str
) -> None:
    """Stamps, rules and the line of authority are no part of it."""
    found = read(directive.replace(TITLE, subject)).title
    assert found is not None
    assert found.value == title


def test_the_type_word_wins_over_the_symbol(
    read: Callable[[str], Metadata], directive: str
) -> None:
    """People mix symbols up."""
    found = read(directive.replace("/CT-UBND", "/QĐ-UBND"))
    assert found.type_name is not None
    assert found.type_name.value == "Chỉ thị"


def test_a_letter_prints_no_type(read: Callable[[str], Metadata]) -> None:
    """A number without a type part, a subject below it, an address: công văn."""
    found = read(
        "UBND TỈNH SÔNG MÂY\nSỞ XÂY DỰNG\n\nSố: 123/SXD-QLĐT\nV/v trồng cây xanh\n\nSông Mây, ngày "
        "02 tháng 4 năm 2024\n\nKính gửi: Ủy ban nhân dân các xã.\n\nThực hiện kế hoạch, Sở Xây "
        "dựng đề nghị các xã trồng cây./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n"
        "Trần Văn Bình\n"
    )
    assert found.type_name is not None
    assert found.title is not None
    assert found.type_name.value == "Công văn"
    assert found.title.value == "V/v trồng cây xanh"


def test_authority() -> None:
    """A body or post alone, never a subject that names one."""
    assert is_authority("CHÍNH PHỦ")
    assert is_authority("BỘ TRƯỞNG BỘ TÀI CHÍNH")
    assert not is_authority("BÃI BỎ VĂN BẢN CỦA CHÍNH PHỦ")


def test_a_scan_that_reads_type_and_subject_as_one_line(read: Callable[[str], Metadata]) -> None:
    """The subject is what follows the type word, the marks of the type lost or not."""
    found = read(
        "Số: 18/2021/NĐ-CP Hà Nội, ngày 26 tháng 3 năm 2021\nCăn cứ Luật Giá;\n"
        "NGHI ĐỊNH Quy định về cây xanh đô thị\nĐiều 1. Phạm vi\n1. Nghị định này.\n"
    ).title
    assert found is not None
    assert found.value == "Quy định về cây xanh đô thị"

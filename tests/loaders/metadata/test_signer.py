"""The person who signed, through ranks, scribbles and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.signer import read_signatures, signer_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts
    from loaders.records import Metadata

BLOCK = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n"


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (BLOCK, "Lê Thị Hoa"),
        ("CHỦ TỊCH *Moae*\n\n\n*Lê Thị Hoa*\n", "Lê Thị Hoa"),
        ("CHỦ TỊCH\n\n(Đã ký)\n\nLê Thị Hoa\n", "Lê Thị Hoa"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nĐại tá Lê Thị\nHoa\n", "Lê Thị Hoa"),
        ("TM. ỦY BAN NHÂN\nDÂN\nCHỦ TỊCH\n\nPHẠM VĂN NAM\n", "Phạm Văn Nam"),
        ("KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n\nLê Thị Hoa\n", "Lê Thị Hoa"),
        ('CHỦ TỊCH\n\n"Ñguyễn Thị Hoa\n', "Nguyễn Thị Hoa"),
        ("CHỦ TỊCH\n\nNguyên Thị Hoa\n", "Nguyễn Thị Hoa"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCHLê Thị Hoa\n", "Lê Thị Hoa"),
        ("CHỦ TỊCH\n\nMoae\n", None),
        ("CHỦ TỊCH\n\n(Ký, ghi rõ họ tên)\n", None),
    ],
)
def test_names(parts: Callable[[str], Parts], directive: str, block: str, name: str | None) -> None:
    """A name has two words or more; a scribble is none."""
    found = signer_of(read_signatures(parts(directive.replace(BLOCK, block))), ())
    assert (found.name.value if found else None) == name


def test_columns_of_a_table(parts: Callable[[str], Parts], directive: str) -> None:
    """List and signature side by side are read apart."""
    table = (
        "|Nơi nhận:        |TM. ỦY BAN NHÂN DÂN |\n|- Như trên;      |CHỦ TỊCH            |\n"
        "|- Lưu: VT.       |                    |\n|                 |Lê Thị Hoa          |\n"
    )
    start = directive.index("Nơi nhận")
    found = read_signatures(parts(directive[:start] + table))
    assert [signature.name.value for signature in found] == ["Lê Thị Hoa"]
    assert found[0].modes == ("tm",)
    assert found[0].on_behalf == "ỦY BAN NHÂN DÂN"


def test_of_a_joint_paper_the_lead_body_signs_for_us(
    parts: Callable[[str], Parts], directive: str
) -> None:
    """The body named first bears the number."""
    block = (
        "KT. BỘ TRƯỞNG\nBỘ CÔNG AN\nTHỨ TRƯỞNG\n\nTrần Văn Bình\n\nKT. BỘ TRƯỞNG\nBỘ Y TẾ\nTHỨ "
        "TRƯỞNG\n\nLê Thị Hoa\n"
    )
    signatures = read_signatures(parts(directive.replace(BLOCK, block)))
    lead = signer_of(signatures, ("Bộ Y tế", "Bộ Công an"))
    assert lead is not None
    assert lead.name.value == "Lê Thị Hoa"


def test_a_form_in_an_annex_signs_nothing(parts: Callable[[str], Parts], directive: str) -> None:
    """The first block with a name counts."""
    annex = "\nPHỤ LỤC\nMẪU ĐƠN\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"
    found = signer_of(read_signatures(parts(directive + annex)), ())
    assert found is not None
    assert found.name.value == "Lê Thị Hoa"


def test_two_who_sign_side_by_side(read: Callable[[str], Metadata]) -> None:
    """Of two signatures parted by a wide gap alone, that of the body named first counts."""
    said = read(
        "SỞ Y TẾ - CÔNG AN TỈNH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 15/KHLT-SYT-CAT         Lai Châu, ngày 2 tháng 4 năm 2024\n\n"
        "KẾ HOẠCH LIÊN TỊCH\nPhối hợp phòng, chống ma túy\n\n"
        "1. Công an tỉnh tổ chức tuyên truyền.\n\n"
        "CÔNG AN TỈNH                SỞ Y TẾ\n"
        "GIÁM ĐỐC                    GIÁM ĐỐC\n\n"
        "Lò Văn Páo                  Tẩn Thị Mẩy\n"
        "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
    )
    assert said.signer
    assert said.signer.value == "Tẩn Thị Mẩy"
    assert [each.value for each in said.co_signers] == ["Lò Văn Páo", "Tẩn Thị Mẩy"]

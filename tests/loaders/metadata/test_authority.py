"""Who decides, by the lines that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
BASIS = "\n\nCăn cứ Luật Lâm nghiệp năm 2017;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Trồng cây ven đường.\n"


def _issuer(found: Metadata) -> str:
    """Return the issuer in small letters, as capitals alone do not tell a proper name."""
    return found.issuing_body.value.casefold() if found.issuing_body else ""


def test_heads_one_on_a_line_decide_together(read: Callable[[str], Metadata]) -> None:
    """Papers of several ministries print each minister on a line of his own."""
    found = read(
        f"BỘ NỘI VỤ - BỘ TÀI CHÍNH\n\n{MOTTO}Số: 403-NĐ-LB\n\nHà Nội, ngày 24 tháng 12 năm 1957\n\n"
        f"BỘ TRƯỞNG BỘ NỘI VỤ\nBỘ TRƯỞNG BỘ TÀI CHÍNH{BASIS}"
    )
    assert _issuer(found) == "bộ trưởng bộ nội vụ, bộ trưởng bộ tài chính"
    assert len(found.co_issuers) == 2


def test_a_post_over_two_lines_is_one(read: Callable[[str], Metadata]) -> None:
    """The line below a post alone completes it."""
    found = read(
        f"TRƯỜNG CAO ĐẲNG SÔNG MÂY\n\n{MOTTO}Số: 34/QĐ-CĐSM\n\nQUYẾT ĐỊNH\n"
        f"Về việc trồng cây\n\nHIỆU TRƯỞNG\nTRƯỜNG CAO ĐẲNG SÔNG MÂY{BASIS}"
    )
    assert _issuer(found) == "hiệu trưởng trường cao đẳng sông mây"


def test_the_council_of_a_school_decides(read: Callable[[str], Metadata]) -> None:
    """Its name is completed with that of the school above it."""
    found = read(
        f"TRƯỜNG ĐẠI HỌC SÔNG MÂY\nHỘI ĐỒNG TRƯỜNG\n\n{MOTTO}Số: 12/NQ-HĐT\n\nNGHỊ QUYẾT\n"
        f"Về việc trồng cây{BASIS}"
    )
    assert _issuer(found) == "hội đồng trường trường đại học sông mây"


def test_a_telegram_calls_on_a_line_of_its_own(read: Callable[[str], Metadata]) -> None:
    """Who sends it stands above, and is not the subject."""
    found = read(
        f"BAN CHỈ ĐẠO PHÒNG, CHỐNG CHÁY RỪNG\n\n{MOTTO}Số: 15/CĐ-BCĐ\n\nCÔNG ĐIỆN KHẨN\n\n"
        "BAN CHỈ ĐẠO PHÒNG, CHỐNG CHÁY RỪNG\n\nĐIỆN: Sở Y tế\n\nRừng đang cháy ở phía tây.\n"
    )
    assert _issuer(found) == "ban chỉ đạo phòng, chống cháy rừng"
    assert found.title is None
    assert [each.value for each in found.addressees] == ["Sở Y tế"]


def test_the_president_keeps_his_post(read: Callable[[str], Metadata]) -> None:
    """The name of the State behind it is left out, as behind other organs."""
    found = read(
        f"CHỦ TỊCH NƯỚC\n\n{MOTTO}Số: 20/2008/L-CTN\n\nLỆNH\n\nVỀ VIỆC CÔNG BỐ LUẬT\n\nCHỦ TỊCH\n"
        f"NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM{BASIS}"
    )
    assert _issuer(found) == "chủ tịch nước"


def test_the_type_block_names_who_decided_and_when(read: Callable[[str], Metadata]) -> None:
    """A resolution of old has no number."""
    found = read(
        "NGHỊ QUYẾT\n\nCỦA QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM NGÀY 15 THÁNG 1 NĂM 1977 "
        f"PHÊ CHUẨN VIỆC TRỒNG CÂY\n\nQUỐC HỘI{BASIS}"
    )
    assert _issuer(found) == "quốc hội"
    assert found.issued_on is not None
    assert found.issued_on.value.iso() == "1977-01-15"
    assert found.title is not None
    assert found.title.value == "PHÊ CHUẨN VIỆC TRỒNG CÂY"


def test_the_line_above_the_basis_may_name_more(read: Callable[[str], Metadata]) -> None:
    """The type block of old gives number and issuer in short."""
    found = read(
        "SẮC LỆNH\n\nSỐ 34 CỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI LẬP MỘT ỦY BAN TRỒNG CÂY\n\n"
        f"CHỦ TỊCH CHÍNH PHỦ LÂM THỜI VIỆT NAM DÂN CHỦ CỘNG HÒA{BASIS}"
    )
    assert _issuer(found) == "chủ tịch chính phủ lâm thời việt nam dân chủ cộng hòa"
    assert found.number is not None
    assert found.number.value == "34"
    assert found.title is not None
    assert found.title.value == "LẬP MỘT ỦY BAN TRỒNG CÂY"

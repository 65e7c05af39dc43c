"""Who issued, by the words before the symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Metadata

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\n-------\n"
SIGNED = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


def issuer(metadata: Metadata) -> str | None:
    """Return the issuing body."""
    return metadata.issuing_body.value if metadata.issuing_body else None


@pytest.mark.parametrize(
    ("signed", "body"),
    [
        (SIGNED, "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây"),
        ("CHỦ TỊCH", "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Ủy ban nhân dân tỉnh Sông Mây"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Ủy ban nhân dân tỉnh Sông Mây"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Ủy ban nhân dân tỉnh Sông Mây"),
    ],
)
def test_the_signature_tells_body_from_chairman(
    read: Callable[[str], Metadata], directive: str, signed: str, body: str
) -> None:
    """Signature table of the domain notes, for a directive."""
    assert issuer(read(directive.replace(SIGNED, signed))) == body


def test_a_plan_is_the_bodys_whoever_signs(read: Callable[[str], Metadata], directive: str) -> None:
    """Only directives, telegrams and decisions are a chairman's own."""
    text = directive.replace("CHỈ THỊ", "KẾ HOẠCH").replace("/CT-", "/KH-")
    assert issuer(read(text)) == "Ủy ban nhân dân tỉnh Sông Mây"


def test_a_known_province_completes_a_lost_heading(
    read: Callable[[str], Metadata], directive: str
) -> None:
    """The symbol with the place before the date."""
    found = read(directive.replace(HEAD, "").replace("Sông Mây, ngày", "An Giang, ngày"))
    assert issuer(found) == "Chủ tịch Ủy ban nhân dân tỉnh An Giang"
    assert found.province is not None
    assert found.province.value == "An Giang"


def test_a_province_is_never_guessed(read: Callable[[str], Metadata]) -> None:
    """A paper without heading and place has the body that its own words name, no province."""
    found = read(
        "Kính gửi: Các huyện ủy.\n\nĐể giữ sạch môi trường, Ban Thường vụ Tỉnh ủy yêu cầu các "
        "huyện ủy trồng cây.\n\nNơi nhận:\n- Như trên.\n"
    )
    assert issuer(found) == "Ban Thường vụ Tỉnh ủy"
    assert found.province is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            (
                "BỘ XÂY DỰNG\n\nSố: 05/2024/TT-BXD\n\nHà Nội, ngày 2 tháng 4 năm 2024\n\nTHÔNG TƯ\n"
                "Quy định về cây xanh\n\nCăn cứ Luật Xây dựng;\n\nBộ trưởng Bộ Xây dựng ban hành "
                "Thông tư quy định về cây xanh.\n\nĐiều 1. Phạm vi\n"
            ),
            "Bộ trưởng Bộ Xây dựng",
        ),
        (
            (
                "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 999-KL/TW\n\n"
                "Hà Nội, ngày "
                "2 tháng 4 năm 2024\n\nKẾT LUẬN\nCỦA BAN BÍ THƯ\nvề trồng cây\n\n"
                "Ban Bí thư kết luận:\n"
            ),
            "Ban Bí thư",
        ),
        (
            (
                "CÔNG ĐIỆN\nVề chống nóng\n\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n\n"
                "- Bộ Y tế;\n- Bộ Xây dựng.\n"
                "\nTrời nóng, Thủ tướng yêu cầu trồng cây.\n"
            ),
            "Thủ tướng Chính phủ",
        ),
        (
            (
                "QUYẾT ĐỊNH\nVề việc trồng cây\n\nBỘ TRƯỞNG BỘ XÂY DỰNG\n\n"
                "Căn cứ Luật Xây dựng;\n\n"
                "Điều 1. Trồng cây.\n"
            ),
            "Bộ trưởng Bộ Xây dựng",
        ),
    ],
)
def test_words_before_symbols(read: Callable[[str], Metadata], text: str, body: str) -> None:
    """Circulars, Party papers, telegrams, decisions with their line of authority."""
    assert issuer(read(text)) == body


def test_a_joint_circular_is_the_ministers(read: Callable[[str], Metadata]) -> None:
    """Each body whose symbol the number names, by its head; the body above them does not count."""
    found = read(
        "BỘ Y TẾ - BỘ TÀI CHÍNH\n\nSố: 05/2014/TTLT-BYT-BTC\n\nHà Nội, ngày 2 tháng 4 năm 2014\n\n"
        "THÔNG TƯ LIÊN TỊCH\nHướng dẫn mua sắm vắc xin\n\nCăn cứ Luật Giá;\n\nĐiều 1. Phạm vi\n"
    )
    assert issuer(found) == "Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính"
    assert [each.value for each in found.co_issuers] == [
        "Bộ trưởng Bộ Y tế",
        "Bộ trưởng Bộ Tài chính",
    ]


def test_a_joint_paper_names_its_bodies_below_its_type_too(read: Callable[[str], Metadata]) -> None:
    """A paper printed without its heading still has all who issue it, and all who sign."""
    found = read(
        "THÔNG TƯ LIÊN TỊCH\nCỦA BỘ Y TẾ-BỘ TÀI CHÍNH SỐ 05/2014/TTLT-BYT-BTC\n"
        "NGÀY 02 THÁNG 4 NĂM 2014\nHƯỚNG DẪN MUA SẮM VẮC XIN\n\nCăn cứ Luật Giá;\n\n"
        "Điều 1. Phạm vi\nThông tư này áp dụng cho các cơ sở y tế.\n\n"
        "KT. BỘ TRƯỞNG\nBỘ TÀI CHÍNH\nTHỨ TRƯỞNG\n\nTrần Văn Bình\n\n"
        "KT. BỘ TRƯỞNG\nBỘ Y TẾ\nTHỨ TRƯỞNG\n\nLê Thị Hoa\n"
    )
    assert [each.value for each in found.co_issuers] == ["Bộ Y tế", "Bộ Tài chính"]
    assert [each.value for each in found.co_signers] == ["Trần Văn Bình", "Lê Thị Hoa"]
    assert found.signer is not None
    assert found.signer.value == "Lê Thị Hoa"


def test_a_paper_of_one_body_has_no_others(read: Callable[[str], Metadata], directive: str) -> None:
    """Who issues alone is not repeated in a list."""
    found = read(directive)
    assert found.co_issuers == ()
    assert found.co_signers == ()


@pytest.mark.parametrize(
    ("number", "place", "sentence", "issuer", "province"),
    [
        (
            "57/KH-UBND",
            "Phú Mỹ",
            "Thực hiện Kế hoạch của UBND tỉnh An Giang, Ủy ban nhân dân xã ban hành Kế hoạch",
            "Ủy ban nhân dân xã Phú Mỹ",
            "An Giang",
        ),
        (
            "33/KH-LĐLĐ",
            "Nghệ An",
            "Hằng năm, Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng kế hoạch",
            "Ban Thường vụ Liên đoàn Lao động tỉnh Nghệ An",
            "Nghệ An",
        ),
        (
            "45-KH/BTCTU",
            "Lâm Đồng",
            "Hằng năm, Ban Tổ chức Tỉnh ủy ban hành Kế hoạch",
            "Ban Tổ chức Tỉnh ủy Lâm Đồng",
            "Lâm Đồng",
        ),
    ],
)
def test_a_paper_without_a_heading_is_completed_by_its_place(
    read: Callable[[str], Metadata],
    number: str,
    place: str,
    sentence: str,
    issuer: str,
    province: str,
) -> None:
    """Converters drop the two columns of the head; number, place and sentence are left."""
    found = read(
        f"Số: {number}\n\n{place}, ngày 12 tháng 9 năm 2025\n\nKẾ HOẠCH\n\n**Trồng cây năm 2026**\n\n"
        f"{sentence} như sau:\n\nI. MỤC ĐÍCH\n\n1. Giữ đất.\n"
    )
    assert found.issuing_body is not None
    assert found.province is not None
    assert (found.issuing_body.value, found.province.value) == (issuer, province)


def test_a_heading_cut_off_by_a_scan_names_nobody(read: Callable[[str], Metadata]) -> None:
    """The sentence that guides does."""
    found = read(
        "ỦY BAN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 14/HD-UBBC\n\nSơn La, ngày 06 tháng 01 năm 2026\n\nHƯỚNG DẪN\n\nTrồng cây\n\n"
        "Hằng năm, Ủy ban bầu cử tỉnh hướng dẫn như sau:\n\nI. MỤC ĐÍCH\n\n1. Giữ đất.\n"
    )
    assert found.issuing_body is not None
    assert found.issuing_body.value == "Ủy ban bầu cử tỉnh Sơn La"

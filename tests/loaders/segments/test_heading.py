"""The head of a paper."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.records import SectionKind
from loaders.segments import segment


def parts(text: str, kind: SectionKind) -> list[str]:
    """Return the words of the sections of a kind."""
    normalised = normalise(text)
    return [normalised.words(one.span) for one in segment(normalised) if one.kind is kind]


STATE = """\
ỦY BAN NHÂN DÂN
TỈNH SÔNG MÂY
-------

CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số:
21/2024/QĐ-UBND

Sông Mây, ngày 3
tháng 5 năm 2024

QUYẾT ĐỊNH

BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ
TRÊN ĐỊA BÀN TỈNH SÔNG MÂY

Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005;

Theo đề nghị của Giám đốc Sở Công Thương,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ.
"""


def test_each_line_of_the_head_is_a_section_and_wrapped_ones_are_joined() -> None:
    """Number and date that run over a line end are one section each."""
    heading = parts(STATE, SectionKind.HEADING)
    assert heading[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG MÂY"]
    assert "Số: 21/2024/QĐ-UBND" in heading
    assert "Sông Mây, ngày 3 tháng 5 năm 2024" in heading


def test_type_and_subject_are_two_title_sections() -> None:
    """First the type line, then the subject on however many lines."""
    assert parts(STATE, SectionKind.TITLE) == [
        "QUYẾT ĐỊNH",
        "BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH SÔNG MÂY",
    ]


def test_subject_of_a_letter_stands_under_the_number() -> None:
    """The line "V/v ..." is a title section, place and date after it are heading."""
    text = (
        "SỞ Y TẾ\n\nSố: 45/SYT-NVY\nV/v chuẩn bị thuốc\ncho mùa mưa\n\n"
        "Sông Mây, ngày 2 tháng 7 năm 2024\n\nKính gửi:\n\n- Bệnh viện tỉnh;\n"
        "- Trung tâm Y tế các huyện.\n\nSở Y tế đề nghị các đơn vị rà soát cơ số thuốc."
    )
    assert parts(text, SectionKind.TITLE) == ["V/v chuẩn bị thuốc cho mùa mưa"]
    assert parts(text, SectionKind.HEADING)[-1] == "Sông Mây, ngày 2 tháng 7 năm 2024"
    assert parts(text, SectionKind.ADDRESSEES) == [
        "Kính gửi",
        "Bệnh viện tỉnh",
        "Trung tâm Y tế các huyện",
    ]


def test_addressee_on_the_line_of_the_opening_words() -> None:
    """One line gives the opening words and one entry."""
    text = "Số: 3/UBND-KT\n\nKính gửi: Sở Xây dựng\n\nỦy ban đề nghị Sở kiểm tra."
    assert parts(text, SectionKind.ADDRESSEES) == ["Kính gửi", "Sở Xây dựng"]


def test_bodies_that_a_telegram_calls_are_addressees() -> None:
    """The line that ends in "điện:" opens a list of addressees."""
    text = (
        "CÔNG ĐIỆN\nVỀ ỨNG PHÓ LŨ QUÉT\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n"
        "- Chủ tịch các huyện;\n- Giám đốc Công an tỉnh.\n\nMưa lớn còn kéo dài."
    )
    assert parts(text, SectionKind.ADDRESSEES) == [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện",
        "Chủ tịch các huyện",
        "Giám đốc Công an tỉnh",
    ]


def test_a_head_in_table_cells_is_read_cell_by_cell() -> None:
    """Two columns printed with bars are sections of their own."""
    text = (
        "|HUYỆN ỦY ĐÁ DỰNG     |ĐẢNG CỘNG SẢN VIỆT NAM       |\n"
        "|Số 15-CT/HU          |Đá Dựng, ngày 4 tháng 3 năm 2021 |\n\n"
        "CHỈ THỊ\nvề công tác khuyến học\n\nCác chi bộ triển khai ngay."
    )
    assert parts(text, SectionKind.HEADING) == [
        "HUYỆN ỦY ĐÁ DỰNG",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 15-CT/HU",
        "Đá Dựng, ngày 4 tháng 3 năm 2021",
    ]


def test_a_text_without_head_begins_with_its_body() -> None:
    """Nothing is invented where the head is missing."""
    assert parts("Ban Thường vụ yêu cầu các chi bộ rà soát.", SectionKind.HEADING) == []


def test_columns_parted_by_a_wide_gap() -> None:
    """A scan prints both columns of the head on one line."""
    text = (
        "SỞ Y TẾ SÔNG MÂY          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/SYT-KH             Sông Mây, ngày 3 tháng 4 năm 2022\n\nKính gửi: Bệnh viện tỉnh"
    )
    assert parts(text, SectionKind.HEADING) == [
        "SỞ Y TẾ SÔNG MÂY",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/SYT-KH",
        "Sông Mây, ngày 3 tháng 4 năm 2022",
    ]


def test_a_dashed_legal_basis_ends_the_head() -> None:
    """The type word that stands again below the basis does not draw the basis into the head."""
    text = STATE.replace("Căn cứ Luật", "- Căn cứ Luật").replace("Theo đề nghị", "- Theo đề nghị")
    text = text.replace("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")
    assert len(parts(text, SectionKind.LEGAL_BASIS)) == 2

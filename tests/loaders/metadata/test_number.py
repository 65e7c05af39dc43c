"""The document's own number, never one that it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.metadata.number import read_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.metadata.parts import Parts
    from loaders.records import Metadata
    from ontology.registry import Registry


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 15/KH-UBND", "15/KH-UBND", "KH-UBND"),
        ("Số: 248 /TB-VP", "248/TB-VP", "TB-VP"),
        ("Số 36-HD/VPTW", "36-HD/VPTW", "HD/VPTW"),
        ("Số: 66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "NQ-CP"),
        ("Số: 010/CT-UBND", "010/CT-UBND", "CT-UBND"),
        ("Luật số: 30/2023/QH15", "30/2023/QH15", "QH15"),
        ("Số: /TB-VP", None, "TB-VP"),
        ("Số:     /2024/TT-BGDĐT", None, "TT-BGDĐT"),
    ],
)
def test_number_lines(
    parts: Callable[[str], Parts],
    registry: Registry,
    directive: str,
    line: str,
    number: str | None,
    symbol: str,
) -> None:
    """Blanks inside are dropped; of a blank number the symbol is kept."""
    own = read_number(parts(directive.replace("Số: 07 /CT-UBND", line)), registry)
    assert (own.number.value if own.number else None) == number
    assert own.symbol is not None
    assert own.symbol.value == symbol


def test_a_damaged_symbol_is_repaired_and_the_print_kept(
    parts: Callable[[str], Parts], registry: Registry, directive: str
) -> None:
    """The value is repaired from the register, the printed words stay."""
    own = read_number(parts(directive.replace("07 /CT-UBND", "07/QD-UBND")), registry)
    assert own.number is not None
    assert (own.number.value, own.number.printed) == ("07/QĐ-UBND", "07/QD-UBND")
    assert own.number.confidence < 0.95


def test_a_cited_number_is_not_ones_own(parts: Callable[[str], Parts], registry: Registry) -> None:
    """A paper without a number line has no number."""
    text = "CHỈ THỊ\nVề trồng cây\n\nCăn cứ Quyết định\nsố 15/QĐ-UBND ngày 02/3/2023;\n"
    assert read_number(parts(text), registry).number is None


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 31/KH-UBND ngày 04/9/2021 của UBND tỉnh Bến Tre đã kết thúc.",
        "Thực hiện Kế hoạch số 31/KH-UBND của UBND tỉnh, các xã đã ra quân.\n\nKết quả tốt.",
        "Theo Nghị quyết số 05-NQ/TW\nkhóa XIII của Bộ Chính trị",
    ],
)
def test_a_sentence_is_no_heading(
    parts: Callable[[str], Parts], registry: Registry, text: str
) -> None:
    """A text that begins by citing a paper has no number of its own."""
    assert read_number(parts(text), registry).number is None


def test_the_number_of_a_headline_is_not_the_articles(read: Callable[[str], Metadata]) -> None:
    """News of a paper names it on top; a copy of the paper without its head does too."""
    headline = "Thông tư số 22/2019/TT-BYT về vườn thuốc\n"
    news = "Ngày 12/11, Bộ Y tế vừa ban hành Thông tư số 22/2019/TT-BYT về vườn thuốc.\n"
    copy = "Căn cứ Luật Dược;\nBộ trưởng Bộ Y tế ban hành Thông tư về vườn thuốc.\n"
    assert read(headline + news).number is None
    found = read(headline + copy).number
    assert found is not None
    assert found.value == "22/2019/TT-BYT"


@pytest.mark.parametrize(
    "subject",
    ["thực hiện Nghị quyết số 57-NQ/TW về vườn thú", "Sửa đổi, bổ sung Thông tư số 2/2022/TT-BYT"],
)
def test_the_number_in_a_subject_is_another_papers(
    parts: Callable[[str], Parts], registry: Registry, subject: str
) -> None:
    """What a paper without a number carries out or changes does not give it one."""
    text = f"CHƯƠNG TRÌNH HÀNH ĐỘNG\n{subject}\n\nCăn cứ Luật Thú y;\n"
    assert read_number(parts(text), registry).number is None


@pytest.mark.parametrize("line", ["Số: 62", "SỐ 62 NGÀY 20 THÁNG 11 NĂM 1945"])
def test_a_number_of_old_has_no_symbol(read: Callable[[str], Metadata], line: str) -> None:
    """It is read in the head alone, and from the type block with its date."""
    found = read(
        f"SẮC LỆNH\n\nCỦA CHỦ TỊCH CHÍNH PHỦ\n\n{line}\n\nCHỦ TỊCH CHÍNH PHỦ\n\n"
        "Chiểu lời đề nghị của ông Bộ trưởng Bộ Lao động,\n\nRA SẮC LỆNH:\n\nĐiều 1. Số: 5\n"
    )
    assert found.number is not None
    assert (found.number.value, found.symbol) == ("62", None)


def test_the_frame_of_a_site_states_what_the_paper_lost(read: Callable[[str], Metadata]) -> None:
    """Number, date and signer."""
    found = read(
        "Số hiệu: | 77 | Loại văn bản: | Sắc lệnh |\nNgười ký:\n|\nTrường Chinh\n"
        "Ngày ban hành: | 21/12/1945 |\n\nSẮC LỆNH\n\nVỀ VIỆC TRỒNG CÂY\n\nCHỦ TỊCH CHÍNH PHỦ\n\n"
        "Chiểu lời đề nghị của ông Bộ trưởng Bộ Lao động,\n\nRA SẮC LỆNH:\n\nĐiều 1. Trồng cây.\n"
    )
    assert found.number is not None
    assert found.issued_on is not None
    assert found.signer is not None
    assert (found.number.value, found.issued_on.value.iso()) == ("77", "1945-12-21")
    assert found.signer.value == "Trường Chinh"


def test_a_line_alone_is_no_title(read: Callable[[str], Metadata]) -> None:
    """What cites a paper in capitals and says no more has no number of its own."""
    line = "QUYẾT ĐỊNH SỐ 19/QĐ-TTG NGÀY 14 THÁNG 10 NĂM 2021 CỦA THỦ TƯỚNG CHÍNH PHỦ"
    assert read(line).number is None

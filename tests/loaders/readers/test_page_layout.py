"""Words become lines in the order in which a person reads them."""

from __future__ import annotations

from loaders.readers.page_layout import PageLines, lines_of
from loaders.readers.tesseract import ReadWord

HEIGHT, LETTER, BLANK = 30, 14, 12


def line(left: int, top: int, text: str, confidence: float = 0.95) -> list[ReadWord]:
    """Return the words of a printed line as one line of Tesseract."""
    words = []
    for word in text.split():
        right = left + LETTER * len(word)
        words.append(
            ReadWord(
                text=word,
                confidence=confidence,
                left=left,
                top=top,
                right=right,
                bottom=top + HEIGHT,
                line=(1, left, top, 1),
            )
        )
        left = right + BLANK
    return words


def read(*lines: list[ReadWord]) -> list[str]:
    """Return the lines as text."""
    return texts(lines_of([word for each in lines for word in each]))


def texts(page: PageLines) -> list[str]:
    return [" ".join(word.text for word in each) for each in page.lines]


HEAD = (
    line(100, 100, "ỦY BAN NHÂN DÂN"),
    line(700, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    line(120, 150, "TỈNH SÔNG MÂY"),
    line(820, 152, "Độc lập - Tự do - Hạnh phúc"),
    line(150, 200, "Số: 15/KH-UBND"),
    line(740, 203, "Bắc Sơn, ngày 05 tháng 6 năm 2024"),
)
BODY = line(150, 400, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và")


def test_a_head_is_read_column_by_column() -> None:
    """The issuing body with its number comes first, then the State, place and date."""
    page = lines_of([word for each in (*HEAD, BODY) for word in each])
    assert texts(page)[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG MÂY", "Số: 15/KH-UBND"]
    assert texts(page)[5] == "Bắc Sơn, ngày 05 tháng 6 năm 2024"
    assert page.head == 6


def test_the_distribution_list_comes_before_the_signature() -> None:
    """Left column, then right, also at the foot of the document."""
    lines = read(
        BODY,
        line(100, 600, "Nơi nhận:"),
        line(800, 600, "TM. ỦY BAN NHÂN DÂN"),
        line(100, 640, "- Như Điều 3;"),
        line(900, 640, "CHỦ TỊCH"),
        line(100, 680, "- Lưu: VT."),
    )
    assert lines[1:] == [
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    ]


def test_text_over_the_whole_width_is_never_cut_into_columns() -> None:
    """One wide blank in one line makes no column, and lines keep their order."""
    first = line(100, 100, "Điều 1.") + line(400, 100, "Ban hành kèm theo Quyết định này Kế hoạch")
    second = line(100, 150, "thực hiện nhiệm vụ năm 2024 trên địa bàn tỉnh và các xã")
    assert read(first, second) == [
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch",
        "thực hiện nhiệm vụ năm 2024 trên địa bàn tỉnh và các xã",
    ]


def test_ruled_lines_dirt_and_signatures_are_left_out() -> None:
    """What was read without any certainty is not print; one sure word saves its line."""
    lines = read(
        line(100, 100, "Nguyễn Văn A"),
        line(100, 200, "———— _"),
        line(100, 300, "4# x)z", confidence=0.2),
        [*line(100, 400, "số"), *line(140, 400, "306/2025/NĐ-CP;", confidence=0.25)],
    )
    assert lines == ["Nguyễn Văn A", "số 306/2025/NĐ-CP;"]


def test_a_blank_page_has_no_lines() -> None:
    assert lines_of([]) == PageLines(lines=(), head=0)

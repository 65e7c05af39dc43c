"""Blocks: joined lines, trimmed words, markers."""

from __future__ import annotations

from loaders.segments.blocks import marker_of, next_block, without_quoted_markers
from loaders.segments.lines import read_sheet
from loaders.segments.segment import read_blocks


def blocks_of(text: str) -> list[str]:
    """Return the words of the blocks of a text, one after the other."""
    sheet = read_sheet(text)
    found, at = [], 0
    while at < len(sheet.lines):
        block, at = next_block(sheet, at)
        found.append(" ".join(text[block.start : block.end].split()))
    return found


def test_a_paragraph_broken_by_a_blank_line_is_one() -> None:
    """Words that end without punctuation and go on in small letters belong together."""
    text = "Giao các phòng chuyên môn rà soát hồ sơ của tổ\n\nchức hội ở cơ sở.\n\nĐoạn sau."
    assert blocks_of(text) == [
        "Giao các phòng chuyên môn rà soát hồ sơ của tổ chức hội ở cơ sở",
        "Đoạn sau",
    ]


def test_lines_of_a_page_without_blank_lines_part_at_markers_and_short_lines() -> None:
    """A short line that ends a sentence ends the paragraph."""
    text = (
        "1. Phòng Văn hóa chuẩn bị nội dung cho hội nghị tổng kết phong trào của\n"
        "huyện, mời đại biểu các xã và các trường học tham dự đông đủ theo danh\n"
        "sách kèm theo.\n"
        "2. Phòng Tài chính bố trí kinh phí.\n"
        "Việc thanh toán thực hiện theo quy định hiện hành của pháp luật về ngân\n"
        "sách và kế toán.\n"
    )
    assert [words[:12] for words in blocks_of(text)] == [
        "Phòng Văn hó",
        "Phòng Tài ch",
        "Việc thanh t",
    ]


def test_a_dash_inside_a_wrapped_compound_is_no_marker() -> None:
    """The compound "kinh tế / - xã hội" stays one."""
    text = (
        "Kế hoạch này gắn với các mục tiêu phát triển kinh tế\n"
        "- xã hội của huyện trong năm nay và những năm sau.\n"
    )
    assert len(blocks_of(text)) == 1


def test_a_number_that_ends_a_reference_is_no_marker() -> None:
    """After "tại khoản" a number opens no item."""
    text = (
        "1. Việc chi trả chế độ được thực hiện đúng thời hạn đã nêu tại khoản\n"
        "2. Người đứng đầu chịu trách nhiệm về số liệu.\n"
    )
    assert len(blocks_of(text)) == 1


def test_a_marker_alone_takes_the_next_line() -> None:
    """Converters leave a marker alone on its line."""
    assert blocks_of("-\nTrường hợp khẩn cấp thì báo ngay.") == ["Trường hợp khẩn cấp thì báo ngay"]


def test_words_lose_punctuation_end_sign_and_scribble() -> None:
    """Spans end with a word, a bracket or a quote."""
    assert blocks_of("Các đơn vị thực hiện nghiêm túc./.") == ["Các đơn vị thực hiện nghiêm túc"]
    assert blocks_of("Báo cáo trước ngày 5/6/2024;") == ["Báo cáo trước ngày 5/6/2024"]
    assert blocks_of("Để chỉ đạo, giải quyết. Th") == ["Để chỉ đạo, giải quyết"]
    assert blocks_of("Tội phạm ma túy,...") == ["Tội phạm ma túy"]
    assert blocks_of("Giữ vững “thế trận lòng dân”.") == ["Giữ vững “thế trận lòng dân”"]
    assert blocks_of("Nguồn: https://songmay.gov.vn/.") == ["Nguồn: https://songmay.gov.vn/"]


def test_values_of_markers() -> None:
    """A value is what is left of the marker without words and signs."""
    for printed, value in (
        ("Điều 8[7]. Hiệu lực", "8"),
        ("2.1. Nội dung", "2.1"),
        ("đ) Phối hợp", "đ"),
        ("(3) Giao Sở", "3"),
        ("HI- TỔ CHỨC", "III"),
        ("Chương II", "II"),
        ("- Rà soát", ""),
    ):
        sheet = read_sheet(printed)
        marker = marker_of(sheet, sheet.lines[0])
        assert marker is not None
        assert marker.value == value, printed


def test_clauses_inside_a_quotation_keep_no_marker() -> None:
    """The numbers of quoted clauses are not the numbers of the paper that quotes them."""
    text = (
        "1. Sửa đổi Điều 4 như sau:\n\n"
        '"Điều 4. Hồ sơ\n\n1. Đơn đề nghị.\n\n2. Bản sao giấy tờ."\n\n'
        "2. Bãi bỏ Điều 9."
    )
    blocks = without_quoted_markers(text, read_blocks(read_sheet(text)))
    assert [block.marker.value if block.marker else "" for block in blocks] == [
        "1",
        "",
        "",
        "",
        "2",
    ]


def test_a_quotation_whose_end_was_lost_stops_before_the_next() -> None:
    """The words that introduce the next quotation are the paper's own."""
    text = (
        '1. Sửa đổi Điều 4 như sau:\n\n"Điều 4. Hồ sơ\n\n1. Đơn đề nghị.\n\n'
        '2. Sửa đổi Điều 5 như sau:\n\n"Điều 5. Thời hạn\n\n1. Mười ngày."\n\n3. Bãi bỏ Điều 9.'
    )
    blocks = without_quoted_markers(text, read_blocks(read_sheet(text)))
    values = [block.marker.value for block in blocks if block.marker]
    assert values == ["1", "2", "3"]

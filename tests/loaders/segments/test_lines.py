"""Lines of a page: frame, wrapping, gaps."""

from __future__ import annotations

from loaders.segments.lines import is_closed, read_sheet

PAGE = """\
1. Sở Giao thông vận tải kiểm tra toàn bộ cầu treo trên các tuyến đường
liên xã, lập danh sách cầu yếu gửi về Văn phòng trước khi mùa mưa bắt
CÔNG BÁO/Số 12/Ngày 03-02-2023
14

đầu; cắm biển hạn chế tải trọng ở hai đầu cầu.
"""


def test_frame_of_the_page_is_no_line() -> None:
    """Running head and page number are noise, and the next line knows of the break."""
    sheet = read_sheet(PAGE)
    assert [PAGE[span.start : span.end] for span in sheet.noise] == [
        "CÔNG BÁO/Số 12/Ngày 03-02-2023",
        "14",
    ]
    assert [line.broken for line in sheet.lines] == [False, False, True]
    assert sheet.lines[2].gap


def test_lines_of_a_printed_page_are_wrapped_and_long_lines_are_paragraphs() -> None:
    """The setting of a text follows from the length of its lines."""
    assert read_sheet(PAGE).wrapped
    assert not read_sheet("Một câu rất dài nằm trên cùng một dòng. " * 6 + "\n" + "ngắn").wrapped


def test_blank_lines_between_paragraphs_are_noticed() -> None:
    """Paragraphs are separated where lines that end a sentence are followed by blank ones."""
    assert read_sheet("Câu một.\n\nCâu hai.\n\nCâu ba.").separated
    assert not read_sheet("Câu một.\nCâu hai.\nCâu ba.\nCâu bốn.").separated


def test_numbers_alone_are_rows_once_a_table_has_begun() -> None:
    """Below the column head "TT" a lone number is no page number."""
    assert read_sheet("Câu.\n\n7\n\nCâu.").noise
    assert not read_sheet("TT\n\nNội dung\n\n7\n\nCâu.").noise


def test_stamp_lines_follow_a_stamp_only() -> None:
    """A line "Cơ quan: ..." is noise below a stamp, and words elsewhere."""
    stamped = read_sheet("Ký bởi: Cổng thông tin\nCơ quan: Văn phòng\nCâu của bài.")
    assert len(stamped.noise) == 2
    assert not read_sheet("Câu của bài:\nCơ quan: Văn phòng").noise


def test_closing_punctuation_counts_inside_quotes_and_brackets() -> None:
    """A line is closed when a sentence ends, also before a closing quote."""
    for closed in ("xong.", "gồm:", 'như sau."', "hết…)", "một;"):
        assert is_closed(closed, 0, len(closed)), closed
    for running in ("của Bộ", "kinh tế,", "(kèm theo)"):
        assert not is_closed(running, 0, len(running)), running


def test_an_empty_text_has_no_lines() -> None:
    """Nothing printed, nothing read."""
    assert read_sheet("").lines == ()
    assert read_sheet(" \n---\n").lines == ()

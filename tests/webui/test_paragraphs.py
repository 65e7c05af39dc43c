"""Printed lines become paragraphs, and nothing of a text is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.paragraphs import paragraphs

PRINTED = """UBND TỈNH
Số: 09/CT-UBND
CHỈ THỊ
Về công tác phòng cháy
Thực hiện Kết luận số 13-KL/TW ngày 16 tháng 8 năm 2021 của Bộ
Chính trị, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành
của tỉnh làm ngay các việc sau đây:
1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát mọi
quy định còn thiếu; báo cáo trước ngày 15 tháng 12.
Sở Tài chính bố trí kinh phí.
- Công an tỉnh kiểm tra, đôn đốc việc thực hiện của các cơ quan ở
huyện và xã.
"""


def shown(text: str) -> list[str]:
    """Return the words of each paragraph."""
    return [text[one.start : one.end] for one in paragraphs(text)]


def test_lines_of_a_printed_page_run_on() -> None:
    """A sentence is one paragraph however often the page broke it, proper names included."""
    found = shown(PRINTED)
    assert "Thực hiện" in found[4]
    assert found[4].endswith("sau đây:")
    assert found[4].count("\n") == 2


def test_heads_items_and_sentences_that_end_stay_apart() -> None:
    """What stands on a line of its own in print stands so on the page."""
    found = shown(PRINTED)
    assert found[:4] == PRINTED.split("\n")[:4]
    assert [words[:6] for words in found[5:]] == ["1. Sở ", "Sở Tài", "- Công"]


def test_a_text_of_whole_paragraphs_is_left_as_it_is() -> None:
    """Where a line is a paragraph, a line with a small first letter is no part of the last."""
    lines = [f"đoạn {number} " + "rất dài " * 40 for number in range(12)]
    assert shown("\n".join(lines)) == lines


def test_a_number_behind_an_open_line_belongs_to_it() -> None:
    """A converter that ends a line early parts "số" from the number; an item's number stays."""
    line = "Các cơ quan của tỉnh thực hiện nghiêm các quy định."
    lines = [line, "Ngắn."] * 5 + [
        "Thực hiện Quyết định số",
        "7619/QĐ-BCA của Bộ Công an",
        "1. Việc",
    ]
    assert shown("\n".join(lines))[-2:] == ["\n".join(lines[-3:-1]), "1. Việc"]


def test_rows_of_tables_stay_rows() -> None:
    """Bars at the edge of a line are a table."""
    rows = [f"| {number} | việc phải làm của cơ quan này là | sở nội vụ |" for number in range(9)]
    assert shown("\n".join(rows)) == rows


@given(st.text(alphabet="aB1.-|\n ", max_size=300))
def test_paragraphs_follow_each_other_and_hold_all_words(text: str) -> None:
    """No paragraph overlaps another, and only blanks lie between them."""
    place = 0
    for one in paragraphs(text):
        assert not text[place : one.start].strip()
        assert place <= one.start < one.end
        place = one.end
    assert not text[place:].strip()

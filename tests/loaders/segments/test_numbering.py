"""Labels, clause paths, parents and lead-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.normalisation.normaliser import normalise
from loaders.segments import segment

if TYPE_CHECKING:
    from loaders.records import Section


def by_label(text: str) -> dict[str, Section]:
    """Return the sections of a text by label."""
    return {one.label: one for one in segment(normalise(text))}


DIRECTIVE = """\
Chủ tịch huyện yêu cầu các xã thực hiện tốt các việc sau:

1. Trực ban ngày đêm.

Báo cáo trước 17 giờ hằng ngày.

2. Chuẩn bị vật tư, trong đó:

- Bao cát, cọc tre.

+ Mỗi xã 500 bao.

- Xuồng máy.

3. Phòng Tài chính

Cấp tạm ứng kinh phí.

Mọi vướng mắc gửi về Văn phòng./.
"""


def test_labels_of_a_directive() -> None:
    """Second paragraph, dashes, what is below dashes, paragraph below a heading."""
    found = by_label(DIRECTIVE)
    assert list(found) == ["¶1", "1", "1¶2", "2", "2.-1", "2.-1.+1", "2.-2", "3", "3¶1", "3¶2"]


def test_clause_paths_of_a_directive() -> None:
    """Numbered items are mục, dashes gạch, unnumbered paragraphs đoạn."""
    found = by_label(DIRECTIVE)
    assert found["¶1"].clause_path == "doan/1"
    assert found["1¶2"].clause_path == "muc/1/doan/2"
    assert found["2.-1.+1"].clause_path == "muc/2/gach/1/cong/1"


def test_what_only_introduces_is_a_lead_in() -> None:
    """A colon before items, and a heading without an end."""
    leads = [label for label, one in by_label(DIRECTIVE).items() if one.lead_in]
    assert leads == ["¶1", "2", "3"]


def test_items_belong_to_the_words_that_introduce_them() -> None:
    """The parent of the items after "... các việc sau:" is that paragraph."""
    found = by_label(DIRECTIVE)
    assert found["1"].parent == found["¶1"].index
    assert found["2.-2"].parent == found["2"].index
    assert found["2.-2"].depth == found["2"].depth + 1


def test_articles_clauses_and_points() -> None:
    """Articles are numbered through the chapters; clauses and points have paths of their own."""
    found = by_label(
        "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Quy chế này gồm:\n\na) Chợ xã;\n\n"
        "b) Chợ huyện.\n\nChương II\n\nTỔ CHỨC\n\nĐiều 2. Ban quản lý\n\nBan gồm ba người."
    )
    assert found["Điều 1.1.b"].clause_path == "dieu/1/khoan/1/diem/b"
    assert found["Điều 2¶1"].clause_path == "dieu/2/doan/1"
    parent = found["Điều 2"].parent
    assert parent == found["Chương II"].index


def test_dotted_numbers_go_below_their_number() -> None:
    """2.1 below 2 is labelled once."""
    found = by_label("I. NỘI DUNG\n\n2. Phần hai\n\n2.1. Ý một.\n\na) Chi tiết.\n\n2.2. Ý hai.")
    assert "I.2.1.a" in found
    assert found["I.2.2"].clause_path == "muc/1/2/2"


def test_a_repeated_number_keeps_its_label_and_gets_a_path_of_its_own() -> None:
    """Two items b) print the same label."""
    sections = segment(normalise("1. Việc:\n\na) Một.\n\nb) Hai.\n\nb) Ba."))
    assert [one.label for one in sections][-2:] == ["1.b", "1.b"]
    assert [one.clause_path for one in sections][-2:] == ["muc/1/b", "muc/1/b~2"]


def test_frame_inside_a_paragraph_belongs_to_it() -> None:
    """A page break in a sentence leaves one paragraph, which holds the frame."""
    text = (
        "1. Các xã kiểm tra hồ chứa, kênh mương và\nCÔNG BÁO/Số 3/Ngày 04-05-2023\n17\n\n"
        "đập dâng trước mùa mưa.\n"
    )
    sections = segment(normalise(text))
    assert [one.kind.value for one in sections] == ["item", "noise", "noise"]
    assert [one.parent for one in sections] == [None, 0, 0]

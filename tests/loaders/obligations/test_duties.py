"""The whole step: from a paper to its tasks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaders.normalisation.normaliser import normalise
from loaders.obligations import find
from loaders.records import Metadata
from loaders.segments import segment
from tests.loaders.obligations.reading import DIRECTIVE, tasks

if TYPE_CHECKING:
    from pathlib import Path


def test_a_directive() -> None:
    """Each item and later paragraph is a task; preamble, lead-ins and lists are none."""
    found = tasks(DIRECTIVE)
    assert [task.label for task in found] == ["1", "1¶2", "2.a", "2.b", "3"]
    assert [task.index for task in found] == [0, 1, 2, 3, 4]


def test_doers_are_inherited() -> None:
    """From the preamble, from the item's own lead-in, or named in the item."""
    first, second, third, _, last = tasks(DIRECTIVE)
    addressees = ["Giám đốc các sở", "Chủ tịch UBND các xã"]
    assert [a.agency for a in first.assignments] == addressees
    assert [a.agency for a in second.assignments] == addressees
    assert [(a.agency, a.role.value) for a in third.assignments] == [
        ("Sở Nông nghiệp và Môi trường", "lead"),
        ("Công an tỉnh", "coordinating"),
    ]
    assert [(a.agency, a.basis.value) for a in last.assignments] == [("Công an tỉnh", "stated")]
    assert third.lead_in is not None
    assert last.lead_in is None


def test_what_tasks_hold() -> None:
    """Deadlines, targets, reports and force come with the task."""
    first, _, _, fourth, last = tasks(DIRECTIVE)
    assert [(d.iso, d.inclusive) for d in first.deadlines] == [("2025-03-15", False)]
    assert [(t.value, t.direction, t.baseline) for t in fourth.targets] == [
        (10, "decrease", "năm 2024")
    ]
    assert last.reports[0].reports_to == ("Ủy ban nhân dân tỉnh",)
    assert last.reports[0].via == "Văn phòng Ủy ban nhân dân tỉnh"
    assert [d.recurrence for d in last.deadlines] == ["FREQ=MONTHLY;INTERVAL=3"]
    assert first.force.value == "mandatory"


def test_spans_quote_their_words() -> None:
    """Every span of a task lies in it and quotes what was printed."""
    text = normalise(DIRECTIVE)
    for task in tasks(DIRECTIVE):
        assert text.quote(task.span) == task.printed
        for deadline in task.deadlines:
            assert task.span.covers(deadline.span)
        assert task.summary


def test_plans_hold_tasks_in_their_chapters_only() -> None:
    """Purposes, requirements and funding are none; lines of attributes belong to their task."""
    plan = (
        "KẾ HOẠCH\nChuyển đổi số\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n1. Nâng cao nhận thức của cán bộ.\n\n"
        "II. NHIỆM VỤ\n\n1. Xây dựng kho dữ liệu dùng chung.\n\n"
        "- Cơ quan chủ trì: Sở Khoa học và Công nghệ.\n\n- Thời gian: Quý III/2025.\n\n"
        "III. KINH PHÍ\n\n1. Kinh phí do ngân sách tỉnh bảo đảm.\n"
    )
    (task,) = tasks(plan)
    assert task.printed.startswith("Xây dựng kho")
    assert [a.agency for a in task.assignments] == ["Sở Khoa học và Công nghệ"]
    assert [d.iso for d in task.deadlines] == ["2025-Q3"]


def test_real_papers(shared: Path) -> None:
    """In the five annotated papers nearly every task is found, and little else."""
    hits = wanted = given = 0
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        words = (shared / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
        text = normalise(words)
        found = [text.to_source(task.span) for task in find(text, segment(text), Metadata(), ())]
        wanted += len(gold["tasks"])
        given += len(found)
        hits += sum(
            any(abs(s.start - t["start"]) + abs(s.end - t["end"]) < 20 for s in found)
            for t in gold["tasks"]
        )
    assert 2 * hits / (wanted + given) >= 0.88


BARE = """KẾ HOẠCH
Diễn tập ứng phó lũ

Mưa lũ năm nay đến sớm.

1. Sở Y tế chuẩn bị cơ số thuốc từ ngày 01/5 đến 30/6/2025.

2. Rà soát phương án di dời dân.

- Tình trạng sạt lở ở một số nơi.
"""


def test_items_of_a_plan_without_headings_are_its_tasks() -> None:
    """Those that name a doer or begin with what is to be done, in a paper that orders."""
    found = tasks(BARE, "KH")
    assert [task.printed[:8] for task in found] == ["Sở Y tế ", "Rà soát "]


def test_items_of_a_report_without_headings_are_no_tasks() -> None:
    """A report only tells."""
    assert not tasks(BARE, "BC")


INSPECTION = """Số: 61/TB-UBND

Sông Mây, ngày 12 tháng 02 năm 2025

THÔNG BÁO
Kết luận kiểm tra công tác lưu trữ

1. Ưu điểm: Trung tâm đã lập kho riêng.

2. Ban Thường vụ Đảng ủy yêu cầu:

Trung tâm Lưu trữ tỉnh phát huy ưu điểm, khắc phục hạn chế và thực hiện các nội dung sau:

- Hoàn chỉnh quy chế khai thác tài liệu.

3. Hoàn chỉnh danh mục hồ sơ, báo cáo Sở Nội vụ trước ngày 15/4/2025.

Các đơn vị nghiêm túc triển khai thực hiện./.
"""


def test_what_lacks_are_told_before_what_to_do() -> None:
    """Who asks opens tasks, a lead-in that names lacks too; an item with a day is no heading."""
    found = tasks(INSPECTION)
    assert [task.label for task in found] == ["2.-1", "3"]
    assert [[a.agency for a in task.assignments] for task in found] == [
        ["Trung tâm Lưu trữ tỉnh"],
        [],
    ]


def test_a_deciding_article_that_names_lead_and_partners() -> None:
    """Who leads and who works with him is said there, however the article ends."""
    article = "Điều 2. Sở Xây dựng chủ trì, phối hợp với Sở Y tế tổ chức thực hiện Quyết định này."
    found = tasks(f"Số: 9/QĐ-UBND\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Đề án.\n\n{article}\n")
    assert [[(a.agency, a.role.value) for a in task.assignments] for task in found] == [
        [("Sở Xây dựng", "lead"), ("Sở Y tế", "coordinating")]
    ]


NOTICE = """Số: 08/TB-STC

Sông Mây, ngày 12 tháng 02 năm 2025

THÔNG BÁO

Phân công thực hiện Bản thỏa thuận

Nhằm nâng cao chất lượng phối hợp, Sở Tài chính yêu cầu các phòng thực hiện:

1. Đối với nội dung tại điểm 2: “Hỗ trợ chuyển đổi số” - giao Phòng Tin học chủ trì, phối hợp với Công an tỉnh triển khai thực hiện.

2. Giao Phòng Giá là đơn vị đầu mối của Sở chịu trách nhiệm theo dõi việc thực hiện.

3. Đẩy mạnh công tác tập huấn.

Sở Tài chính thông báo để các phòng biết và triển khai thực hiện. Nếu có vướng mắc, đề nghị Phòng Giá phản ánh về Sở Tài chính.
"""


def test_orders_behind_a_quotation_and_a_closing_formula() -> None:
    """An order may stand behind what it is about; who announces is told nothing."""
    named = [[(a.agency, str(a.role)) for a in task.assignments] for task in tasks(NOTICE)]
    assert named[0][0] == ("Phòng Tin học", "lead")
    assert named[1][0] == ("Phòng Giá", "lead")
    assert [task.printed.split()[0] for task in tasks(NOTICE)][2] == "Đẩy"
    assert [agency for agency, _ in named[3]] == ["Phòng Giá"]


def test_a_statement_of_whom_to_tell_is_an_order_of_a_telegram() -> None:
    """Where a paper that orders has no headings, its doer at the start of a paragraph is told."""
    paper = "CÔNG ĐIỆN\nVề ứng phó bão\n\nBão số 9 đã vào bờ.\n\n{}"
    told = "Văn phòng Ban Chỉ huy tỉnh cập nhật, báo cáo tình hình bão về UBND tỉnh."
    past = "Văn phòng Ban Chỉ huy tỉnh đã báo cáo tình hình bão về UBND tỉnh."
    assert [t.printed for t in tasks(paper.format(told), "CĐ")] == [told.rstrip(".")]
    assert not tasks(paper.format(past), "CĐ")
    assert not tasks(paper.format(told), "BC")
